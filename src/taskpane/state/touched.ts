import type { WorkbookChange } from "../../workbook/host";

/** Which sheets were changed since the workbook was read, as far as it is known. */
export class TouchedSheets {
  #sheets: ReadonlySet<string> = new Set();
  /** Whether other sheets may have been changed as well. */
  #more = false;
  /** How many readings of all have begun. */
  #readings = 0;

  note({ sheet }: WorkbookChange): void {
    if (sheet === undefined) this.#more = true;
    else this.#sheets = new Set([...this.#sheets, sheet]);
  }

  get any(): boolean {
    return this.#more || this.#sheets.size > 0;
  }

  /**
   * What is to be read again: all, or some sheets only; undefined for nothing without being asked. Sheets that stand alone are followed
   * however long the whole takes, and whatever else was changed.
   *
   * @param quick whether the whole is quickly read
   */
  toRead(alone: ReadonlySet<string>, quick: boolean): "all" | ReadonlySet<string> | undefined {
    const some = [...this.#sheets].filter((sheet) => alone.has(sheet));
    const nothingElse = !this.#more && some.length === this.#sheets.size;
    if (some.length > 0 && (nothingElse || !quick)) return new Set(some);
    return quick ? "all" : undefined;
  }

  /**
   * A reading begins, of these sheets or of all: what is changed from now on counts anew. What it returns takes that back, for a reading
   * that came to nothing.
   */
  take(sheets?: ReadonlySet<string>): () => void {
    const [before, more] = [this.#sheets, this.#more];
    if (!sheets) this.#readings += 1;
    this.#sheets = new Set(sheets ? [...before].filter((sheet) => !sheets.has(sheet)) : []);
    this.#more = sheets !== undefined && more;
    const reading = this.#readings;
    return () => {
      // A later reading of all has seen what this one was for.
      if (reading !== this.#readings) return;
      this.#sheets = new Set([...before, ...this.#sheets]);
      this.#more ||= more;
    };
  }
}
