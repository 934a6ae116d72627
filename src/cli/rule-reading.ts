import { parseCell } from "../core/cell/cell";
import type { Doubt } from "../core/ruletext/doubt";
import type { RuleReading } from "../core/ruletext/read-rule";
import type { Rule } from "../core/ruletext/rule";
import type { RuleScore } from "../core/ruletext/score-rule";
import { methodCell } from "../core/ruletext/tables";
import { writeRule } from "../core/ruletext/write-rule";
import { methodNamed } from "../core/scoring/compile/registry";
import { hasDeviations } from "../core/scoring/model/method";
import { showPercent, showPoints } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import { counted } from "../core/text/plural";
import { countText, SEVERITY_TEXT, type FindingDocument } from "./findings";

interface ScoreDocument {
  readonly value: number | string | boolean | null;
  readonly points: number | null;
  readonly status: RuleScore["status"];
  /** The reason for no points. Omitted if there are points. */
  readonly why?: string;
}

interface DoubtDocument extends FindingDocument {
  /** Positions in the text, [from, to) in UTF-16 units. */
  readonly positions: Doubt["spans"];
}

interface ReadingDocument {
  readonly rule: Rule | null;
  readonly text: string;
  readonly scores: readonly ScoreDocument[];
  readonly findings: readonly DoubtDocument[];
}

/** The reading of a rule, the points of the values, and the open questions. */
export function readingDocument(
  { rule, doubts }: RuleReading,
  values: readonly string[],
  scores: readonly RuleScore[],
  locale: Locale,
): ReadingDocument {
  return {
    rule: rule ?? null,
    text: rule ? writeRule(rule, locale) : "",
    scores: scores.map((score, k) => scoreDocument(values[k]!, score, locale)),
    findings: doubts.map((doubt) => doubtDocument(doubt, locale)),
  };
}

function scoreDocument(typed: string, score: RuleScore, locale: Locale): ScoreDocument {
  const cell = parseCell(typed);
  const value = cell.kind === "number" || cell.kind === "logical" ? cell.value : cell.kind === "blank" ? null : typed;
  const { status } = score;
  return {
    value,
    points: score.points ?? null,
    status,
    ...(score.status === "scored" ? {} : { why: score.why[locale] }),
  };
}

function doubtDocument({ code, severity, text, spans, data }: Doubt, locale: Locale): DoubtDocument {
  const { what, why, how } = text[locale];
  return { code, severity, message: what, why, fix: how, sheet: null, address: null, data, positions: spans };
}

/** The understood rule, the points of the values, then the doubts with their words underlined. */
export function readingText(
  reading: RuleReading,
  values: readonly string[],
  scores: readonly RuleScore[],
  locale: Locale,
): string {
  const { rule: understood, doubts, text } = reading;
  const lines = understood
    ? [`${methodCell(understood, locale)}: ${writeRule(understood, locale)}`]
    : [locale === "en" ? "The rule is not understood." : "没有读懂这条规则。"];
  const inPercent =
    understood !== undefined &&
    !hasDeviations(methodNamed(understood.method)) &&
    writeRule(understood, locale).includes("%");
  const typed = values.map((value) => (inPercent ? asRead(value, locale) : value));
  const width = Math.max(0, ...typed.map((value) => value.length));
  scores.forEach((score, k) => {
    const shown = score.status === "scored" ? pointsText(score.points, locale) : score.why[locale];
    lines.push(`  ${typed[k]!.padEnd(width)}  ${shown}`);
  });
  for (const { severity, text: message, spans } of doubts) {
    const { what, why, how } = message[locale];
    const words = spans.map(({ from, to }) => excerpt(text.slice(from, to))).filter((each) => each !== "");
    lines.push("", `${SEVERITY_TEXT[severity][locale]}  ${what}`);
    if (words.length > 0) lines.push(`    “${words.join(locale === "en" ? "”, “" : "”、“")}”`);
    lines.push(`    ${why}`, `    -> ${how}`);
  }
  lines.push("", countText(doubts, locale));
  return `${lines.join("\n")}\n`;
}

/** A value of a rule in per cent. It adds the reading where this is easily overlooked: 60 is 6000%. */
function asRead(value: string, locale: Locale): string {
  const cell = parseCell(value);
  const isPlain = cell.kind === "number" && !/[%％]/u.test(value) && Math.abs(cell.value) > 1;
  return isPlain ? `${value} (= ${showPercent(cell.value, locale)})` : value;
}

function pointsText(points: number, locale: Locale): string {
  const shown = showPoints(points, locale);
  return locale === "en" ? counted(shown, "point", "points") : `${shown} 分`;
}

/** Longer texts are cut. */
const MOST_SHOWN = 60;

const excerpt = (text: string): string => {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
};
