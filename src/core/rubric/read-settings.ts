import { cellText, foldName } from "../cell/cell";
import { monthOf } from "../cell/period-name";
import type { ReadTable, SourceCell } from "../cell/table";
import { cellIn, isEmptyRow, textIn } from "../cell/table";
import type { Localised } from "../text/locale";
import { ROUNDINGS } from "../text/round";
import type { SettingColumn } from "./columns";
import type { RubricSettings, SectionBounds } from "./settings";
import { DEFAULT_SETTINGS } from "./settings";

/** Settings of the workbook as a whole; a row of one rubric states them for all. */
interface WorkbookSettings {
  /** The month in which years begin; 1 for calendar years. Undefined if no row says it. */
  readonly firstMonth: number | undefined;
}

type Draft = { -readonly [K in keyof RubricSettings]?: RubricSettings[K] } & { workbook?: WorkbookSettings };

/** The subject of a row of the Settings table. */
export type SettingKey =
  Exclude<keyof RubricSettings, "sections"> | Exclude<keyof SectionBounds, "section"> | keyof WorkbookSettings;

interface SettingSpec {
  readonly key: SettingKey;
  readonly names: Localised<readonly string[]>;
  /** The accepted values, in words for people. */
  readonly choices: Localised;
  /** Stores the value; false if the setting cannot take it. `section` is the text after the colon of the name. */
  readonly take: (draft: Draft, value: SourceCell, section: string) => boolean;
  /** Whether a colon and a section follow the name. */
  readonly ofSection?: true;
}

type NumberKey = "fullScore" | "decimals" | "lowestTotal" | "highestTotal" | "coverage" | "minimumGroup";

const number =
  (key: NumberKey, accepts: (value: number) => boolean): SettingSpec["take"] =>
  (draft, { value }) => {
    if (value.kind !== "number" || !accepts(value.value)) return false;
    draft[key] = value.value;
    return true;
  };

function choice<K extends "peerStatistic" | "quotaGroup" | "ranks" | "rollUpWeights" | "rounding">(
  key: K,
  words: Readonly<Record<RubricSettings[K] & string, readonly string[]>>,
): SettingSpec["take"] {
  const byWord = new Map(
    Object.entries<readonly string[]>(words).flatMap(([id, names]) =>
      [id, ...names].map((name) => [foldName(name), id]),
    ),
  );
  return (draft, { value }) => {
    const found = value.kind === "text" ? byWord.get(foldName(value.text)) : undefined;
    if (found === undefined) return false;
    draft[key] = found as RubricSettings[K];
    return true;
  };
}

const bound =
  (key: "lowest" | "highest" | "deductions" | "bonuses", accepts: (value: number) => boolean): SettingSpec["take"] =>
  (draft, { value }, section) => {
    if (value.kind !== "number" || !accepts(value.value) || section === "") return false;
    const rest = (draft.sections ?? []).filter((each) => each.section !== section);
    const own = (draft.sections ?? []).find((each) => each.section === section) ?? { section };
    draft.sections = [...rest, { ...own, [key]: value.value }];
    return true;
  };

const any = (): boolean => true;

const notNegative = (value: number): boolean => value >= 0;

const whole = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most;

const NUMBER = { en: "a number", "zh-CN": "数字" };

