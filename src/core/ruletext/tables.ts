import type { RawCell } from "../cell/cell";
import { foldName } from "../cell/cell";
import type { RubricColumn, ScaleColumn } from "../rubric/columns";
import { RUBRIC_COLUMNS, RULE_COLUMNS, SCALE_COLUMNS } from "../rubric/columns";
import { criticalWord } from "../rubric/critical";
import { methodNamed } from "../scoring/compile/registry";
import type { RuleInterval } from "../scoring/model/sentence";
import type { Locale } from "../text/locale";
import type { PolicyRow } from "./policy";
import type { Rule } from "./rule";

/** New values of a table row, by column. A column that is left out keeps its value, or is blank in a new row. */
export type RowValues<Column extends string> = Readonly<Partial<Record<Column, RawCell>>>;

/** The cells of a rubric row that a rule fills. A cell without a stated value is left out. */
export function ruleValues(rule: Rule, scaleName: string, locale: Locale): RowValues<RubricColumn> {
  const { points, zeroAt, fullAt, perEvent, step, limit, failAt, critical, scale } = rule;
  const numbers = { points, zeroAt, fullAt, perEvent, step, limit, failAt };
  return {
    method: methodCell(rule, locale),
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(scale ? { scale: scaleName } : {}),
    ...(critical ? { critical: criticalWord(critical)[locale] } : {}),
  };
}

/** The name of a rule's method for the Method column: `step (started)`, `阶梯`. */
export function methodCell({ method: name, variant }: Rule, locale: Locale): string {
  const method = methodNamed(name);
  const called = method.cases?.find(({ en }) => en === name) ?? { en: name, "zh-CN": method.names["zh-CN"][0]! };
  const shown = called[locale];
  const stated = method.variants?.find(({ id }) => id === variant);
  if (!stated) return shown;
  return locale === "en" ? `${shown} (${stated.names.en[0]})` : `${shown}（${stated.names["zh-CN"][0]}）`;
}

/** The rows of the Scales table for a rule; none without a scale. */
export function scaleValues(name: string, rows: readonly RuleInterval[]): readonly RowValues<ScaleColumn>[] {
  return rows.map(({ ends, ...row }) => ({
    scale: name,
    ...row,
    ...(ends === undefined || ends === "[)" ? {} : { ends }),
  }));
}

/** A new name for an indicator's scale. */
export function scaleNameFor(indicator: string, taken: readonly string[]): string {
  const base = indicator || "Scale";
  const known = new Set(taken.map(foldName));
  if (!known.has(foldName(base))) return base;
  for (let k = 2; ; k += 1) if (!known.has(foldName(`${base} ${k}`))) return `${base} ${k}`;
}

/**
 * The two tables that `read rules` makes of a policy, headers first. Every indicator is a row, with its words in Rule.
 */
export interface PolicyTables {
  readonly rubric: readonly (readonly RawCell[])[];
  /** Undefined if no rule has a scale. */
  readonly scales: readonly (readonly RawCell[])[] | undefined;
}

const ORDER = ["section", "indicator", ...RULE_COLUMNS, "rule"] as const;
const SCALE_ORDER = ["scale", "grade", "from", "to", "ends", "points", "pointsTo", "share", "shareTo"] as const;

/** Makes the tables of a policy. Indicators without a name get a number, because a rubric identifies them by name. */
export function policyTables(
  rows: readonly PolicyRow[],
  locale: Locale,
  takenScales: readonly string[] = [],
): PolicyTables {
  const taken = [...takenScales];
  const scales: RowValues<ScaleColumn>[] = [];
  const rubric = rows.map(({ section, indicator, points, ruleText, reading: { rule } }, k): RowValues<RubricColumn> => {
    const name = indicator || (locale === "en" ? `Indicator ${k + 1}` : `指标 ${k + 1}`);
    const scaleName = scaleNameFor(name, taken);
    if (rule?.scale) {
      taken.push(scaleName);
      scales.push(...scaleValues(scaleName, rule.scale));
    }
    return {
      section,
      indicator: name,
      ...(rule ? ruleValues(rule, scaleName, locale) : {}),
      ...(points === undefined ? {} : { points }),
      rule: ruleText,
    };
  });
  return {
    rubric: [
      ORDER.map((column) => RUBRIC_COLUMNS[column].names[locale][0]!),
      ...rubric.map((row) => ORDER.map((column) => row[column] ?? null)),
    ],
    scales:
      scales.length === 0
        ? undefined
        : [
            SCALE_ORDER.map((column) => SCALE_COLUMNS[column].names[locale][0]!),
            ...scales.map((row) => SCALE_ORDER.map((column) => row[column] ?? null)),
          ],
  };
}
