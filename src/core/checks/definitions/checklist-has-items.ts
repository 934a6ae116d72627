import type { Interval } from "../../rubric/scale";
import { placeOf } from "../../rubric/rubric";
import { checklistScale, weightOf } from "../../scoring/compile/checklist-scale";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { labelUses } from "../used-scales";

/** With more findings than this the table of metrics is the wrong one, and one finding says so. */
const MOST_FINDINGS = 20;

const OPENING = { Indicator: "Opening", Points: 100, Method: "checklist" };
const ITEMS = [
  { Scale: "Opening", Grade: "Greets within 5 s", Share: 2 },
  { Scale: "Opening", Grade: "Says the name", Share: "" },
];
const agent = (values: Readonly<Record<string, string>>) => ({ "Agent ID": "1", Period: "2026-10", ...values });

type Problem = "no-items" | "no-column" | "no-weight";

export default defineCheck<{ indicator: string; item: string; count: number; problem: Problem }>()({
  id: "checklist-has-items",
  severity: "error",
  title: { en: "The items of a checklist are in Metrics", "zh-CN": "检查表的项目在指标数据中都有对应的列" },
  message: {
    en: ({ indicator, item, count, problem }) => ({
      what: {
        "no-items": `“${indicator}” is a checklist, but no scale lists its items and Metrics has no column of its own for it.`,
        "no-column":
          count === 1
            ? `The checklist “${indicator}” has the item “${item}”, but Metrics has no such column.`
            : `${count} items of the checklist “${indicator}”, such as “${item}”, have no column in Metrics.`,
        "no-weight": `No item of the checklist “${indicator}” weighs anything.`,
      }[problem],
      why: "Nobody could be scored on this checklist.",
      how: {
        "no-items":
          "List the items as grades of a scale named after the indicator, or add a column with the share met.",
        "no-column": "Write the column's header as the item's Grade, or add the column to Metrics.",
        "no-weight": "State a Share above 0 for the items that count; a blank one is 1.",
      }[problem],
    }),
    "zh-CN": ({ indicator, item, count, problem }) => ({
      what: {
        "no-items": `“${indicator}”是检查表，但没有等级表列出它的项目，指标数据中也没有它自己的列。`,
        "no-column":
          count === 1
            ? `检查表“${indicator}”有项目“${item}”，但指标数据中没有这一列。`
            : `检查表“${indicator}”有 ${count} 个项目（如“${item}”）在指标数据中没有对应的列。`,
        "no-weight": `检查表“${indicator}”的所有项目权重都为 0。`,
      }[problem],
      why: "没有人能在这个检查表上得到评分。",
      how: {
        "no-items": "用与指标同名的等级表列出各项目，或增加一列直接填写达标比例。",
        "no-column": "把列标题写进该项目的“等级”，或在指标数据中增加这一列。",
        "no-weight": "为计入的项目填写大于 0 的比例；空白即为 1。",
      }[problem],
    }),
  },
  check: (subject, report) => {
    const { known, scales, metrics } = subject;
    if (!metrics) return;
    for (const { indicator, method, faults } of known) {
      if (method.input !== "checklist" || metrics.has(indicator.metric) || faults.length > 0) continue;
      if (checklistScale(indicator, scales)) continue;
      report(placeOf(indicator, "scale"), { indicator: indicator.name, item: "", count: 0, problem: "no-items" });
    }
    for (const { as, indicator, scale } of labelUses(subject)) {
      if (as !== "items") continue;
      const tell = (items: readonly Interval[], problem: Problem, options = {}): void =>
        report(
          items[0]!.places[problem === "no-weight" ? "worth" : "grade"],
          { indicator: indicator.name, item: items[0]!.grade, count: items.length, problem },
          { related: items.slice(1, MOST_FINDINGS).map(({ places }) => places.grade), ...options },
        );
      const missing = scale.intervals.filter(({ grade }) => grade !== "" && !metrics.has(grade));
      if (missing.length > MOST_FINDINGS) tell(missing, "no-column");
      else
        for (const item of missing)
          tell([item], "no-column", closestNameFix(item.grade, metrics.headers, [item.places.grade]));
      if (scale.intervals.every((item) => weightOf(item) === 0)) tell(scale.intervals.slice(0, 1), "no-weight");
    }
  },
  valid: [
    exampleOf([OPENING], { Scales: ITEMS, Metrics: [agent({ "Greets within 5 s": "yes", "Says the name": "否" })] }),
    exampleOf([OPENING], { Metrics: [agent({ Opening: "80%" })].map((row) => ({ ...row, Opening: 0.8 })) }),
  ],
  invalid: [
    { tables: exampleOf([OPENING], { Metrics: [agent({ Other: "yes" })] }), at: ["Rubric!A2"] },
    {
      tables: exampleOf([OPENING], {
        Scales: ITEMS,
        Metrics: [agent({ "Greets within 5s": "yes", "Says a name": "no" })],
      }),
      at: ["Scales!B3"],
    },
    {
      tables: exampleOf([OPENING], {
        Scales: [{ ...ITEMS[0], Share: 0 }],
        Metrics: [agent({ "Greets within 5 s": "yes" })],
      }),
      at: ["Scales!C2"],
    },
    {
      tables: exampleOf([OPENING], {
        Scales: Array.from({ length: 25 }, (_, index) => ({ Scale: "Opening", Grade: `Line ${index + 1}`, Share: "" })),
        Metrics: [agent({ Other: "yes" })],
      }),
      at: ["Scales!B2"],
    },
  ],
});
