import type { EvaluationColumn, ColumnGroup } from "./columns";
import { foldName } from "../cell/cell";
import { centreRanks } from "../scoring/period/centre-rank";
import type { EvaluationSet } from "../scoring/model/evaluation";
import { STATUS_NAMES, STATUS_TEXT } from "../scoring/model/status";
import type { Locale, Localised } from "../text/locale";
import type { Instead } from "./cell-writers";
import {
  writeCounted,
  writeSection,
  writeSideBySide,
  writeCoded,
  writeEach,
  writeNothing,
  writePoints,
  writeRanks,
  writeSubtotal,
  writeTexts,
  writeTotals,
} from "./cell-writers";
import { formatEvaluation, FROZEN_COLUMNS, HEAD_ROWS, pagesWideFor, widthOf } from "./evaluation-format";
import type { EvaluationMark } from "./mark";
import { evaluationSheetName, writeMark } from "./mark";
import type { PlanCell, SheetPlan } from "../plan/plan";
import { NOT_COUNTED, writeRemarks } from "./remarks";
import { counted } from "../text/plural";

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
 * Plans the sheet `Evaluation <period>`, as values. Each agent has one row: every indicator's points, section
 * subtotals, deductions and bonuses, total, grade, ranks and remarks. All sets must be of the same period.
 *
 * @param name of the sheet
 */
