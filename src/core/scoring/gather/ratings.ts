import { foldName } from "../../cell/cell";
import { KIND } from "../../metrics/reading";
import type { Rating } from "../../metrics/ratings";
import { raterTypeKey, raterTypeName } from "../../metrics/ratings";
import type { Scale } from "../../rubric/scale";
import { showNumber, showPercent } from "../../text/format";
import type { Locale } from "../../text/locale";
import { counted } from "../../text/plural";
import { localise } from "../../text/locale";
import type { InputDescription } from "../model/input";
import { weightedMean } from "../model/mean";
import { namedScale } from "../compile/parameters";
import type { Gather } from "./request";

/** The ratings of an agent by raters of one type. */
interface TypeMean {
  /** The spelling of the first such rating. */
  readonly type: string;
  readonly count: number;
  readonly mean: number;
  /** NaN if the scale of weights does not name the type. */
  readonly weight: number;
}

/** Weight of each rater type by its key; undefined without a scale, when all types weigh the same. */
export function raterWeights(scale: Scale | undefined): ReadonlyMap<string, number> | undefined {
  return scale && new Map(scale.intervals.map(({ grade, worth }) => [raterTypeKey(grade), worth?.from ?? 1]));
}

/**
 * The weighted mean of each agent's ratings. Ratings of one type are averaged first, so that many raters of a type
 * weigh no more than one. Types without ratings leave the weights. Without any rating there is no value. An unreadable
 * rating, or a type without weight, makes the value unreadable.
 */
export const gatherRatings: Gather = ({ compiled, indicator, sources, rows, period }) => {
  const { ratings, metrics, scales } = sources;
  const { name } = indicator.indicator;
  if (!ratings) throw new Error(`${compiled.rubric.name} / ${name}: neither a metric column nor ratings`);
  const weights = raterWeights(namedScale(indicator.indicator, indicator.method, scales));
  const byAgent = ratings.of(name);
  const typesOf = (agent: number): readonly TypeMean[] => {
    const own = byAgent.get(foldName(metrics.agentIds[rows[agent]!]!)) ?? [];
    return meansOf(
      own.filter((rating) => metrics.calendar.belongs(rating.period, period)),
      weights,
    );
  };
  const values = new Float64Array(rows.length).fill(NaN);
  const kinds = new Uint8Array(rows.length).fill(KIND.blank);
  for (let agent = 0; agent < rows.length; agent += 1) {
    const types = typesOf(agent);
    if (types.length === 0) continue;
    const readable = types.every(({ mean, weight }) => !Number.isNaN(mean) && weight >= 0);
    values[agent] = readable
      ? weightedMean(
          types.map(({ mean }) => mean),
          types.map(({ weight }) => weight),
        )
      : NaN;
    kinds[agent] = Number.isNaN(values[agent]) ? KIND.unreadable : KIND.number;
  }
  return {
    values,
    kinds,
    given: undefined,
    showAs: "number",
    column: undefined,
    describe: (agent) => describe(typesOf(agent)),
  };
};

function meansOf(ratings: readonly Rating[], weights: ReadonlyMap<string, number> | undefined): readonly TypeMean[] {
  const groups = new Map<string, { type: string; values: number[]; readable: boolean }>();
  for (const { raterType, value, kind } of ratings) {
    if (kind === "blank" || kind === "not-applicable") continue;
    const key = raterTypeKey(raterType);
    const group = groups.get(key) ?? { type: raterType, values: [], readable: true };
    groups.set(key, group);
    group.values.push(value);
    group.readable &&= kind === "number";
  }
  return [...groups].map(([key, { type, values, readable }]) => ({
    type,
    count: values.length,
    mean: readable ? weightedMean(values) : NaN,
    weight: weights ? (weights.get(key) ?? NaN) : 1,
  }));
}

function describe(types: readonly TypeMean[]): InputDescription {
  const all = types.reduce((sum, { weight }) => sum + weight, 0);
  const tell = ({ type, count, mean, weight }: TypeMean, locale: Locale): string => {
    const en = locale === "en";
    const who = type === "" ? (en ? "raters" : "评价人") : raterTypeName(type)[locale];
    if (Number.isNaN(mean)) return en ? `${who}: a rating cannot be read` : `${who}：有评分无法识别`;
    if (Number.isNaN(weight)) return en ? `${who}: no weight is stated` : `${who}：没有写明权重`;
    const share = all > 0 ? showPercent(weight / all, locale) : "";
    const weighs = share === "" ? "" : en ? `, weighs ${share}` : `，权重 ${share}`;
    const m = showNumber(mean, locale);
    return en
      ? `${who}: mean ${m} of ${counted(count, "rating", "ratings")}${weighs}`
      : `${who}：${count} 份，均值 ${m}${weighs}`;
  };
  return {
    facts: { ratings: types.reduce((sum, { count }) => sum + count, 0), raterTypes: types.length },
    sentence: localise((locale) => {
      const en = locale === "en";
      if (types.length === 0) return en ? "Nobody has rated yet." : "尚无评价。";
      return types.map((type) => tell(type, locale)).join(en ? "; " : "；") + (en ? "." : "。");
    }),
  };
}
