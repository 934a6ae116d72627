import { foldName } from "../cell/cell";
import { centreRanks } from "../scoring/centre-rank";
import type { EvaluationSet, StatusCode } from "../scoring/evaluation";
import { STATUS, STATUS_NAMES, STATUS_TEXT } from "../scoring/evaluation";
import type { Locale, Localised } from "../text/locale";
import type { CellWriter } from "./cell-writers";
import {
  writeCounted,
  writeCoded,
  writeEach,
  writeNothing,
  writePoints,
  writeSubtotal,
  writeTexts,
} from "./cell-writers";
import { formatEvaluation, FROZEN_COLUMNS, HEAD_ROWS, pagesWideFor, widthOf } from "./evaluation-format";
import type { EvaluationMark } from "./mark";
import { evaluationSheetName, writeMark } from "./mark";
import type { PlanCell, SheetPlan } from "./plan";
import { NOT_COUNTED, writeRemarks } from "./remarks";

/** What a column of the evaluation sheet is, for its format. */
export type ColumnRole =
  "text" | "points" | "subtotal" | "adjustment" | "total" | "grade" | "rank" | "status" | "flags";

export interface EvaluationColumn {
  readonly header: string;
  readonly role: ColumnRole;
  /** The most that can be earned, for the line above the headers. */
  readonly most: number | null;
  /** Binds the column to a set; the result writes the cells of its agents. */
  readonly cells: (set: EvaluationSet) => CellWriter;
}

const TEXT: Record<
  | "title"
  | "agentId"
  | "name"
  | "rubric"
  | "team"
  | "deductions"
  | "bonuses"
  | "total"
  | "grade"
  | "rank"
  | "teamRank"
  | "centreRank"
  | "status"
  | "flags"
  | "most"
  | "subtotal",
  Localised
> = {
  title: { en: "Evaluation", "zh-CN": "考核结果" },
  agentId: { en: "Agent ID", "zh-CN": "工号" },
  name: { en: "Name", "zh-CN": "姓名" },
  rubric: { en: "Rubric", "zh-CN": "考核表" },
  team: { en: "Team", "zh-CN": "班组" },
  deductions: { en: "Deductions", "zh-CN": "扣分合计" },
  bonuses: { en: "Bonuses", "zh-CN": "加分合计" },
  total: { en: "Total", "zh-CN": "总分" },
  grade: { en: "Grade", "zh-CN": "等级" },
  rank: { en: "Rank", "zh-CN": "排名" },
  teamRank: { en: "Rank in team", "zh-CN": "班组排名" },
  centreRank: { en: "Rank in centre", "zh-CN": "中心排名" },
  status: { en: "Status", "zh-CN": "状态" },
  flags: { en: "Remarks", "zh-CN": "备注" },
  most: { en: "Points", "zh-CN": "分值" },
  subtotal: { en: "subtotal", "zh-CN": "小计" },
};

/**
 * Plans the sheet `Evaluation <period>`: one row per agent with every indicator's points, section subtotals, deductions and bonuses,
 * total, grade, ranks and remarks, as values. All sets must be of the same period.
 *
 * @param onlyRubric name of the rubric where one of several was chosen; it then stands in the name of the sheet
 */
export function planEvaluationSheet(
  sets: readonly EvaluationSet[],
  mark: EvaluationMark,
  locale: Locale,
  onlyRubric?: string,
): SheetPlan {
  const columns = evaluationColumns(sets, locale);
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const blank = (text: string): PlanCell[] => [text, ...new Array<PlanCell>(columns.length - 1).fill(null)];
  const rubricNames = sets.map((set) => set.rubric.rubric.name).join(", ");
  const head: PlanCell[][] = [
    blank(`${TEXT.title[locale]} ${mark.period} · ${rubricNames}`),
    blank(`${summaryOf(sets, count, locale)} · ${writeMark(mark)}`),
    columns.map((column, index) => (index === 0 ? TEXT.most[locale] : column.most)),
    columns.map((column) => column.header),
  ];
  const rows = [...head];
  for (const set of sets) addRows(rows, set, columns);
  // Every rubric takes its grades from the one Total scale of the workbook.
  const gradesFromBest = [...(sets[0]?.rubric.grades ?? [])].reverse();
  const columnWidths = columns.map((column, index) => widthOf(column, rows, index));
  return {
    name: evaluationSheetName(mark.period, onlyRubric),
    rows,
    columnWidths,
    ...formatEvaluation(columns, count, gradesFromBest, sets, locale),
    print: {
      orientation: "landscape",
      titleRows: HEAD_ROWS,
      titleColumns: FROZEN_COLUMNS,
      pagesWide: pagesWideFor(columnWidths),
      footer: `${TEXT.title[locale]} ${mark.period} ${writeMark(mark)}`,
    },
  };
}

