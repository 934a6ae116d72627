import { join } from "./bytes";
import { BrokenData, portableCodec, type Codec, type Deflater } from "./codec";
import { oversized, unreadable } from "./refusal";

/** One file of an archive, packed. An unchanged entry is written back as it came. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** MS-DOS date and time in one number, zip's own form. */
  readonly time: number;
  /** Unpacks it. */
  readonly codec: Codec;
}

/** Larger workbooks are refused before memory is allocated: a few kilobytes can claim to be terabytes. */
const MOST_ENTRY_BYTES = 2 ** 30;
const MOST_ARCHIVE_BYTES = 2 ** 31 - 1;
const MOST_ENTRIES = 65_534;

/** 1 January 1980, zip's first day. The clock would give other bytes for the same workbook. */
const NO_TIME = 0x00210000;

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_END_SIZE = 56;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_SIZE = 20;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 0x0001;

/** The entries of an archive in the order of its directory. Nothing is unpacked yet. */
export function readZip(bytes: Uint8Array, codec: Codec = portableCodec): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { end, count, start: directory } = findDirectory(view);
  if (count > MOST_ENTRIES) throw oversized(`The archive holds ${count} files.`, `压缩包含有 ${count} 个文件。`);
  const entries: ZipEntry[] = [];
  let at = directory;
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameSize));
    if (flags & ENCRYPTED) throw unreadable(`The archive is encrypted (${name}).`, `压缩包已加密（${name}）。`);
    const method = view.getUint16(at + 10, true);
    if (method !== 0 && method !== 8) {
      throw unreadable(`${name} is packed in a way that is not supported.`, `${name} 的压缩方式不受支持。`);
    }
    const sizes = sizesOf(view, at, nameSize, extraSize);
    if (sizes.size > MOST_ENTRY_BYTES) {
      // No program writes a part of more than two gigabytes. The claim is false.
      const refuse = sizes.size > MOST_ARCHIVE_BYTES ? unreadable : oversized;
      throw refuse(`${name} claims to be ${sizes.size} bytes large.`, `${name} 声称有 ${sizes.size} 字节。`);
    }
    total += sizes.size;
    if (total > MOST_ARCHIVE_BYTES) {
      throw oversized(`The archive claims to hold more than ${total} bytes.`, `压缩包声称含有超过 ${total} 字节。`);
    }
    const start = dataStart(view, sizes.offset, end, name);
    if (start + sizes.packed > bytes.length) throw unreadable("The archive is cut off.", "压缩包不完整。");
    // Some archives have an entry for each folder. It is empty, and no package needs it.
    if (!name.endsWith("/")) {
      const packed = bytes.subarray(start, start + sizes.packed);
      const crc = view.getUint32(at + 16, true);
      entries.push({ name, method, crc, size: sizes.size, packed, time: view.getUint32(at + 12, true), codec });
    }
    at += 46 + nameSize + extraSize + view.getUint16(at + 32, true);
  }
  return entries;
}

interface Directory {
  /** Where the directory is over at the latest. */
  readonly end: number;
  readonly count: number;
  readonly start: number;
}

/** The directory by the record at the end. Writers of large archives put its numbers into a record of 64 bits in front of that. */
function findDirectory(view: DataView): Directory {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_SIGNATURE) return { end, count, start };
  const wide = numberAt(view, locator + 8);
  if (wide + WIDE_END_SIZE > locator || view.getUint32(wide, true) !== WIDE_END_SIGNATURE) throw damaged();
  return { end: wide, count: numberAt(view, wide + 32), start: numberAt(view, wide + 48) };
}

/** A number of 64 bits. Beyond 2^53 it is rounded, and refused like every number that large. */
const numberAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw unreadable("The file is no archive, or it is cut off.", "文件不是压缩包，或不完整。");
}

const damaged = () => unreadable("The archive is damaged.", "压缩包已损坏。");

function nameOf(bytes: Uint8Array): string {
  // Names of package parts are ASCII. UTF-8 reads them whatever the flag says.
  return new TextDecoder()
    .decode(bytes)
    .replace(/\\/g, "/")
    .replace(/^(\.?\/)+/, "");
}

