import type { RuleReading } from "./read-rule";
import { readRule } from "./read-rule";

/** Readings by points and text, so that a column of formulas, or the rows of a rubric, read each rule once. */
const readings = new Map<string, RuleReading>();
const MOST_READINGS = 500;

/** Reads a rule, or gives the reading of the same words with the same points. */
export function readRuleOnce(text: string, points: number | undefined): RuleReading {
  const key = `${points ?? ""}\n${text}`;
  let reading = readings.get(key);
  if (!reading) {
    if (readings.size >= MOST_READINGS) readings.clear();
    readings.set(key, (reading = readRule(text, { points })));
  }
  return reading;
}
