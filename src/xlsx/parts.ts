import type { Codec } from "./codec";
import { oversized, unreadable } from "./refusal";
import { Packer, unpack, unpackPieces, type ZipEntry } from "./zip";

/** A sheet that changes is read as one text, which V8 limits to 512 MB. Reading works piece by piece and has no such limit. */
const MOST_SHEET_BYTES = 500_000_000;
/** Every other part is read as a whole. The styles of a workbook with all looks that Excel takes are 20 MB. */
const MOST_PART_BYTES = 2 ** 26;

/**
 * The parts of a package in the order of the archive. Copies share all entries. A changed part is a new entry, so parsed content stays
 * valid for the life of its entry.
 */
export class Parts {
  readonly #entries: Map<string, ZipEntry>;

  constructor(
    entries: Iterable<ZipEntry>,
    private readonly codec: Codec,
  ) {
    this.#entries = new Map();
    for (const entry of entries) {
      const key = partKey(entry.name);
      // With two parts of one name, a reader and a virus scanner could see different workbooks.
      if (this.#entries.has(key)) {
        throw unreadable(`The package holds ${entry.name} twice.`, `包中 ${entry.name} 出现了两次。`);
      }
      this.#entries.set(key, entry);
    }
  }

  copy(): Parts {
    return new Parts(this.#entries.values(), this.codec);
  }

  entries(): ZipEntry[] {
    return [...this.#entries.values()];
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  find(name: string): ZipEntry | undefined {
    return this.#entries.get(partKey(name));
  }

  get(name: string): ZipEntry {
    const entry = this.find(name);
    if (!entry) throw unreadable(`The part ${name} is missing.`, `缺少部件 ${name}。`);
    return entry;
  }

  text(name: string): string {
    return entryText(this.get(name));
  }

  sheetText(name: string): string {
    return entryText(this.get(name), MOST_SHEET_BYTES);
  }

  /** A packer for a part whose content comes in pieces. */
  packer(): Packer {
    return new Packer(this.codec);
  }

  /** Replaces an existing part at its place, or adds a new one at the end. */
  set(name: string, content: string | Packer): void {
    const key = partKey(name);
    const packer = typeof content === "string" ? packText(content, this.packer()) : content;
    this.#entries.set(key, packer.entry(this.#entries.get(key)?.name ?? name));
  }

  remove(name: string): void {
    this.#entries.delete(partKey(name));
  }
}

/** Characters of a long text that are encoded at a time. */
const PORTION = 2 ** 20;

function packText(text: string, packer: Packer): Packer {
  const encoder = new TextEncoder();
  for (let at = 0, end = 0; at === 0 || at < text.length; at = end) {
    end = Math.min(text.length, at + PORTION);
    // The two halves of a character beyond the first 65,536 stay together.
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end++;
    packer.push(encoder.encode(text.slice(at, end)), end === text.length);
  }
  return packer;
}

/** Part names ignore case, and are addresses: `my%20sheet.xml` is the same as `my sheet.xml`. */
export function partKey(name: string): string {
  return (name.includes("%") ? plainName(name) : name).toLowerCase();
}

function plainName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that starts no code stands for itself.
    return name;
  }
}

export function entryText(entry: ZipEntry, most = MOST_PART_BYTES): string {
  if (entry.size > most) {
    const [size, limit] = [entry.size, most].map((bytes) => Math.round(bytes / 1e6));
    throw oversized(
      `${entry.name} has ${size} MB; such a part may have ${limit} MB.`,
      `${entry.name} 有 ${size} MB；此类部件最多 ${limit} MB。`,
    );
  }
  const bytes = unpack(entry);
  const decoder = decoderFor(bytes, entry.name);
  const text = decode(entry.name, () => decoder.decode(bytes));
  // Parts are written as UTF-8, so the declaration must say so.
  return decoder.encoding === "utf-8"
    ? text
    : text.replace(/^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/, "$1");
}

/** The text of a part in pieces. */
export function streamText(entry: ZipEntry, take: (text: string) => void): void {
  let decoder: TextDecoder | undefined;
  unpackPieces(entry, (piece) => {
    decoder ??= decoderFor(piece, entry.name);
    const text = decode(entry.name, () => decoder!.decode(piece, { stream: true }));
    if (text !== "") take(text);
  });
  const rest = decode(entry.name, () => decoder?.decode());
  if (rest) take(rest);
}

class Found extends Error {}

/** Tells whether a piece of the text passes the test. Pieces overlap by the given number of characters; a longer match may be missed. */
export function someText(entry: ZipEntry, overlap: number, test: (text: string) => boolean): boolean {
  let tail = "";
  try {
    streamText(entry, (piece) => {
      const text = tail + piece;
      if (test(text)) throw new Found();
      tail = text.slice(-overlap);
    });
  } catch (error) {
    if (error instanceof Found) return true;
    throw error;
  }
  return false;
}

export function decoderFor(bytes: Uint8Array, name: string): TextDecoder {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 100));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    throw unreadable(
      `${name} is written in ${declared}; a workbook is written in UTF-8.`,
      `${name} 的编码为 ${declared}；工作簿应使用 UTF-8。`,
    );
  }
  // The byte order mark is kept, so that an unchanged part is written back byte by byte.
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

/** `run` only decodes, so any error is about the bytes. */
export function decode<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw unreadable(`${name} holds bytes that are no text.`, `${name} 中含有无法解码的字节。`, { cause: error });
  }
}
