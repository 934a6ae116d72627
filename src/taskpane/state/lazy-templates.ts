import type * as Templates from "../../usecases/templates";

export type TemplateUseCases = Pick<typeof Templates, "templateChoice" | "insertTemplate">;

/** Loaded when somebody asks for a template: few do, and the schemes are large. A failed attempt can be repeated. */
export class LazyTemplates {
  #found: TemplateUseCases | undefined;

  constructor(private readonly load: () => Promise<TemplateUseCases>) {}

  async open(): Promise<void> {
    this.#found ??= await this.load();
  }

  /** After `open` only. */
  get found(): TemplateUseCases {
    if (!this.#found) throw new Error("the templates are asked for before they were opened");
    return this.#found;
  }
}
