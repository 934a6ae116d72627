import type { KnownIndicator } from "../book/contents";
import type { RubricColumn } from "../rubric/columns";
import type { Scale } from "../rubric/scale";
import type { Rule } from "../ruletext/rule";
import { readRuleOnce } from "../ruletext/read-once";
import type { RuleReading } from "../ruletext/read-rule";
import { scoreByRule } from "../ruletext/score-rule";
import { toScale } from "../ruletext/to-scale";
import { methodNamed } from "../scoring/compile/registry";
import type { ScoringMethod } from "../scoring/model/method";
import { isByScale, scoreColumn } from "../scoring/model/method";
import { isSame } from "../text/tolerance";
import { directionOf } from "./directions";
import { scaleOf } from "./used-scales";

/** Doubts that leave the stated numbers certain. Any other doubt, but for remarks, makes the reading a guess. */
const BESIDE: readonly string[] = [
  "points-differ",
  "step-part-not-stated",
  "lowest-rating-not-stated",
  "outside-not-stated",
];

/** Doubts about what lies beside the two ends of a line, whose ends themselves are certain. */
const BESIDE_ENDS: readonly string[] = ["between-not-stated", "zero-at-not-stated", "full-at-not-stated"];

const COLUMNS = ["points", "zeroAt", "fullAt", "perEvent", "step", "limit", "failAt"] as const;

type NumberColumn = (typeof COLUMNS)[number] & RubricColumn;

/** What a rule states without doubt about its own row. */
export interface CertainRule {
  readonly reading: RuleReading;
  readonly numbers: Readonly<Partial<Record<NumberColumn, number>>>;
}

/** The rule of an indicator, read without doubt and by the indicator's own method; undefined for any other. */
export function certainRule(each: KnownIndicator): CertainRule | undefined {
  const { indicator, method } = each;
  if (indicator.rule.trim() === "") return undefined;
  const { cells, points } = indicator;
  const reading = readRuleOnce(indicator.rule, cells.points?.value.kind === "number" ? points : undefined);
  const { rule, doubts } = reading;
  if (!rule) return undefined;
  const isBeside = (codes: readonly string[]): boolean =>
    doubts.every(({ code, severity }) => severity === "info" || codes.includes(code));
  const inText = doubts.find(({ code }) => code === "points-differ")?.data["inText"];
  const worth = typeof inText === "number" ? { points: inText } : {};
  if (methodNamed(rule.method).id === method.id) {
    const { zeroAt, fullAt, perEvent, step, limit, failAt } = rule;
    return isBeside(BESIDE)
      ? { reading, numbers: { zeroAt, fullAt, perEvent, step, limit, failAt, ...worth } as CertainRule["numbers"] }
      : undefined;
  }
  const ends = directionOf(each) && isBeside([...BESIDE, ...BESIDE_ENDS]) ? lineEnds(rule, points) : undefined;
  return ends && { reading, numbers: { ...ends, ...worth } };
}

/**
 * The two ends of a line whose rule leaves open what lies between: `97 % or more all points, 90 % or less none`.
 * Undefined if a part of the points is stated, too.
 */
function lineEnds({ scale }: Rule, points: number): Pick<CertainRule["numbers"], "zeroAt" | "fullAt"> | undefined {
  const ends: { zeroAt?: number; fullAt?: number } = {};
  for (const { from, to, share, points: own, shareTo, pointsTo } of scale ?? []) {
    const worth = share ?? (own === undefined ? undefined : own / points);
    const bounds = [...new Set([from, to].filter((bound) => bound !== undefined))];
    if ((worth !== 0 && worth !== 1) || shareTo !== undefined || pointsTo !== undefined || bounds.length !== 1)
      return undefined;
    ends[worth === 0 ? "zeroAt" : "fullAt"] = bounds[0]!;
  }
  return ends;
}

/** A number of a row, and what its rule states in the unit of the row. */
export interface Contradiction {
  readonly column: NumberColumn;
  readonly stated: number;
  readonly said: number;
}

const isInMetricUnit = (method: ScoringMethod, column: NumberColumn): boolean =>
  column === "failAt" || (column !== "points" && method.parameters[column]?.unit === "metric");

/** Ways in which a rule and a row write the same metric: as such, in per cent, in minutes and hours. */
const FACTORS = [1, 100, 0.01, 60, 1 / 60, 3600, 1 / 3600] as const;

/**
 * Numbers in which a row contradicts its rule. A blank cell contradicts nothing. Whether both are in the same unit is
 * another question: 93 beside 95 % is not 95.
 */
