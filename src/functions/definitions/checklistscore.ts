import type { ItemColumn } from "../../core/scoring/compile/checklist-scale";
import { readItem, shareMet } from "../../core/scoring/compile/checklist-scale";
import checklist from "../../core/scoring/methods/checklist";
import { scoreColumn } from "../../core/scoring/model/method";
import { KIND } from "../../core/metrics/reading";
import type { FunctionCell } from "../define";
import { defineFunction } from "../define";
import { POINTS_PARAMETER, readPoints } from "../from-method";
import { ArgumentError, NOT_APPLICABLE, passOnWord, PENDING, valueError } from "../matrix";
import { onePerAgent, readWeights } from "../weights";

export default defineFunction({
  id: "CHECKLISTSCORE",
  text: {
    en: {
      summary: "Points of a checklist: the share of its items that were met, by weight.",
      details:
        'One row of items gives one result; several rows give one result per row and spill; a single column is one checklist. Items say pass or fail in words, 1 or 0, √ or ×. N/A leaves the weights; a blank item makes the result blank; when no item applies it is N/A; any other word gives #VALUE!. Excel on the desktop hands empty cells over as 0: write IF(range="","",range).',
    },
    "zh-CN": {
      summary: "检查表得分：按权重计算达标项目所占比例。",
      details:
        '一行项目返回一个结果；多行时每行返回一个结果并自动溢出；单独一列视为一份检查表。项目用文字写明是否达标，或用 1/0、√/×。不适用的项目不计入权重；有空白项目时结果为空白；全部不适用时为 N/A；其他文字得 #VALUE!。桌面版 Excel 会把空单元格当作 0 传入：请写 IF(区域="","",区域)。',
    },
  },
  parameters: [
    {
      name: "items",
      measured: true,
      text: {
        en: { name: "items", help: "Items of one checklist in a row or column, or of several, one per row." },
        "zh-CN": { name: "项目", help: "一份检查表的一行或一列项目，或多份检查表，每份一行。" },
      },
    },
    POINTS_PARAMETER,
    {
      name: "weights",
      optional: true,
      text: {
        en: { name: "weights", help: "One weight per item, 0 or more; left out, all weigh the same." },
        "zh-CN": { name: "权重", help: "每个项目一个权重，不小于 0；省略时各项相同。" },
      },
    },
  ],
  examples: [
    {
      arguments: [[["yes", "yes", "yes", "no"]], 10],
      result: 7.5,
      note: { en: "3 of 4 items met.", "zh-CN": "4 项中 3 项达标。" },
    },
    {
      arguments: [[["√"], ["×"], ["N/A"]], 10, [[3], [1], [6]]],
      result: 7.5,
      note: { en: "N/A leaves the weights: 3 of 4.", "zh-CN": "不适用不计入权重：4 份中的 3 份。" },
    },
    {
      arguments: [
        [
          ["达标", "达标"],
          ["达标", ""],
          ["N/A", "N/A"],
          ["达标", "maybe"],
        ],
        10,
      ],
      result: [[10], [""], ["N/A"], [{ error: "#VALUE!" }]],
      note: { en: "One result per row spills.", "zh-CN": "每行一个结果，自动溢出。" },
    },
    {
      arguments: [[["yes"]], 10, 0],
      result: { error: "#VALUE!" },
      note: { en: "A weight of 0 weighs nothing.", "zh-CN": "权重 0 不起作用。" },
    },
    {
      arguments: [[["yes", "no"]], 10, [[1, 2, 3]]],
      result: { error: "#VALUE!" },
      note: { en: "Three weights for two items.", "zh-CN": "两个项目却有三个权重。" },
    },
  ],
  run: (items = [], most, weightCells) => {
    const points = readPoints(most);
    const own = (items[0]?.length ?? 0) === 1 ? items.length : (items[0]?.length ?? 0);
    const weights = weightCells ? readWeights(weightCells) : new Float64Array(own).fill(1);
    if (weights.every((weight) => weight === 0))
      throw new ArgumentError(valueError("All weights are 0.", "所有权重都是 0。"));
    const rows = onePerAgent(items, weights.length);
    const columns = Array.from(weights, (_, k): ItemColumn => {
      const readings = rows.map((row) => readItem(row[k]!));
      return {
        values: Float64Array.from(readings, ({ value }) => value),
        kinds: Uint8Array.from(readings, ({ kind }) => kind),
      };
    });
    const { values, kinds } = shareMet(columns, weights, rows.length);
    const scores = scoreColumn(checklist, { points, scale: undefined }, values);
    return rows.map((row, r): readonly FunctionCell[] => {
      if (kinds[r] === KIND.number) return [scores[r]!];
      if (kinds[r] === KIND.blank) return [PENDING];
      if (kinds[r] === KIND.notApplicable) return [NOT_APPLICABLE];
      return [passOnWord(row.find((cell) => readItem(cell).kind === KIND.unreadable)!)];
    });
  },
});