const SPECS: readonly SettingSpec[] = [
  {
    key: "fullScore",
    names: { en: ["full score"], "zh-CN": ["满分"] },
    choices: { en: "a positive number", "zh-CN": "正数" },
    take: number("fullScore", (value) => value > 0),
  },
  {
    key: "decimals",
    names: { en: ["decimals"], "zh-CN": ["小数位", "小数位数"] },
    choices: { en: "a whole number from 0 to 10", "zh-CN": "0 到 10 的整数" },
    take: number("decimals", whole(0, 10)),
  },
  {
    key: "rounding",
    names: { en: ["rounding"], "zh-CN": ["舍入", "舍入方式", "取整方式"] },
    choices: {
      en: Object.values(ROUNDINGS)
        .map((names) => names[0]!)
        .join(", "),
      "zh-CN": Object.values(ROUNDINGS)
        .map((names) => names[1]!)
        .join("、"),
    },
    take: choice("rounding", ROUNDINGS),
  },
  {
    key: "lowestTotal",
    names: { en: ["lowest total"], "zh-CN": ["最低总分", "总分下限"] },
    choices: NUMBER,
    take: number("lowestTotal", any),
  },
  {
    key: "highestTotal",
    names: { en: ["highest total"], "zh-CN": ["最高总分", "总分上限"] },
    choices: NUMBER,
    take: number("highestTotal", any),
  },
  {
    key: "coverage",
    names: { en: ["coverage"], "zh-CN": ["覆盖率"] },
    choices: { en: "a share from 0 to 1", "zh-CN": "0 到 1 之间的比例" },
    take: number("coverage", (value) => value >= 0 && value <= 1),
  },
  {
    key: "peerStatistic",
    names: { en: ["peer statistic"], "zh-CN": ["同岗位统计量", "均值口径"] },
    choices: { en: "mean, median, percentile", "zh-CN": "均值、中位数、百分位" },
    take: choice("peerStatistic", {
      mean: ["average", "均值", "平均值"],
      median: ["中位数"],
      percentile: ["rank", "百分位", "百分位数"],
    }),
  },
  {
    key: "minimumGroup",
    names: { en: ["minimum group size"], "zh-CN": ["最小组人数", "最少人数"] },
    choices: { en: "a whole number from 1", "zh-CN": "不小于 1 的整数" },
    take: number("minimumGroup", whole(1, 1e6)),
  },
  {
    key: "notPeers",
    names: { en: ["not peers"], "zh-CN": ["不计入同岗位", "不计入均值"] },
    choices: { en: "agent IDs with commas between", "zh-CN": "工号，以逗号分隔" },
    take: (draft, { raw }) => {
      const ids = String(raw ?? "")
        .normalize("NFKC")
        .split(/[,;、\s]+/u)
        .map(foldName);
      draft.notPeers = [...new Set(ids.filter((id) => id !== ""))].sort();
      return draft.notPeers.length > 0;
    },
  },
  {
    key: "quotaGroup",
    names: { en: ["grade quotas within"], "zh-CN": ["等级名额范围", "强制分布范围"] },
    choices: { en: "role, team", "zh-CN": "岗位、班组" },
    take: choice("quotaGroup", { role: ["rubric", "岗位", "考核表"], team: ["班组"] }),
  },
  {
    key: "ranks",
    names: { en: ["ranks"], "zh-CN": ["排名方式"] },
    choices: { en: "skip (1, 2, 2, 4), dense (1, 2, 2, 3)", "zh-CN": "跳号（1、2、2、4）、连号（1、2、2、3）" },
    take: choice("ranks", { skip: ["跳号", "跳过", "并列跳号"], dense: ["连号", "连续", "密集", "并列连号"] }),
  },
  {
    key: "tieBreak",
    names: { en: ["tie-break", "tie break", "tiebreak"], "zh-CN": ["并列判定"] },
    choices: { en: "names of indicators with commas between", "zh-CN": "指标名称，以逗号分隔" },
    take: (draft, { raw }) => {
      const names = String(raw ?? "")
        .split(/[,，;；、>＞]/u)
        .map(foldName);
      draft.tieBreak = [...new Set(names.filter((name) => name !== ""))];
      return draft.tieBreak.length > 0;
    },
  },
  {
    key: "rollUpWeights",
    names: { en: ["roll-up weights", "roll up weights", "rollup weights"], "zh-CN": ["汇总权重"] },
    choices: { en: "equal, n", "zh-CN": "等权、n" },
    take: choice("rollUpWeights", { equal: ["等权", "相同", "相等"], n: ["样本量", "样本数", "按样本量"] }),
  },
  {
    key: "firstMonth",
    names: { en: ["first month of the year", "first month of the fiscal year"], "zh-CN": ["财年首月", "财政年度首月"] },
    choices: { en: "a month, 1 to 12", "zh-CN": "月份，1 到 12" },
    take: (draft, { raw }) => {
      const firstMonth = monthOf(cellText(raw));
      if (firstMonth !== undefined) draft.workbook = { firstMonth };
      return firstMonth !== undefined;
    },
  },
  {
    key: "lowest",
    names: { en: ["section lowest"], "zh-CN": ["维度最低分"] },
    choices: NUMBER,
    take: bound("lowest", any),
    ofSection: true,
  },
  {
    key: "highest",
    names: { en: ["section highest"], "zh-CN": ["维度最高分"] },
    choices: NUMBER,
    take: bound("highest", any),
    ofSection: true,
  },
  {
    key: "deductions",
    names: { en: ["section deductions"], "zh-CN": ["维度扣分上限"] },
    choices: { en: "a number of 0 or more", "zh-CN": "不小于 0 的数字" },
    take: bound("deductions", notNegative),
    ofSection: true,
  },
  {
    key: "bonuses",
    names: { en: ["section bonuses"], "zh-CN": ["维度加分上限"] },
    choices: { en: "a number of 0 or more", "zh-CN": "不小于 0 的数字" },
    take: bound("bonuses", notNegative),
    ofSection: true,
  },
];

/** Names of all settings, as people write them. */
export const SETTING_NAMES: Localised = {
  en: SPECS.map(({ names, ofSection }) => names.en[0]! + (ofSection ? ": SECTION" : "")).join(", "),
  "zh-CN": SPECS.map(({ names, ofSection }) => names["zh-CN"][0]! + (ofSection ? "：某维度" : "")).join("、"),
};

/** All names of a setting, in both languages. */
export function settingNames(key: SettingKey): readonly string[] {
  const { names } = SPECS.find((spec) => spec.key === key)!;
  return [...names.en, ...names["zh-CN"]];
}

