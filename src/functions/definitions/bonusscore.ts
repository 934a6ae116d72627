import bonus from "../../core/scoring/methods/bonus";
import { defineFunction } from "../define";
import { EMPTY_VALUE, limitArgument, limitParameter } from "../empty-cells";
import { inDomain, nameOf, parameterFrom, scoreByMethod } from "../from-method";
import { numberArgument } from "../matrix";

const perEventParameter = parameterFrom("perEvent", bonus.parameters.perEvent);

export default defineFunction({
  id: "BONUSSCORE",
  text: {
    en: {
      summary: "Points added for every event, up to a limit.",
      details: `Takes one cell or a whole range and spills. A blank count gives a blank, N/A gives N/A, text gives #VALUE!. ${EMPTY_VALUE.en} So a limit of 0 gives #VALUE!: for no limit leave it out or write open, and for 0 write zero.`,
    },
    "zh-CN": {
      summary: "每次加分，不超过上限。",
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
    limitParameter("The most that can be added.", "最多加多少分。"),
  ],
  examples: [
    { arguments: [2, 1], result: 2, note: { en: "Two commendations of 1 point.", "zh-CN": "两次表扬，每次 1 分。" } },
    { arguments: [9, 1, 5], result: 5, note: { en: "The limit caps the bonus.", "zh-CN": "上限封顶。" } },
    {
      arguments: [[[0, 3, "", "N/A"]], 0.5, 5],
      result: [[0, 1.5, "", "N/A"]],
      note: { en: "A range spills.", "zh-CN": "区域自动溢出。" },
    },
    { arguments: [9, 1, "不限"], result: 9, note: { en: "No limit.", "zh-CN": "不封顶。" } },
    {
      arguments: [9, 1, 0],
      result: { error: "#VALUE!" },
      note: { en: "Is the limit 0, or is its cell empty?", "zh-CN": "上限为 0，还是空单元格？" },
    },
    { arguments: [-1, 1], result: { error: "#VALUE!" }, note: { en: "A count below 0.", "zh-CN": "次数小于 0。" } },
    {
      arguments: [1, -1],
      result: { error: "#VALUE!" },
      note: { en: "A bonus never takes away.", "zh-CN": "加分项不会扣分。" },
    },
  ],
  run: (counts = [], each, limitCell) => {
    const perEvent = numberArgument(each, nameOf(perEventParameter));
    const limit = limitArgument(limitCell);
    inDomain(perEvent, perEvent > 0, nameOf(perEventParameter), "more than 0", "大于 0");
    return scoreByMethod(bonus, { perEvent, points: 0, limit }, counts);
  },
});
