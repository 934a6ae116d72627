import { showMetric, showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { localise } from "../../text/locale";
import { literal } from "../curves/curve";
import type { ParameterSpecs } from "../model/method";
import { plural } from "../../text/plural";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod, eachValue } from "../model/method";
import { addsPoints, mostMoved, saySteps, STEP_PARTS, stepPoints, stepsAway, stepsFormula } from "../curves/steps";

const PARAMETERS = {
  fullAt: {
    unit: "metric",
    required: true,
    domain: "any",
    text: {
      en: { name: "target", help: "Value from which steps are counted." },
      "zh-CN": { name: "目标值", help: "从该值起按步长计。" },
    },
  },
  perEvent: {
    unit: "points",
    required: true,
    domain: "non-zero",
    text: {
      en: {
        name: "points per step",
        help: "Points for each step. Without points of its own: positive adds on the better side of the target, negative takes away on the worse side.",
      },
      "zh-CN": {
        name: "每步分值",
        help: "每一步的分数。没有分值的项目：正数表示优于目标时加分，负数表示劣于目标时扣分。",
      },
    },
  },
  step: {
    unit: "metric",
    required: true,
    domain: "non-zero",
    text: {
      en: { name: "step", help: "Size of one step; positive: higher is better, negative: lower is better." },
      "zh-CN": { name: "步长", help: "一步的大小；正数表示越高越好，负数表示越低越好。" },
    },
  },
  limit: {
    unit: "points",
    required: false,
    domain: "non-negative",
    text: {
      en: { name: "limit", help: "The most that is taken away or added; blank means no limit of its own." },
      "zh-CN": { name: "上限", help: "最多扣或加多少分；空白表示不另设上限。" },
    },
  },
} as const satisfies ParameterSpecs;

export default defineMethod({
  id: "step",
  names: { en: ["step", "per step"], "zh-CN": ["步长", "按步长", "每步扣分"] },
  text: {
    en: {
      summary: "Takes points away, or adds them, for every step by which the value misses or beats its target.",
      formula:
        "points - points per step x steps worse than the target, not below 0; without points of its own: + or - points per step x steps; limit caps it",
    },
    "zh-CN": {
      summary: "实际值每偏离目标一步，扣或加若干分。",
      formula: "分值 − 每步分值 × 劣于目标的步数，不低于 0；没有分值时为 ± 每步分值 × 步数；上限封顶",
    },
  },
  source: "Deviation from a target by steps: half a point for each percentage point below it, capped.",
  parameters: PARAMETERS,
  points: "optional",
  monotone: "none",
  input: "metric",
  valueKind: "continuous",
  variants: STEP_PARTS,
  better: ({ step }) => (step < 0 ? "down" : "up"),
  examples: [
    example(undefined, 0.93, 9, "Two full steps of 1 % below 95 %.", "低于 95% 两个百分点，正好两步。"),
    example(undefined, 0.925, 9, "Two and a half steps: two full ones.", "两步半：只计满的两步。"),
    example("started", 0.925, 8.5, "Two and a half steps: the third is started.", "两步半：第三步已开始。"),
    example("proportional", 0.925, 8.75, "Two and a half steps in proportion.", "两步半：按比例。"),
    example("started", 0.95, 10, "The target itself misses nothing.", "正好达到目标，不扣分。"),
    example(undefined, 0.5, 0, "Not below 0.", "扣完为止。"),
    adjusting(0.5, 0.01, 2, 0.98, 1.5, "A bonus of half a point per step above.", "每高一步加 0.5 分。"),
    adjusting(0.5, 0.01, 2, 1, 2, "The limit caps the bonus.", "加分封顶。"),
    adjusting(
      -1,
      -0.01,
      undefined,
      0.97,
      -2,
      "Lower is better: two steps above the target.",
      "越低越好：高出目标两步。",
    ),
  ],
  compile: (parameters) => () => eachValue((value) => (Number.isNaN(value) ? NaN : stepPoints(parameters, value))),
  landmarks: (parameters) => {
    const { fullAt, step, perEvent } = parameters;
    const direction = addsPoints(parameters) ? 1 : -1;
    const last = Math.min(mostMoved(parameters) / Math.abs(perEvent), MOST_STEPS);
    return Array.from({ length: Math.ceil(last) + 1 }, (_, k) => fullAt + direction * Math.min(k, last) * step);
  },
  nativeFormula: (parameters, { value }) => {
    const { points, perEvent } = parameters;
    const moved = `${stepsFormula(parameters, value)}*${literal(Math.abs(perEvent))}`;
    const most = mostMoved(parameters);
    const held = Number.isFinite(most) ? `MIN(${literal(most)},${moved})` : moved;
    return addsPoints(parameters) ? held : `${literal(points)}-${held}`;
  },
  explain: (parameters, { value, points: result, showAs }) => {
    const steps = stepsAway(parameters, value);
    const sentence = (locale: Locale): string => {
      const [v, target, size] = [value, parameters.fullAt, Math.abs(parameters.step)].map((n) =>
        showMetric(n, showAs, locale),
      );
      const [n, each] = [steps, Math.abs(parameters.perEvent)].map((number) => showNumber(number, locale));
      const sign = addsPoints(parameters) ? "+" : "-";
      const earned = earnedOf(result, parameters.points, locale);
      return locale === "en"
        ? `${v} against the target ${target}: ${n} ${plural(n!, "step", "steps")} of ${size} x ${sign}${each}: ${earned}.`
        : `${v}，目标 ${target}：${n} 步（每步 ${size}）× ${sign}${each}，${earned}。`;
    };
    return { facts: { value, target: parameters.fullAt, step: parameters.step, steps }, sentence: localise(sentence) };
  },
  say: saySteps,
});

/** A curve without a limit gets landmarks for at most this many steps. */
const MOST_STEPS = 1000;

function example(part: string | undefined, value: number, expected: number, en: string, zh: string) {
  const parameters = { points: 10, fullAt: 0.95, perEvent: 0.5, step: 0.01, limit: undefined, variant: part };
  return { parameters, value, points: expected, note: { en, "zh-CN": zh } };
}

function adjusting(
  perEvent: number,
  step: number,
  limit: number | undefined,
  value: number,
  expected: number,
  en: string,
  zh: string,
) {
  return {
    ...example(undefined, value, expected, en, zh),
    parameters: { points: 0, fullAt: 0.95, perEvent, step, limit },
  };
}
