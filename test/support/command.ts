import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SheetPlan } from "../../src/core/plan/plan";
import { run } from "../../src/cli/run";
import { newXlsx } from "../../src/xlsx";

const SAMPLE_FOLDER = path.resolve(__dirname, "../../assets/samples");
export const sample = (file: string): string => path.join(SAMPLE_FOLDER, file);

export interface CommandResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, like a terminal set to `lang`. */
export async function command(args: readonly string[], lang = "en_GB.UTF-8"): Promise<CommandResult> {
  let out = "";
  let err = "";
  const status = await run(args, {
    env: { LANG: lang },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { status, out, err };
}

/** A folder for one test file. Call `remove` at the end. */
export function workFolder(): { readonly file: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "qa-scorecard-"));
  return {
    file: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Rows = SheetPlan["rows"];

/** Number formats by table and header, for the data cells below that header. */
export type Formats = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A workbook with these tables, one per sheet, each from A1 on. */
export function workbookOf(tables: Readonly<Record<string, Rows>>, formats: Formats = {}): Uint8Array {
  const book = newXlsx();
  for (const [name, rows] of Object.entries(tables)) {
    book.addSheet({
      name,
      rows,
      columnWidths: [],
      freeze: { rows: 1, columns: 0 },
      formats: Object.entries(formats[name] ?? {}).map(([header, numberFormat]) => ({
        range: { row: 1, column: rows[0]!.indexOf(header), rows: rows.length - 1, columns: 1 },
        numberFormat,
      })),
      highlights: [],
      print: { orientation: "portrait", titleRows: 1 },
    });
    book.addTable({ name, sheet: name, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length });
  }
  return book.save();
}

/** The smallest rubric that scores: one indicator worth 100 points. */
export const SMALL_RUBRIC: Rows = [
  ["Section", "Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Quality", "Accuracy", 100, "linear", 0, 1],
];

export function smallMetrics(
  ...agents: readonly (readonly [id: string, name: string, accuracy: number | null])[]
): Rows {
  return [
    ["Agent ID", "Name", "Period", "Accuracy"],
    ...agents.map(([id, name, value]) => [id, name, "2026-10", value]),
  ];
}
