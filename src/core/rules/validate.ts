import type { Check, FindingData } from "./check";
import { CHECKS } from "./checks";
import type { RawCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { readNumber } from "../metrics/columns";
import { tablesOf } from "../rubric/find-tables";
import type { Finding, Fix } from "./finding";
import { keepFindings, keptFindings } from "./kept-findings";
import type { CheckSubject } from "./subject";

export const ALL_CHECKS: readonly Check[] = CHECKS as readonly unknown[] as readonly Check[];

/** A fix is for the cells as they were read; when one has changed since, it must not be applied. */
function expecting(fix: Fix, subject: CheckSubject): Fix {
  const sources = [...tablesOf(subject.tables).map(({ source }) => source), ...subject.evaluations];
  const rawAt = ({ sheet, row, column }: CellPlace): RawCell =>
    sources
      .filter((source) => source.sheet === sheet)
      .map((source) => source.values[row - source.row]?.[column - source.column])
      .find((raw) => raw !== undefined) ?? null;
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, expected: rawAt(edit) })) };
}

/** Runs one check; its sentences are made in both languages, which is chosen when they are shown. */
export function runCheck(check: Check, subject: CheckSubject): readonly Finding[] {
  const known = keptFindings(check, subject);
  if (known) return known;
  const findings: Finding[] = [];
  check.check(subject, (at, data: FindingData, options = {}) => {
    findings.push({
      code: check.id,
      severity: options.severity ?? check.severity,
      text: { en: check.message.en(data), "zh-CN": check.message["zh-CN"](data) },
      at,
      related: options.related ?? [],
      fix: options.fix && expecting(options.fix, subject),
      data,
    });
  });
  return keepFindings(check, subject, findings);
}

/** Reads all columns of plain numbers in one go: check after check would ask for them one by one, which takes far longer. */
function prepareMetrics({ metrics, known }: CheckSubject): void {
  const numbers = known.filter(({ method }) => !method.words);
  metrics?.prepare(numbers.map(({ indicator }) => ({ header: indicator.metric, read: readNumber })));
}

/** Runs all checks and sorts what they found by place: what concerns the whole workbook first, then sheet by sheet from the top. */
export function validate(subject: CheckSubject): readonly Finding[] {
  prepareMetrics(subject);
  const order = new Map<string, number>();
  for (const { source } of tablesOf(subject.tables)) if (!order.has(source.sheet)) order.set(source.sheet, order.size);
  const rank = (finding: Finding): readonly number[] =>
    finding.at ? [order.get(finding.at.sheet) ?? order.size, finding.at.row, finding.at.column] : [-1, 0, 0];
  return ALL_CHECKS.flatMap((check) => runCheck(check, subject))
    .map((finding) => ({ finding, key: rank(finding) }))
    .sort((a, b) => a.key[0]! - b.key[0]! || a.key[1]! - b.key[1]! || a.key[2]! - b.key[2]!)
    .map(({ finding }) => finding);
}
