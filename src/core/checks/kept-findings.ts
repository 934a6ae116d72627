import type { Metrics } from "../metrics/metrics";
import type { Check } from "./check";
import type { Finding } from "./finding";
import type { CheckSubject } from "./subject";
import { oncePer } from "../text/once-per";

const keptWith = oncePer((_metrics: Metrics) => new Map<string, readonly Finding[]>());

/**
 * Kept findings of a check that looks only at the data. While a person edits the rubric, hundreds of thousands of rows
 * need no second look.
 */
export function keptFindings(check: Check, subject: CheckSubject): readonly Finding[] | undefined {
  return check.dataOnly && subject.metrics ? keptWith(subject.metrics).get(keyOf(check, subject)) : undefined;
}

/** Keeps the findings of such a check as long as the data live, and returns them. */
export function keepFindings(check: Check, subject: CheckSubject, findings: readonly Finding[]): readonly Finding[] {
  if (check.dataOnly && subject.metrics) keptWith(subject.metrics).set(keyOf(check, subject), findings);
  return findings;
}

const keyOf = ({ id }: Check, { rubricNames, period }: CheckSubject): string =>
  JSON.stringify([id, rubricNames, period ?? null]);
