import { foldName } from "../../cell/cell";
import type { RubricSettings, SectionBounds } from "../../rubric/settings";
import type { SettingKey } from "../../rubric/read-settings";
import { showNumber, showPercent } from "../../text/format";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { ROUNDINGS } from "../../text/round";
import type { RubricChange, RubricSide } from "./rubric-change";
import { quoted } from "./indicator-fields";

const OF_RUBRIC: readonly Exclude<keyof RubricSettings, "sections">[] = [
  "fullScore",
  "decimals",
  "rounding",
  "lowestTotal",
  "highestTotal",
  "coverage",
  "peerStatistic",
  "minimumGroup",
  "notPeers",
  "quotaGroup",
  "ranks",
  "tieBreak",
  "rollUpWeights",
];

const OF_SECTION: readonly Exclude<keyof SectionBounds, "section">[] = ["lowest", "highest", "deductions", "bonuses"];

const WORDS: Readonly<Record<RubricSettings["peerStatistic" | "quotaGroup" | "ranks" | "rollUpWeights"], Localised>> = {
  mean: { en: "mean", "zh-CN": "均值" },
  median: { en: "median", "zh-CN": "中位数" },
  percentile: { en: "percentile", "zh-CN": "百分位" },
  role: { en: "role", "zh-CN": "岗位" },
  team: { en: "team", "zh-CN": "班组" },
  skip: { en: "skip", "zh-CN": "跳号" },
  dense: { en: "dense", "zh-CN": "连号" },
  equal: { en: "equal", "zh-CN": "等权" },
  n: { en: "n", "zh-CN": "n" },
};

/** Differences of the settings of the two rubrics. A setting without a row has its default. */
export function settingChanges(before: RubricSide, after: RubricSide): readonly RubricChange[] {
  const [a, b] = [before.settings, after.settings];
  const change = (setting: SettingKey, section: string, from: Localised, to: Localised): RubricChange => ({
    kind: "setting",
    setting,
    section,
    from,
    to,
    scores: true,
    before: undefined,
    after: undefined,
  });
  const whole = OF_RUBRIC.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).map((key) =>
    change(key, "", settingText(key, a), settingText(key, b)),
  );
  const sections = [...new Set([...a.sections, ...b.sections].map(({ section }) => section))].sort();
  const bounded = sections.flatMap((section) => {
    const boundOf = ({ sections: all }: RubricSettings, key: (typeof OF_SECTION)[number]): number | undefined =>
      all.find((each) => each.section === section)?.[key];
    return OF_SECTION.filter((key) => boundOf(a, key) !== boundOf(b, key)).map((key) =>
      change(key, nameOf(section, after, before), numberText(boundOf(a, key)), numberText(boundOf(b, key))),
    );
  });
  return [...whole, ...bounded];
}

/** The name of a section in the spelling of the rubrics. Settings know only its folded name. */
function nameOf(folded: string, ...sides: readonly RubricSide[]): string {
  const names = sides.flatMap(({ rubric }) => rubric.sections.map(({ name }) => name));
  return names.find((name) => foldName(name) === folded) ?? folded;
}

const numberText = (value: number | undefined): Localised =>
  value === undefined ? quoted("") : localise((locale) => showNumber(value, locale));

function settingText(key: (typeof OF_RUBRIC)[number], settings: RubricSettings): Localised {
  switch (key) {
    case "rounding":
      return { en: ROUNDINGS[settings.rounding][0]!, "zh-CN": ROUNDINGS[settings.rounding][1]! };
    case "peerStatistic":
    case "quotaGroup":
    case "ranks":
    case "rollUpWeights":
      return WORDS[settings[key]];
    case "coverage":
      return localise((locale) => showPercent(settings.coverage, locale));
    case "notPeers":
    case "tieBreak":
      return quoted(settings[key].join(", "));
    case "highestTotal":
      // A blank setting means the full score, which is a number that people know.
      return numberText(settings.highestTotal ?? settings.fullScore);
    default:
      return numberText(settings[key]);
  }
}
