import { findTotalScale } from "../../scoring/compile/compile";
import { showMetric, showNumber } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { counted } from "../../text/plural";
import { roundHalfAwayFromZero } from "../../text/round";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { settingCell } from "../setting-cell";
import type { CheckSubject } from "../subject";
import type { Threshold } from "../units";
import { statistics, thresholdsOf } from "../units";
import { isSame } from "../../text/tolerance";

/** Fewer values than this may be whole by chance. */
const FEWEST_VALUES = 5;

type Problem = "data" | "cut-off";

const RATE = { ...LINEAR, "Zero at": 0.9, "Full at": 0.98 };
const rates = (...values: readonly number[]) =>
  values.map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test }));

/** A cut-off of the Total scale that no rounded total can meet exactly, such as 89.5 for totals without decimals. */
function lostCutOffs({ scales, rubrics, settings }: CheckSubject) {
  const scale = findTotalScale(scales);
  if (!scale || scale.bare || rubrics.length === 0) return [];
  const decimals = Math.max(...rubrics.map(({ name }) => settings.forRubric(name).decimals));
  return scale.intervals.flatMap(({ from, places }) =>
    Number.isFinite(from) && !isSame(roundHalfAwayFromZero(from, decimals), from)
      ? [{ at: places.from, value: from, decimals }]
      : [],
  );
}

export default defineCheck<{ name: string; value: number; problem: Problem; showAs: ShowAs }>()({
  id: "decimals-kept",
  severity: "warning",
  title: { en: "Decimals that decide are kept", "zh-CN": "起决定作用的小数没有丢失" },
  message: {
    en: ({ name, value, problem, showAs }) =>
      problem === "data"
        ? {
            what: `All values of “${name}” are whole numbers, but its thresholds (such as ${showMetric(value, showAs, "en")}) lie between two of them.`,
            why: "The decimals were most likely lost when the data were copied: everybody would earn all or nothing.",
            how: "Paste the data again with their decimals.",
          }
        : {
            what: `Totals are rounded to ${counted(name, "decimal", "decimals")}, but a grade begins at ${showNumber(value, "en")}.`,
            why: "The rounded total decides the grade, so nobody can stand exactly at that line.",
            how: "Set more decimals in Settings, or state the cut-off with as many as totals have.",
          },
    "zh-CN": ({ name, value, problem, showAs }) =>
      problem === "data"
        ? {
            what: `“${name}”的数据全部是整数，而阈值（如 ${showMetric(value, showAs, "zh-CN")}）位于两个整数之间。`,
            why: "很可能复制数据时丢失了小数：所有人不是满分就是零分。",
            how: "请重新粘贴带小数的数据。",
          }
        : {
            what: `总分保留 ${name} 位小数，而有一个等级从 ${showNumber(value, "zh-CN")} 开始。`,
            why: "等级由舍入后的总分决定，没有人能正好落在这条线上。",
            how: "在“设置”中增加小数位数，或按总分的位数填写起点。",
          },
  },
  check: (subject, report) => {
    const { known, metrics } = subject;
    const seen = new Set<number>();
    for (const each of known) {
      const { indicator, method } = each;
      if (method.words || method.input !== "metric") continue;
      const thresholds = thresholdsOf(each);
      if (thresholds.length < 2) continue;
      const floor = Math.floor(thresholds[0]!.value);
      if (!thresholds.every(({ value }) => value > floor && value < floor + 1)) continue;
      const [first, ...others] = thresholds as readonly [Threshold, ...Threshold[]];
      const column = metrics?.column(indicator.metric);
      if (!column || seen.has(column.column)) continue;
      seen.add(column.column);
      const { count, notWhole, lowest, highest } = statistics(column);
      // Data that do not even surround the thresholds are in another unit.
      if (count < FEWEST_VALUES || notWhole > 0 || lowest > floor + 1 || highest < floor || lowest === highest)
        continue;
      if (highest > floor + 1) continue;
      const data = { name: column.header, value: first.value, problem: "data", showAs: column.showAs } as const;
      const header = metrics!.placeAt(-1, column.column);
      report(header, data, { related: [first, ...others].map(({ at }) => at) });
    }
    for (const { at, value, decimals } of lostCutOffs(subject)) {
      const setting = settingCell(subject, "decimals", subject.rubrics[0]!.name);
      report(
        at,
        { name: String(decimals), value, problem: "cut-off", showAs: "number" },
        { related: setting ? [setting] : [] },
      );
    }
  },
  valid: [
    exampleOf([RATE], { Metrics: rates(0, 1, 1, 0.95, 1) }),
    exampleOf([LINEAR], { Metrics: rates(60, 70, 80, 90, 100) }),
    exampleOf([LINEAR], {
      Scales: [
        { Scale: "Total", Grade: "A", From: 89.95 },
        { Scale: "Total", Grade: "B", From: "" },
      ],
    }),
  ],
  invalid: [
    { tables: exampleOf([RATE], { Metrics: rates(1, 1, 1, 0, 1, 1) }), at: ["Metrics!C1"] },
    {
      tables: exampleOf([LINEAR], {
        Scales: [
          { Scale: "Total", Grade: "A", From: 89.5 },
          { Scale: "Total", Grade: "B", From: "" },
        ],
        Settings: [{ Setting: "Decimals", Value: 0 }],
      }),
      at: ["Scales!C2"],
    },
  ],
});