/** Name of a setting, as people write it. */
export function settingName(key: SettingKey): Localised {
  const { names } = SPECS.find((spec) => spec.key === key)!;
  return { en: names.en[0]!, "zh-CN": names["zh-CN"][0]! };
}

/** Whether a text names a setting. */
export const isKnownSetting = (name: string): boolean => findSpec(name) !== undefined;

/** A row of the Settings table that cannot be read. */
interface SettingFault {
  readonly cell: SourceCell;
  readonly reason: "unknown" | "value" | "section";
  readonly text: string;
  /** The accepted values; undefined for an unknown setting. */
  readonly choices: Localised | undefined;
}

export interface SettingsTable extends WorkbookSettings {
  readonly forRubric: (rubric: string) => RubricSettings;
  readonly faults: readonly SettingFault[];
  /** Rubrics named in rows of the table. */
  readonly rubrics: readonly { readonly name: string; readonly cell: SourceCell }[];
  /** Sections named in rows of the table; `rubric` is "" for a row that holds for all rubrics. */
  readonly sections: readonly { readonly section: string; readonly rubric: string; readonly cell: SourceCell }[];
}

export const NO_SETTINGS: SettingsTable = {
  forRubric: () => DEFAULT_SETTINGS,
  faults: [],
  rubrics: [],
  sections: [],
  firstMonth: undefined,
};

/** Finds a setting by the text of a Setting cell. A section follows the colon. */
function findSpec(text: string): { readonly spec: SettingSpec; readonly section: string } | undefined {
  const colon = text.indexOf(":");
  const name = foldName(colon < 0 ? text : text.slice(0, colon));
  const section = colon < 0 ? "" : foldName(text.slice(colon + 1));
  const spec = SPECS.find(({ names }) => [...names.en, ...names["zh-CN"]].some((known) => foldName(known) === name));
  return spec && (colon < 0 || spec.ofSection) ? { spec, section } : undefined;
}

/** Reads the Settings table. A row without a rubric holds for all rubrics; a row with a rubric overrides it. */
export function readSettings(table: ReadTable<SettingColumn>): SettingsTable {
  const common: Draft = {};
  const byRubric = new Map<string, Draft>();
  let boundCell: SourceCell | undefined;
  const faults: SettingFault[] = [];
  const rubrics: { name: string; cell: SourceCell }[] = [];
  const sections: { section: string; rubric: string; cell: SourceCell }[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const rubricName = textIn(table, row, "rubric");
    if (rubricName !== "") rubrics.push({ name: rubricName, cell: cellIn(table, row, "rubric")! });
    const nameCell = cellIn(table, row, "setting")!;
    const name = textIn(table, row, "setting");
    const found = findSpec(name);
    const cell = cellIn(table, row, "value")!;
    const rubric = foldName(rubricName);
    const target = rubric === "" ? common : (byRubric.get(rubric) ?? {});
    if (!found) faults.push({ cell: nameCell, reason: "unknown", text: name, choices: undefined });
    else if (!found.spec.take(target, cell, found.section)) {
      faults.push({ cell, reason: "value", text: name, choices: found.spec.choices });
    } else {
      if (found.spec.ofSection) sections.push({ section: found.section, rubric, cell: nameCell });
      if (target.lowestTotal !== undefined || target.highestTotal !== undefined) boundCell = cell;
      if (rubric !== "") byRubric.set(rubric, target);
    }
  }
  const stated = (draft: Draft): Draft => {
    const own = { ...draft };
    // What holds for the workbook is no setting of a rubric, and no part of its fingerprint.
    delete own.workbook;
    return own;
  };
  const together = (own: Draft): RubricSettings => ({
    ...DEFAULT_SETTINGS,
    ...stated(common),
    ...stated(own),
    sections: mergeSections(common.sections ?? [], own.sections ?? []),
  });
  for (const own of [common, ...byRubric.values()]) {
    const all = together(own);
    if (all.lowestTotal > (all.highestTotal ?? all.fullScore) && boundCell) {
      faults.push({ cell: boundCell, reason: "value", text: "", choices: NUMBER });
      break;
    }
  }
  const made = new Map<string, RubricSettings>();
  const forRubric = (rubric: string): RubricSettings => {
    const name = foldName(rubric);
    const known = made.get(name) ?? together(byRubric.get(name) ?? {});
    made.set(name, known);
    return known;
  };
  const firstMonth = [common, ...byRubric.values()].find(({ workbook }) => workbook)?.workbook?.firstMonth;
  return { forRubric, faults, rubrics, sections, firstMonth };
}

function mergeSections(common: readonly SectionBounds[], own: readonly SectionBounds[]): readonly SectionBounds[] {
  const names = [...new Set([...common, ...own].map((each) => each.section))].sort();
  const find = (all: readonly SectionBounds[], name: string) => all.find((each) => each.section === name);
  return names.map((section) => ({ section, ...find(common, section), ...find(own, section) }));
}
