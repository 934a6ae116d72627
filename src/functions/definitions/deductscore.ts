import deduct from "../../core/scoring/methods/deduct";
import { defineFunction } from "../define";
import { inDomain, nameOf, parameterFrom, POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { numberArgument, optionalNumber } from "../matrix";

const perEventParameter = parameterFrom("perEvent", deduct.parameters.perEvent, false);
const limitParameter = parameterFrom("limit", deduct.parameters.limit);

export default defineFunction({
  id: "DEDUCTSCORE",
  text: {
    en: {
      summary:
        "Points left after a deduction for every event; with 0 points the deduction itself, as a negative number.",
      details:
        "Takes one cell or a whole range and spills. A blank count gives a blank, N/A gives N/A, text gives #VALUE!.",
    },
    "zh-CN": {
      summary: "每次扣分后剩余的分数；分值为 0 时返回所扣分数（负数）。",
      details: "可用于一个单元格或整个区域并自动溢出。空白得空白，不适用得 N/A，文本得 #VALUE!。",
    },
  },
  parameters: [
    {
      name: "count",
      text: {
        en: { name: "count", help: "How many events there were, or a range of counts." },
        "zh-CN": { name: "次数", help: "发生的次数，或一个区域。" },
      },
    },
    perEventParameter,
    POINTS_PARAMETER,
    limitParameter,
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
    { arguments: [-1, 2, 10], result: { error: "#VALUE!" }, note: { en: "A count below 0.", "zh-CN": "次数小于 0。" } },
  ],
  run: (counts = [], each, most, limitCell) => {
    const perEvent = numberArgument(each, nameOf(perEventParameter));
    const points = readPoints(most);
    const limit = optionalNumber(limitCell, nameOf(limitParameter), undefined);
    inDomain(perEvent, perEvent > 0, nameOf(perEventParameter), "more than 0", "大于 0");
    if (limit !== undefined) inDomain(limit, limit >= 0, nameOf(limitParameter), "0 or more", "不小于 0");
    return scoreByMethod(deduct, { perEvent, points, limit, scale: undefined }, counts);
  },
});
