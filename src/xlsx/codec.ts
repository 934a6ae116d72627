import { Deflate, deflateSync, Inflate } from "fflate";
import { join } from "./bytes";

/** Packs and unpacks the content of an archive. A program can bring a faster codec of its platform. */
export interface Codec {
  /** The zip checksum over pieces. `before` is 0 for the first piece, then the result for the piece before. */
  crc32(bytes: Uint8Array, before: number): number;
  /** Passes on the content in pieces, which stay valid until `take` returns. Throws BrokenData and the errors of `take`. */
  inflate(packed: Uint8Array, size: number, take: (piece: Uint8Array) => void): void;
  deflater(): Deflater;
}

export interface Deflater {
  /** Takes content. The caller may overwrite the piece afterwards. */
  push(piece: Uint8Array, isLast: boolean): void;
  /** The packed bytes, complete after the last piece. */
  readonly packed: Uint8Array;
}

/** The fault of packed bytes, as the end of a sentence that begins with their name. */
export class BrokenData extends Error {
  static damaged(reason: string): BrokenData {
    return new BrokenData(`is damaged: ${reason}`);
  }

  static tooLong(): BrokenData {
    return new BrokenData("is larger than it says");
  }
}

/** Packed bytes read at a time. Each may be a thousand when unpacked. */
const PUSH_SIZE = 16_384;

/** fflate is JavaScript, so it runs everywhere. It never holds a part as a whole. */
export const portableCodec: Codec = {
  crc32(bytes, before) {
    let crc = ~before;
    for (let index = 0; index < bytes.length; index++) {
      crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[index]!) & 0xff]!;
    }
    return ~crc >>> 0;
  },

  inflate(packed, _size, take) {
    const stream = new Inflate((piece) => take(piece));
    try {
      for (let at = 0; at < packed.length || at === 0; at += PUSH_SIZE) {
        stream.push(packed.subarray(at, at + PUSH_SIZE), at + PUSH_SIZE >= packed.length);
      }
    } catch (error) {
      // Errors of the receiver pass through. Only fflate's own errors have a code.
      if (error instanceof Error && "code" in error) throw BrokenData.damaged(error.message);
      throw error;
    }
  },

  deflater: () => new PortableDeflater(),
};

const LEVEL = 6;

class PortableDeflater implements Deflater {
  readonly #pieces: Uint8Array[] = [];
  #stream: Deflate | undefined;

  push(piece: Uint8Array, isLast: boolean): void {
    // The size of a part in one piece is known, so no buffer grows.
    if (isLast && !this.#stream) this.#pieces.push(deflateSync(piece, { level: LEVEL }));
    else (this.#stream ??= new Deflate({ level: LEVEL }, (packed) => this.#pieces.push(packed))).push(piece, isLast);
  }

  get packed(): Uint8Array {
    return join(this.#pieces);
  }
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
