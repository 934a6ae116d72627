import type { RawCell } from "../../core/cell/cell";
import { addressOf } from "../../core/cell/place";
import { tableSheet } from "../../core/plan/table-sheet";
import type { Locale, Localised } from "../../core/text/locale";
import { FUNCTIONS } from "../../functions/definitions";
import { evaluate } from "../../functions/evaluate";
import type { XlsxCellValue, XlsxSheetPlan } from "../../xlsx";
import { metricCell, METRICS, PERIODS, type SampleRow } from "./metrics";
import { INDICATORS, INTERVALS } from "./rubric";
import { metricColumn, SHEET_NAMES } from "./sheets";

/**
 * A few cells with the add-in's own functions and their results. The functions themselves compute the results, so that a file opened
 * without the add-in looks the same as with it.
 */

const LIVE_AGENTS = 8;

type Argument = RawCell | readonly (readonly RawCell[])[];

function result(id: string, arguments_: readonly Argument[]): RawCell {
  const definition = FUNCTIONS.find((one) => one.id === id);
  if (!definition) throw new Error(`There is no function ${id}.`);
  const cell = evaluate(definition, arguments_)[0]?.[0];
  if (cell === undefined) throw new Error(`${id} has no result.`);
  return typeof cell === "object" ? cell.error : cell;
}

interface LiveRow {
  readonly row: SampleRow;
  /** Row in the sheet Metrics, counted from 0. */
  readonly at: number;
}

export function liveSheet(rows: readonly SampleRow[], locale: Locale): XlsxSheetPlan {
  const sheet = (key: keyof typeof SHEET_NAMES): string => {
    const name = SHEET_NAMES[key][locale];
    return locale === "en" ? name : `'${name}'`;
  };
  const newest = rows.filter((row) => row.period === PERIODS[0]);
  const indexOf = (header: string): number => METRICS.findIndex((metric) => metric.header.en === header);
  const valueOf = (row: SampleRow, header: string): RawCell => metricCell(row.values[indexOf(header)], locale);
  const metric = ({ at }: LiveRow, header: string): string =>
    `${sheet("metrics")}!${addressOf(at, metricColumn(header))}`;
  // Excel on the desktop passes an empty cell as 0, so the formula passes a blank explicitly.
  const given = (cell: string): string => `IF(${cell}="","",${cell})`;
  const rubric = (header: string, column: string): string => {
    const index = INDICATORS.findIndex((indicator) => indicator.name.en === header);
    return `${sheet("rubric")}!$${column}$${index + 2}`;
  };
  const indicator = (header: string) => INDICATORS.find((one) => one.name.en === header)!;

  const linear = (live: LiveRow, header: string): XlsxCellValue => {
    const { zeroAt, fullAt, points } = indicator(header);
    const thresholds = `${rubric(header, "G")},${rubric(header, "H")},${rubric(header, "D")}`;
    return {
      formula: `QA.LINEARSCORE(${given(metric(live, header))},${thresholds})`,
      cached: result("LINEARSCORE", [valueOf(live.row, header), zeroAt!.mended, fullAt!, points!.mended]),
    };
  };
  const peer = (live: LiveRow, header: string): XlsxCellValue => {
    const column = metricColumn(header);
    const peers = `${sheet("metrics")}!${absolute(1, column)}:${absolute(newest.length, column)}`;
    const { zeroAt, fullAt, points } = indicator(header);
    const values = newest.map((row) => [valueOf(row, header)]);
    const thresholds = `${rubric(header, "G")},${rubric(header, "H")},${rubric(header, "D")}`;
    return {
      formula: `QA.PEERSCORE(${given(metric(live, header))},${peers},${thresholds})`,
      cached: result("PEERSCORE", [valueOf(live.row, header), values, zeroAt!.mended, fullAt!, points!.mended]),
    };
  };
  const deduct = (live: LiveRow, header: string): XlsxCellValue => {
    const { perEvent, limit } = indicator(header);
    const parameters = `${rubric(header, "I")},0,${rubric(header, "J")}`;
    return {
      formula: `QA.DEDUCTSCORE(${given(metric(live, header))},${parameters})`,
      cached: result("DEDUCTSCORE", [valueOf(live.row, header), perEvent!, 0, limit!]),
    };
  };
  const QUALITY = ["Process conformity", "Answer accuracy"] as const;
  const quality = (live: LiveRow): RawCell =>
    result("WEIGHTEDKPI", [
      [QUALITY.map((header) => valueOf(live.row, header))],
      QUALITY.map((header) => [indicator(header).points!.mended]),
    ]);
  const grades = INTERVALS.filter((interval) => interval.grade);
  const gradeOf = (live: LiveRow): RawCell =>
    result("GRADE", [
      100 * Number(quality(live)),
      grades.map((interval) => [interval.grade![locale]]),
      grades.map((interval) => [interval.from.mended]),
    ]);
  const points = (header: Localised, cell: (live: LiveRow) => XlsxCellValue) => ({
    header,
    width: 14,
    cell,
    format: () => "0.00",
  });
  const lastGrade = grades.length + 1;
  const columns = [
    {
      header: { en: "Agent ID", "zh-CN": "工号" },
      width: 10,
      cell: ({ row }: LiveRow) => row.agent.id,
      format: () => "@",
    },
    { header: { en: "Name", "zh-CN": "姓名" }, width: 18, cell: ({ row }: LiveRow) => row.agent.name[locale] },
    points({ en: "Process conformity", "zh-CN": "流程规范" }, (live) => linear(live, "Process conformity")),
    points({ en: "Hang-up satisfaction", "zh-CN": "挂机满意度" }, (live) => linear(live, "Hang-up satisfaction")),
    points({ en: "Quarterly test", "zh-CN": "季度测试" }, (live) => linear(live, "Quarterly test")),
    points({ en: "Call volume", "zh-CN": "话务量" }, (live) => peer(live, "Call volume")),
    points({ en: "Attendance", "zh-CN": "考勤" }, (live) => deduct(live, "Attendance")),
    {
      header: { en: "Quality index", "zh-CN": "质量指数" },
      width: 12,
      cell: (live: LiveRow): XlsxCellValue => ({
        formula:
          `QA.WEIGHTEDKPI(${metric(live, QUALITY[0])}:${addressOf(live.at, metricColumn(QUALITY[1]))},` +
          `${rubric(QUALITY[0], "D")}:${rubric(QUALITY[1], "D").split("!")[1]!})`,
        cached: quality(live),
      }),
      format: () => "0.0%",
    },
    {
      header: { en: "Quality grade", "zh-CN": "质量等级" },
      width: 12,
      cell: (live: LiveRow): XlsxCellValue => ({
        formula: `QA.GRADE(100*H${live.at + 1},${sheet("scales")}!$B$2:$B$${lastGrade},${sheet("scales")}!$C$2:$C$${lastGrade})`,
        cached: gradeOf(live),
      }),
      align: "center" as const,
      bold: true,
    },
  ];
  const shown = newest.slice(0, LIVE_AGENTS).map((row, index): LiveRow => ({ row, at: index + 1 }));
  const name = SHEET_NAMES.live[locale];
  return tableSheet(name, columns, shown, { locale, frozenColumns: 2, orientation: "landscape" });
}

function absolute(row: number, column: number): string {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(addressOf(row, column)) ?? [];
  return `$${letters}$${digits}`;
}
