import deduct from "../../core/scoring/methods/deduct";
import { defineFunction } from "../define";
import { EMPTY_VALUE, limitArgument, limitParameter } from "../empty-cells";
import { inDomain, nameOf, parameterFrom, POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { numberArgument } from "../matrix";

const perEventParameter = parameterFrom("perEvent", deduct.parameters.perEvent, false);

export default defineFunction({
  id: "DEDUCTSCORE",
  text: {
    en: {
      summary:
        "Points left after a deduction for every event; with 0 points the deduction itself, as a negative number.",
      details: `Takes one cell or a whole range and spills. A blank count gives a blank, N/A gives N/A, text gives #VALUE!. ${EMPTY_VALUE.en} So a limit of 0 gives #VALUE!: for no limit leave it out or write open, and for 0 write zero.`,
    },
    "zh-CN": {
      summary: "每次扣分后剩余的分数；分值为 0 时返回所扣分数（负数）。",
      details: `可用于一个单元格或整个区域并自动溢出。空白得空白，不适用得 N/A，文本得 #VALUE!。${EMPTY_VALUE["zh-CN"]}因此上限为 0 得 #VALUE!：没有上限请省略或写“不限”，确实为 0 请写“零”。`,
    },
  },
  parameters: [
    {
      name: "count",
      measured: true,
      text: {
        en: { name: "count", help: "How many events there were, or a range of counts." },
        "zh-CN": { name: "次数", help: "发生的次数，或一个区域。" },
      },
    },
    perEventParameter,
    POINTS_PARAMETER,
    limitParameter("The most that can be taken away.", "最多扣多少分。"),
  ],
  examples: [
    {
      arguments: [3, 2, 10],
      result: 4,
      note: { en: "Three events of 2 points taken from 10.", "zh-CN": "10 分扣 3 次，每次 2 分。" },
    },
    { arguments: [7, 2, 10], result: 0, note: { en: "Until nothing is left.", "zh-CN": "扣完为止。" } },
    {
      arguments: [8, 2, 0, 10],
      result: -10,
      note: { en: "A deduction item, capped at 10.", "zh-CN": "扣分项，最多扣 10 分。" },
    },
    {
      arguments: [[[0, 1, "", "N/A"]], 2, 0],
      result: [[0, -2, "", "N/A"]],
      note: { en: "A range spills.", "zh-CN": "区域自动溢出。" },
    },
    {
      arguments: [[[3, 4]], 2, 20, "open"],
      result: [[14, 12]],
      note: { en: "No limit of its own.", "zh-CN": "不另设上限。" },
    },
    {
      arguments: [3, 2, 20, 0],
      result: { error: "#VALUE!" },
      note: { en: "Is the limit 0, or is its cell empty?", "zh-CN": "上限为 0，还是空单元格？" },
    },
    { arguments: [-1, 2, 10], result: { error: "#VALUE!" }, note: { en: "A count below 0.", "zh-CN": "次数小于 0。" } },
  ],
  run: (counts = [], each, most, limitCell) => {
    const perEvent = numberArgument(each, nameOf(perEventParameter));
    const points = readPoints(most);
    const limit = limitArgument(limitCell);
    inDomain(perEvent, perEvent > 0, nameOf(perEventParameter), "more than 0", "大于 0");
    return scoreByMethod(deduct, { perEvent, points, limit, scale: undefined }, counts);
  },
});
