import type { CellValue } from "../cell/cell";
import { KIND } from "../metrics/metrics";
import { scoreColumn } from "../scoring/method";
import type { ParameterSpecs, ParametersOf, ScoringMethod } from "../scoring/method";
import { createPeers } from "../scoring/peers";
import { createReader } from "../scoring/read-value";
import { findMethod } from "../scoring/registry";
import type { Localised } from "../text/locale";
import type { ParameterFault } from "../scoring/parameters";
import type { Rule } from "./rule";
import type { RuleReading } from "./read-rule";
import { toScale } from "./to-scale";

/** What a rule gives for a value. Points are there when it is scored, and only then. */
export type RuleScore =
  | { readonly status: "scored"; readonly points: number }
  | { readonly status: "pending" | "not-applicable" | "failed"; readonly points: undefined; readonly why: Localised };

/** Scores cells by a rule, for one group of peers. */
export interface RuleScorer {
  readonly method: ScoringMethod;
  readonly parameters: ParametersOf<ParameterSpecs>;
  readonly score: (cells: readonly CellValue[]) => readonly RuleScore[];
}

/** Doubts that leave open what any value earns, even where the method has all it needs. */
const BLOCKING: readonly string[] = ["overlap", "unclear-unit", "exception-not-understood", "not-combined", "number-not-understood", "between-not-stated", "direction-not-stated", "same-label-twice", "thresholds-contradict", "points-not-stated", "repeats-open", "worth-not-stated"];

/** Doubts that intervals keep to themselves: what they leave open is not in any of them. */
const KEPT_BY_INTERVALS: readonly string[] = ["between-not-stated", "direction-not-stated", "points-not-stated", "worth-not-stated"];

/**
 * Makes the scorer of a rule; undefined where the words leave open what values earn. Values that a rule says nothing about, such as those in a
 * gap, fail one by one.
 */
export function createRuleScorer(reading: RuleReading, points: number | undefined): RuleScorer | undefined {
  const { rule, doubts } = reading;
  const method = rule && findMethod(rule.method);
  if (!rule || !method) return undefined;
  const isKept = rule.method === "bands" || rule.method === "piecewise";
  if (doubts.some(({ code }) => BLOCKING.includes(code) && !(isKept && KEPT_BY_INTERVALS.includes(code)))) return undefined;
  const own = points ?? rule.points;
  const inPoints = rule.scale?.every((row) => row.share === undefined) ?? false;
  if (own === undefined && method.points === "required" && !inPoints) return undefined;
  const parameters = parametersOf(rule, own ?? 0);
  const missing = Object.entries(method.parameters).some(([column, spec]) => isMissing(rule, column, spec));
  if (missing) return undefined;
  // Where the words do not say what a part of a step counts, only values on which all readings agree are scored.
  const variants = method.variants && rule.variant === undefined ? method.variants.map(({ id }) => id) : [rule.variant];
  return { method, parameters, score: (cells) => scoreCells(method, parameters, variants, cells) };
}

const isMissing = (rule: Rule, column: string, spec: ParameterFault["spec"]): boolean => {
  const isBlank = (key: string): boolean => (rule as unknown as Readonly<Record<string, unknown>>)[key] === undefined;
  return isBlank(column) && (spec.neededWithout === undefined ? spec.required : isBlank(spec.neededWithout));
};

export function parametersOf(rule: Rule, points: number): ParametersOf<ParameterSpecs> {
  const { zeroAt, fullAt, perEvent, step, limit, variant } = rule;
  const scale = rule.scale && toScale("rule", rule.scale);
  return { zeroAt, fullAt, perEvent, step, limit, variant, scale, points } as unknown as ParametersOf<ParameterSpecs>;
}

const PENDING: Localised = { en: "The value is not there yet.", "zh-CN": "尚无数据。" };
const NOT_APPLICABLE: Localised = { en: "Not applicable.", "zh-CN": "不适用。" };
const UNREADABLE: Localised = { en: "The value cannot be read by this rule.", "zh-CN": "这条规则无法识别该值。" };
const PART_OF_STEP: Localised = {
  en: "The rule does not say what a part of a step counts, and this value is not on a whole step.",
  "zh-CN": "规则没有说明不足一步如何计算，而该值不在整步上。",
};

function scoreCells(
  method: ScoringMethod,
  parameters: ParametersOf<ParameterSpecs>,
  variants: readonly (string | undefined)[],
  cells: readonly CellValue[],
): readonly RuleScore[] {
  const read = createReader(method, parameters);
  const readings = cells.map(read);
  const values = Float64Array.from(readings, ({ value }) => value);
  const peers = createPeers(values);
  const columns = variants.map((variant) => scoreColumn(method, { ...parameters, variant }, values, { peers }));
  return readings.map(({ kind, value }, k): RuleScore => {
    if (kind === KIND.blank) return { status: "pending", points: undefined, why: PENDING };
    if (kind === KIND.notApplicable) return { status: "not-applicable", points: undefined, why: NOT_APPLICABLE };
    if (kind !== KIND.number) return { status: "failed", points: undefined, why: UNREADABLE };
    const [points, ...others] = columns.map((column) => column[k]!) as [number, ...number[]];
    if (Number.isNaN(points)) {
      const { sentence } = method.explain(parameters, { value, points: NaN, peers, showAs: "number" });
      return { status: "failed", points: undefined, why: sentence };
    }
    if (others.some((other) => Math.abs(other - points) > 1e-9)) return { status: "failed", points: undefined, why: PART_OF_STEP };
    return { status: "scored", points };
  });
}