export function contradictingNumbers(each: KnownIndicator, { numbers }: CertainRule): readonly Contradiction[] {
  const { indicator, method } = each;
  const pairs = COLUMNS.flatMap((column) => {
    const stated = indicator.cells[column]?.value.kind === "number" ? indicator[column] : undefined;
    const said = numbers[column];
    return stated === undefined || said === undefined ? [] : [{ column, stated, said }];
  });
  const inUnit = pairs.filter(({ column }) => isInMetricUnit(method, column));
  const factor = factorBetween(inUnit);
  const scaled = pairs.map(({ said, ...pair }) => ({
    ...pair,
    said: inUnit.some(({ column }) => column === pair.column) ? Number((said * factor).toPrecision(12)) : said,
  }));
  const apart = scaled.filter(({ stated, said }) => !isSame(stated, said));
  // Half a point for each half step is one point for each step.
  const rate = (key: "stated" | "said"): number =>
    scaled.find(({ column }) => column === "perEvent")![key] / scaled.find(({ column }) => column === "step")![key];
  const bothOfStep = apart.filter(({ column }) => column === "perEvent" || column === "step");
  return bothOfStep.length === 2 && isSame(rate("stated"), rate("said"))
    ? apart.filter((one) => !bothOfStep.includes(one))
    : apart;
}

/** What turns the unit of the rule into that of the row: the factor by which most numbers agree, else the nearest one. */
function factorBetween(pairs: readonly Pick<Contradiction, "stated" | "said">[]): number {
  const usable = pairs.filter(({ stated, said }) => stated !== 0 && said !== 0 && stated > 0 === said > 0);
  if (usable.length === 0) return 1;
  const agreeing = FACTORS.map((factor) => usable.filter(({ stated, said }) => isSame(stated, said * factor)).length);
  const most = Math.max(...agreeing);
  if (most > 0) return FACTORS[agreeing.indexOf(most)]!;
  const distance = (factor: number): number => Math.abs(Math.log(usable[0]!.stated / (usable[0]!.said * factor)));
  return [1, 100, 0.01].reduce((best, factor) => (distance(factor) < distance(best) ? factor : best), 1);
}

/** A value for which a scale and the rule in words give different points. */
export interface ScaleContradiction {
  readonly value: number;
  readonly stated: number;
  readonly said: number;
}

/** The first value between the bounds of both for which the row's scale contradicts its rule; undefined if none does. */
export function contradictingWorth(each: KnownIndicator, { reading }: CertainRule): ScaleContradiction | undefined {
  const { indicator, method, parameters, faults } = each;
  const own = scaleOf(each);
  const said = reading.rule?.scale && toScale("", reading.rule.scale);
  if (!isByScale(method) || method.valueKind !== "continuous" || faults.length > 0 || !own || !said) return undefined;
  const bounds = [...finiteBounds(own), ...finiteBounds(said)].sort((a, b) => a - b);
  if (own.bare || said.bare || bounds.length === 0 || isOtherUnit(own, said)) return undefined;
  const values = [bounds[0]! - Math.abs(bounds[0]!) * MARGIN, ...between(bounds), bounds.at(-1)! * (1 + MARGIN)];
  const points = scoreColumn(method, parameters, Float64Array.from(values));
  const scores = scoreByRule(
    reading,
    indicator.points,
    values.map((value) => ({ kind: "number", value, fromText: false })),
  );
  const at = scores.findIndex(
    (score, index) => score.status === "scored" && Math.abs(score.points - points[index]!) > LEAST_POINTS,
  );
  const score = scores[at];
  return score?.status === "scored" ? { value: values[at]!, stated: points[at]!, said: score.points } : undefined;
}

/** How far outside the outermost bounds a value is tried, as a share of the bound. */
const MARGIN = 0.05;
/** Points in words are rounded. */
const LEAST_POINTS = 0.011;

const finiteBounds = ({ intervals }: Scale): readonly number[] =>
  intervals.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);

const between = (bounds: readonly number[]): readonly number[] =>
  bounds.slice(1).flatMap((bound, index) => {
    const before = bounds[index]!;
    return isSame(bound, before) ? [] : [Number(((bound + before) / 2).toPrecision(6))];
  });

/** Whether one scale is in per cent, or in minutes, and the other is not. */
function isOtherUnit(one: Scale, other: Scale): boolean {
  const highest = (scale: Scale): number => Math.max(...finiteBounds(scale).map(Math.abs));
  const ratio = highest(one) / highest(other);
  return ratio > FARTHEST || ratio < 1 / FARTHEST;
}

const FARTHEST = 20;