export function planEvaluationSheet(
  sets: readonly EvaluationSet[],
  mark: EvaluationMark,
  locale: Locale,
  name = evaluationSheetName(mark.period),
): SheetPlan {
  const groups = evaluationColumns(sets, locale);
  const columns = groups.flatMap((group) => group.columns);
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const blank = (text: string): PlanCell[] => [text, ...new Array<PlanCell>(columns.length - 1).fill(null)];
  const rubricNames = sets.map((set) => set.rubric.rubric.name).join(", ");
  const head: PlanCell[][] = [
    blank(`${TEXT.title[locale]} ${mark.period} · ${rubricNames}`),
    blank(`${summaryOf(sets, count, locale)} · ${writeMark(mark)}`),
    columns.map((column, index) => (index === 0 ? TEXT.most[locale] : column.most)),
    columns.map((column) => column.header),
  ];
  const rows = head.concat(...sets.map((set) => evaluationRows(set, groups)));
  // The workbook has one Total scale, so every rubric has the same grades.
  const gradesFromBest = [...(sets[0]?.rubric.grades ?? [])].reverse();
  const columnWidths = columns.map((column, index) => widthOf(column, rows, index));
  return {
    name,
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

/** Agents whose rows are made and filled together: cells to cells costs 1.15 times as much where all are, at 40,000 agents. */
const BLOCK = 256;

/** The rows of a set's agents below the head, for a sheet with these columns. */
export function evaluationRows(set: EvaluationSet, groups: readonly ColumnGroup[]): PlanCell[][] {
  const width = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const writers = groups.map(({ cells }) => cells(set));
  const rows: PlanCell[][] = [];
  for (let from = 0; from < set.count; from += BLOCK) {
    const length = Math.min(BLOCK, set.count - from);
    const block = Array.from({ length }, () => new Array<PlanCell>(width).fill(null));
    let column = 0;
    groups.forEach(({ columns }, index) => {
      writers[index]!(block, column, from);
      column += columns.length;
    });
    rows.push(...block);
  }
  return rows;
}

function summaryOf(sets: readonly EvaluationSet[], count: number, locale: Locale): string {
  const counts = STATUS_NAMES.map(() => 0);
  for (const { status } of sets) countCodes(status, counts);
  const parts = STATUS_NAMES.flatMap((name, code) =>
    counts[code]! > 0 ? [`${counts[code]!} ${STATUS_TEXT[name][locale]}`] : [],
  );
  return locale === "en"
    ? `${counted(count, "agent", "agents")}: ${parts.join(", ")}`
    : `共 ${count} 人：${parts.join("，")}`;
}

function countCodes(codes: Uint8Array, counts: number[]): void {
  for (let i = 0; i < codes.length; i += 1) counts[codes[i]!]! += 1;
}

/** Columns of all sets together. Indicators with the same section and name share a column. */
export function evaluationColumns(sets: readonly EvaluationSet[], locale: Locale): readonly ColumnGroup[] {
  const severalRubrics = sets.length > 1;
  const text = (header: string, cells: ColumnGroup["cells"]) => single({ header, role: "text", most: null }, cells);
  const identity = [
    text(TEXT.agentId[locale], ({ agentIds }) => writeTexts(agentIds)),
    text(TEXT.name[locale], ({ names }) => writeTexts(names)),
    ...(severalRubrics ? [text(TEXT.rubric[locale], ({ rubric: { rubric } }) => writeEach(() => rubric.name))] : []),
    text(TEXT.team[locale], ({ team }) => writeCoded(team.codes, team.texts)),
  ];
  const adjustments = (pick: "deductions" | "bonuses") =>
    single({ header: TEXT[pick][locale], role: "adjustment", most: null, holds: () => ({ of: pick }) }, (set) =>
      writePoints(set[pick]),
    );
  const anyAdjustment = sets.some((set) => set.rubric.indicators.some((each) => each.adjusts));
  const fullScore = commonValue(sets.map((set) => set.rubric.settings.fullScore));
  return [
    ...identity,
    ...sectionColumns(sets, locale),
    ...(anyAdjustment ? [adjustments("deductions"), adjustments("bonuses")] : []),
    single({ header: TEXT.total[locale], role: "total", most: fullScore, holds: () => ({ of: "total" }) }, writeTotals),
    single(
      { header: TEXT.grade[locale], role: "grade", most: null, holds: () => ({ of: "grade" }) },
      ({ grade, rubric: { grades } }) => writeCoded(grade, grades),
    ),
    rankColumn(TEXT.rank[locale], (set) => set.rank, "rank"),
    rankColumn(TEXT.teamRank[locale], (set) => set.teamRank, "teamRank"),
    ...(severalRubrics ? [rankColumn(TEXT.centreRank[locale], (set) => centreRanks(set))] : []),
    single({ header: TEXT.status[locale], role: "status", most: null, holds: () => ({ of: "status" }) }, ({ status }) =>
      writeCoded(
        status,
        STATUS_NAMES.map((name) => STATUS_TEXT[name][locale]),
      ),
    ),
    single({ header: TEXT.flags[locale], role: "flags", most: null }, (set) => writeRemarks(set, locale)),
  ];
}

const single = (column: EvaluationColumn, cells: ColumnGroup["cells"]): ColumnGroup => ({ columns: [column], cells });

function rankColumn(
  header: string,
  ranks: (set: EvaluationSet) => Int32Array | undefined,
  of?: "rank" | "teamRank",
): ColumnGroup {
  return single({ header, role: "rank", most: null, ...(of ? { holds: () => ({ of }) } : {}) }, (set) => {
    const own = ranks(set);
    return own ? writeRanks(own) : writeNothing;
  });
}

interface IndicatorPlace {
  readonly name: string;
  readonly adjusts: boolean;
  /** Index of the indicator within each set; -1 if the rubric lacks it. */
  readonly index: Map<EvaluationSet, number>;
}

interface SectionPlace {
  readonly name: string;
  /** Index of the section within each set that has it. */
  readonly index: Map<EvaluationSet, number>;
  readonly indicators: Map<string, IndicatorPlace>;
}

/** For every section: its indicators, then a subtotal if the section has a name and can earn points. */
function sectionColumns(sets: readonly EvaluationSet[], locale: Locale): readonly ColumnGroup[] {
  const sections = new Map<string, SectionPlace>();
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
  return [...sections.values()].map((section) => sectionGroup(section, locale));
}

function sectionGroup({ name, index, indicators }: SectionPlace, locale: Locale): ColumnGroup {
  const places = [...indicators.values()];
  const columns = places.map((place): EvaluationColumn => ({
    header: place.name,
    role: place.adjusts ? "adjustment" : "points",
    most: place.adjusts
      ? null
      : commonValue([...place.index].map(([set, k]) => set.rubric.indicators[k]!.indicator.points)),
    holds: (set) => {
      const indicator = place.index.get(set);
      return indicator === undefined ? undefined : { of: "points", indicator };
    },
  }));
  const hasSubtotal = name !== "" && places.some((place) => !place.adjusts);
  const subtotal: EvaluationColumn = {
    header: locale === "en" ? `${name} ${TEXT.subtotal.en}` : `${name}${TEXT.subtotal["zh-CN"]}`,
    role: "subtotal",
    most: commonValue([...index].map(([set, section]) => mostOf(set, section))),
    holds: (set) => {
      const section = index.get(set);
      return section === undefined ? undefined : { of: "subtotal", section };
    },
  };
  const all = hasSubtotal ? [...columns, subtotal] : columns;
  const instead: Instead = STATUS_NAMES.map((name) =>
    name === "not-applicable" ? NOT_COUNTED[locale] : name === "failed" ? STATUS_TEXT.failed[locale] : null,
  );
  return {
    columns: all,
    cells: (set) => {
      const section = index.get(set);
      if (section === undefined) return writeSideBySide(all.map(() => writeNothing));
      const own = set.rubric.rubric.sections[section]!.indicators;
      const alike = own.length === places.length && places.every((place, i) => place.index.get(set) === own[i]);
      const together = hasSubtotal && alike ? writeSection(set, section, instead) : undefined;
      return (
        together ??
        writeSideBySide([
          ...places.map((place) => {
            const k = place.index.get(set);
            return k === undefined ? writeNothing : writeCounted(set, k, instead);
          }),
          ...(hasSubtotal ? [writeSubtotal(set, section)] : []),
        ])
      );
    },
  };
}

/** The most points of a section of a set. */
function mostOf({ rubric }: EvaluationSet, section: number): number {
  return rubric.rubric.sections[section]!.indicators.reduce(
    (sum, k) => sum + (rubric.indicators[k]!.adjusts ? 0 : rubric.indicators[k]!.indicator.points),
    0,
  );
}

/** The common value; null if the values differ. */
function commonValue(values: readonly number[]): number | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}
