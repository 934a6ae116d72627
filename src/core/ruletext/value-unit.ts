import type { CellValue } from "../cell/cell";
import type { TimeUnit } from "../cell/duration";
import { inUnit, isAboutTime, TIME_FACTORS, TIME_UNITS, unitOfRule } from "../cell/duration";
import { methodNamed } from "../scoring/compile/registry";
import { hasDeviations } from "../scoring/model/method";
import type { Localised } from "../text/locale";
import type { Rule } from "./rule";

/** Percentages above this are no rates. */
const HIGHEST_FRACTION = 1.5;
/** A value so far beyond all thresholds, and in another unit among them, is in that unit. */
const FAR = 10;
/** Thresholds of a rule in per cent that is written without the sign. */
const [LOWEST_PERCENT, HIGHEST_PERCENT] = [10, 100];

const NO_UNIT: Localised = {
  en: "The value is a duration, and the rule names no unit of time.",
  "zh-CN": "该值是时长，而规则没有写明时间单位。",
};
const PER_CENT: Localised = {
  en: "The rule is in per cent and the value is not: write 85% or 0.85 for 85 per cent.",
  "zh-CN": "规则按百分比而该值不是：85% 请写成 85% 或 0.85。",
};
const PLAIN: Localised = {
  en: "The value is a percentage or a fraction, and the rule is in plain numbers: write 85 for 85 per cent.",
  "zh-CN": "该值是百分比或小数，而规则按普通数字：85% 请写成 85。",
};
const TIME: Localised = {
  en: "The value and the rule are in different units of time: write a number in the unit of the rule, or a text such as 3:25.",
  "zh-CN": "该值与规则的时间单位不同：请按规则的单位填写数字，或写成 3:25 这样的文本。",
};

/** Reads a cell in the unit of a rule: the cell as it is scored, or why the units cannot be brought together. */
export function inUnitOfRule(
  text: string,
  rule: Rule,
  stated?: TimeUnit,
): (cell: CellValue) => CellValue | { readonly why: Localised } {
  const method = methodNamed(rule.method);
  const thresholds = hasDeviations(method) ? [] : thresholdsOf(rule);
  const isMeasured = method.valueKind !== "whole" && method.valuesAre === undefined && thresholds.length > 0;
  const unit = stated ?? unitOfRule(text);
  const [low, high] = [Math.min(...thresholds), Math.max(...thresholds)];
  const lies = (value: number): boolean => value >= 0.5 * low && value <= 1.5 * high;
  const isFar = (value: number): boolean => value >= FAR * high || value * FAR <= low;
  const isPercent = /[%‰]|per ?cent|百分/i.test(text.normalize("NFKC"));
  return (cell) => {
    if (cell.kind === "duration") {
      if (!isMeasured) return cell;
      return unit === undefined
        ? { why: NO_UNIT }
        : { ...cell, kind: "number", value: inUnit(cell.value, 1 / TIME_UNITS[unit]) };
    }
    if (cell.kind !== "number" || !isMeasured) return cell;
    const { value } = cell;
    if (high <= HIGHEST_FRACTION && isPercent) {
      const most = high <= 1 ? HIGHEST_FRACTION : FAR * high;
      return value > most ? { why: PER_CENT } : cell;
    }
    const isFraction = value > 0 && value < 1 && lies(value * 100);
    if (!isPercent && isFraction && low >= LOWEST_PERCENT && high <= HIGHEST_PERCENT) return { why: PLAIN };
    const isTime = (unit !== undefined || isAboutTime(text)) && value > 0 && isFar(value);
    if (isTime && TIME_FACTORS.some((factor) => lies(value * factor) || lies(value / factor))) return { why: TIME };
    return cell;
  };
}

function thresholdsOf({ zeroAt, fullAt, failAt, scale = [] }: Rule): readonly number[] {
  return [zeroAt, fullAt, failAt, ...scale.flatMap(({ from, to }) => [from, to])].flatMap((value) =>
    value !== undefined && Number.isFinite(value) && value !== 0 ? [Math.abs(value)] : [],
  );
}