/** The rows of a set's agents below the head, as a sheet with these columns holds them. */
export function evaluationRows(
  set: EvaluationSet,
  columns: readonly EvaluationColumn[],
): readonly (readonly PlanCell[])[] {
  const rows: PlanCell[][] = [];
  addRows(rows, set, columns);
  return rows;
}

/** Agents whose rows are made together, column by column. */
const BLOCK = 64;

function addRows(rows: PlanCell[][], set: EvaluationSet, columns: readonly EvaluationColumn[]): void {
  const writers = columns.map((column) => column.cells(set));
  const width = columns.length;
  for (let from = 0; from < set.count; from += BLOCK) {
    const block: PlanCell[][] = [];
    const to = Math.min(set.count, from + BLOCK);
    // Every cell is written by its column.
    for (let agent = from; agent < to; agent += 1) block.push(new Array<PlanCell>(width));
    for (let column = 0; column < width; column += 1) writers[column]!(block, column, from);
    for (const row of block) rows.push(row);
  }
}

function summaryOf(sets: readonly EvaluationSet[], count: number, locale: Locale): string {
  const counts = STATUS_NAMES.map(() => 0);
  for (const { status } of sets) for (let agent = 0; agent < status.length; agent += 1) counts[status[agent]!]! += 1;
  const parts = STATUS_NAMES.flatMap((name, code) =>
    counts[code]! > 0 ? [`${counts[code]!} ${STATUS_TEXT[name][locale]}`] : [],
  );
  return locale === "en" ? `${count} agents: ${parts.join(", ")}` : `共 ${count} 人：${parts.join("，")}`;
}

/** Columns of all sets together: indicators of the same section and name share a column. */
export function evaluationColumns(sets: readonly EvaluationSet[], locale: Locale): readonly EvaluationColumn[] {
  const severalRubrics = sets.length > 1;
  const text = (header: string, cells: EvaluationColumn["cells"]): EvaluationColumn => ({
    header,
    role: "text",
    most: null,
    cells,
  });
  const identity = [
    text(TEXT.agentId[locale], ({ agentIds }) => writeTexts(agentIds)),
    text(TEXT.name[locale], ({ names }) => writeTexts(names)),
    ...(severalRubrics ? [text(TEXT.rubric[locale], ({ rubric: { rubric } }) => writeEach(() => rubric.name))] : []),
    text(TEXT.team[locale], ({ team }) => writeCoded(team)),
  ];
  const adjustments = (pick: "deductions" | "bonuses"): EvaluationColumn => ({
    header: TEXT[pick][locale],
    role: "adjustment",
    most: null,
    cells: (set) => writePoints(set[pick]),
  });
  const anyAdjustment = sets.some((set) => set.rubric.indicators.some((each) => each.adjusts));
  return [
    ...identity,
    ...sectionColumns(sets, locale),
    ...(anyAdjustment ? [adjustments("deductions"), adjustments("bonuses")] : []),
    {
      header: TEXT.total[locale],
      role: "total",
      most: commonValue(sets.map((set) => set.rubric.settings.fullScore)),
      cells: ({ total, status }) => writeEach((agent) => (status[agent] === STATUS.scored ? total[agent]! : null)),
    },
    {
      header: TEXT.grade[locale],
      role: "grade",
      most: null,
      cells: ({ grade, rubric: { grades } }) => writeEach((agent) => grades[grade[agent]!] || null),
    },
    rankColumn(TEXT.rank[locale], (set) => set.rank),
    rankColumn(TEXT.teamRank[locale], (set) => set.teamRank),
    ...(severalRubrics ? [rankColumn(TEXT.centreRank[locale], (set) => centreRanks(set))] : []),
    {
      header: TEXT.status[locale],
      role: "status",
      most: null,
      cells: ({ status }) => {
        const texts = STATUS_NAMES.map((name) => STATUS_TEXT[name][locale]);
        return writeEach((agent) => texts[status[agent]!]!);
      },
    },
    {
      header: TEXT.flags[locale],
      role: "flags",
      most: null,
      cells: (set) => writeRemarks(set, locale),
    },
  ];
}

