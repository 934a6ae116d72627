import type { Span } from "../span";
import type { CutRow } from "./names";
import { cleanName, joined, trimSpan } from "./names";
import type { Cut } from "./table";

/** The number or bullet of a list item. */
const MARK =
  /^\s*(?:#{1,4}\s+|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]\s*|(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[.)、．）]\s*|第[一二三四五六七八九十]{1,3}[条章节]\s*|[•·●▪◦○■◆*–—-]\s+|[①-⑳])/u;
const FOOTER = /^\s*(?:第\s*\d+\s*页.*|page\s+\d+(?:\s+of\s+\d+)?|-\s*\d+\s*-|\d+\s*\/\s*\d+)\s*$/i;
const NOTE =
  /^\s*(?:[*>（(]\s*)?(?:注|备注|说明|附注|note|notes|remark|questions|本办法|total|合计|总分)\s*[:：\d）)]|^\s*(?:注|备注|note|notes)\b/i;
const ENDS = /[。.;；!！?？:：]\s*$/u;

const NAME = "([^\\n。；;:：,，]{1,60}?)";
/** A name with points and perhaps a rule: `接通率（20分）  ...`, `Call audit score (25 points): ...`. */
const IN_BRACKETS = new RegExp(
  `^${NAME}\\s*[（(\\[]\\s*(?:满分|分值|权重|weight|max\\.?)?\\s*[:：]?\\s*(\\d+(?:\\.\\d+)?)\\s*(?:points?|pts?\\.?|marks?|分|%)\\s*[)）\\]]\\s*[:：.。,，—–-]?\\s*`,
  "iu",
);
const BEHIND_DASH =
  /^([^\n。；;:：,，\d]{1,60}?)\s*[-–—:：,，]\s*(\d+(?:\.\d+)?)\s*(?:points?|pts?|分)\s*(?:[:：.。,，—–]\s*|$)/iu;
const BEHIND_NAME = /^([^\n。；;:：,，\d]{2,20}?)\s*(\d+(?:\.\d+)?)\s*(?:分|points?)\s*(?:[:：。]\s*|$)/iu;
const ADJUSTS =
  /^([^\n。；;:：,，\d]{1,40}?)\s*[（(]\s*(?:bonus|deduction|bonus item|deduction item|加分项?目?|扣分项?目?|奖励项?|附加项?)\s*[)）]\s*[:：.。]?\s*/iu;
const COLON = /^([^\d０-９:：,，;；。.\n]{1,40})[:：]\s*(?=\S)/u;
/** Words that make a rule of what stands before the points. */
const RULES = /[扣得每低超罚]|以上|以下|deduct|each|every|earn|less|more|below|above/i;

interface Line extends Span {
  readonly text: string;
}

/** The lines of a text. Lines that a document has broken in the middle of a sentence are joined again. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() !== "") lines.push({ from: match.index, to: match.index + match[0].length, text: match[0] });
  }
  const body = lines.filter(({ text: line }) => !FOOTER.test(line));
  const starts = (line: string): boolean =>
    MARK.test(line) || NOTE.test(line) || FOOTER.test(line) || headOf(line.trim()) !== undefined;
  // A document with hard line ends breaks most lines in the middle of a sentence.
  const broken = body.filter(
    (line, k) => body[k + 1] && !ENDS.test(line.text) && !starts(body[k + 1]!.text) && !isHeading(line.text),
  );
  const width = Math.max(...body.map((line) => line.text.length));
  if (broken.length < 2) return lines;
  const joined: Line[] = [];
  lines.forEach((line, k) => {
    const before = joined[joined.length - 1];
    const last = lines[k - 1];
    const goesOn =
      before &&
      last &&
      !starts(line.text) &&
      !isHeading(last.text) &&
      last.text.length * 2 > width &&
      !FOOTER.test(last.text);
    if (goesOn) joined[joined.length - 1] = { from: before.from, to: line.to, text: text.slice(before.from, line.to) };
    else joined.push(line);
  });
  return joined;
}

const isHeading = (line: string): boolean => {
  const content = line.replace(MARK, "").trim();
  const head = headOf(content);
  return head !== undefined && head.rest >= content.length;
};

interface Head {
  readonly name: string;
  readonly points: number | undefined;
  /** Where the rule begins. */
  readonly rest: number;
}

