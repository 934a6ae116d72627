import { NOT_APPLICABLE_TEXTS } from "../../cell/cell";
import type { CompiledIndicator, CompiledRubric } from "../model/compiled";
import { SAME } from "../../text/tolerance";
import { literal } from "../curves/curve";
import { nativeIncomparable } from "../curves/peer-statistic";
import { isOneOf } from "../curves/word-formula";

/** Cells of one indicator of one agent: addresses as a formula states them. */
export interface IndicatorReferences {
  /** The cell of the measured value. A literal for a number typed as text, and for a value from other tables. */
  readonly value: string;
  /** The result cell of `indicatorFormula`. */
  readonly points: string;
  /** Range of the values of all peers; only methods that compare read it. */
  readonly peers: string;
  /** See `ScoringContext.given`; left out if there is none. */
  readonly given?: string | undefined;
}

const NOT_APPLICABLE = '"N/A"';
const PENDING = '""';

/**
 * The points of one indicator as a plain formula of Excel 2016, without the `=`. The result is a number; `""` for a
 * missing value; `N/A` if the value does not count; the error #N/A if it cannot be scored. The formula cannot score a
 * cell with a number typed as text: pass the number as a literal.
 */
export function indicatorFormula(
  { method, parameters, indicator, adjusts }: CompiledIndicator,
  { settings }: CompiledRubric,
  { value, peers, given }: Omit<IndicatorReferences, "points">,
): string {
  const own = method.nativeFormula(parameters, { value, peers, given });
  const nobody = method.comparesPeers && nativeIncomparable(settings.peerStatistic, settings.minimumGroup, peers);
  const unlessNobody = (formula: string): string => (nobody ? `IF(${nobody},${NOT_APPLICABLE},${formula})` : formula);
  const scored = unlessNobody(own);
  const blank = {
    pending: PENDING,
    exclude: NOT_APPLICABLE,
    share: NOT_APPLICABLE,
    zero: "0",
    full: adjusts ? "0" : literal(indicator.points),
  }[indicator.ifMissing!];
  const isThere = method.words ? scored : `IF(ISNUMBER(${value}),${scored},NA())`;
  return `IF(TRIM(${value})="",${unlessNobody(blank)},IF(${isOneOf(value, [...NOT_APPLICABLE_TEXTS])},${NOT_APPLICABLE},${isThere}))`;
}

/** Whether an agent failed a critical item, as a condition of a formula; undefined if the indicator is not critical. */
export function failedFormula(
  { indicator, adjusts, better, failAt, method, parameters }: CompiledIndicator,
  { value, points }: IndicatorReferences,
): string | undefined {
  if (!indicator.critical) return undefined;
  const conditions = adjusts ? [] : [`${points}<=${literal(SAME)}`];
  if (failAt !== undefined) {
    const { scale } = parameters as { readonly scale?: { readonly intervals: readonly { readonly grade: string }[] } };
    if (method.valueKind === "labels" && scale) {
      const failing = scale.intervals.filter((_, index) => (better === "up" ? index <= failAt : index >= failAt));
      conditions.push(
        isOneOf(
          value,
          failing.map(({ grade }) => grade),
        ),
      );
    } else conditions.push(`${value}${better === "up" ? "<=" : ">="}${literal(failAt)}`);
  }
  const failed = conditions.length === 1 ? conditions[0]! : `OR(${conditions.join(",")})`;
  // A missing value is a failure only where it earns nothing by If missing.
  const missing = indicator.ifMissing === "zero" && !adjusts ? "TRUE" : "FALSE";
  return `IF(ISNUMBER(${points}),IF(TRIM(${value})="",${missing},${failed}),FALSE)`;
}