function rankColumn(header: string, ranks: (set: EvaluationSet) => Int32Array | undefined): EvaluationColumn {
  return {
    header,
    role: "rank",
    most: null,
    cells: (set) => {
      const own = ranks(set);
      return writeEach((agent) => own?.[agent] || null);
    },
  };
}

interface IndicatorPlace {
  readonly name: string;
  readonly adjusts: boolean;
  /** Index of the indicator within each set; -1 where the rubric lacks it. */
  readonly index: Map<EvaluationSet, number>;
}

/** For every section its indicators, then its subtotal where it has a name and something to earn. */
function sectionColumns(sets: readonly EvaluationSet[], locale: Locale): readonly EvaluationColumn[] {
  const sections = new Map<
    string,
    { name: string; index: Map<EvaluationSet, number>; indicators: Map<string, IndicatorPlace> }
  >();
  for (const set of sets) {
    set.rubric.rubric.sections.forEach((section, sectionIndex) => {
      const key = foldName(section.name);
      const group = sections.get(key) ?? { name: section.name, index: new Map(), indicators: new Map() };
      sections.set(key, group);
      group.index.set(set, sectionIndex);
      for (const index of section.indicators) {
        const { indicator, adjusts } = set.rubric.indicators[index]!;
        const indicatorKey = foldName(indicator.name);
        const place = group.indicators.get(indicatorKey) ?? {
          name: indicator.name,
          adjusts,
          index: new Map<EvaluationSet, number>(),
        };
        group.indicators.set(indicatorKey, place);
        place.index.set(set, index);
      }
    });
  }
  return [...sections.values()].flatMap(({ name, index, indicators }) => {
    const places = [...indicators.values()];
    const columns = places.map((place) => indicatorColumn(place, locale));
    if (name === "" || places.every((place) => place.adjusts)) return columns;
    const most = commonValue(
      [...index].map(([set, section]) =>
        set.rubric.rubric.sections[section]!.indicators.reduce(
          (sum, k) => sum + (set.rubric.indicators[k]!.adjusts ? 0 : set.rubric.indicators[k]!.indicator.points),
          0,
        ),
      ),
    );
    const subtotal: EvaluationColumn = {
      header: locale === "en" ? `${name} ${TEXT.subtotal.en}` : `${name}${TEXT.subtotal["zh-CN"]}`,
      role: "subtotal",
      most,
      cells: (set) => {
        const section = index.get(set);
        return section === undefined ? writeNothing : writeSubtotal(set, section);
      },
    };
    return [...columns, subtotal];
  });
}

function indicatorColumn({ name, adjusts, index }: IndicatorPlace, locale: Locale): EvaluationColumn {
  return {
    header: name,
    role: adjusts ? "adjustment" : "points",
    most: adjusts ? null : commonValue([...index].map(([set, k]) => set.rubric.indicators[k]!.indicator.points)),
    cells: (set) => {
      const k = index.get(set);
      if (k === undefined) return writeNothing;
      const instead: Readonly<Record<StatusCode, PlanCell>> = {
        [STATUS.scored]: null,
        [STATUS.pending]: null,
        [STATUS.notApplicable]: NOT_COUNTED[locale],
        [STATUS.failed]: STATUS_TEXT.failed[locale],
      };
      return writeCounted(set, k, instead);
    },
  };
}

/** The value that all share, null when they differ. */
function commonValue(values: readonly number[]): number | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}
