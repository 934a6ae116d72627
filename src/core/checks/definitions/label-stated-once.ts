import { keyOfLabel } from "../../rubric/labels";
import type { Interval, Scale } from "../../rubric/scale";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { labelUses } from "../used-scales";

type Problem = "blank" | "unusable" | "twice";

const TALK = { Indicator: "Talk", Points: 100, Method: "grade", Scale: "ABC" };
const METRICS = [{ "Agent ID": "1", Period: "2026-10", Talk: "A" }];

export default defineCheck<{ scale: string; label: string; problem: Problem }>()({
  id: "label-stated-once",
  severity: "error",
  title: {
    en: "Every row of a grade scale or checklist has a label of its own",
    "zh-CN": "等级表或检查表的每一行都有各自的名称",
  },
  message: {
    en: ({ scale, label, problem }) => ({
      what: {
        blank: `A row of the scale “${scale}” has no label in Grade.`,
        unusable: `The label “${label}” of the scale “${scale}” means “not applicable” in Metrics.`,
        twice: `The scale “${scale}” has the label “${label}” twice.`,
      }[problem],
      why: {
        blank: "Its indicator looks words up by their label; nothing could ever match this row.",
        unusable: "A cell that holds it leaves the denominator and never earns what the row is worth.",
        twice: "The same word would be worth two things; casing, width and spaces do not tell labels apart.",
      }[problem],
      how: {
        blank: "Write the label, or delete the row.",
        unusable: "Choose another label.",
        twice: "Correct or delete one of the two.",
      }[problem],
    }),
    "zh-CN": ({ scale, label, problem }) => ({
      what: {
        blank: `等级表“${scale}”有一行没有填写“等级”。`,
        unusable: `等级表“${scale}”的“${label}”在指标数据中表示“不适用”。`,
        twice: `等级表“${scale}”中“${label}”出现了两次。`,
      }[problem],
      why: {
        blank: "指标按名称查找，这一行永远不会被用到。",
        unusable: "填写它的单元格不计入分母，永远得不到这一行的分值。",
        twice: "同一个词会对应两个结果；大小写、全半角和空格不能区分名称。",
      }[problem],
      how: { blank: "填写名称，或删除这一行。", unusable: "请换一个名称。", twice: "更正或删除其中一行。" }[problem],
    }),
  },
  check: (subject, report) => {
    for (const scale of new Set(labelUses(subject).map((use): Scale => use.scale))) {
      const first = new Map<string, Interval>();
      for (const interval of scale.intervals) {
        const { grade, places } = interval;
        const key = keyOfLabel(grade);
        const earlier = first.get(key);
        const problem = grade === "" ? "blank" : key === "" ? "unusable" : earlier ? "twice" : undefined;
        if (problem)
          report(
            places.grade,
            { scale: scale.name, label: grade, problem },
            earlier && problem === "twice" ? { related: [earlier.places.grade] } : {},
          );
        else first.set(key, interval);
      }
    }
  },
  valid: [
    exampleOf([TALK], {
      Scales: [
        { Scale: "ABC", Grade: "A", Share: 1 },
        { Scale: "ABC", Grade: "A-", Share: 0.9 },
      ],
      Metrics: METRICS,
    }),
  ],
  invalid: [
    {
      tables: exampleOf([TALK], {
        Scales: [
          { Scale: "ABC", Grade: "A", Share: 1 },
          { Scale: "ABC", Grade: "Ａ", Share: 0.8 },
          { Scale: "ABC", Grade: "", Share: 0.5 },
          { Scale: "ABC", Grade: "—", Share: 0 },
        ],
        Metrics: METRICS,
      }),
      at: ["Scales!B3", "Scales!B4", "Scales!B5"],
    },
  ],
});
