import { showMetric, showPercent } from "../../text/format";
import { localise } from "../../text/locale";
import { percent } from "../../text/plain";
import { targetOf } from "../curves/clauses";
import { literal } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod, eachValue } from "../model/method";

export default defineMethod({
  id: "attainment",
  names: { en: ["attainment", "target attainment"], "zh-CN": ["完成率", "目标完成率"] },
  text: {
    en: {
      summary: "Points in proportion to how much of a target was reached, up to a ceiling.",
      formula: "points x actual / target, not below 0 and at most points x ceiling",
    },
    "zh-CN": {
      summary: "按目标完成的比例计分，有封顶。",
      formula: "分值 × 实际值 ÷ 目标值，不低于 0，最多为 分值 × 封顶比例",
    },
  },
  source:
    "Target attainment as in payments collected and customers received: actual by target, capped at 100 % or a stated ceiling.",
  parameters: {
    fullAt: {
      unit: "metric",
      required: true,
      domain: "positive",
      text: {
        en: { name: "target", help: "Value that earns all points." },
        "zh-CN": { name: "目标值", help: "得满分的值。" },
      },
    },
    limit: {
      unit: "ratio",
      required: false,
      domain: "positive",
      text: {
        en: { name: "ceiling", help: "The most of the target that counts, such as 120 %; 100 % when left out." },
        "zh-CN": { name: "封顶比例", help: "最多计到目标的多少，例如 120%；省略时为 100%。" },
      },
    },
  },
  points: "required",
  monotone: "up",
  input: "metric",
  valueKind: "continuous",
  examples: [
    example(undefined, 80, 8, "80 of 100.", "完成 80%。"),
    example(undefined, 100, 10, "The target earns all points.", "达到目标得满分。"),
    example(undefined, 130, 10, "Without a ceiling 100 % is the most.", "未写封顶时最多 100%。"),
    example(1.2, 115, 11.5, "A ceiling of 120 % lets 115 % count.", "封顶 120%，完成 115% 全计。"),
    example(1.2, 130, 12, "The ceiling holds.", "超过 120% 封顶。"),
    example(undefined, -5, 0, "Not below 0.", "不低于 0 分。"),
  ],
  compile:
    ({ points, fullAt, limit = 1 }) =>
    () =>
      eachValue((value) => points * Math.max(0, Math.min(limit, value / fullAt))),
  landmarks: ({ fullAt, limit = 1 }) => [0, fullAt * limit],
  nativeFormula: ({ points, fullAt, limit = 1 }, { value }) =>
    `${literal(points)}*MAX(0,MIN(${literal(limit)},${value}/${literal(fullAt)}))`,
  explain: ({ points, fullAt, limit = 1 }, { value, points: earned, showAs }) => ({
    facts: { value, target: fullAt, attainment: value / fullAt, ceiling: limit },
    sentence: localise((locale) => {
      const [v, target] = [value, fullAt].map((n) => showMetric(n, showAs, locale));
      const result = earnedOf(earned, points, locale);
      const share = showPercent(value / fullAt, locale);
      const capped = value / fullAt > limit ? showPercent(limit, locale) : undefined;
      if (locale === "en")
        return `${v} of ${target} is ${share}${capped ? `, of which ${capped} counts` : ""}: ${result}.`;
      return `${v}，目标 ${target}，完成 ${share}${capped ? `，封顶 ${capped}` : ""}：${result}。`;
    }),
  }),
  say: ({ fullAt, limit }, { show }) => [
    { en: "by attainment", "zh-CN": "按完成率计分" },
    targetOf(fullAt === undefined ? undefined : show(fullAt)),
    limit === undefined ? undefined : { en: `capped at ${percent(limit)}`, "zh-CN": `封顶 ${percent(limit)}` },
  ],
});

function example(limit: number | undefined, value: number, expected: number, en: string, zh: string) {
  return { parameters: { points: 10, fullAt: 100, limit }, value, points: expected, note: { en, "zh-CN": zh } };
}
