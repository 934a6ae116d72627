import { showMetric } from "../../text/format";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { earnsAll, earnsNothing, LINE_BETWEEN } from "../curves/clauses";
import { linearShare, literal } from "../curves/curve";
import { earnedOf } from "../curves/points-in-words";
import { defineMethod, eachValue } from "../model/method";

export default defineMethod({
  id: "target-centred",
  names: { en: ["target-centred", "nominal is best"], "zh-CN": ["望目", "目标居中", "越接近目标越好"] },
  text: {
    en: {
      summary: "The closer to a target the better, on either side of it; a band around the target may earn all points.",
      formula:
        "points x (reach - distance) / (reach - band), held between 0 and points; reach = distance from full at to zero at",
    },
    "zh-CN": {
      summary: "无论高低，越接近目标得分越高；目标附近可设满分区间。",
      formula: "分值 ×（零分距离 − 与目标的距离）÷（零分距离 − 满分区间），限制在 0 与分值之间",
    },
  },
  source:
    "Nominal-is-best quality characteristics, and KPI tools that stabilise a value around its goal, such as handling time.",
  parameters: {
    zeroAt: {
      unit: "metric",
      required: true,
      domain: "any",
      text: {
        en: { name: "zero at", help: "Value on either side at which nothing is left; the other side mirrors it." },
        "zh-CN": { name: "零分值", help: "任一侧得零分的值；另一侧与之对称。" },
      },
    },
    fullAt: {
      unit: "metric",
      required: true,
      domain: "any",
      text: {
        en: { name: "target", help: "The best value; it earns all points." },
        "zh-CN": { name: "目标值", help: "最佳值，得满分。" },
      },
    },
    step: {
      unit: "metric",
      required: false,
      domain: "non-negative",
      text: {
        en: { name: "band", help: "Distance from the target that still earns all points; 0 when left out." },
        "zh-CN": { name: "满分区间", help: "与目标相差多少以内仍得满分；省略时为 0。" },
      },
    },
  },
  points: "required",
  monotone: "none",
  input: "metric",
  valueKind: "continuous",
  examples: [
    example(undefined, 300, 10, "The target earns all points.", "正好等于目标，得满分。"),
    example(undefined, 240, 5, "Half-way to zero below the target.", "低于目标，位于半程。"),
    example(undefined, 360, 5, "As far above it: the same.", "高于目标同样距离，得分相同。"),
    example(undefined, 420, 0, "Zero at belongs to no points.", "达到零分距离，不得分。"),
    example(undefined, 500, 0, "Beyond it there is nothing to lose.", "更远不再扣。"),
    example(20, 320, 10, "The edge of the band still earns all.", "满分区间边界仍得满分。"),
    example(20, 370, 5, "Half-way from the band to zero.", "区间边界到零分值的半程。"),
  ],
  compile:
    ({ points, zeroAt, fullAt, step = 0 }) =>
    () => {
      const reach = Math.abs(zeroAt - fullAt);
      return eachValue((value) => points * linearShare(Math.abs(value - fullAt), reach, step));
    },
  landmarks: ({ zeroAt, fullAt, step = 0 }) => {
    const reach = Math.abs(zeroAt - fullAt);
    return [fullAt - reach, fullAt - step, fullAt, fullAt + step, fullAt + reach];
  },
  nativeFormula: ({ points, zeroAt, fullAt, step = 0 }, { value }) => {
    const reach = literal(Math.abs(zeroAt - fullAt));
    return `${literal(points)}*MAX(0,MIN(1,(${reach}-ABS(${value}-${literal(fullAt)}))/(${reach}-${literal(step)})))`;
  },
  explain: ({ points, zeroAt, fullAt, step = 0 }, { value, points: earned, showAs }) => {
    const [away, reach] = [Math.abs(value - fullAt), Math.abs(zeroAt - fullAt)];
    return {
      facts: { value, target: fullAt, distance: away, reach, band: step },
      sentence: localise((locale) => {
        const [v, target, d, far, band] = [value, fullAt, away, reach, step].map((n) => showMetric(n, showAs, locale));
        const result = earnedOf(earned, points, locale);
        if (locale === "en") {
          const all = step > 0 ? `all up to ${band} away, ` : "";
          return `${v} is ${d} away from the target ${target} (${all}nothing from ${far} away): ${result}.`;
        }
        const all = step > 0 ? `相差 ${band} 以内得满分，` : "";
        return `${v} 与目标 ${target} 相差 ${d}（${all}相差 ${far} 及以上得零分）：${result}。`;
      }),
    };
  },
  say: ({ zeroAt, fullAt, step }, { show }) => {
    // Rounding to fifteen digits shows 0.3 - 0.2 as 0.1.
    const reach =
      zeroAt === undefined || fullAt === undefined ? undefined : Number(Math.abs(zeroAt - fullAt).toPrecision(15));
    return [
      fullAt === undefined
        ? undefined
        : { en: `the closer to ${show(fullAt)} the better`, "zh-CN": `越接近 ${show(fullAt)} 越好` },
      step === undefined ? undefined : earnsAll(offBy(show(step), "or less", "以内")),
      reach === undefined ? undefined : earnsNothing(offBy(show(reach), "or more", "及以上")),
      LINE_BETWEEN,
    ];
  },
});

const offBy = (distance: string, en: string, zh: string): Localised => ({
  en: `a deviation of ${distance} ${en}`,
  "zh-CN": `偏差 ${distance} ${zh}`,
});

function example(step: number | undefined, value: number, expected: number, en: string, zh: string) {
  const parameters = { points: 10, zeroAt: 180, fullAt: 300, step };
  return { parameters, value, points: expected, note: { en, "zh-CN": zh } };
}
