import type { CellValue } from "../cell/cell";
import { commaQuestion } from "../cell/comma-question";
import { KIND } from "../metrics/reading";
import { isByScale, scoreColumn } from "../scoring/model/method";
import type { ParameterSpec, ParameterSpecs, ParametersOf, ScoringMethod } from "../scoring/model/method";
import { createPeers } from "../scoring/model/peers";
import { createReader } from "../scoring/compile/read-value";
import { methodNamed } from "../scoring/compile/registry";
import type { Localised } from "../text/locale";
import type { Rule } from "./rule";
import type { RuleReading } from "./reading";
import { toScale } from "./to-scale";
import { inUnitOfRule } from "./value-unit";
import { isSame } from "../text/tolerance";

/** The result of a rule for a value. Only a scored result has points. */
export type RuleScore =
  | { readonly status: "scored"; readonly points: number }
  | {
      readonly status: "pending" | "not-applicable" | "failed";
      readonly points: undefined;
      readonly why: Localised;
      /** True if the rule leaves the worth of the value open; false if the value cannot be read. */
      readonly isOpen?: boolean;
    };

/** Scores cells by a rule, for one group of peers. */
type Scorer = (cells: readonly CellValue[]) => readonly RuleScore[];

/** Doubts that leave the worth of every value open, even if the method has all its parameters. */
const BLOCKING: readonly string[] = [
  "overlap",
  "unclear-unit",
  "exception-not-understood",
  "not-combined",
  "number-not-understood",
  "same-label-twice",
  "thresholds-contradict",
  "repeats-open",
  "sign-not-stated",
  "event-groups",
  "per-event-not-stated",
  "mean-share-unclear",
];

/** Doubts of a scale about single values. The rows of the scale do not contain these values. */
const LEFT_OUT: readonly string[] = [
  "between-not-stated",
  "direction-not-stated",
  "worth-not-stated",
  "zero-at-not-stated",
  "full-at-not-stated",
];

const OPEN: Localised = {
  en: "The rule leaves open what this value earns; see the findings.",
  "zh-CN": "规则没有写明该值得多少分，见所列问题。",
};
const NO_POINTS: Localised = { en: "The points of the indicator are not stated.", "zh-CN": "没有写明该项的分值。" };
const ALONE: Localised = {
  en: "A comparison with the mean needs the values of at least two peers.",
  "zh-CN": "与均值比较至少需要两个人的数据。",
};
const PENDING: Localised = { en: "The value is not there yet.", "zh-CN": "尚无数据。" };
const NOT_APPLICABLE: Localised = { en: "Not applicable.", "zh-CN": "不适用。" };
const UNREADABLE: Localised = { en: "The value cannot be read by this rule.", "zh-CN": "这条规则无法识别该值。" };
const PART_OF_STEP: Localised = {
  en: "The rule does not say what a part of a step counts, and this value is not on a whole step.",
  "zh-CN": "规则没有说明不足一步如何计算，而该值不在整步上。",
};

/**
 * Scores cells by a rule. If the words leave a worth open, there is no score: for the whole rule, or for single values
 * such as those in a gap, on a bound that two parts claim, or between two steps.
 *
 * @param points of the indicator; left out: those that the rule states
 */
export function scoreByRule(
  reading: RuleReading,
  points: number | undefined,
  cells: readonly CellValue[],
): readonly RuleScore[] {
  const scorer = createScorer(reading, points);
  if (typeof scorer === "function") return scorer(cells);
  return cells.map((): RuleScore => scorer);
}

/** Why a rule can score no value; undefined if it can score values. */
export function whyUnscorable(reading: RuleReading, points: number | undefined): Localised | undefined {
  const scorer = createScorer(reading, points);
  return typeof scorer === "function" ? undefined : scorer.why;
}

function createScorer(
  reading: RuleReading,
  points: number | undefined,
): Scorer | Exclude<RuleScore, { status: "scored" }> {
  const { rule, doubts } = reading;
  const failed = (why: Localised) => ({ status: "failed" as const, points: undefined, why, isOpen: true });
  if (!rule) return failed(OPEN);
  const method = methodNamed(rule.method);
  const blocks = [...BLOCKING, ...(isByScale(method) ? [] : LEFT_OUT)];
  if (doubts.some(({ code }) => blocks.includes(code))) return failed(OPEN);
  if (Object.entries(method.parameters).some(([column, spec]) => isMissing(rule, column, spec))) return failed(OPEN);
  const own = points ?? rule.points;
  const inPoints = rule.scale?.every(({ share }) => share === undefined || share === 0) ?? false;
  const usesUp = doubts.some(({ code }) => code === "points-not-stated");
  if (own === undefined && ((method.points === "required" && !inPoints) || usesUp)) {
    return { status: "pending", points: undefined, why: NO_POINTS };
  }
  const parameters = parametersOf(rule, own ?? 0);
  // If the words do not state the worth of an incomplete step, only values with the same points in all variants are
  // scored.
  const variants = method.variants && rule.variant === undefined ? method.variants.map(({ id }) => id) : [rule.variant];
  const inUnit = inUnitOfRule(reading.text, rule, reading.timeUnit);
  return (cells) => {
    const read = cells.map(inUnit);
    const refused: CellValue = { kind: "error", code: "#VALUE!" };
    const scores = scoreCells(
      method,
      parameters,
      variants,
      read.map((cell) => ("why" in cell ? refused : cell)),
    );
    return scores.map((score, k): RuleScore => {
      const cell = read[k]!;
      if ("why" in cell) return { status: "failed", points: undefined, why: cell.why };
      if (cell.kind === "text" && cell.comma && score.status === "failed")
        return { ...score, why: commaQuestion(cell.text, cell.comma) };
      return score;
    });
  };
}

function isMissing(rule: Rule, column: string, spec: ParameterSpec): boolean {
  const isBlank = (key: string): boolean => (rule as unknown as Readonly<Record<string, unknown>>)[key] === undefined;
  return isBlank(column) && (spec.neededWithout === undefined ? spec.required : isBlank(spec.neededWithout));
}

function parametersOf(rule: Rule, points: number): ParametersOf<ParameterSpecs> {
  const { zeroAt, fullAt, perEvent, step, limit, variant } = rule;
  const scale = rule.scale && toScale("rule", rule.scale);
  return { zeroAt, fullAt, perEvent, step, limit, variant, scale, points } as unknown as ParametersOf<ParameterSpecs>;
}

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
  const isAlone = method.comparesPeers === true && peers.count < 2;
  const columns = variants.map((variant) => scoreColumn(method, { ...parameters, variant }, values, { peers }));
  return readings.map(({ kind }, k): RuleScore => {
    if (kind === KIND.blank) return { status: "pending", points: undefined, why: PENDING };
    if (kind === KIND.notApplicable) return { status: "not-applicable", points: undefined, why: NOT_APPLICABLE };
    if (kind !== KIND.number) return { status: "failed", points: undefined, why: UNREADABLE };
    if (isAlone) return { status: "failed", points: undefined, why: ALONE };
    const [points, ...others] = columns.map((column) => column[k]!) as [number, ...number[]];
    if (Number.isNaN(points)) return { status: "failed", points: undefined, why: OPEN, isOpen: true };
    if (!others.every((other) => isSame(other, points)))
      return { status: "failed", points: undefined, why: PART_OF_STEP };
    return { status: "scored", points };
  });
}
