import type { MethodSettings, PeerStatistic } from "../../rubric/settings";
import { showDeviation, showMetric, showPercent } from "../../text/format";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { percent } from "../../text/plain";
import type { ExplanationContext, MethodExplanation } from "../model/method";
import type { Sentence } from "../model/sentence";
import { earnsAll, earnsNothing, LINE_BETWEEN } from "./clauses";
import { earnedOf } from "./points-in-words";
import { CENTRES, comparedWith, statisticOf } from "./peer-statistic";

interface Comparison {
  readonly points: number;
  readonly zeroAt: number;
  readonly fullAt: number;
  readonly settings?: MethodSettings | undefined;
}

/** Compares a value with those of the peers, and states the points. */
export function explainComparison(
  { points, zeroAt, fullAt, settings }: Comparison,
  { value, points: earned, peers, showAs }: ExplanationContext,
): MethodExplanation {
  const statistic = statisticOf({ settings });
  const place = comparedWith(statistic, peers, value);
  const centre = statistic === "percentile" ? NaN : CENTRES[statistic].centre(peers);
  return {
    facts: {
      value,
      zeroAt,
      fullAt,
      statistic,
      ...(Number.isNaN(centre) ? {} : { centre }),
      ...(Number.isNaN(place) ? {} : { [statistic === "percentile" ? "place" : "deviation"]: place }),
    },
    sentence: localise((locale) => {
      const v = showMetric(value, showAs, locale);
      if (Number.isNaN(place)) return explainNoComparison(statistic, centre, v, locale);
      const show = statistic === "percentile" ? showPercent : showDeviation;
      const [own, zero, full] = [place, zeroAt, fullAt].map((n) => show(n, locale));
      const result = earnedOf(earned, points, locale);
      const against = statistic === "percentile" ? undefined : CENTRES[statistic].name[locale];
      const m = showMetric(centre, showAs, locale);
      if (locale === "en") {
        const where = against ? `is ${own} from the peer ${against} ${m}` : `stands above ${own} of the others`;
        return `${v} ${where}; from ${zero} (none) to ${full} (all) that gives ${result}.`;
      }
      const where = against ? `与同岗位${against} ${m} 的偏差为 ${own}` : `高于 ${own} 的同岗位人员`;
      return `${v} ${where}；从 ${zero}（零分）到 ${full}（满分）计${result}。`;
    }),
  };
}

/** Why a value cannot be compared. */
function explainNoComparison(statistic: PeerStatistic, centre: number, value: string, locale: Locale): string {
  if (centre === 0) {
    const name = CENTRES[statistic === "median" ? "median" : "mean"].name[locale];
    return locale === "en"
      ? `The peer ${name} is 0, so ${value} cannot be compared with it: no points can be given.`
      : `同岗位${name}为 0，无法与 ${value} 比较：不能计分。`;
  }
  return locale === "en" ? "No peer has a value: no points can be given." : "同岗位没有任何数据：不能计分。";
}

/** States the deviation from the peers' mean that earns all points, and the one that earns nothing. */
export const sayComparison: Sentence = ({ zeroAt, fullAt }) => {
  const full = fullAt === undefined ? undefined : earnsAll(fromMean(fullAt));
  return [
    { en: `compared with the peer mean: ${full?.en ?? ""}`, "zh-CN": `与同岗位均值比较：${full?.["zh-CN"] ?? ""}` },
    zeroAt === undefined ? undefined : earnsNothing(fromMean(zeroAt)),
    LINE_BETWEEN,
  ];
};

function fromMean(deviation: number): Localised {
  if (deviation === 0) return { en: "at the mean", "zh-CN": "等于均值" };
  const size = percent(Math.abs(deviation));
  return deviation > 0
    ? { en: `${size} above the mean`, "zh-CN": `高于均值 ${size} ` }
    : { en: `${size} below the mean`, "zh-CN": `低于均值 ${size} ` };
}
