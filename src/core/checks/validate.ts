import type { Check, FindingData, Report } from "./check";
import { CHECKS } from "./definitions";
import type { RawCell } from "../cell/cell";
import { cellOf } from "../cell/packed";
import type { CellPlace } from "../cell/place";
import { tablesOf } from "../book/find-tables";
import type { Finding, Fix } from "./finding";
import { MOST_EDITS } from "./finding";
import { foldMany } from "./fold-many";
import { keepFindings, keptFindings } from "./kept-findings";
import type { CheckSubject } from "./subject";

export const ALL_CHECKS: readonly Check[] = CHECKS as readonly unknown[] as readonly Check[];

/** A fix is for the cells as they were read. It must not be applied if one of them has changed since. */
function expecting(fix: Fix, subject: CheckSubject): Fix {
  const sources = [...tablesOf(subject.tables).map(({ source }) => source), ...subject.evaluations];
  const rawAt = ({ sheet, row, column }: CellPlace): RawCell =>
    sources
      .filter((source) => source.sheet === sheet)
      .map((source) => cellOf(source.values, row - source.row, column - source.column))
      .find((raw) => raw !== undefined) ?? null;
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, expected: rawAt(edit) })) };
}

/** Runs one check. Sentences are made in both languages, and the display chooses one. */
export function runCheck(check: Check, subject: CheckSubject): readonly Finding[] {
  const known = keptFindings(check, subject);
  if (known) return known;
  const findings: Finding[] = [];
  const report: Report<FindingData> = (at, data, options = {}) => {
    const { severity = check.severity, related = [], fix, fixes = fix ? [fix] : [] } = options;
    findings.push({
      code: check.id,
      severity,
      text: { en: check.message.en(data), "zh-CN": check.message["zh-CN"](data) },
      at,
      related,
      fixes: fixes.filter(({ edits }) => edits.length <= MOST_EDITS).map((each) => expecting(each, subject)),
      data,
    });
  };
  check.check(subject, report, check.limits ?? {});
  return keepFindings(check, subject, foldMany(findings));
}

/**
 * Runs all checks step by step, so that the caller can show progress, let other work in between, or stop. Yields the
 * finished share; returns what `validate` returns.
 */
export function* validateInSteps(subject: CheckSubject): Generator<number, readonly Finding[], void> {
  const checks = [
    ...ALL_CHECKS.filter(({ looksAtScores }) => !looksAtScores),
    ...ALL_CHECKS.filter(({ looksAtScores }) => looksAtScores),
  ];
  const findings: Finding[] = [];
  let done = 0;
  const share = (): number => (done += 1) / checks.length;
  for (const check of checks) {
    if (!check.looksAtScores) findings.push(...runCheck(check, subject));
    else if (!findings.some(({ severity }) => severity === "error"))
      findings.push(...runCheck(check, subject).filter((finding) => !isConsequence(finding, findings)));
    yield share();
  }
  return sortByPlace(findings, subject);
}

/**
 * Runs all checks and sorts the findings by place: first those about the whole workbook, then sheet by sheet from the
 * top.
 */
export function validate(subject: CheckSubject): readonly Finding[] {
  const steps = validateInSteps(subject);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** If a line has a warning already, a finding from its scores is most likely a consequence. */
function isConsequence({ at, code }: Finding, earlier: readonly Finding[]): boolean {
  const sameLine = (place: CellPlace | undefined): boolean => place?.sheet === at?.sheet && place?.row === at?.row;
  return earlier.some(
    (other) => other.severity === "warning" && other.code !== code && [other.at, ...other.related].some(sameLine),
  );
}

function sortByPlace(findings: readonly Finding[], subject: CheckSubject): readonly Finding[] {
  const order = new Map<string, number>();
  for (const { source } of tablesOf(subject.tables)) if (!order.has(source.sheet)) order.set(source.sheet, order.size);
  const rank = (finding: Finding): readonly number[] =>
    finding.at ? [order.get(finding.at.sheet) ?? order.size, finding.at.row, finding.at.column] : [-1, 0, 0];
  return findings
    .map((finding) => ({ finding, key: rank(finding) }))
    .sort((a, b) => a.key[0]! - b.key[0]! || a.key[1]! - b.key[1]! || a.key[2]! - b.key[2]!)
    .map(({ finding }) => finding);
}
