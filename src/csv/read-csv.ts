import { decodeText } from "./decode";
import { parseDelimited } from "./parse";
import { typed, type TypedCell } from "./cells";

/** Reads a file of delimited text into rows of one width; undefined where the bytes are no text, or hold no cell. */
export function readCsv(bytes: Uint8Array): readonly (readonly TypedCell[])[] | undefined {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  const rows = parseDelimited(text);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const isEmpty = rows.every((row) => row.every((cell) => cell.trim() === ""));
  if (isEmpty) return undefined;
  return rows.map((row) => Array.from({ length: width }, (_, column) => typed(row[column] ?? "")));
}
