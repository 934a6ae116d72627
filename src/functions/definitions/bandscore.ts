import { makeScale } from "../../core/rubric/make-scale";
import piecewise from "../../core/scoring/methods/piecewise";
import { defineFunction } from "../define";
import { EMPTY_VALUE } from "../empty-cells";
import { POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { pairUp, readPieces, readUnit, UNIT_PARAMETER, WORTH_PARAMETER, WORTH_TO_PARAMETER } from "../scales";

export default defineFunction({
  id: "BANDSCORE",
  text: {
    en: {
      summary:
        "Points of a value by bands or straight pieces: each begins at its start and ends where the next begins.",
      details: `A start belongs to the band it begins. With worth to stated, a piece rises or falls on a straight line from worth to worth to; repeat the worth, or leave it blank, for a band that is worth the same all along, as the outermost ones are. Behind another worth a worth to of 0 gives #VALUE!, because an empty cell is 0 on the desktop: write zero for a piece that falls to 0. So does a start that is 0 or empty beside starts below 0: write open or zero. A value below every start gives #VALUE!, unless one start is open. Takes one cell or a whole range and spills; a blank gives a blank, N/A gives N/A. ${EMPTY_VALUE.en} Times are seconds, or texts such as "3:25": Excel hands a time cell over as a part of a day, so multiply it by 86400. A decimal comma, "0,985", gives #VALUE!.`,
    },
    "zh-CN": {
      summary: "按分段计分：每段从其起点开始，到下一段的起点结束。",
      details: `起点属于它所开始的那一段。写明终点分值时，该段从分值按直线变到终点分值；分值不变的段重复分值或留空，最外侧的段也是如此。分值不为 0 而终点分值为 0 时得 #VALUE!，因为桌面版的空单元格也是 0：确实降到 0 的段请写“零”。有小于 0 的起点时，为 0 或空白的起点同样得 #VALUE!：请写“不限”或“零”。低于所有起点得 #VALUE!，除非有一个起点为“不限”。可用于一个单元格或整个区域并自动溢出；空白得空白，不适用得 N/A。${EMPTY_VALUE["zh-CN"]}时间按秒，或写成“3:25”这样的文本：Excel 把时间单元格按一天的小数传入，请乘以 86400。以逗号作小数点（如“0,985”）得 #VALUE!。`,
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
    {
      name: "from",
      text: {
        en: {
          name: "from",
          help: "Where each band begins, in any order; open where it is open below, as an empty cell is 0 on the desktop.",
        },
        "zh-CN": { name: "起点", help: "各段的起点，顺序任意；向下不限请写“不限”，因为桌面版的空单元格是 0。" },
      },
    },
    WORTH_PARAMETER,
    POINTS_PARAMETER,
    WORTH_TO_PARAMETER,
    UNIT_PARAMETER,
  ],
  examples: [
    {
      arguments: [[[59, 60, 75, 90, 120]], [["", 60, 90]], [[0, 0.6, 1]], 10],
      result: [[0, 6, 6, 10, 10]],
      note: { en: "Three bands of 10 points.", "zh-CN": "10 分的三个分段。" },
    },
    {
      arguments: [[[45], [60], [75], [90]], [[""], [60], [90]], [[0], [6], [10]], 10, [[""], [10], [""]], "points"],
      result: [[0], [6], [8], [10]],
      note: {
        en: "Below 60 nothing, 60 earns 6, rising to 10 at 90.",
        "zh-CN": "低于 60 不得分，60 得 6 分，升至 90 得 10 分。",
      },
    },
    {
      arguments: [[[-5, 80]], [["open", 60]], [[0.2, 1]], 10],
      result: [[2, 10]],
      note: {
        en: "open instead of a blank, which Excel on the desktop hands over as 0.",
        "zh-CN": "写“不限”而不留空：桌面版 Excel 把空单元格当作 0 传入。",
      },
    },
    {
      arguments: [[[190, 240, 400]], [["不限", 180, 300]], [[1, 1, 0]], 10, [[1, "零", 0]]],
      result: [[10 - (10 * 10) / 120, 5, 0]],
      note: { en: "zero where a piece falls to 0.", "zh-CN": "降到 0 的段写“零”。" },
    },
    {
      arguments: [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [[0, 0, 1]]],
      result: { error: "#VALUE!" },
      note: { en: "Does it fall to 0, or is the cell empty?", "zh-CN": "是降到 0，还是空单元格？" },
    },
    {
      arguments: [0.1, [[0, -0.2, 0.2]], [[0.2, 0.5, 1]], 10],
      result: { error: "#VALUE!" },
      note: { en: "Is the start 0, or is the cell empty?", "zh-CN": "起点为 0，还是空单元格？" },
    },
    {
      arguments: [0.1, [["", -0.2, 0.2]], [[0.2, 0.5, 1]], 10],
      result: { error: "#VALUE!" },
      note: { en: "On the desktop the empty start would be 0.", "zh-CN": "在桌面版中，空白的起点会是 0。" },
    },
    {
      arguments: [[["", "N/A"]], [[0]], [[1]], 10],
      result: [["", "N/A"]],
      note: { en: "What is missing stays missing.", "zh-CN": "缺失的仍为缺失。" },
    },
    {
      arguments: [-1, [[0, 60]], [[0.5, 1]], 10],
      result: { error: "#VALUE!" },
      note: { en: "Below every start.", "zh-CN": "低于所有起点。" },
    },
    {
      arguments: [95, [[0, 60]], [[0, 0.5]], 10, [["", 1]]],
      result: { error: "#VALUE!" },
      note: { en: "The last piece has no end to rise to.", "zh-CN": "最后一段没有终点，无法上升。" },
    },
  ],
  run: (values = [], starts = [], worthCells = [], most, worthToCells, unitCell) => {
    const points = readPoints(most);
    const unit = readUnit(unitCell);
    const pairs = pairUp(starts, worthCells, WORTH_PARAMETER);
    const ends = worthToCells && pairUp(starts, worthToCells, WORTH_TO_PARAMETER).map(([, end]) => end);
    return scoreByMethod(piecewise, { points, scale: makeScale("", readPieces(pairs, ends, unit, points)) }, values);
  },
});
