import type { Metrics } from "../../metrics/metrics";
import { KIND } from "../../metrics/reading";
import { sampleColumn } from "../../metrics/sample-column";
import type { RubricSettings } from "../../rubric/settings";
import type { Scale } from "../../rubric/scale";
import type { ShowAs } from "../../text/format";
import { showMetric, showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { localise } from "../../text/locale";
import { namedScale } from "../compile/parameters";
import type { CompiledIndicator } from "../model/compiled";
import type { GatheredValues, InputDescription } from "../model/input";
import { weightedMean } from "../model/mean";
import { createPeers } from "../model/peers";
import { scoreColumn } from "../model/method";
import { STATUS } from "../model/status";
import { PLACE, placesOf, rowsOfAgents } from "./inner-rows";
import type { Standings } from "./other-results";
import { readPeriodMetric } from "./other-results";
import type { PeriodPart } from "./period-parts";
import { periodParts } from "./period-parts";
import type { Gather } from "./request";
import { take } from "./rows";

/** One inner period and its values for the agents. */
interface PartValues extends PeriodPart {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  /** Weight of each agent's value; NaN where it is not known. Undefined: the same for all. */
  readonly weights: Float64Array | undefined;
  /** PLACE codes. */
  readonly places: Uint8Array;
}

/** Everything that a roll-up of periods needs. */
export interface RollUp {
  readonly indicator: Pick<CompiledIndicator, "indicator" | "method" | "parameters" | "read">;
  readonly settings: Pick<RubricSettings, "fullScore" | "rollUpWeights">;
  readonly metrics: Metrics;
  readonly scales: readonly Scale[];
  readonly period: string;
  readonly rows: Int32Array;
  readonly standings: (period: string) => Standings;
}

/**
 * Mean of an agent's results in the inner periods. Periods before the agent's first row and after the last are not expected; where a
 * wider period has a row, those within it are left out. A hole between rows, an empty cell and a pending total follow If missing by
 * themselves; a result that cannot be scored makes the outer period wait. A result that does not apply never counts. A filled cell in the agent's own row replaces the mean.
 */
export const gatherPeriods: Gather = ({ compiled, indicator, sources, period, rows, standings }) => {
  const { metric, name } = indicator.indicator;
  const { metrics, scales } = sources;
  if (readPeriodMetric(indicator.indicator, metrics).kind === "unknown") {
    throw new Error(`${compiled.rubric.name} / ${name}: “${metric}” is neither the total nor a column of Metrics`);
  }
  return rollUp({ indicator, settings: compiled.settings, metrics, scales, period, rows, standings });
};

/** The value of each agent, put together from the inner periods. */
export function rollUp(request: RollUp): GatheredValues {
  const { indicator, metrics, rows } = request;
  const { ifMissing, metric } = indicator.indicator;
  const parts = partsOf(request);
  const column = metrics.column(metric, indicator.read);
  const own = column && { values: take(column.values, rows), kinds: take(column.kinds, rows) };
  const values = new Float64Array(rows.length);
  const kinds = new Uint8Array(rows.length);
  const leaves = ifMissing === "exclude" || ifMissing === "share";
  const isOwn = (agent: number): boolean => own !== undefined && own.kinds[agent] !== KIND.blank;
  for (let agent = 0; agent < rows.length; agent += 1) {
    const kind = isOwn(agent) ? own!.kinds[agent]! : kindOf(parts, agent, leaves);
    const value = kind !== KIND.number ? NaN : isOwn(agent) ? own!.values[agent]! : meanOf(parts, agent);
    values[agent] = value;
    // All that has a value rests on no case.
    kinds[agent] = kind === KIND.number && Number.isNaN(value) ? KIND.notApplicable : kind;
  }
  const showAs = column?.showAs ?? "number";
  return {
    values,
    kinds,
    given: undefined,
    showAs,
    column: undefined,
    describe: (agent) => describe(isOwn(agent) ? undefined : parts, agent, values[agent]!, showAs),
  };
}

function partsOf({ indicator, settings, metrics, scales, period, rows, standings }: RollUp): readonly PartValues[] {
  const { metric, ifMissing } = indicator.indicator;
  const ofColumn = readPeriodMetric(indicator.indicator, metrics).kind === "column";
  const column = ofColumn ? metrics.column(metric, indicator.read) : undefined;
  const scale = namedScale(indicator.indicator, indicator.method, scales);
  const cases = column && !scale && settings.rollUpWeights === "n" ? sampleColumn(metrics, metric) : undefined;
  const inner = periodParts(metrics.calendar, period, metrics.coded("period").texts, scale).map((part) => ({
    ...part,
    found: part.period === undefined ? undefined : rowsOfAgents(metrics, part.period, rows),
  }));
  const places = placesOf(metrics, period, rows, inner);
  const parts = inner.map(({ found, ...part }, k): PartValues => {
    const rest = { ...part, places: places[k]!, weights: cases && found && pick(cases, found).values };
    const blank = { values: new Float64Array(rows.length).fill(NaN), kinds: blankKinds(rows.length) };
    if (!found) return { ...rest, ...blank };
    return { ...rest, ...(column ? pick(column, found) : pick(resultsOf(standings(part.period!)), found)) };
  });
  const stated = ifMissing === "zero" || ifMissing === "full" ? worthOf(indicator, settings, ofColumn) : undefined;
  for (const part of parts) {
    for (let agent = 0; agent < rows.length; agent += 1) settlePart(part, agent, ifMissing, stated);
  }
  return parts;
}

const blankKinds = (count: number): Uint8Array => new Uint8Array(count).fill(KIND.blank);

/** The value by which a missing inner period counts. Of totals it is 0 or the full score, of metrics what earns nothing or all. */
function worthOf(
  { indicator, method, parameters }: RollUp["indicator"],
  { fullScore }: RollUp["settings"],
  ofColumn: boolean,
): number {
  const { ifMissing, zeroAt, fullAt } = indicator;
  const isFull = ifMissing === "full";
  if (!ofColumn) return isFull ? (fullAt ?? fullScore) : 0;
  const stated = isFull ? fullAt : zeroAt;
  if (stated !== undefined && indicator.scale === "") return stated;
  const marks = Float64Array.from(method.landmarks(parameters, createPeers(new Float64Array(0)))).filter(
    Number.isFinite,
  );
  const points = scoreColumn(method, parameters, marks).map((each) => (isFull ? each : -each));
  return marks[points.indexOf(Math.max(...points.filter((each) => !Number.isNaN(each))))] ?? NaN;
}

/** Applies If missing to one inner period of an agent. */
function settlePart(
  { values, kinds, places }: PartValues,
  agent: number,
  ifMissing: RollUp["indicator"]["indicator"]["ifMissing"],
  stated: number | undefined,
): void {
  const place = places[agent]!;
  const leaves = ifMissing === "exclude" || ifMissing === "share";
  if (place === PLACE.covered || place === PLACE.notExpected || (place === PLACE.hole && leaves)) {
    kinds[agent] = KIND.notApplicable;
    values[agent] = NaN;
  } else if (kinds[agent] === KIND.unreadable) kinds[agent] = KIND.waiting;
  else if (kinds[agent] === KIND.blank && stated !== undefined) {
    kinds[agent] = Number.isNaN(stated) ? KIND.waiting : KIND.number;
    values[agent] = stated;
  }
}

type Values = Pick<PartValues, "values" | "kinds">;

function pick({ values, kinds }: Values, rows: Int32Array): Values {
  return {
    values: Float64Array.from(rows, (row) => (row < 0 ? NaN : values[row]!)),
    kinds: Uint8Array.from(rows, (row) => (row < 0 ? KIND.blank : kinds[row]!)),
  };
}

/** Totals as values. A total that cannot be scored makes who asks for it wait. */
function resultsOf({ totals, status }: Standings): Values {
  const kinds = status.map((code) =>
    code === STATUS.scored ? KIND.number : code === STATUS.failed ? KIND.waiting : KIND.blank,
  );
  return { values: totals, kinds };
}

function kindOf(parts: readonly PartValues[], agent: number, missingLeaves: boolean): number {
  const has = (kind: number): boolean => parts.some(({ kinds, weight }) => weight > 0 && kinds[agent] === kind);
  if (has(KIND.waiting) || parts.some((part) => lacksWeight(part, agent))) return KIND.waiting;
  if (has(KIND.blank) && !missingLeaves) return KIND.blank;
  if (has(KIND.number)) return KIND.number;
  return has(KIND.notApplicable) && !has(KIND.blank) ? KIND.notApplicable : KIND.blank;
}

/** Whether a measured value does not say how many cases it rests on, although it is to weigh by them. */
const lacksWeight = ({ kinds, places, weights }: PartValues, agent: number): boolean =>
  weights !== undefined && places[agent] === PLACE.row && kinds[agent] === KIND.number && !(weights[agent]! >= 0);

/** Weights of an agent's periods. A filled hole rests on no case, so it weighs as the others do on average. */
function weightsOf(parts: readonly PartValues[], agent: number): readonly number[] {
  const known = parts.map(({ kinds, places, weights, weight }) =>
    kinds[agent] !== KIND.number || (weights && places[agent] !== PLACE.row) ? NaN : weights ? weights[agent]! : weight,
  );
  const usual = weightedMean(known);
  return known.map((weight) => (Number.isNaN(weight) ? (Number.isNaN(usual) ? 1 : usual) : weight));
}

function meanOf(parts: readonly PartValues[], agent: number): number {
  return weightedMean(
    parts.map(({ values, kinds }) => (kinds[agent] === KIND.number ? values[agent]! : NaN)),
    weightsOf(parts, agent),
  );
}

const INSTEAD = {
  [KIND.blank]: { en: "nothing yet", "zh-CN": "尚无数据" },
  [KIND.notApplicable]: { en: "not applicable", "zh-CN": "不适用" },
  [KIND.unreadable]: { en: "cannot be scored", "zh-CN": "无法计分" },
  [KIND.waiting]: { en: "cannot be scored", "zh-CN": "无法计分" },
} as const;

const NOT_EXPECTED = { en: "not expected", "zh-CN": "不在岗，不计" } as const;

function describe(
  all: readonly PartValues[] | undefined,
  agent: number,
  value: number,
  showAs: ShowAs,
): InputDescription {
  if (!all) {
    return { facts: {}, sentence: { en: "Stated in the row itself.", "zh-CN": "本行已直接填写。" } };
  }
  const parts = all.filter(({ places }) => places[agent] !== PLACE.covered);
  const weights = weightsOf(parts, agent);
  const weighed = new Set(weights.filter((_, k) => parts[k]!.kinds[agent] === KIND.number)).size > 1;
  const show = ({ label, period, values, kinds, places }: PartValues, k: number, locale: Locale): string => {
    const kind = kinds[agent]! as keyof typeof INSTEAD | 0;
    const instead = (): string =>
      (places[agent] === PLACE.notExpected ? NOT_EXPECTED : INSTEAD[kind || KIND.blank])[locale];
    const shown = kind === KIND.number ? showMetric(values[agent]!, showAs, locale) : instead();
    const weight = showNumber(weights[k]!, locale);
    const by = weighed && kind === KIND.number ? (locale === "en" ? ` x ${weight}` : `×${weight}`) : "";
    return `${period ?? label} ${shown}${by}`;
  };
  return {
    facts: Object.fromEntries(
      parts.map(({ label, period, values }) => [
        `period ${period ?? label}`,
        Number.isNaN(values[agent]!) ? "" : values[agent]!,
      ]),
    ),
    sentence: localise((locale) => {
      const en = locale === "en";
      const list = parts.map((part, k) => show(part, k, locale)).join(en ? ", " : "、");
      const mean = Number.isNaN(value) ? "" : showMetric(value, showAs, locale);
      if (en) return mean === "" ? `Periods: ${list}.` : `Mean of its periods (${list}): ${mean}.`;
      return mean === "" ? `所含期间：${list}。` : `所含期间（${list}）的平均：${mean}。`;
    }),
  };
}
