import { roundHalfAwayFromZero } from "../../core/text/round";
import { defineFunction } from "../define";
import type { ArgumentMatrix, FunctionCell, FunctionParameter } from "../define";
import { EMPTY_VALUE, numberOrNone } from "../empty-cells";
import { ArgumentError, passOn, valueError } from "../matrix";
import { labelArgument, pairUp, readStarts } from "../scales";

const DECIMALS = { en: "decimals", "zh-CN": "小数位" };

const FROM: FunctionParameter = {
  name: "from",
  text: {
    en: {
      name: "from",
      help: "Where each grade begins, in the order of the labels; open where it is open below, as an empty cell is 0 on the desktop.",
    },
    "zh-CN": { name: "起点", help: "各等级的起点，顺序与名称一致；向下不限请写“不限”，因为桌面版的空单元格是 0。" },
  },
};

interface Cutoff {
  readonly from: number;
  readonly grade: string;
}

/** Pairs grades with their lower limits, highest first. */
function readCutoffs(grades: ArgumentMatrix, from: ArgumentMatrix): readonly Cutoff[] {
  const pairs = pairUp(grades, from, FROM);
  const starts = readStarts(pairs.map(([, start]) => start));
  return pairs
    .map(([label], index) => ({ from: starts[index]!, grade: labelArgument(label) }))
    .sort((a, b) => b.from - a.from);
}

export default defineFunction({
  id: "GRADE",
  text: {
    en: {
      summary: "Grade of a total by cut-offs; the total is rounded first, as people see it.",
      details: `A total belongs to the highest grade whose start it reaches. It is rounded half away from zero, to 2 decimals unless stated, before it is compared. A blank total gives a blank, N/A gives N/A; a total below every start gives #N/A, unless one start is open. ${EMPTY_VALUE.en} So decimals of 0 give #VALUE!: write zero for whole points. So does a start that is 0 or empty beside starts below 0: write open or zero.`,
    },
    "zh-CN": {
      summary: "按起点给总分定等级；先按所见四舍五入。",
      details: `总分属于其达到的最高起点所对应的等级。比较前先四舍五入，默认保留 2 位小数。空白得空白，不适用得 N/A；低于所有起点得 #N/A，除非有一个起点为“不限”。${EMPTY_VALUE["zh-CN"]}因此小数位为 0 得 #VALUE!：取整请写“零”。有小于 0 的起点时，为 0 或空白的起点同样得 #VALUE!：请写“不限”或“零”。`,
    },
  },
  parameters: [
    {
      name: "total",
      measured: true,
      text: {
        en: { name: "total", help: "The total, or a range of totals." },
        "zh-CN": { name: "总分", help: "总分，或一个区域。" },
      },
    },
    {
      name: "grades",
      text: {
        en: { name: "grades", help: "The labels, in any order." },
        "zh-CN": { name: "等级", help: "各等级的名称，顺序不限。" },
      },
    },
    FROM,
    {
      name: "decimals",
      optional: true,
      text: {
        en: {
          name: "decimals",
          help: "Decimals to which the total is rounded first; 2 when left out, zero (in words) for whole points.",
        },
        "zh-CN": { name: "小数位", help: "先四舍五入到几位小数；省略时为 2，取整请写“零”。" },
      },
    },
  ],
  examples: [
    {
      arguments: [85, [["A"], ["B"], ["C"]], [[90], [80], [0]]],
      result: "B",
      note: { en: "80 up to 90 is a B.", "zh-CN": "80 到 90 为 B。" },
    },
    {
      arguments: [89.996, [["A"], ["B"], ["C"]], [[90], [80], [0]]],
      result: "A",
      note: { en: "Seen as 90.00, so an A.", "zh-CN": "显示为 90.00，所以是 A。" },
    },
    {
      arguments: [89.994, [["A"], ["B"], ["C"]], [[90], [80], [0]]],
      result: "B",
      note: { en: "Seen as 89.99, so a B.", "zh-CN": "显示为 89.99，所以是 B。" },
    },
    {
      arguments: [[[95], [""], ["N/A"]], [["A", "B"]], [[90, ""]]],
      result: [["A"], [""], ["N/A"]],
      note: { en: "A range spills; B is open below.", "zh-CN": "区域自动溢出；B 向下不限。" },
    },
    {
      arguments: [[[-5, 60, 89.6]], [["A"], ["B"], ["C"]], [[90], [60], ["open"]], "zero"],
      result: [["C", "B", "A"]],
      note: { en: "C is open below, and totals are whole points.", "zh-CN": "C 向下不限，总分取整。" },
    },
    {
      arguments: [89.6, [["A"], ["B"]], [[90], [0]], 0],
      result: { error: "#VALUE!" },
      note: { en: "Are decimals 0, or is the cell empty?", "zh-CN": "小数位为 0，还是空单元格？" },
    },
    {
      arguments: [5, [["B"], ["C"], ["D"]], [[10], [-5], [""]]],
      result: { error: "#VALUE!" },
      note: { en: "On the desktop the empty start would be 0.", "zh-CN": "在桌面版中，空白的起点会是 0。" },
    },
    {
      arguments: [5, [["B"], ["C"], ["D"]], [[10], [-5], [0]]],
      result: { error: "#VALUE!" },
      note: { en: "Is the start 0, or is the cell empty?", "zh-CN": "起点为 0，还是空单元格？" },
    },
    {
      arguments: [5, [["A"], ["B"]], [[0], [0]]],
      result: { error: "#VALUE!" },
      note: { en: "Two grades begin at the same place.", "zh-CN": "两个等级的起点相同。" },
    },
    {
      arguments: [-1, [["A"], ["B"]], [[90], [0]]],
      result: { error: "#N/A" },
      note: { en: "Below every start.", "zh-CN": "低于所有起点。" },
    },
  ],
  run: (totals = [], grades = [], from = [], decimalCell) => {
    const cutoffs = readCutoffs(grades, from);
    const decimals = numberOrNone(decimalCell, DECIMALS, "Leave it out for 2", "取 2 位请省略") ?? 2;
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10) {
      throw new ArgumentError(
        valueError("Decimals must be a whole number from 0 to 10.", "“小数位”应为 0 到 10 的整数。"),
      );
    }
    return totals.map((row) =>
      row.map((cell): FunctionCell => {
        if (cell.kind !== "number") return passOn(cell);
        const total = roundHalfAwayFromZero(cell.value, decimals);
        const reached = cutoffs.find((cutoff) => total >= cutoff.from);
        return reached
          ? reached.grade
          : { error: "#N/A", message: { en: `${total} is below every grade.`, "zh-CN": `${total} 低于所有等级。` } };
      }),
    );
  },
});
