import type * as Templates from "../../usecases/templates";

export type TemplateUseCases = Pick<typeof Templates, "templateChoice" | "insertTemplate">;

/** An object from a chunk of its own. It loads on first need and then is at hand. A failed attempt can be repeated. */
export class Late<T extends object> {
  #found: T | undefined;
  readonly #load: () => Promise<T>;

  /** @param source the thing itself where it is there already */
  constructor(source: T | (() => Promise<T>)) {
    this.#found = typeof source === "function" ? undefined : source;
    this.#load = typeof source === "function" ? (source as () => Promise<T>) : async () => source;
  }

  async load(): Promise<T> {
    return (this.#found ??= await this.#load());
  }

  /** After `load` only. */
  get found(): T {
    if (!this.#found) throw new Error("asked for before it was loaded");
    return this.#found;
  }
}
