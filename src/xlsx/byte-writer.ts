const SIZE = 2 ** 20;
/** The encoder starts slowly, so it gets longer texts only. */
const SHORT = 64;

/** Turns texts into bytes and passes them on in pieces, because a part can exceed the longest possible text. */
export class ByteWriter {
  readonly #bytes = new Uint8Array(SIZE);
  readonly #encoder = new TextEncoder();
  readonly #take: (piece: Uint8Array, isLast: boolean) => void;
  #at = 0;

  /** The buffer given to `take` is overwritten once `take` has returned. */
  constructor(take: (piece: Uint8Array, isLast: boolean) => void) {
    this.#take = take;
  }

  text(text: string): void {
    const { length } = text;
    if (length > SHORT) return this.#encode(text);
    if (this.#at + length > SIZE) this.#flush(false);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return this.#encode(text);
      bytes[at++] = code;
    }
    this.#at = at;
  }

  finish(): void {
    this.#flush(true);
  }

  #encode(text: string): void {
    for (let rest = text; rest !== "";) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#bytes.subarray(this.#at));
      this.#at += written;
      rest = rest.slice(read);
      if (rest !== "") this.#flush(false);
    }
  }

  #flush(isLast: boolean): void {
    this.#take(this.#bytes.subarray(0, this.#at), isLast);
    this.#at = 0;
  }
}