/** Sizes and offset. Streaming writers put even small ones into the zip64 field. */
function sizesOf(view: DataView, at: number, nameSize: number, extraSize: number) {
  let size = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const extraEnd = at + 46 + nameSize + extraSize;
  for (let field = at + 46 + nameSize; field + 4 <= extraEnd && extraEnd <= view.byteLength;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 0x0001) {
      let value = field + 4;
      const next = (): number => {
        if (value + 8 > field + 4 + length || value + 8 > view.byteLength) throw damaged();
        value += 8;
        return numberAt(view, value - 8);
      };
      if (size === 0xffffffff) size = next();
      if (packed === 0xffffffff) packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    field += 4 + length;
  }
  return { size, packed, offset };
}

function dataStart(view: DataView, offset: number, end: number, name: string): number {
  if (offset + 30 > end || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw unreadable(`The archive is damaged at ${name}.`, `压缩包在 ${name} 处已损坏。`);
  }
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** Passes on the content in pieces, so that a large part is never in memory as a whole. Checks size and checksum. */
export function unpackPieces(entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  const { codec, name } = entry;
  let size = 0;
  let crc = 0;
  const receive = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.size) throw BrokenData.tooLong();
    crc = codec.crc32(piece, crc);
    take(piece);
  };
  try {
    if (entry.method === 0) receive(entry.packed);
    else codec.inflate(entry.packed, entry.size, receive);
  } catch (error) {
    throw error instanceof BrokenData ? unreadable(`${name} ${error.message}.`, `${name} 已损坏。`) : error;
  }
  if (size !== entry.size || crc !== entry.crc >>> 0) {
    throw unreadable(`${name} is damaged: its checksum is wrong.`, `${name} 已损坏：校验和不符。`);
  }
}

export function unpack(entry: ZipEntry): Uint8Array {
  const pieces: Uint8Array[] = [];
  unpackPieces(entry, (piece) => pieces.push(piece));
  return join(pieces);
}

/** Packs an entry from pieces of its content, which is never in memory as a whole. */
export class Packer {
  readonly #codec: Codec;
  readonly #deflater: Deflater;
  #size = 0;
  #crc = 0;

  constructor(codec: Codec) {
    this.#codec = codec;
    this.#deflater = codec.deflater();
  }

  push(piece: Uint8Array, isLast: boolean): void {
    this.#size += piece.length;
    this.#crc = this.#codec.crc32(piece, this.#crc);
    this.#deflater.push(piece, isLast);
  }

  /** Call it after the last piece. */
  entry(name: string): ZipEntry {
    const packed = this.#deflater.packed;
    return { name, method: 8, crc: this.#crc, size: this.#size, packed, time: NO_TIME, codec: this.#codec };
  }
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const common = commonHeader(entry, name.length);
    const local = new Uint8Array(30 + name.length);
    const localView = new DataView(local.buffer);
    localView.setUint32(0, LOCAL_SIGNATURE, true);
    local.set(common, 4);
    local.set(name, 30);
    const central = new Uint8Array(46 + name.length);
    const centralView = new DataView(central.buffer);
    centralView.setUint32(0, CENTRAL_SIGNATURE, true);
    centralView.setUint16(4, 20, true);
    central.set(common, 6);
    centralView.setUint32(42, offset, true);
    central.set(name, 46);
    pieces.push(local, entry.packed);
    directory.push(central);
    offset += local.length + entry.packed.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  if (offset + directorySize > MOST_ARCHIVE_BYTES || entries.length > MOST_ENTRIES) {
    const [megabytes, count] = [Math.round(offset / 1e6), entries.length];
    throw oversized(
      `The workbook would have ${count} files and ${megabytes} MB.`,
      `工作簿将含有 ${count} 个文件，共 ${megabytes} MB。`,
    );
  }
  const end = new Uint8Array(END_SIZE);
  const endView = new DataView(end.buffer);
  endView.setUint32(0, END_SIGNATURE, true);
  endView.setUint16(8, entries.length, true);
  endView.setUint16(10, entries.length, true);
  endView.setUint32(12, directorySize, true);
  endView.setUint32(16, offset, true);
  return join([...pieces, ...directory, end]);
}

/** The 26 bytes that the local and the central header share. */
function commonHeader(entry: ZipEntry, nameSize: number): Uint8Array {
  const header = new Uint8Array(26);
  const view = new DataView(header.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, UTF8_NAMES, true);
  view.setUint16(4, entry.method, true);
  view.setUint32(6, entry.time, true);
  view.setUint32(10, entry.crc, true);
  view.setUint32(14, entry.packed.length, true);
  view.setUint32(18, entry.size, true);
  view.setUint16(22, nameSize, true);
  return header;
}
