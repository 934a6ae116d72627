import type { RawCell } from "../../cell/cell";
import { parseCell } from "../../cell/cell";
import type { CommaReadings } from "../../cell/number-text";
import type { Metrics } from "../../metrics/metrics";
import { createReader } from "../../scoring/compile/read-value";
import { readAlike } from "../column-uses";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { MOST_EDITS } from "../finding";
import type { NumberCellData } from "../number-cells";
import { mendCommas, NUMBER_CELL_MESSAGE, shownText, turnIntoNumbers } from "../number-cells";

const cells = (...values: readonly RawCell[]) =>
  values.map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test }));

/** Sorts unreadable rows by what is wrong with them. */
function sortOut(rows: readonly number[], metrics: Metrics, column: number) {
  const commas: { readonly row: number; readonly raw: RawCell; readonly comma: CommaReadings }[] = [];
  const odd: number[] = [];
  const others: number[] = [];
  for (const row of rows) {
    const cell = metrics.cellAt(row, column);
    const raw = metrics.rawAt(row, column);
    if (cell.kind === "text" && cell.comma) commas.push({ row, raw, comma: cell.comma });
    // What is a number or a duration by itself, the column has refused.
    else if (cell.kind === "text" && ["number", "duration"].includes(parseCell(raw).kind)) odd.push(row);
    else others.push(row);
  }
  return { commas, odd, others };
}

export default defineCheck<NumberCellData>()({
  id: "metric-is-number",
  // Only this agent gets no total; the others are still scored.
  severity: "warning",
  title: { en: "Metrics hold numbers", "zh-CN": "指标数据里是数字" },
  message: NUMBER_CELL_MESSAGE,
  check: (subject, report) => {
    const { known, metrics } = subject;
    if (!metrics) return;
    // Methods that read words have a check with messages of its own.
    const uses = known.flatMap(({ rubric, indicator, method, parameters }) => {
      if (method.valueKind === "labels") return [];
      const read = createReader(method, parameters);
      const column = metrics.column(indicator.metric, read);
      // Nearly every column holds only numbers.
      if (!column || column.unreadable.length + column.typedAsText.length === 0) return [];
      const key = method.words ? method.id : "number";
      return [{ rubric: rubric.name, header: indicator.metric, read, key }];
    });
    for (const { column, among, placeOf, firstPlaces } of readAlike(subject, uses)) {
      const tell = (rows: readonly number[], text: string, problem: NumberCellData["problem"]): void => {
        const [first, ...related] = firstPlaces(rows);
        const data = { column: column.header, columnZh: column.header, text, count: rows.length, problem };
        if (problem === "unreadable" || problem === "unit") {
          report(first, data, { related });
          return;
        }
        if (rows.length > MOST_EDITS) {
          report(first, data, { related, severity: "info" });
          return;
        }
        // A suggestion, not a safe fix: the cell may hold a formula that makes text, and the mend would replace it by
        // its result.
        const cells = rows.map((row) => ({
          at: placeOf(row),
          value: column.values[row]!,
          raw: metrics.rawAt(row, column.column),
          isDuration: column.showAs === "duration",
        }));
        report(first, data, { related, severity: "info", fix: turnIntoNumbers("suggestion", cells) });
      };
      const [unreadable, typedAsText] = [among(column.unreadable), among(column.typedAsText)];
      const { commas, odd, others } = sortOut(unreadable, metrics, column.column);
      if (commas.length > 0) {
        const [first, ...related] = firstPlaces(commas.map(({ row }) => row));
        const text = String(commas[0]!.raw);
        const data = { column: column.header, columnZh: column.header, text, count: commas.length };
        const fixes = mendCommas(commas.map((cell) => ({ ...cell, at: placeOf(cell.row) })));
        const { values } = column;
        // Whole numbers say nothing about the decimal mark. One with a point shows that the commas are not the custom here.
        const isCustom = values.every((value) => Number.isNaN(value) || Number.isInteger(value));
        if (isCustom && commas.length * 2 > values.filter((value) => !Number.isNaN(value)).length)
          report(first, { ...data, problem: "commas" }, { related, fixes, severity: "error" });
        else report(first, { ...data, problem: "comma" }, { related, fixes });
      }
      if (odd.length > 0) tell(odd, shownText(metrics.cellAt(odd[0]!, column.column)), "unit");
      if (others.length > 0) tell(others, shownText(metrics.cellAt(others[0]!, column.column)), "unreadable");
      if (typedAsText.length > 0)
        tell(typedAsText, String(metrics.rawAt(typedAsText[0]!, column.column)), "typed-as-text");
    }
  },
  valid: [
    exampleOf([LINEAR], { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: "N/A" }] }),
    // One rubric reads the column as numbers, the other as grades.
    exampleOf(
      [
        { Rubric: "Agent", ...LINEAR, Scale: "" },
        { Rubric: "Leader", Indicator: "Talk", Points: 100, Method: "grade", Metric: "Test", Scale: "Stars" },
      ],
      {
        Scales: [
          { Scale: "Stars", Grade: "A", Share: 1 },
          { Scale: "Stars", Grade: "B", Share: 0.5 },
        ],
        Metrics: [
          { "Agent ID": "1", Rubric: "Agent", Period: "2026-10", Test: 75 },
          { "Agent ID": "2", Rubric: "Leader", Period: "2026-10", Test: "B" },
        ],
      },
    ),
  ],
  invalid: [
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
    { tables: exampleOf([LINEAR], { Metrics: cells("60,250", 75.5, 82.25) }), at: ["Metrics!C2"] },
    { tables: exampleOf([LINEAR], { Metrics: cells("60,250", "71,5", 82) }), at: ["Metrics!C2"] },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": "5:00", "Full at": "3:00" }], {
        Metrics: cells(205, "3:25", "0:04:50"),
      }),
      at: ["Metrics!C2", "Metrics!C3"],
    },
  ],
});
