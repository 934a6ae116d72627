import type { WorkbookChange } from "../../workbook/host";

/** The sheets changed since the last reading, as far as known. */
export class TouchedSheets {
  #sheets: ReadonlySet<string> = new Set();
  /** True if other sheets may have been changed as well. */
  #more = false;
  /** Number of full readings begun. */
  #readings = 0;

  note({ sheet }: WorkbookChange): void {
    if (sheet === undefined) this.#more = true;
    else this.#sheets = new Set([...this.#sheets, sheet]);
  }

  get any(): boolean {
    return this.#more || this.#sheets.size > 0;
  }

  /**
   * What to read again: all, or some sheets only. Undefined for nothing without a request. Sheets that stand alone are always followed,
   * however long a full reading takes and whatever else changed.
   *
   * @param quick whether the whole is quickly read
   */
  toRead(alone: ReadonlySet<string>, quick: boolean): "all" | ReadonlySet<string> | undefined {
    const some = [...this.#sheets].filter((sheet) => alone.has(sheet));
    const nothingElse = !this.#more && some.length === this.#sheets.size;
    if (some.length > 0 && (nothingElse || !quick)) return new Set(some);
    return quick ? "all" : undefined;
  }

  /** Begins a reading of these sheets or of all. Later changes count anew. The returned function takes this back after a failed reading. */
  take(sheets?: ReadonlySet<string>): () => void {
    const [before, more] = [this.#sheets, this.#more];
    if (!sheets) this.#readings += 1;
    this.#sheets = new Set(sheets ? [...before].filter((sheet) => !sheets.has(sheet)) : []);
    this.#more = sheets !== undefined && more;
    const reading = this.#readings;
    return () => {
      // A later full reading has seen the changes that this one was for.
      if (reading !== this.#readings) return;
      this.#sheets = new Set([...before, ...this.#sheets]);
      this.#more ||= more;
    };
  }
}
