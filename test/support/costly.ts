import { existsSync, writeFileSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { portableCodec, type Codec } from "../../src/xlsx";
import { readZip, writeZip } from "../../src/xlsx/zip";
import { command, workFolder, type CommandResult } from "./command";

/** A codec that counts the bytes that it unpacks, by which the cost of a file is known on any machine. */
export function countingCodec(): { readonly codec: Codec; readonly megabytes: () => number } {
  let bytes = 0;
  const codec: Codec = {
    ...portableCodec,
    inflate: (packed, size, take) =>
      portableCodec.inflate(packed, size, (piece) => {
        bytes += piece.length;
        take(piece);
      }),
  };
  return { codec, megabytes: () => bytes / 2 ** 20 };
}

/** Runs `score` on a file with these bytes. */
export async function scoreOf(
  bytes: Uint8Array,
  lang = "en",
): Promise<CommandResult & { readonly isWritten: boolean }> {
  const folder = workFolder();
  try {
    const [book, out] = [folder.file("book.xlsx"), folder.file("out.xlsx")];
    writeFileSync(book, bytes);
    const result = await command(["score", book, "--out", out, "--lang", lang]);
    return { ...result, isWritten: existsSync(out) };
  } finally {
    folder.remove();
  }
}

/** A part that goes on and on: a block that stands many times between a beginning and an end. */
export interface Endless {
  readonly head: string;
  readonly block: string;
  readonly times: number;
  readonly tail: string;
}

/**
 * The workbook with such a part. The part is never in memory as a whole: a block that deflate packed up to a flush can stand several times.
 */
export function withEndless(book: Uint8Array, name: string, { head, block, times, tail }: Endless): Uint8Array {
  const [start, middle, end] = [head, block, tail].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];
  const flushed = (content: Buffer): Buffer => deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
  const packedBlock = flushed(middle);
  const blocks = Array.from({ length: times }, () => packedBlock);
  const packed = Buffer.concat([flushed(start), ...blocks, deflateRawSync(end)]);
  const crc = crc32(
    end,
    blocks.reduce((before) => crc32(middle, before), crc32(start)),
  );
  const size = start.length + middle.length * times + end.length;
  const entries = readZip(book).map((entry) =>
    entry.name === name ? { ...entry, method: 8, packed, crc, size } : entry,
  );
  return writeZip(entries);
}