function headOf(content: string): Head | undefined {
  const adjusts = ADJUSTS.exec(content);
  if (adjusts) return { name: adjusts[1]!, points: undefined, rest: adjusts[0].length };
  for (const pattern of [IN_BRACKETS, BEHIND_DASH, BEHIND_NAME]) {
    const match = pattern.exec(content);
    if (!match || (pattern !== IN_BRACKETS && RULES.test(match[1]!)) || /[<>≤≥]|^\d/.test(match[1]!)) continue;
    return { name: match[1]!, points: Number(match[2]), rest: match[0].length };
  }
  return undefined;
}

/**
 * Cuts a policy of lines: headings with points, numbered items, bullets. Every line ends as a row, a heading or unread.
 * Undefined if the lines are not those of a list of indicators.
 */
export function cutLines(text: string): Cut | undefined {
  const lines = linesOf(text);
  const rows: CutRow[] = [];
  const unread: Span[] = [];
  let section = "";
  let heads = 0;
  let last: { row: CutRow; open: boolean } | undefined;
  for (const line of lines) {
    const begin = line.from + (MARK.exec(line.text)?.[0].length ?? 0);
    const span = trimSpan(text, { from: begin, to: line.to });
    const content = text.slice(span.from, span.to);
    if (NOTE.test(line.text) || FOOTER.test(line.text)) {
      unread.push(span);
      last = undefined;
      continue;
    }
    const head = headOf(content);
    const rest = head && trimSpan(text, { from: span.from + head.rest, to: span.to });
    if (head && rest && rest.from >= rest.to) {
      section = cleanName(head.name);
      last = undefined;
      heads += 1;
      // A heading without items is an indicator whose rule follows.
      rows.push({ section: "", indicator: section, points: head.points, rule: { from: span.from, to: span.from } });
      continue;
    }
    if (head && rest) {
      dropHeading(rows);
      const words = text.slice(rest.from, rest.to);
      const sign =
        head.points !== undefined ? "" : /bonus|加分|奖励/i.test(content.slice(0, head.rest)) ? "加分：" : "扣分：";
      const said = sign === "" ? {} : { said: [words, sign + words] };
      const row: CutRow = { section, indicator: cleanName(head.name), points: head.points, rule: rest, ...said };
      rows.push(row);
      last = { row, open: true };
      heads += 1;
      continue;
    }
    const colon = COLON.exec(content);
    const isItem = MARK.test(line.text);
    const behindHeading =
      rows[rows.length - 1]?.rule.from === rows[rows.length - 1]?.rule.to ? rows[rows.length - 1] : undefined;
    if (behindHeading && !colon && /\d/.test(content)) {
      // The rule of the heading before it.
      rows[rows.length - 1] = { ...behindHeading, rule: span };
      last = { row: rows[rows.length - 1]!, open: true };
      section = "";
      continue;
    }
    if (colon && isItem && /\d|[一二三四五六七八九十半]/.test(content)) {
      dropHeading(rows);
      const row: CutRow = {
        section,
        indicator: cleanName(colon[1]!),
        points: undefined,
        rule: trimSpan(text, { from: span.from + colon[0].length, to: span.to }),
      };
      rows.push(row);
      last = { row, open: true };
      continue;
    }
    // Bands under the item before: the line begins with a value.
    if (
      last &&
      /^[<>≤≥\d]|^(?:以|不|低于|高于|超过|below|above|less|more|under|over|each|每)/i.test(content) &&
      /\d/.test(content)
    ) {
      const k = rows.indexOf(last.row);
      const row = { ...last.row, rule: { from: last.row.rule.from, to: span.to } };
      rows[k] = row;
      last = { row, open: true };
      continue;
    }
    unread.push(span);
    last = undefined;
  }
  const isBroken = (rule: Span): boolean =>
    lines.some((line) => line.text.includes("\n") && line.from <= rule.from && line.to >= rule.to) &&
    /[\r\n]/.test(text.slice(rule.from, rule.to));
  const kept = rows
    .filter(({ rule }) => rule.to > rule.from)
    .map((row) =>
      isBroken(row.rule) && !row.said ? { ...row, said: [joined(text.slice(row.rule.from, row.rule.to))] } : row,
    );
  return heads >= 2 && kept.length >= 1 ? { rows: kept, unread } : undefined;
}

/** A heading that has items is a section. */
function dropHeading(rows: CutRow[]): void {
  const last = rows[rows.length - 1];
  if (last && last.rule.from === last.rule.to) rows.pop();
}
