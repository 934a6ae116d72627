import { readRule } from "./read-rule";
import type { RuleReading } from "./reading";
import { whyUnscorable } from "./score-rule";
import type { Span } from "./span";
import { cutLines } from "./policy/lines";
import type { CutRow } from "./policy/names";
import { cleanName, joined, trimSpan } from "./policy/names";
import type { Cut } from "./policy/table";
import { cutTable, delimiterOf } from "./policy/table";
import { cutText } from "./policy/running-text";

/** One indicator of a policy. */
export interface PolicyRow {
  /** "" if the policy states none. */
  readonly section: string;
  readonly indicator: string;
  readonly points: number | undefined;
  /** The rule in the words of the policy, for the Rule column. */
  readonly ruleText: string;
  /** Place of the rule in the pasted text. Doubts of the reading count from its beginning. */
  readonly span: Span;
  readonly reading: RuleReading;
}

/** Words of a policy that are no indicator and no heading: titles, notes, what was not understood. */
interface UnreadLine {
  readonly text: string;
  readonly span: Span;
}

/** A pasted policy: its indicators, and every other line. */
export interface Policy {
  readonly rows: readonly PolicyRow[];
  readonly unread: readonly UnreadLine[];
}

/**
 * Splits a pasted policy into indicators. The policy is a table with tabs, bars or commas between its cells, or lines
 * with one indicator each, or running text such as `季考 10 分：60 分以下不得分，... 话务量 15 分 ...`. Every row keeps its own words and
 * their doubts, and no line is lost.
 */
export function readWholePolicy(text: string): Policy {
  const delimiter = delimiterOf(text);
  const cut: Cut =
    delimiter === undefined ? (cutLines(text) ?? { rows: cutText(text), unread: [] }) : cutTable(text, delimiter);
  const rows = cut.rows.map((row) => readRow(text, row));
  return {
    rows,
    unread: [...cut.unread, ...lostIn(text, cut)]
      .sort((a, b) => a.from - b.from)
      .map((span) => ({ text: text.slice(span.from, span.to), span })),
  };
}

export const readPolicy = (text: string): readonly PolicyRow[] => readWholePolicy(text).rows;

function readRow(text: string, { section, indicator, points, rule, said = [] }: CutRow): PolicyRow {
  const own = text.slice(rule.from, rule.to);
  const read = (words: string): RuleReading => readRule(words, { points });
  const readings = (said.length > 0 ? said : /[\r\n]/.test(own) ? [own, joined(own)] : [own]).map((words) =>
    read(words),
  );
  const reading = readings.find((each) => whyUnscorable(each, points) === undefined) ?? readings[0]!;
  return { section, indicator, points: points ?? reading.rule?.points, ruleText: reading.text, span: rule, reading };
}

/** Lines that neither a row nor an unread line covers: headings are known by their rows, everything else is told. */
function lostIn(text: string, { rows, unread }: Cut): readonly Span[] {
  const covered = [...rows.map(({ rule }) => rule), ...unread];
  const lost: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const span = trimSpan(text, { from: match.index, to: match.index + match[0].length });
    if (span.to <= span.from || covered.some(({ from, to }) => from < span.to && to > span.from)) continue;
    const names = [...rows.map(({ indicator }) => indicator), ...rows.map(({ section }) => section)].filter(
      (name) => name !== "",
    );
    const words = cleanName(match[0]);
    if (!names.some((name) => words.includes(name)) && !/^[\s|:.,-]+$/.test(match[0])) lost.push(span);
  }
  return lost;
}
