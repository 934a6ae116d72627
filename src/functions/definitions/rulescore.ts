import type * as Rules from "../../core/ruletext/score-text";
import type { RuleScore } from "../../core/ruletext/score-rule";
import type { ArgumentMatrix, FunctionCell } from "../define";
import { defineFunction } from "../define";
import { EMPTY_VALUE, mayBeEmpty, onlyCell } from "../empty-cells";
import { POINTS_PARAMETER, readPoints } from "../from-method";
import { ArgumentError, NOT_APPLICABLE, PENDING, valueError } from "../matrix";

/** The rule reader is large, so it loads only with the first formula that needs it. */
let rules: typeof Rules | undefined;

export default defineFunction({
  id: "RULESCORE",
  text: {
    en: {
      summary: "Points of a value by a rule in words, Chinese or English.",
      details: `Reads the rule as policies word it - thresholds and lines, bands, deductions for each event, steps from a target, grades, pass or fail, attainment - without any service. What the rule leaves open is never guessed: the cell shows #VALUE! and says what is missing. Takes one cell or a whole range and spills; a rule that compares with the mean takes the range as the group. A blank gives a blank, N/A gives N/A. ${EMPTY_VALUE.en} For the same reason points of 0 count as left out. Times are seconds, or texts such as "3:25": Excel hands a time cell over as a part of a day, so multiply it by 86400. A decimal comma, "0,985", gives #VALUE!.`,
    },
    "zh-CN": {
      summary: "按一条文字规则（中文或英文）计算得分。",
      details: `按制度的写法理解规则：满分与零分条件、分段、每次扣分、按目标每步加扣分、等级、达标与否、完成率等，不使用任何服务。规则没有写明的绝不猜测：单元格显示 #VALUE! 并说明缺少什么。可用于一个单元格或整个区域并自动溢出；与均值比较的规则以整个区域为同岗位人员。空白得空白，不适用得 N/A。${EMPTY_VALUE["zh-CN"]}同理，分值为 0 视为省略。时间按秒，或写成“3:25”这样的文本：Excel 把时间单元格按一天的小数传入，请乘以 86400。以逗号作小数点（如“0,985”）得 #VALUE!。`,
    },
  },
  parameters: [
    {
      name: "value",
      measured: true,
      text: {
        en: { name: "value", help: "The measured value, a count or a grade, or a range of them." },
        "zh-CN": { name: "实际值", help: "实际数据、次数或等级，或一个区域。" },
      },
    },
    {
      name: "rule",
      text: {
        en: { name: "rule", help: "The rule in words, as the policy states it." },
        "zh-CN": { name: "规则", help: "评分细则的原文。" },
      },
    },
    { ...POINTS_PARAMETER, optional: true },
  ],
  examples: [
    {
      arguments: [75, "60 分以下不得分，90 分以上满分，之间线性", 10],
      result: 5,
      note: { en: "Half-way between 60 and 90.", "zh-CN": "位于 60 与 90 的正中间。" },
    },
    {
      arguments: [[[0.925], [0.95], [""], ["N/A"]], "0.5 points off for each started percentage point below 95 %", 10],
      result: [[8.5], [10], [""], ["N/A"]],
      note: { en: "Three started steps; a range spills.", "zh-CN": "不足一步按一步计，共三步；区域自动溢出。" },
    },
    {
      arguments: ["良", "优 10 分，良 8 分，中 6 分，差 0 分"],
      result: 8,
      note: { en: "The rule itself states the points.", "zh-CN": "分数由规则写明。" },
    },
    {
      arguments: [[[80, 100, 120]], "与同岗位均值比，高于均值 20% 得满分，低于均值 20% 不得分，之间线性", 15],
      result: [[0, 7.5, 15]],
      note: { en: "The range is the group of peers.", "zh-CN": "整个区域为同岗位人员。" },
    },
    {
      arguments: [[[85, 95]], "90 分以上得 10 分，80 分以下得 0 分", 10],
      result: [[{ error: "#VALUE!" }, 10]],
      note: { en: "Nothing is said about 80 to 90.", "zh-CN": "没有写明 80 与 90 之间如何计分。" },
    },
    {
      arguments: [85, "90% or above 10 points, 80% to 90% 8 points, below 80% 0 points", 10],
      result: { error: "#VALUE!" },
      note: { en: "The rule is in per cent, the value is not.", "zh-CN": "规则按百分比，该值不是。" },
    },
    {
      arguments: [95, "高于均值 20% 得满分", 10],
      result: { error: "#VALUE!" },
      note: { en: "The lower end is not stated.", "zh-CN": "没有写明零分条件。" },
    },
  ],
  prepare: async () => {
    rules ??= await import(/* webpackChunkName: "rules" */ "../../core/ruletext/score-text");
  },
  run: (values = [], rule, most) => {
    if (!rules) throw new Error("RULESCORE runs only after it is prepared");
    const cell = onlyCell(most);
    // Left out, a pure deduction or bonus scores the same, and nothing else has points of 0.
    const isLeftOut = most === undefined || cell?.kind === "blank" || mayBeEmpty(cell);
    const points = isLeftOut ? undefined : readPoints(cell ? [[cell]] : most);
    const { why, scores } = rules.scoreText(ruleArgument(rule), points, values.flat());
    if (why) throw new ArgumentError({ error: "#VALUE!", message: why });
    const width = values[0]?.length ?? 0;
    return values.map((row, r) => row.map((_, c) => resultOf(scores[r * width + c]!)));
  },
});

function ruleArgument(matrix: ArgumentMatrix | undefined): string {
  const cell = matrix?.[0]?.[0];
  if (cell?.kind === "text" && matrix!.length === 1 && matrix![0]!.length === 1) return cell.text;
  throw new ArgumentError(valueError("Rule must be a single text.", "“规则”应为一段文字。"));
}

function resultOf(score: RuleScore): FunctionCell {
  if (score.status === "scored") return score.points;
  if (score.status === "pending") return PENDING;
  return score.status === "not-applicable" ? NOT_APPLICABLE : { error: "#VALUE!", message: score.why };
}
