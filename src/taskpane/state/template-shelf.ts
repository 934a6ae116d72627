import type * as Templates from "../../usecases/templates";

export type TemplateUseCases = Pick<typeof Templates, "templateChoice" | "insertTemplate">;

/** The templates, loaded when somebody asks for one: few do, and the schemes are as large as the rest of the pane's own code. */
export class TemplateShelf {
  readonly #load: () => Promise<TemplateUseCases>;
  #loaded: TemplateUseCases | undefined;

  constructor(load: () => Promise<TemplateUseCases>) {
    this.#load = load;
  }

  async open(): Promise<void> {
    this.#loaded ??= await this.#load();
  }

  /** @throws Error before they were opened */
  get usecases(): TemplateUseCases {
    if (!this.#loaded) throw new Error("the templates are asked for before they were opened");
    return this.#loaded;
  }
}
