import { literal } from "./curve";
import type { MethodVariant } from "../model/method";
import type { Sentence } from "../model/sentence";
import { HOLE } from "../model/sentence";
import type { Localised } from "../../text/locale";
import { percent, plain } from "../../text/plain";
import { counted } from "../../text/plural";
import { mostAdded, mostOff, pointsInWords, stated, targetOf } from "./clauses";

/** How an incomplete step counts. */
type StepPart = "full" | "started" | "proportional";

/**
 * Steps of a size from `from` towards `to`; 0 on the other side. An incomplete step does not count, counts in full, or
 * counts in proportion.
 *
 * @example countSteps(0.93, 0.95, 0.01, "full") // 2, although the doubles are a little more than two steps apart
 */
function countSteps(from: number, to: number, size: number, part: StepPart): number {
  // People mean at most 9 decimals. Beyond them, doubles only seem to be a little more or less than a whole number.
  const steps = Math.max(0, Math.round(((to - from) / size) * 1e9) / 1e9);
  if (part === "started") return Math.ceil(steps);
  return part === "proportional" ? steps : Math.floor(steps);
}

/** A rule by steps: the parameters of the method `step`. */
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

/** Whether steps count on the better side of the target, as a bonus. */
export const addsPoints = ({ points, perEvent }: StepRule): boolean => points === 0 && perEvent > 0;

/** The most points that steps can add or take away. */
export const mostMoved = ({ points, limit = Infinity }: StepRule): number =>
  points > 0 ? Math.min(limit, points) : limit;

/** Steps on the counting side of the target. */
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

/** A variant of the method, and the words of a rule for an incomplete step of that size. */
interface StepVariant extends MethodVariant {
  readonly id: StepPart;
  readonly say: (size: Localised) => Localised;
}

/** The first is the default. */
export const STEP_PARTS: readonly StepVariant[] = [
  {
    id: "full",
    names: { en: ["full"], "zh-CN": ["每满一步"] },
    text: { en: "A step counts when it is full.", "zh-CN": "满一步才计。" },
    say: (size) => ({ en: "only full steps count", "zh-CN": `不足 ${size["zh-CN"]}不计` }),
  },
  {
    id: "started",
    names: { en: ["started"], "zh-CN": ["不足一步按一步"] },
    text: { en: "A step counts as soon as it is started.", "zh-CN": "不足一步按一步计。" },
    say: ({ "zh-CN": size }) => ({ en: "a started step counts in full", "zh-CN": `不足 ${size}按 ${size}计` }),
  },
  {
    id: "proportional",
    names: { en: ["proportional"], "zh-CN": ["按比例"] },
    text: { en: "Parts of a step count in proportion.", "zh-CN": "不足一步按比例计。" },
    say: (size) => ({ en: "in proportion", "zh-CN": `不足 ${size["zh-CN"]}按比例计` }),
  },
];

/** States the target, the price of each step, the worth of an incomplete step, and the most. */
export const saySteps: Sentence = ({ points = 0, fullAt, perEvent, step, variant, limit }, { show, inPercent }) => {
  const target = targetOf(fullAt === undefined ? undefined : show(fullAt));
  const each = perEvent === undefined ? undefined : Math.abs(perEvent);
  if (step === undefined) {
    const away = {
      en: `${counted(stated(each), "point", "points")} for each ${HOLE} away from target`,
      "zh-CN": `每偏离 ${HOLE} ${stated(each)} 分`,
    };
    return [target, away];
  }
  const adds = points <= 0 && perEvent !== undefined && perEvent > 0;
  const size = sizeOf(Math.abs(step), inPercent);
  const isAbove = adds === step > 0;
  return [
    target,
    {
      en: `${adds ? "add" : "deduct"} ${pointsInWords(each)} for each ${size.en} ${isAbove ? "above" : "below"} target`,
      "zh-CN": `每${isAbove ? "高" : "低"} ${size["zh-CN"]}${adds ? "加" : "扣"} ${stated(each)} 分`,
    },
    STEP_PARTS.find(({ id }) => id === variant)?.say(size),
    adds ? mostAdded(limit) : mostOff(limit),
  ];
};

function sizeOf(size: number, inPercent: boolean): Localised {
  if (!inPercent) return { en: plain(size), "zh-CN": `${plain(size)} ` };
  const points = percent(size).slice(0, -1);
  return {
    en: counted(points, "percentage point", "percentage points"),
    "zh-CN": `${points} 个百分点`,
  };
}
