import linear from "../../core/scoring/methods/linear";
import { defineFunction } from "../define";
import { EMPTY_VALUE } from "../empty-cells";
import { inDomain, nameOf, parameterFrom, POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { measureArgument } from "../matrix";

const zeroAtParameter = parameterFrom("zeroAt", linear.parameters.zeroAt);
const fullAtParameter = parameterFrom("fullAt", linear.parameters.fullAt);

export default defineFunction({
  id: "LINEARSCORE",
  text: {
    en: {
      summary: "Points on a straight line between zero at and full at.",
      details: `Takes one cell or a whole range and spills. A blank value gives a blank, N/A gives N/A, text gives #VALUE!. ${EMPTY_VALUE.en} Times are seconds, or texts such as "3:25": Excel hands a time cell over as a part of a day, so multiply it by 86400. A decimal comma, "0,985", gives #VALUE!.`,
    },
    "zh-CN": {
      summary: "在零分值与满分值之间按直线计分。",
      details: `可用于一个单元格或整个区域并自动溢出。空白得空白，不适用得 N/A，文本得 #VALUE!。${EMPTY_VALUE["zh-CN"]}时间按秒，或写成“3:25”这样的文本：Excel 把时间单元格按一天的小数传入，请乘以 86400。以逗号作小数点（如“0,985”）得 #VALUE!。`,
    },
  },
  parameters: [
    {
      name: "value",
      measured: true,
      text: {
        en: { name: "value", help: "The measured value, or a range of them." },
        "zh-CN": { name: "实际值", help: "实际数据，或一个区域。" },
      },
    },
    zeroAtParameter,
    fullAtParameter,
    POINTS_PARAMETER,
  ],
  examples: [
    {
      arguments: [75, 60, 90, 10],
      result: 5,
      note: { en: "Half-way between 60 and 90.", "zh-CN": "位于 60 与 90 的正中间。" },
    },
    { arguments: [0.025, 0.031, 0.019, 5], result: 2.5, note: { en: "Lower is better.", "zh-CN": "越低越好。" } },
    {
      arguments: [[[90], [""], ["N/A"], ["good"], [50]], 60, 90, 10],
      result: [[10], [""], ["N/A"], [{ error: "#VALUE!" }], [0]],
      note: { en: "A range spills; each cell keeps its meaning.", "zh-CN": "区域自动溢出；每个单元格各自计分。" },
    },
    {
      arguments: ["75%", 0.6, 0.9, 10],
      result: 5,
      note: { en: "A percentage typed as text counts.", "zh-CN": "以文本输入的百分比同样有效。" },
    },
    {
      arguments: [[["3:25"], [295], ["4分55秒"]], "5:00", 180, 24],
      result: [[19], [1], [1]],
      note: { en: "Durations are seconds.", "zh-CN": "时长按秒计。" },
    },
    {
      arguments: [[["0,985"], ["1,234"]], 0.9, 0.99, 10],
      result: [[{ error: "#VALUE!" }], [{ error: "#VALUE!" }]],
      note: { en: "A comma that may be a decimal comma.", "zh-CN": "逗号可能是小数点。" },
    },
    {
      arguments: [75, 60, 60, 10],
      result: { error: "#VALUE!" },
      note: { en: "Zero at and full at must differ.", "zh-CN": "零分值与满分值必须不同。" },
    },
  ],
  run: (values = [], zero, full, most) => {
    const zeroAt = measureArgument(zero, nameOf(zeroAtParameter));
    const fullAt = measureArgument(full, nameOf(fullAtParameter));
    const points = readPoints(most);
    inDomain(fullAt, fullAt !== zeroAt, nameOf(fullAtParameter), "different from zero at", "与零分值不同");
    return scoreByMethod(linear, { zeroAt, fullAt, points }, values);
  },
});
