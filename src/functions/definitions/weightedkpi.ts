import type { CellValue } from "../../core/cell/cell";
import { readMissingPolicy } from "../../core/rubric/missing-policy";
import { weightedMean } from "../../core/scoring/model/mean";
import type { ArgumentMatrix, FunctionCell } from "../define";
import { defineFunction } from "../define";
import { ArgumentError, NOT_APPLICABLE, passOn, PENDING, valueError } from "../matrix";
import { onePerAgent, readWeights } from "../weights";

/** One agent's weighted mean. Missing and not applicable values are settled before the mean is taken. */
function weigh(
  scores: readonly CellValue[],
  weights: Float64Array,
  missing: "pending" | "exclude" | "zero",
): FunctionCell {
  const values = new Float64Array(scores.length).fill(NaN);
  for (let i = 0; i < scores.length; i += 1) {
    const cell = scores[i]!;
    if (cell.kind === "number") values[i] = cell.value;
    else if (cell.kind === "blank") {
      if (missing === "pending" && weights[i]! > 0) return PENDING;
      if (missing === "zero") values[i] = 0;
    } else if (cell.kind !== "not-applicable") return passOn(cell);
  }
  const mean = weightedMean(values, weights);
  return Number.isNaN(mean) ? NOT_APPLICABLE : mean;
}

export default defineFunction({
  id: "WEIGHTEDKPI",
  text: {
    en: {
      summary: "Weighted mean of scores; what does not apply leaves the weights.",
      details:
        'One row of scores gives one result; several rows under one row of weights give one result per row and spill; one column of scores with one column of weights gives one result. N/A always leaves the weights. A blank makes the result blank (pending), or is left out (exclude), or counts as 0 (zero). When nothing is left the result is N/A. Excel on the desktop hands empty cells over as 0: write IF(range="","",range).',
    },
    "zh-CN": {
      summary: "得分的加权平均；不适用的项目不计入权重。",
      details:
        '一行得分返回一个结果；多行得分配一行权重时每行返回一个结果并自动溢出；一列得分配一列权重返回一个结果。不适用总是不计入权重。空白使结果为空白（pending），或不计入（exclude），或按 0 计（zero）。全部不适用时结果为 N/A。桌面版 Excel 会把空单元格当作 0 传入：请写 IF(区域="","",区域)。',
    },
  },
  parameters: [
    {
      name: "scores",
      measured: true,
      text: {
        en: { name: "scores", help: "Scores of one agent in a row or column, or of several agents, one per row." },
        "zh-CN": { name: "得分", help: "一名人员的一行或一列得分，或多名人员的得分，每人一行。" },
      },
    },
    {
      name: "weights",
      text: {
        en: { name: "weights", help: "One weight per score; 0 or more. They need not add up to 100." },
        "zh-CN": { name: "权重", help: "每项得分一个权重，不小于 0，合计不必为 100。" },
      },
    },
    {
      name: "ifMissing",
      optional: true,
      text: {
        en: { name: "if missing", help: "What a blank means: pending (default), exclude or zero." },
        "zh-CN": { name: "缺失处理", help: "空白如何处理：pending（默认）、exclude 或 zero。" },
      },
    },
  ],
  examples: [
    {
      arguments: [[[80, 90, 100]], [[1, 1, 2]]],
      result: 92.5,
      note: { en: "(80 + 90 + 2 x 100) / 4.", "zh-CN": "(80 + 90 + 2 × 100) ÷ 4。" },
    },
    {
      arguments: [[[80, "N/A", 100]], [[1, 1, 2]]],
      result: 280 / 3,
      note: { en: "N/A leaves the weights: (80 + 200) / 3.", "zh-CN": "不适用不计入权重：(80 + 200) ÷ 3。" },
    },
    {
      arguments: [[[80, "", 100]], [[1, 1, 2]]],
      result: "",
      note: { en: "A blank makes the result pending.", "zh-CN": "有空白时结果待定。" },
    },
    {
      arguments: [[[80, "", 100]], [[1, 1, 2]], "zero"],
      result: 70,
      note: { en: "A blank counted as 0: (80 + 200) / 4.", "zh-CN": "空白按 0 计：(80 + 200) ÷ 4。" },
    },
    {
      arguments: [
        [
          [80, 90],
          [60, "N/A"],
          ["N/A", "N/A"],
        ],
        [[50, 50]],
      ],
      result: [[85], [60], ["N/A"]],
      note: { en: "One result per row spills.", "zh-CN": "每行一个结果，自动溢出。" },
    },
    {
      arguments: [[[80, 90]], [[1, 2, 3]]],
      result: { error: "#VALUE!" },
      note: { en: "Three weights for two scores.", "zh-CN": "两项得分却有三个权重。" },
    },
  ],
  run: (scores = [], weightCells = [], missingCell) => {
    const missing = readMissing(missingCell);
    const weights = readWeights(weightCells);
    const rows = onePerAgent(scores, weights.length);
    return rows.map((row) => [weigh(row, weights, missing)]);
  },
});

function readMissing(matrix: ArgumentMatrix | undefined): "pending" | "exclude" | "zero" {
  const cell = matrix?.[0]?.[0];
  if (!cell || cell.kind === "blank") return "pending";
  const policy = cell.kind === "text" ? readMissingPolicy(cell.text) : undefined;
  if (policy === "pending" || policy === "exclude" || policy === "zero") return policy;
  throw new ArgumentError(
    valueError("If missing must be pending, exclude or zero.", "“缺失处理”应为 pending、exclude 或 zero。"),
  );
}
