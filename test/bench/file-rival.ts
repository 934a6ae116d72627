import { readFile, utils, writeFile, type AOA2SheetOpts } from "xlsx";
import { ABOUT_AGENT, FILE_LINE, METRICS_SHEET } from "./file-book";

/*
 * The rival of the file bench is a program of its own. It reads a workbook with SheetJS, scores it by a minimal loop that knows the rubric,
 * and writes it packed. It loses tables and formats of the workbook.
 */
const [book, out] = process.argv.slice(2);
if (book === undefined || out === undefined) throw new Error("the rival takes the names of two files");

const workbook = readFile(book, { dense: true });
const rows = utils.sheet_to_json<(string | number)[]>(workbook.Sheets[METRICS_SHEET]!, { header: 1 });
const { zeroAt, fullAt, points } = FILE_LINE;
const result: (string | number)[][] = [[...rows[0]!, "Total", "Grade", "Rank"]];
for (let i = 1; i < rows.length; i += 1) {
  const source = rows[i]!;
  const row = source.slice(0, ABOUT_AGENT);
  let total = 0;
  for (let k = ABOUT_AGENT; k < source.length; k += 1) {
    const share = ((source[k] as number) - zeroAt) / (fullAt - zeroAt);
    const own = points * Math.max(0, Math.min(1, share));
    row.push(own);
    total += own;
  }
  row.push(Math.round(total * 100) / 100, total > 90 ? "A" : "B", i);
  result.push(row);
}
// Rows of cells side by side take less memory. The library's types lack this option here.
const dense: AOA2SheetOpts & { readonly dense: boolean } = { dense: true };
utils.book_append_sheet(workbook, utils.aoa_to_sheet(result, dense), "Evaluation");
writeFile(workbook, out, { compression: true });
