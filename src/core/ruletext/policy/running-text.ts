import { fold } from "../fold";
import type { Span } from "../span";
import type { Token } from "../tokens";
import { tokenise } from "../tokens";
import type { CutRow } from "./names";
import { cleanName, pointsIn, trimSpan } from "./names";

/**
 * A name with points. Indicators in running text begin with one: `季考 10 分`, `话务量（15 分）`, `Quarterly test (10 points)`.
 */
interface Head {
  readonly name: Span;
  /** Undefined for an item that only takes away or adds. */
  readonly points: number | undefined;
  /** From the start of the name to the end of its points. */
  readonly span: Span;
}

/** Cuts running text. An indicator begins with a name and points at the beginning of a sentence, line or list item. */
export function cutText(text: string): readonly CutRow[] {
  const tokens = tokenise(fold(text));
  const heads = headsOf(text, tokens);
  if (heads.length === 0) return linesOf(text);
  const rows: CutRow[] = [];
  let section = "";
  heads.forEach((head, k) => {
    const end = beforeNumber(text, heads[k + 1]?.span.from ?? text.length);
    const rest = trimSpan(text, { from: head.span.to, to: end });
    const name = cleanName(text.slice(head.name.from, head.name.to));
    // A head without text after it names the section of the following heads.
    if (rest.from >= rest.to && heads[k + 1]) section = name;
    else
      rows.push({
        section: sectionIn(text, head) ?? section,
        indicator: name,
        points: head.points,
        rule: trimSpan(text, { from: head.span.from, to: end }),
      });
  });
  return rows;
}

/** End of the text before an indicator, without the indicator's number in a list. */
function beforeNumber(text: string, at: number): number {
  const match = /(?:^|[\s。.;；])[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]\s*$|[①-⑳•·]\s*$/u.exec(
    text.slice(Math.max(0, at - 12), at),
  );
  return match ? at - match[0].length : at;
}

/** A heading in brackets before a name: 【服务质量】流程规范 15 分. */
function sectionIn(text: string, { name }: Head): string | undefined {
  const match = /^\s*[【[]([^】\]]+)[】\]]/u.exec(text.slice(name.from, name.to));
  return match ? cleanName(match[1]!) : undefined;
}

function headsOf(text: string, tokens: readonly Token[]): readonly Head[] {
  const heads: Head[] = [];
  let begin = behindNumber(tokens, 0);
  for (let at = begin; at < tokens.length; at += 1) {
    if (tokens[at]!.tag === "stop") {
      begin = behindNumber(tokens, at + 1);
      at = Math.max(at, begin - 1);
      continue;
    }
    const item = at === begin ? adjustingItem(text, tokens, at) : undefined;
    if (item) heads.push(item);
    else if (tokens[at]!.tag !== "num" || at === begin) continue;
    const head = item ? undefined : headAt(text, tokens, begin, at);
    if (head) heads.push(head);
    // Only the first number of a sentence can state the points; later numbers belong to the rule.
    while (at + 1 < tokens.length && tokens[at + 1]!.tag !== "stop") at += 1;
  }
  return heads;
}

/** The place after the Chinese number of a list item, `一、` or `（一）`. The tokens already mark Arabic list numbers. */
function behindNumber(tokens: readonly Token[], at: number): number {
  const opens = tokens[at]?.tag === "open" ? 1 : 0;
  const [number, end] = [tokens[at + opens], tokens[at + opens + 1]];
  const isNumber = number?.tag === "word" && /^[一二三四五六七八九十]{1,3}$/.test(number.text);
  return isNumber && (end?.tag === "comma" || end?.tag === "close") ? at + opens + 2 : at;
}

/** `考勤（扣分项）`: an item without points of its own, at the beginning of a sentence. */
function adjustingItem(text: string, tokens: readonly Token[], begin: number): Head | undefined {
  const { from } = tokens[begin]!;
  const match =
    /^([^\d，,。；;：:\n（(]{1,40})[（(](?:扣分项|加分项|扣分项目|加分项目|deduction item|bonus item)[）)]/iu.exec(
      text.slice(from, from + 80),
    );
  if (!match) return undefined;
  return { name: { from, to: from + match[1]!.length }, points: undefined, span: { from, to: from + match[0].length } };
}

const NAME_TAGS: readonly Token["tag"][] = [
  "word",
  "filler",
  "of",
  "target",
  "attain",
  "checklist",
  "rating",
  "pass",
  "fail",
  "and",
  "mean",
  "worth",
  "full",
  "earn",
  "take",
  "add",
  "by",
  "label",
  "every",
  "at",
  "deviate",
  "critical",
  "versus",
];
const WORTH_TAGS: readonly Token["tag"][] = ["open", "comma", "colon", "worth", "full", "earn", "eq", "dash", "close"];

/** The name and points at the beginning of a sentence, if it has them. */
function headAt(text: string, tokens: readonly Token[], begin: number, at: number): Head | undefined {
  const number = tokens[at]!;
  const unit = tokens[at + 1];
  if (unit?.tag !== "pt" || number.signed) return undefined;
  let end = at;
  while (end > begin && WORTH_TAGS.includes(tokens[end - 1]!.tag)) end -= 1;
  const name = tokens.slice(begin, end);
  if (
    name.length === 0 ||
    !name.every((token) => NAME_TAGS.includes(token.tag)) ||
    !name.some(({ tag }) => tag === "word" || tag === "attain")
  )
    return undefined;
  // 迟到一次扣 2 分 names an event and its price, no indicator.
  if (
    name.some(({ tag }) => tag === "take" || tag === "add") &&
    !/分项|事项/.test(text.slice(name[0]!.from, name[name.length - 1]!.to))
  )
    return undefined;
  let to = at + 2;
  if (tokens[to]?.tag === "close") to += 1;
  const next = tokens[to];
  const goesOn =
    next !== undefined &&
    ["up", "down", "incl", "excl", "dash", "full", "zero", "slash", "pm", "earn"].includes(next.tag);
  if (goesOn || pointsIn(text.slice(number.from, unit.to)) === undefined) return undefined;
  return {
    name: { from: name[0]!.from, to: name[name.length - 1]!.to },
    points: number.value!,
    span: { from: name[0]!.from, to: tokens[to - 1]!.to },
  };
}

/** Lines without points: each `name: rule` is an indicator. A text of one line is one rule. */
function linesOf(text: string): readonly CutRow[] {
  const rows: CutRow[] = [];
  let from = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const span = trimSpan(text, { from, to: from + line.length });
    from += line.length + (text.startsWith("\r\n", from + line.length) ? 2 : 1);
    if (span.from >= span.to) continue;
    const content = text.slice(span.from, span.to);
    const colon = /^([^\d０-９:：,，;；。]{1,40})[:：]/u.exec(content);
    rows.push({
      section: "",
      indicator: colon ? cleanName(colon[1]!) : "",
      points: undefined,
      rule: colon ? trimSpan(text, { from: span.from + colon[0].length, to: span.to }) : span,
    });
  }
  return rows;
}
