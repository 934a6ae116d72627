import passFail from "../../core/scoring/methods/pass-fail";
import type { ArgumentMatrix } from "../define";
import { defineFunction } from "../define";
import { EMPTY_VALUE, mayBeEmpty, measureOrNone, onlyCell, refuseZero } from "../empty-cells";
import { inDomain, nameOf, parameterFrom, POINTS_PARAMETER, readPoints, scoreByMethod } from "../from-method";
import { ArgumentError, valueError } from "../matrix";

const fullAtParameter = parameterFrom("fullAt", passFail.parameters.fullAt);
const zeroAtParameter = parameterFrom("zeroAt", passFail.parameters.zeroAt);

export default defineFunction({
  id: "PASSSCORE",
  text: {
    en: {
      summary: "All points when passed, otherwise 0; passed says the cell in words, or a number at or past full at.",
      details: `Understands pass/fail, yes/no, TRUE/FALSE, 1/0, √/× and the Chinese words for them. Takes one cell or a whole range and spills. A blank gives a blank, N/A gives N/A, any other word gives #VALUE!. ${EMPTY_VALUE.en} So full at 0 gives #VALUE!, unless zero at says the direction: write zero. Times are seconds, or texts such as "3:25": Excel hands a time cell over as a part of a day, so multiply it by 86400. A decimal comma, "0,985", gives #VALUE!.`,
    },
    "zh-CN": {
      summary: "达标得满分，否则得 0；由文字写明，或以达到满分值的数字为准。",
      details: `可识别达标/不达标、合格/不合格、通过/不通过、是/否、TRUE/FALSE、1/0、√/× 及对应的英文。可用于一个单元格或整个区域并自动溢出。空白得空白，不适用得 N/A，其他文字得 #VALUE!。${EMPTY_VALUE["zh-CN"]}因此满分值为 0 时，除非零分值表明了方向，否则得 #VALUE!：请写“零”。时间按秒，或写成“3:25”这样的文本：Excel 把时间单元格按一天的小数传入，请乘以 86400。以逗号作小数点（如“0,985”）得 #VALUE!。`,
    },
  },
  parameters: [
    {
      name: "value",
      measured: true,
      text: {
        en: { name: "value", help: "Pass or fail in words, or the measured number; or a range." },
        "zh-CN": { name: "实际值", help: "写明是否达标的文字，或实际数值；也可为区域。" },
      },
    },
    POINTS_PARAMETER,
    fullAtParameter,
    zeroAtParameter,
  ],
  examples: [
    {
      arguments: [[["达标", "fail", true, 0, "√", "×"]], 5],
      result: [[5, 0, 5, 0, 5, 0]],
      note: { en: "Words of both languages, logical values, ticks.", "zh-CN": "中英文用词、逻辑值和勾叉。" },
    },
    {
      arguments: [[[0.95], [0.94], [""], ["N/A"]], 5, 0.95],
      result: [[5], [0], [""], ["N/A"]],
      note: { en: "95 % is asked for.", "zh-CN": "要求 95%。" },
    },
    {
      arguments: [[[2.5, 3.5]], 5, 3, 4],
      result: [[5, 0]],
      note: { en: "Zero at above full at: lower is better.", "zh-CN": "零分值大于满分值：越低越好。" },
    },
    {
      arguments: [[[-0.5, 0.5]], 5, "zero"],
      result: [[0, 5]],
      note: { en: "0 is asked for, in words.", "zh-CN": "要求达到 0，写“零”。" },
    },
    {
      arguments: [1, 5, 0],
      result: { error: "#VALUE!" },
      note: { en: "Is full at 0, or is its cell empty?", "zh-CN": "满分值为 0，还是空单元格？" },
    },
    {
      arguments: [1, 5, -0.05, 0],
      result: { error: "#VALUE!" },
      note: { en: "Is lower better, or is the cell empty?", "zh-CN": "是越低越好，还是空单元格？" },
    },
    {
      arguments: [1, 5, "", 1],
      result: { error: "#VALUE!" },
      note: { en: "A direction without a full at.", "zh-CN": "写了方向，却没有满分值。" },
    },
    {
      arguments: ["maybe", 5],
      result: { error: "#VALUE!" },
      note: { en: "Neither pass nor fail.", "zh-CN": "既不是达标，也不是不达标。" },
    },
  ],
  run: (values = [], most, full, zero) => {
    const points = readPoints(most);
    const { fullAt, zeroAt } = readEnds(full, zero);
    if (fullAt !== undefined)
      inDomain(fullAt, fullAt !== zeroAt, nameOf(fullAtParameter), "different from zero at", "与零分值不同");
    return scoreByMethod(passFail, { points, fullAt, zeroAt }, values);
  },
});

/**
 * What passes, and on which side. Zero at only says the direction, so that beside it a full at of 0 is meant. A zero at of 0 turns the direction
 * only where full at is below 0.
 */
function readEnds(full: ArgumentMatrix | undefined, zero: ArgumentMatrix | undefined) {
  const zeroAt = mayBeEmpty(onlyCell(zero)) ? undefined : measureOrNone(zero, nameOf(zeroAtParameter));
  if (mayBeEmpty(onlyCell(full))) {
    if (zeroAt !== undefined) return { fullAt: 0, zeroAt };
    refuseZero(
      nameOf(fullAtParameter),
      "State zero at, which says the direction, or leave both out for words",
      "请写明表示方向的零分值；用文字时两者都省略",
    );
  }
  const fullAt = measureOrNone(full, nameOf(fullAtParameter));
  if (fullAt === undefined && zeroAt !== undefined)
    throw new ArgumentError(valueError("Zero at is stated, full at is not.", "写了“零分值”，没有写“满分值”。"));
  if (fullAt !== undefined && fullAt < 0 && mayBeEmpty(onlyCell(zero)))
    refuseZero(nameOf(zeroAtParameter), "Leave it out if higher is better", "越高越好时请省略");
  return { fullAt, zeroAt };
}
