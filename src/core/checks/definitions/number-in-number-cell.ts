import type { CellValue } from "../../cell/cell";
import { foldName } from "../../cell/cell";
import type { SourceCell } from "../../cell/table";
import { cellIn, textIn } from "../../cell/table";
import { RUBRIC_COLUMNS, RUBRIC_NUMBER_COLUMNS, SCALE_COLUMNS, SCALE_NUMBER_COLUMNS } from "../../rubric/columns";
import type { Indicator } from "../../rubric/rubric";
import { findMethod } from "../../scoring/compile/registry";
import type { Localised } from "../../text/locale";
import { measuredThresholds } from "../../book/time-units";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { NumberCellData } from "../number-cells";
import { mendCommas, NUMBER_CELL_MESSAGE, shownText, turnIntoNumbers } from "../number-cells";
import { usedScales } from "../used-scales";

/** Whether a cell is neither a number nor blank. A dash means "none". */
const isFaulty = ({ kind }: CellValue, takesDurations: boolean): boolean =>
  kind === "text" || kind === "logical" || kind === "error" || (kind === "duration" && !takesDurations);

/** Whether a duration may stand in the cell: only a threshold in the unit of what is measured can be one. */
function takesDurations(indicator: Indicator, column: (typeof RUBRIC_NUMBER_COLUMNS)[number]): boolean {
  const method = findMethod(indicator.method);
  return method !== undefined && measuredThresholds(method).some((id) => id === column);
}

/** Whether the number matters: points always do, thresholds only if the method takes them. */
function decides(indicator: Indicator, column: (typeof RUBRIC_NUMBER_COLUMNS)[number]): boolean {
  if (column === "points") return true;
  const method = findMethod(indicator.method);
  // Fail at may be a grade if the method reads grades. Another check looks at that grade.
  if (column === "failAt") return indicator.critical !== null && method?.valueKind !== "labels";
  return method?.parameters[column] !== undefined;
}

export default defineCheck<NumberCellData>()({
  id: "number-in-number-cell",
  severity: "error",
  title: { en: "Number cells of rubric and scales hold numbers", "zh-CN": "评分标准和等级表的数字单元格里是数字" },
  message: NUMBER_CELL_MESSAGE,
  check: (subject, report) => {
    const {
      rubrics,
      tables: { scales: scaleTable },
    } = subject;
    const examine = (cell: SourceCell | undefined, names: Localised<readonly string[]>, measured: boolean): void => {
      if (!cell) return;
      const data = { column: names.en[0]!, columnZh: names["zh-CN"][0]!, count: 1 };
      if (cell.value.kind === "text" && cell.value.comma) {
        const fixes = mendCommas([{ ...cell, comma: cell.value.comma }]);
        report(cell.at, { ...data, text: cell.value.text, problem: "comma" }, { fixes });
      } else if (isFaulty(cell.value, measured)) {
        report(cell.at, { ...data, text: shownText(cell.value), problem: "unreadable" });
      } else if ((cell.value.kind === "number" || cell.value.kind === "duration") && cell.value.fromText) {
        const isDuration = cell.value.kind === "duration";
        const fix = turnIntoNumbers("safe", [{ at: cell.at, value: cell.value.value, raw: cell.raw, isDuration }]);
        report(cell.at, { ...data, text: String(cell.raw), problem: "typed-as-text" }, { severity: "info", fix });
      }
    };
    for (const indicator of rubrics.flatMap((rubric) => rubric.indicators)) {
      for (const column of RUBRIC_NUMBER_COLUMNS) {
        if (decides(indicator, column))
          examine(indicator.cells[column], RUBRIC_COLUMNS[column].names, takesDurations(indicator, column));
      }
    }
    const used = new Set(usedScales(subject).map(({ scale }) => foldName(scale.name)));
    for (let row = 0; scaleTable && row < scaleTable.rowCount; row += 1) {
      if (!used.has(foldName(textIn(scaleTable, row, "scale")))) continue;
      for (const column of SCALE_NUMBER_COLUMNS)
        examine(cellIn(scaleTable, row, column), SCALE_COLUMNS[column].names, column === "from" || column === "to");
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf([LINEAR, { Indicator: "Talk", Points: "", Method: "manual", "Zero at": "-", Limit: "—" }]),
    exampleOf([LINEAR], { Scales: [{ Scale: "nobody's", From: "sixty", Share: 1 }] }),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, "Zero at": "sixty" }]), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...LINEAR, "Zero at": "60" }]), at: ["Rubric!E2"] },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": "0,900", "Full at": 0.99 }], {
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 0.95 }],
      }),
      at: ["Rubric!E2"],
    },
    { tables: exampleOf([{ ...LINEAR, Points: "3:25" }]), at: ["Rubric!B2"] },
    {
      tables: exampleOf([{ Indicator: "Rate", Points: 100, Method: "bands", Scale: "R" }], {
        Scales: [
          { Scale: "R", From: "", To: "fifty", Share: 0 },
          { Scale: "R", From: "50%", To: "", Share: 1 },
        ],
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Rate: 0.75 }],
      }),
      at: ["Scales!C2", "Scales!B3"],
    },
  ],
});
