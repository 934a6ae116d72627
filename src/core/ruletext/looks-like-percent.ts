import { methodNamed } from "../scoring/compile/registry";
import type { Rule } from "./rule";

/** Percentages above this are no rates. */
const HIGHEST_FRACTION = 1.5;

/**
 * Whether the thresholds of a rule look like fractions that people write in per cent. Thresholds of counts and ratings
 * never do.
 */
export function looksLikePercent({ zeroAt, fullAt, step, failAt, scale = [], method: name }: Rule): boolean {
  const method = methodNamed(name);
  if (method.valueKind === "whole" || method.valuesAre === "ratings") return false;
  const bounds = scale.flatMap(({ from, to }) => [from, to]);
  const values = [zeroAt, fullAt, step, failAt, ...bounds].filter((value) => value !== undefined);
  return (
    values.some((value) => !Number.isInteger(value)) && values.every((value) => Math.abs(value) <= HIGHEST_FRACTION)
  );
}
