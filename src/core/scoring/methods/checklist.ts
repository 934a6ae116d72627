import { showPercent } from "../../text/format";
import { localise } from "../../text/locale";
import { literal } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod, eachValue } from "../model/method";

export default defineMethod({
  id: "checklist",
  names: { en: ["checklist", "check list"], "zh-CN": ["检查表", "检查清单", "清单"] },
  text: {
    en: {
      summary:
        "Share of the checklist's items that were met. Each item has a column of its own in Metrics that says pass or fail; a time limit is part of the item's words.",
      formula: "points x weight of the items met / weight of the items that apply",
    },
    "zh-CN": {
      summary: "按检查表中达标项目所占比例计分。每个项目在指标数据中各有一列，写明是否达标；时限写在项目名称里。",
      formula: "分值 × 达标项目权重之和 ÷ 适用项目权重之和",
    },
  },
  source: "Key-behaviour checklists per post, each line with its requirement and time limit.",
  parameters: {
    scale: {
      unit: "scale",
      required: false,
      domain: "any",
      text: {
        en: {
          name: "scale",
          help: "Name of the scale that lists the items: Grade is the header of the item's column, Share its weight (blank is 1). Blank: the scale named after the indicator.",
        },
        "zh-CN": {
          name: "等级表",
          help: "列出检查项目的等级表名称：等级为项目的列标题，比例为权重（空白为 1）。留空时取与指标同名的等级表。",
        },
      },
    },
  },
  points: "required",
  monotone: "up",
  input: "checklist",
  valueKind: "continuous",
  examples: [
    example(1, 10, "Every item was met.", "全部达标。"),
    example(0.75, 7.5, "3 of 4 items were met.", "4 项中 3 项达标。"),
    example("75%", 7.5, "A column with the share itself is read as it is.", "若有一列直接填写比例，则按该比例计算。"),
    example(0, 0, "No item was met.", "没有一项达标。"),
    example(1.2, "failed", "More than all items cannot be met.", "达标比例不可能超过全部。"),
    example(-0.1, "failed", "Less than none neither.", "也不可能小于零。"),
  ],
  compile: ({ points }) => {
    const score = eachValue((share) => (share >= 0 && share <= 1 ? points * share + 0 : NaN));
    return () => score;
  },
  landmarks: () => [0, 1],
  nativeFormula: ({ points }, { value }) => `IF(OR(${value}+0<0,${value}+0>1),NA(),${literal(points)}*${value})`,
  explain: ({ points }, { value, points: earned }) => ({
    facts: { share: value },
    sentence: localise((locale) => {
      const share = showPercent(value, locale);
      if (Number.isNaN(earned)) {
        return locale === "en"
          ? `${share} is no share of a checklist: no points can be given.`
          : `${share} 不是有效的达标比例：不能计分。`;
      }
      const result = earnedOf(earned, points, locale);
      return locale === "en" ? `${share} of the checklist was met: ${result}.` : `检查表达标 ${share}：${result}。`;
    }),
  }),
  say: () => [{ en: "share of the checklist items met, in proportion", "zh-CN": "按检查表达标项所占比例得分" }],
});

function example(value: string | number, expected: number | "failed", en: string, zh: string) {
  return { parameters: { points: 10, scale: undefined }, value, points: expected, note: { en, "zh-CN": zh } };
}
