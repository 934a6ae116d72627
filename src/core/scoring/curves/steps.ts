import { literal } from "./curve";
import type { MethodVariant } from "../model/method";

/** How a part of a step counts. */
export type StepPart = "full" | "started" | "proportional";

/**
 * Steps of a size between two values, counted from `from` towards `to`; 0 on the other side. Parts of a step count only when they are full, as
 * soon as they are started, or in proportion.
 *
 * @example countSteps(0.93, 0.95, 0.01, "full") // 2, although the doubles are a little more than two steps apart
 */
export function countSteps(from: number, to: number, size: number, part: StepPart): number {
  // 9 decimals are what people can mean; beyond them doubles only seem to be a little more or less than a whole number.
  const steps = Math.max(0, Math.round(((to - from) / size) * 1e9) / 1e9);
  if (part === "started") return Math.ceil(steps);
  return part === "proportional" ? steps : Math.floor(steps);
}

/** A rule by steps: what the method `step` reads out of a rubric. */
export interface StepRule {
  readonly points: number;
  /** The target. */
  readonly fullAt: number;
  readonly perEvent: number;
  /** Positive: higher is better; negative: lower is better. */
  readonly step: number;
  readonly limit?: number | undefined;
  readonly variant?: string | undefined;
}

const partOf = ({ variant = "full" }: StepRule): StepPart => variant as StepPart;

/** Whether steps are counted on the better side of the target: a bonus for what goes beyond it. */
export const addsPoints = ({ points, perEvent }: StepRule): boolean => points === 0 && perEvent > 0;

/** The most that steps can add or take away. */
export const mostMoved = ({ points, limit = Infinity }: StepRule): number =>
  points > 0 ? Math.min(limit, points) : limit;

/** Steps on the side of the target that counts. */
export function stepsAway(rule: StepRule, value: number): number {
  const { fullAt, step } = rule;
  return addsPoints(rule)
    ? countSteps(fullAt, value, step, partOf(rule))
    : countSteps(value, fullAt, step, partOf(rule));
}

export function stepPoints(rule: StepRule, value: number): number {
  const moved = Math.min(mostMoved(rule), stepsAway(rule, value) * Math.abs(rule.perEvent));
  return (addsPoints(rule) ? moved : rule.points - moved) + 0;
}

/** `stepsAway` as a formula of Excel 2016. */
export function stepsFormula(rule: StepRule, value: string): string {
  const target = literal(rule.fullAt);
  const [from, to] = addsPoints(rule) ? [target, value] : [value, target];
  const steps = `MAX(0,ROUND((${to}-${from})/${literal(rule.step)},9))`;
  if (partOf(rule) === "started") return `ROUNDUP(${steps},0)`;
  return partOf(rule) === "proportional" ? steps : `INT(${steps})`;
}

/** The choices as variants of a method, the default first. */
export const STEP_PARTS: readonly (MethodVariant & { readonly id: StepPart })[] = [
  {
    id: "full",
    names: { en: ["full"], "zh-CN": ["每满一步"] },
    text: { en: "A step counts when it is full.", "zh-CN": "满一步才计。" },
  },
  {
    id: "started",
    names: { en: ["started"], "zh-CN": ["不足一步按一步"] },
    text: { en: "A step counts as soon as it is started.", "zh-CN": "不足一步按一步计。" },
  },
  {
    id: "proportional",
    names: { en: ["proportional"], "zh-CN": ["按比例"] },
    text: { en: "Parts of a step count in proportion.", "zh-CN": "不足一步按比例计。" },
  },
];
