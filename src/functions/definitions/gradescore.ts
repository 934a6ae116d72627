import { labelScale } from "../../core/rubric/make-scale";
import grade from "../../core/scoring/methods/grade";
import { defineFunction } from "../define";
import { EMPTY_VALUE } from "../empty-cells";
import { POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { distinct, labelArgument, pairUp, readUnit, readWorth, UNIT_PARAMETER, WORTH_PARAMETER } from "../scales";

export default defineFunction({
  id: "GRADESCORE",
  text: {
    en: {
      summary: "Points of a letter grade, looked up in a list of grades and what each of them is worth.",
      details: `Casing, width and spaces of a grade do not matter. Takes one cell or a whole range and spills. A blank gives a blank, N/A gives N/A, a grade that is not in the list gives #VALUE!. ${EMPTY_VALUE.en}`,
    },
    "zh-CN": {
      summary: "按等级及其分值的列表，返回等级对应的分数。",
      details: `不区分大小写、全半角和空格。可用于一个单元格或整个区域并自动溢出。空白得空白，不适用得 N/A，列表中没有的等级得 #VALUE!。${EMPTY_VALUE["zh-CN"]}`,
    },
  },
  parameters: [
    {
      name: "value",
      measured: true,
      text: {
        en: { name: "value", help: "The grade that was given, or a range of them." },
        "zh-CN": { name: "评定等级", help: "评定的等级，或一个区域。" },
      },
    },
    {
      name: "grades",
      text: {
        en: { name: "grades", help: "All grades there are, such as S, A, B+." },
        "zh-CN": { name: "等级", help: "全部等级，如 S、A、B+。" },
      },
    },
    WORTH_PARAMETER,
    POINTS_PARAMETER,
    UNIT_PARAMETER,
  ],
  examples: [
    {
      arguments: ["B", [["S"], ["A"], ["B"]], [[18], [15], [10.5]], 18, "points"],
      result: 10.5,
      note: { en: "B is worth 10.5 of 18 points.", "zh-CN": "B 为 18 分中的 10.5 分。" },
    },
    {
      arguments: [[["优"], ["良"], [""], ["N/A"], ["E"]], [["优", "良", "中", "差"]], [[1, 0.85, 0.7, 0.4]], 20],
      result: [[20], [17], [""], ["N/A"], [{ error: "#VALUE!" }]],
      note: { en: "Shares of 20 points; a range spills.", "zh-CN": "20 分的比例；区域自动溢出。" },
    },
    {
      arguments: [4, [[5, 4, 3, 2, 1]], [[1, 0.8, 0.6, 0.3, 0]], 10],
      result: 8,
      note: { en: "Grades can be numbers.", "zh-CN": "等级可以是数字。" },
    },
    {
      arguments: ["A", [["S"], ["A"]], [[18], [15]], 18],
      result: { error: "#VALUE!" },
      note: {
        en: "A worth above 1 is no share; state the unit points.",
        "zh-CN": "大于 1 的值不是比例；请把单位写为 points。",
      },
    },
    {
      arguments: ["A", [["A"], ["a "]], [[1], [0.5]], 18],
      result: { error: "#VALUE!" },
      note: { en: "The same grade twice.", "zh-CN": "同一等级出现两次。" },
    },
    {
      arguments: ["A", [["A"], ["B"]], [[1]], 18],
      result: { error: "#VALUE!" },
      note: { en: "Two grades, one worth.", "zh-CN": "两个等级，只有一个分值。" },
    },
  ],
  run: (values = [], grades = [], worthCells = [], most, unitCell) => {
    const points = readPoints(most);
    const unit = readUnit(unitCell);
    const pairs = pairUp(grades, worthCells, WORTH_PARAMETER);
    const labels = distinct(pairs.map(([label]) => labelArgument(label)));
    const rows = pairs.map(([, worth], index) => [labels[index]!, readWorth(worth, unit, points)] as const);
    return scoreByMethod(grade, { points, scale: labelScale("", unit, rows) }, values);
  },
});
