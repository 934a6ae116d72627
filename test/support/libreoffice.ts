import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { need } from "./programs";

/**
 * Opens a workbook in LibreOffice without a window, recalculates everything, and reads one sheet (counted from 1) as text cells. The texts
 * are those shown, or `exact` ones with all digits.
 */
export function recalculate(
  workbook: Uint8Array,
  sheet = 1,
  as: "shown" | "exact" = "shown",
): readonly (readonly string[])[] {
  const [rows] = converted(workbook, sheet, as).values();
  return rows!;
}

/** All sheets of a workbook after a recalculation, with all digits, by their names. */
export const recalculateAll = (workbook: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> =>
  converted(workbook, -1, "exact");

function converted(workbook: Uint8Array, sheet: number, as: "shown" | "exact") {
  const folder = mkdtempSync(join(tmpdir(), "qa-scorecard-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), workbook);
    // Filter options: comma, quote, UTF-8, from line 1, all columns text, as shown or not, ..., the sheet's number or -1 for all.
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,${as === "shown"},false,false,false,${sheet}`;
    execFileSync(
      need("soffice"),
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        filter,
        "--outdir",
        folder,
        join(folder, "book.xlsx"),
      ],
      { stdio: "pipe", timeout: 120_000 },
    );
    const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
    return new Map(
      files.map((file) => [
        file.slice("book-".length, -".csv".length),
        parseCsv(readFileSync(join(folder, file), "utf8")),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Comma separated values with quoted cells. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < csv.length; i += 1) {
    const character = csv[i]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (csv[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else if (character !== "\r") cell += character;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}
