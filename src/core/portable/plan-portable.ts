import { columnLetters, quoteSheet } from "../cell/place";
import type { Metrics } from "../metrics/metrics";
import type { PlanCell, RangeFormat, SheetPlan } from "../plan/plan";
import type { EvaluationSet } from "../scoring/model/evaluation";
import { STATUS_TEXT } from "../scoring/model/status";
import type { Locale, Localised } from "../text/locale";
import { COLORS } from "../evaluation/colors";
import type { ResultPlace } from "../evaluation/columns";
import { HEAD_ROWS } from "../evaluation/evaluation-format";
import type { EvaluationMark } from "../evaluation/mark";
import { writeFormulaMark } from "../evaluation/mark";
import { evaluationColumns, planEvaluationSheet } from "../evaluation/plan-evaluation";
import { formulaColumns, formulaRows, plainParts, type FormulaColumns } from "./formula-rows";
import { NOT_COUNTED } from "../evaluation/remarks";

const TEXT = {
  about: {
    en: "They give the sheet “{sheet}” its figures without the add-in, from the values as they were on filling; what is changed in Metrics afterwards does not come here.",
    "zh-CN": "“{sheet}”的数字由本表公式得出，无需加载项；实际值为填写时的数值，之后在指标数据中的修改不会传到这里。",
  },
  plain: { en: "Plain values instead of formulas: ", "zh-CN": "以下为数值而非公式：" },
  ranks: { en: "ranks", "zh-CN": "排名" },
  grades: { en: "grades by quotas", "zh-CN": "按名额的等级" },
  parts: { en: "totals of several parts", "zh-CN": "分段合并的总分" },
  agentId: { en: "Agent ID", "zh-CN": "工号" },
  team: { en: "Team", "zh-CN": "班组" },
  value: { en: "{name}: value", "zh-CN": "{name}：实际值" },
  given: { en: "{name}: points stated beyond the price", "zh-CN": "{name}：另行写明的分值差额" },
  points: { en: "{name}: points", "zh-CN": "{name}：得分" },
  counted: { en: "{name}: counted", "zh-CN": "{name}：计入" },
  present: { en: "points that count", "zh-CN": "有效分值" },
  deductions: { en: "deductions", "zh-CN": "扣分合计" },
  bonuses: { en: "bonuses", "zh-CN": "加分合计" },
  exact: { en: "total, exact", "zh-CN": "总分（未舍入）" },
  total: { en: "total", "zh-CN": "总分" },
  grade: { en: "grade", "zh-CN": "等级" },
  rank: { en: "rank", "zh-CN": "排名" },
  teamRank: { en: "rank in team", "zh-CN": "班组排名" },
} as const satisfies Record<string, Localised>;

const say = (key: keyof typeof TEXT, locale: Locale, name = ""): string =>
  TEXT[key][locale].replace(/\{(?:name|sheet)\}/, () => name);

/** Rows above the first rubric: title, what the sheet is, what is no formula. */
const HEAD = 3;
/** Rows above the first agent of a rubric: its name and the headers. */
const BLOCK_HEAD = 2;
const VALUE_WIDTH = 12;

/** A place of a set's rows on the sheet of formulas. */
interface Block {
  readonly set: EvaluationSet;
  readonly columns: FormulaColumns;
  /** Row of its first agent, counted from 0. */
  readonly first: number;
}

/**
 * Plans the evaluation of a period with plain formulas of Excel 2016 for people without the add-in: the sheet of formulas, which holds the values
 * and works everything out, and the sheet `Evaluation <period>`, which shows the results in its usual form.
 *
 * @returns the sheet of formulas first: the other refers to it
 */
export function planPortableSheets(
  sets: readonly EvaluationSet[],
  metrics: Metrics,
  mark: EvaluationMark,
  locale: Locale,
  evaluationName?: string,
): readonly [formulas: SheetPlan, evaluation: SheetPlan] {
  const evaluation = planEvaluationSheet(sets, mark, locale, evaluationName);
  const name = formulaSheetName(evaluation.name);
  let row = HEAD;
  const blocks = sets.map((set): Block => {
    const first = row + BLOCK_HEAD;
    row = first + set.count;
    return { set, columns: formulaColumns(set), first };
  });
  return [
    formulaSheet(name, blocks, metrics, `${say("about", locale, evaluation.name)} ${writeFormulaMark(mark)}`, locale),
    { ...evaluation, rows: withReferences(evaluation, blocks, name, locale) },
  ];
}

/** Name of the sheet of formulas beside an evaluation sheet. */
const formulaSheetName = (evaluation: string): string => evaluation.replace(/^Evaluation/, "Formulas");

