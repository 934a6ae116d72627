import type { EvaluationSet } from "../scoring/model/evaluation";
import { STATUS_TEXT } from "../scoring/model/status";
import type { Locale } from "../text/locale";
import { COLORS, gradeColor } from "./colors";
import type { Highlight, PlanCell, RangeFormat, SheetPlan } from "../plan/plan";
import type { EvaluationColumn } from "./columns";

/** Rows above the first agent: title, summary with the mark, points, headers. */
export const HEAD_ROWS = 4;
const HEADER_ROW = HEAD_ROWS - 1;
/** Agent ID and name stay in view, and repeat on every printed page. */
export const FROZEN_COLUMNS = 2;

/** Characters across a landscape A4 page in a readable size. */
const CHARACTERS_PER_PAGE = 200;

/** Number of pages in width that keeps the print readable. The frozen columns repeat on each. */
export function pagesWideFor(columnWidths: readonly number[]): number {
  const frozen = columnWidths.slice(0, FROZEN_COLUMNS).reduce((sum, width) => sum + width, 0);
  const rest = columnWidths.slice(FROZEN_COLUMNS).reduce((sum, width) => sum + width, 0);
  return Math.max(1, Math.ceil(rest / (CHARACTERS_PER_PAGE - frozen)));
}

/** Width of a text in characters of a sheet: East Asian characters take two. */
function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character)
      ? 2
      : 1;
  return width;
}

/**
 * The width of a column: numbers need room for their format, headers wrap, and texts are measured in the first rows
 * only.
 */
export function widthOf(column: EvaluationColumn, rows: readonly (readonly PlanCell[])[], index: number): number {
  const longestWord = Math.max(...column.header.split(/\s+/).map(textWidth));
  const header = Math.max(longestWord, Math.ceil(textWidth(column.header) / 3)) + 3;
  if (column.role === "flags") return 44;
  if (column.role !== "text" && column.role !== "status") return Math.min(18, Math.max(8, header));
  let longest = 0;
  for (let row = HEAD_ROWS; row < Math.min(rows.length, HEAD_ROWS + 500); row += 1) {
    const cell = rows[row]![index];
    if (typeof cell === "string") longest = Math.max(longest, textWidth(cell));
  }
  return Math.min(28, Math.max(9, header, longest + 2));
}

/** Formats by range, so that their number does not grow with the number of agents. */
export function formatEvaluation(
  columns: readonly EvaluationColumn[],
  count: number,
  gradesFromBest: readonly string[],
  sets: readonly EvaluationSet[],
  locale: Locale,
): Pick<SheetPlan, "freeze" | "formats" | "highlights"> {
  const width = columns.length;
  const decimals = Math.max(0, ...sets.map((set) => set.rubric.settings.decimals));
  const pointsFormat = decimals > 0 ? `0.${"0".repeat(decimals)}` : "0";
  const formats: RangeFormat[] = [
    { range: { row: 0, column: 0, rows: 1, columns: width }, bold: true, fontSize: 14, fontColor: COLORS.header.fill },
    { range: { row: 1, column: 0, rows: 1, columns: width }, fontColor: COLORS.muted, fontSize: 9 },
    {
      range: { row: 2, column: 0, rows: 1, columns: width },
      fontColor: COLORS.muted,
      italic: true,
      align: "right",
    },
    { range: { row: 2, column: 0, rows: 1, columns: 1 }, align: "left" },
    {
      range: { row: HEADER_ROW, column: 0, rows: 1, columns: width },
      bold: true,
      fill: COLORS.header.fill,
      fontColor: COLORS.header.font,
      wrap: true,
      align: "center",
      verticalAlign: "center",
    },
  ];
  if (count > 0)
    formats.push({ range: { row: HEADER_ROW, column: 0, rows: count + 1, columns: width }, border: "grid" });
  columns.forEach((column, index) => {
    if (count > 0)
      formats.push({
        range: { row: HEAD_ROWS, column: index, rows: count, columns: 1 },
        verticalAlign: "center",
        ...columnFormat(column, pointsFormat),
      });
  });
  return {
    freeze: { rows: HEAD_ROWS, columns: FROZEN_COLUMNS },
    formats,
    highlights: count > 0 ? highlightsOf(columns, count, gradesFromBest, locale) : [],
  };
}

function columnFormat(column: EvaluationColumn, pointsFormat: string): Omit<RangeFormat, "range"> {
  switch (column.role) {
    case "text":
      return { align: "left", numberFormat: "@" };
    case "points":
      return { numberFormat: pointsFormat, align: "right" };
    case "adjustment":
      // Most agents have no such points. A bare 0 for them makes the few others stand out.
      return { numberFormat: `${pointsFormat};-${pointsFormat};0`, align: "right" };
    case "subtotal":
      return { numberFormat: pointsFormat, align: "right", fill: COLORS.subtotal.fill };
    case "total":
      return { numberFormat: pointsFormat, align: "right", bold: true, fill: COLORS.total.fill };
    case "grade":
      return { align: "center", bold: true };
    case "rank":
      return { numberFormat: "0", align: "center" };
    case "status":
      return { align: "center" };
    case "flags":
      return { align: "left", wrap: true };
  }
}

function highlightsOf(
  columns: readonly EvaluationColumn[],
  count: number,
  gradesFromBest: readonly string[],
  locale: Locale,
): readonly Highlight[] {
  const rangeOf = (role: EvaluationColumn["role"]) => ({
    row: HEAD_ROWS,
    column: columns.findIndex((column) => column.role === role),
    rows: count,
    columns: 1,
  });
  const labels = gradesFromBest.filter((label) => label !== "");
  return [
    ...labels.map((equals, position) => {
      const { fill, font } = gradeColor(position, labels.length);
      return { range: rangeOf("grade"), equals, fill, fontColor: font };
    }),
    ...(["pending", "failed"] as const).map((status) => ({
      range: rangeOf("status"),
      equals: STATUS_TEXT[status][locale],
      fill: COLORS[status].fill,
      fontColor: COLORS[status].font,
    })),
  ];
}
