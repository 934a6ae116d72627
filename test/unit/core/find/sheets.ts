import type { RawCell } from "../../../../src/core/cell/cell";
import { rangeText } from "../../../../src/core/cell/place";
import { findBlocks } from "../../../../src/core/find/blocks";
import type { Found } from "../../../../src/core/find/recognise";
import { recognise } from "../../../../src/core/find/recognise";

export type Sheet = readonly (readonly RawCell[])[];

/** A small sheet from lines of text with `|` between cells; figures are numbers. */
export const sheetOf = (text: string): Sheet =>
  text.split("\n").map((line) =>
    line.split("|").map((cell): RawCell => {
      const plain = cell.trim();
      if (plain === "") return null;
      if (/^\d+(\.\d+)?%$/.test(plain)) return Number(plain.slice(0, -1)) / 100;
      return /^\d+(\.\d+)?$/.test(plain) && !/^0\d/.test(plain) ? Number(plain) : plain;
    }),
  );

/** What is found in plain sheets. */
export function foundIn(sheets: Readonly<Record<string, Sheet>>, file = ""): Found {
  const ranges = Object.entries(sheets).flatMap(([name, rows]) =>
    findBlocks({ name, rows, goesOn: false, taken: [] }).map(({ range, headers, above }) => ({
      source: {
        name,
        sheet: name,
        row: range.row,
        column: range.column,
        values: Array.from({ length: range.rows }, (_, at) =>
          Array.from({ length: range.columns }, (__, column) => rows[range.row + at]?.[range.column + column] ?? null),
        ),
        formats: [],
      },
      headers,
      above,
    })),
  );
  return recognise([], ranges, file);
}

/** Each table in a line: `certain metrics A3:E6 (3)`, with the period behind where there is one. */
export const told = ({ tables }: Found): readonly string[] =>
  tables.map(({ role, standing, source: { row, column, values }, headers, records, period }) => {
    const address = rangeText({ row, column, rows: values.length, columns: headers.length });
    return `${standing} ${role} ${address} (${records})${period === undefined ? "" : ` ${period}`}`;
  });
