import { Deflate, deflateSync, Inflate } from "fflate";
import { join } from "./bytes";

/** Packs and unpacks what stands in an archive. A program brings its own where its platform has a faster one. */
export interface Codec {
  /** Checksum of zip over pieces: 0 before the first, then what the piece before gave. */
  crc32(bytes: Uint8Array, before: number): number;
  /** Hands over the content in pieces, which are good until `take` returns. Throws BrokenData, and whatever `take` throws. */
  inflate(packed: Uint8Array, size: number, take: (piece: Uint8Array) => void): void;
  deflater(): Deflater;
}

export interface Deflater {
  /** Takes content, which may be written over afterwards. */
  push(piece: Uint8Array, isLast: boolean): void;
  /** All that was packed, after the last piece. */
  readonly packed: Uint8Array;
}

/** What is wrong with packed bytes, as the end of a sentence that begins with their name. */
export class BrokenData extends Error {
  static damaged(reason: string): BrokenData {
    return new BrokenData(`is damaged: ${reason}`);
  }

  static tooLong(): BrokenData {
    return new BrokenData("is larger than it says");
  }
}

const PUSH_SIZE = 65_536;

/** fflate: JavaScript, so it runs everywhere, and a part of any size is never in memory as a whole. */
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
      // What the receiver throws is its own matter; what is left are broken bytes.
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
    // Of a part in one piece the exact size is known, so nothing has to grow.
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
