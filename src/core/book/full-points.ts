import type { SourceTable } from "../cell/table";
import type { Indicator, Rubric, StatedPoints } from "../rubric/rubric";
import type { RubricSettings } from "../rubric/settings";
import { findMethod } from "../scoring/compile/registry";
import { isAdjustment } from "../scoring/model/method";
import { isSame, SAME } from "../text/tolerance";

/** Rounding of points explains at most this share of the full score. */
const MOST_SHARE = 0.005;

/**
 * A rubric with points that add up to the full score, where the stated ones do so as percentages, or miss it by their own rounding only. Every
 * other rubric stays as it is: a check tells what is wrong with it.
 *
 * @param table the table of the rubric, which knows the formats of its columns
 */
export function inFullPoints(rubric: Rubric, { fullScore }: RubricSettings, table: SourceTable): Rubric {
  const earning = rubric.indicators.filter((indicator) => earns(indicator));
  const sum = earning.reduce((total, { points }) => total + points, 0);
  const as = howStated(earning, sum, fullScore, table);
  if (as === undefined) return rubric;
  const indicators = rubric.indicators.map((indicator) =>
    earns(indicator) ? { ...indicator, points: (indicator.points * fullScore) / sum } : indicator,
  );
  return { ...rubric, indicators, statedPoints: { as, sum } };
}

function earns({ method: name, points }: Indicator): boolean {
  const method = findMethod(name);
  return points > 0 && !(method && isAdjustment(method, points));
}

function howStated(
  earning: readonly Indicator[],
  sum: number,
  fullScore: number,
  table: SourceTable,
): StatedPoints["as"] | undefined {
  if (earning.length === 0 || isSame(sum, fullScore)) return undefined;
  if (isSame(sum, 1) && earning.every((indicator) => isPercent(indicator, table))) return "percent";
  const points = earning.map((each) => each.points);
  const decimals = Math.max(...points.map(decimalsOf));
  const areEqual = points.every((each) => each === points[0]);
  if (decimals === 0 && !(areEqual && points.length > 1)) return undefined;
  const missed = Math.abs(fullScore - sum) / points.length;
  const most = Math.min(0.5 * 10 ** -decimals, MOST_SHARE * fullScore);
  return missed <= most + SAME ? "rounding" : undefined;
}

/** Whether the cell shows a percentage, by its format or by its text. */
function isPercent({ cells }: Indicator, { formats, column }: SourceTable): boolean {
  const cell = cells.points;
  if (!cell) return false;
  const text = typeof cell.raw === "string" ? cell.raw : (formats[cell.at.column - column] ?? "");
  return /[%％]/.test(text);
}

/** Decimals that a number is written with. */
function decimalsOf(value: number): number {
  const [, fraction = ""] = String(value).split(".");
  return /e/i.test(fraction) ? 0 : fraction.length;
}