function formulaSheet(
  name: string,
  blocks: readonly Block[],
  metrics: Metrics,
  about: string,
  locale: Locale,
): SheetPlan {
  const width = Math.max(...blocks.map(({ columns }) => columns.width));
  const line = (cells: readonly PlanCell[]): readonly PlanCell[] => [
    ...cells,
    ...new Array<PlanCell>(width - cells.length).fill(null),
  ];
  const rows = [line([name]), line([about]), line([plainText(blocks, locale)])];
  const formats: RangeFormat[] = [
    { range: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, fontSize: 14, fontColor: COLORS.header.fill },
    { range: { row: 1, column: 0, rows: 2, columns: 1 }, fontColor: COLORS.muted, fontSize: 9 },
  ];
  for (const { set, columns, first } of blocks) {
    rows.push(line([set.rubric.rubric.name]), line(headersOf(set, columns, locale)));
    rows.push(...formulaRows(set, metrics, first).map(line));
    const body = { row: first, rows: set.count };
    formats.push(
      { range: { row: first - BLOCK_HEAD, column: 0, rows: 1, columns: 1 }, bold: true },
      {
        range: { row: first - 1, column: 0, rows: 1, columns: columns.width },
        bold: true,
        wrap: true,
        fill: COLORS.header.fill,
        fontColor: COLORS.header.font,
      },
      { range: { ...body, column: 0, columns: 2 }, numberFormat: "@" },
      // What was measured is told from what is worked out.
      { range: { ...body, column: 2, columns: columns.values.length }, fill: COLORS.subtotal.fill },
    );
  }
  return {
    name,
    rows,
    columnWidths: new Array<number>(width).fill(VALUE_WIDTH),
    freeze: { rows: 0, columns: 1 },
    formats,
    highlights: [],
    print: { orientation: "landscape", pagesWide: Math.ceil(width / 14), titleRows: 0, titleColumns: 1 },
  };
}

/** What of the evaluation no formula gives; "" where all is formulas. */
function plainText(blocks: readonly Block[], locale: Locale): string {
  const found = new Set<string>();
  for (const { set } of blocks) {
    const plain = plainParts(set);
    set.rubric.indicators.forEach(({ indicator }, k) => {
      if (plain.points[k]) found.add(indicator.name);
    });
    if (plain.ranks) found.add(say("ranks", locale));
    if (plain.grades) found.add(say("grades", locale));
    if (set.parts) found.add(say("parts", locale));
  }
  return found.size === 0 ? "" : say("plain", locale) + [...found].join(locale === "en" ? ", " : "、");
}

function headersOf({ rubric }: EvaluationSet, columns: FormulaColumns, locale: Locale): readonly string[] {
  const headers = new Array<string>(columns.width).fill("");
  headers[columns.agentId] = say("agentId", locale);
  headers[columns.team] = say("team", locale);
  rubric.indicators.forEach(({ indicator: { name } }, k) => {
    headers[columns.values[k]!] = say("value", locale, name);
    const given = columns.given[k];
    if (given !== undefined) headers[given] = say("given", locale, name);
    headers[columns.points[k]!] = say("points", locale, name);
    headers[columns.counted[k]!] = say("counted", locale, name);
  });
  rubric.rubric.sections.forEach(({ name }, s) => (headers[columns.sections[s]!] = name));
  for (const key of ["present", "deductions", "bonuses", "exact", "total", "grade", "rank", "teamRank"] as const)
    headers[columns[key]] = say(key, locale);
  return headers;
}

/** The rows of the evaluation sheet, its results taken from the sheet of formulas. */
function withReferences(
  { rows }: SheetPlan,
  blocks: readonly Block[],
  sheet: string,
  locale: Locale,
): readonly (readonly PlanCell[])[] {
  const shown = evaluationColumns(
    blocks.map(({ set }) => set),
    locale,
  ).flatMap(({ columns }) => columns);
  const result = rows.map((row) => [...row]);
  let start = HEAD_ROWS;
  for (const { set, columns, first } of blocks) {
    shown.forEach(({ holds }, column) => {
      const place = holds?.(set);
      if (!place) return;
      for (let agent = 0; agent < set.count; agent += 1) {
        const at = (of: number): string => `${quoteSheet(sheet)}!${columnLetters(of)}${first + agent + 1}`;
        const row = result[start + agent]!;
        const cached = row[column];
        row[column] = {
          formula: `=${referenceTo(place, set, columns, at, locale)}`,
          cached: typeof cached === "object" ? "" : (cached ?? ""),
        };
      }
    });
    start += set.count;
  }
  return result;
}

function referenceTo(
  place: ResultPlace,
  { rubric }: EvaluationSet,
  columns: FormulaColumns,
  at: (column: number) => string,
  locale: Locale,
): string {
  const text = (localised: Localised): string => `"${localised[locale].replace(/"/g, '""')}"`;
  switch (place.of) {
    case "points": {
      const counted = at(columns.counted[place.indicator]!);
      return `IFERROR(IF(${counted}="N/A",${text(NOT_COUNTED)},${counted}),${text(STATUS_TEXT.failed)})`;
    }
    case "subtotal": {
      const earning = rubric.rubric.sections[place.section]!.indicators.filter((k) => !rubric.indicators[k]!.adjusts);
      const counts = earning.map((k) => `ISNUMBER(${at(columns.counted[k]!)})`);
      const isScored = `ISNUMBER(${at(columns.total)})`;
      const shown = counts.length === 0 ? isScored : `AND(${isScored},OR(${counts.join(",")}))`;
      return `IF(${shown},${at(columns.sections[place.section]!)},"")`;
    }
    case "status": {
      const total = at(columns.total);
      return `IF(ISERROR(${total}),${text(STATUS_TEXT.failed)},IF(ISNUMBER(${total}),${text(STATUS_TEXT.scored)},${text(STATUS_TEXT.pending)}))`;
    }
    default:
      return `IFERROR(${at(columns[place.of])},"")`;
  }
}
