import type { CellValue } from "../../cell/cell";
import type { SourceCell } from "../../cell/table";
import { cellIn } from "../../cell/table";
import { RUBRIC_COLUMNS, RUBRIC_NUMBER_COLUMNS, SCALE_COLUMNS, SCALE_NUMBER_COLUMNS } from "../../rubric/columns";
import type { Localised } from "../../text/locale";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";

/** Cells listed one by one; the rest of a column of data is counted. */
const FIRST_CELLS = 20;

const textOf = (value: CellValue): string =>
  value.kind === "text"
    ? value.text
    : value.kind === "error"
      ? value.code
      : value.kind === "logical"
        ? String(value.value).toUpperCase()
        : "";

/** Whether a cell of the rubric or of a scale holds something that is neither a number nor blank. */
const isFaulty = (value: CellValue): boolean => value.kind !== "number" && value.kind !== "blank";

function toNumber(cells: readonly { readonly at: SourceCell["at"]; readonly value: number }[]): Fix {
  return {
    kind: "safe",
    label: {
      en: cells.length > 1 ? `Turn ${cells.length} cells into numbers` : "Turn it into a number",
      "zh-CN": cells.length > 1 ? `把 ${cells.length} 个单元格转为数字` : "转为数字",
    },
    edits: cells.map(({ at, value }) => ({ ...at, value })),
  };
}

export default defineCheck<{
  column: string;
  columnZh: string;
  text: string;
  count: number;
  problem: "unreadable" | "typed-as-text";
}>()({
  id: "number-in-number-cell",
  severity: "error",
  title: { en: "Number cells hold numbers", "zh-CN": "数字单元格里是数字" },
  message: {
    en: ({ column, text, count, problem }) => ({
      what:
        problem === "unreadable"
          ? `${count === 1 ? "A cell" : `${count} cells`} of “${column}” ${count === 1 ? "holds" : "hold"} “${text}”${count === 1 ? "" : " and the like"} where a number belongs.`
          : `${count === 1 ? "A number" : `${count} numbers`} of “${column}” ${count === 1 ? "is" : "are"} stored as text, such as “${text}”.`,
      why:
        problem === "unreadable"
          ? "It cannot be scored, and it never counts as 0."
          : "It is read as the number it shows, but Excel's own formulas treat it as text.",
      how:
        problem === "unreadable"
          ? "Type the number, leave the cell empty, or write N/A for data that do not apply."
          : "Turn the text into a number.",
    }),
    "zh-CN": ({ columnZh, text, count, problem }) => ({
      what:
        problem === "unreadable"
          ? `“${columnZh}”有 ${count} 个单元格应填数字，却是“${text}”${count === 1 ? "" : "等"}。`
          : `“${columnZh}”有 ${count} 个数字以文本形式存储，如“${text}”。`,
      why:
        problem === "unreadable"
          ? "它无法计分，也绝不会当作 0。"
          : "我们按其显示的数字读取，但 Excel 自身的公式会把它当作文本。",
      how: problem === "unreadable" ? "请填写数字，或留空；不适用的数据请写“不适用”。" : "把文本转为数字。",
    }),
  },
  check: ({ rubrics, metrics, scaleTable }, report) => {
    const single = (cell: SourceCell | undefined, names: Localised<readonly string[]>): void => {
      if (!cell) return;
      const data = { column: names.en[0]!, columnZh: names["zh-CN"][0]!, count: 1 };
      if (isFaulty(cell.value))
        report(cell.at, { ...data, text: textOf(cell.value) || String(cell.raw), problem: "unreadable" });
      else if (cell.value.kind === "number" && cell.value.fromText) {
        report(
          cell.at,
          { ...data, text: String(cell.raw), problem: "typed-as-text" },
          { severity: "info", fix: toNumber([{ at: cell.at, value: cell.value.value }]) },
        );
      }
    };
    for (const { indicators } of rubrics) {
      for (const { cells } of indicators)
        for (const column of RUBRIC_NUMBER_COLUMNS) single(cells[column], RUBRIC_COLUMNS[column].names);
    }
    for (let row = 0; scaleTable && row < scaleTable.rowCount; row += 1) {
      for (const column of SCALE_NUMBER_COLUMNS) single(cellIn(scaleTable, row, column), SCALE_COLUMNS[column].names);
    }
    if (!metrics) return;
    const read = new Set(rubrics.flatMap(({ indicators }) => indicators.map((indicator) => indicator.metric)));
    const seen = new Set<number>();
    for (const header of read) {
      const column = metrics.column(header);
      if (!column || seen.has(column.column)) continue;
      seen.add(column.column);
      const places = (rows: readonly number[]) =>
        rows.slice(0, FIRST_CELLS).map((row) => metrics.placeAt(row, column.column));
      const [bad, text] = [column.unreadable, column.typedAsText];
      const names = { column: column.header, columnZh: column.header };
      if (bad.length > 0) {
        const [first, ...related] = places(bad);
        report(
          first,
          { ...names, text: textOf(metrics.cellAt(bad[0]!, column.column)), count: bad.length, problem: "unreadable" },
          { related, severity: "warning" },
        );
      }
      if (text.length > 0) {
        const [first, ...related] = places(text);
        const fix = toNumber(
          text.map((row) => ({ at: metrics.placeAt(row, column.column), value: column.values[row]! })),
        );
        const shown = String(metrics.source.values[text[0]! + 1]![column.column]);
        report(
          first,
          { ...names, text: shown, count: text.length, problem: "typed-as-text" },
          { related, severity: "info", fix },
        );
      }
    }
  },
  valid: [exampleOf([LINEAR]), exampleOf([LINEAR], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: "N/A" }] })],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, "Zero at": "sixty" }]), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...LINEAR, "Zero at": "60" }]), at: ["Rubric!E2"] },
    {
      tables: exampleOf([LINEAR], {
        Metrics: [
          { "Agent ID": "1", Period: "2026-10", Test: "good" },
          { "Agent ID": "2", Period: "2026-10", Test: "#DIV/0!" },
          { "Agent ID": "3", Period: "2026-10", Test: "７５" },
        ],
      }),
      at: ["Metrics!C2", "Metrics!C4"],
    },
  ],
});
