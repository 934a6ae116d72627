import { foldText } from "../cell/cell";

const CHINESE = "一二三四五六七八九十";
const CIRCLED = /^[①-⑳]/;

/**
 * A number at the start of a name. It has parts (`2.3` has two) and a style; only numbers of the same style are
 * compared.
 */
interface Numbering {
  readonly parts: readonly number[];
  readonly style: string;
}

function chineseNumber(text: string): number | undefined {
  if (text.length === 1) return CHINESE.indexOf(text) + 1 || undefined;
  const [first, second, third] = [...text];
  if (first === "十") return text.length === 2 ? 10 + CHINESE.indexOf(second!) + 1 : undefined;
  if (second !== "十") return undefined;
  return (CHINESE.indexOf(first!) + 1) * 10 + (third === undefined ? 0 : CHINESE.indexOf(third) + 1);
}

/**
 * Reads the number at the start of a name, as policies number their lines; undefined if there is none. A figure that
 * belongs to the name, such as `24-hour callback` or `3G sales`, is not such a number.
 *
 * @internal its tests ask for it by itself
 * @example readNumbering("1.2 Accuracy") // { parts: [1, 2], style: "." }
 */
export function readNumbering(name: string): Numbering | undefined {
  if (CIRCLED.test(name.trim())) return { parts: [name.trim().charCodeAt(0) - 0x2460 + 1], style: "①" };
  const text = foldText(name);
  const dotted = /^(\d{1,2}(?:\.\d{1,2})+)\.?(?=[ \p{Script=Han}a-z]|$)/iu.exec(text);
  if (dotted) return { parts: dotted[1]!.split(".").map(Number), style: "." };
  const single = /^(\d{1,2})(\.|、|\)|:)(?!\d)/u.exec(text);
  if (single) return { parts: [Number(single[1])], style: single[2]! };
  const bracketed = /^\((\d{1,2})\)/.exec(text);
  if (bracketed) return { parts: [Number(bracketed[1])], style: "()" };
  const chinese = /^(\()?([一二三四五六七八九十]{1,3})(?:[、.]|(\)))/u.exec(text);
  if (!chinese || (chinese[1] === undefined) !== (chinese[3] === undefined)) return undefined;
  const number = chineseNumber(chinese[2]!);
  return number === undefined ? undefined : { parts: [number], style: chinese[1] ? "(一)" : "一" };
}

/** A number that does not follow the numbers before it. */
export interface Break {
  readonly index: number;
  readonly expected: string;
  readonly found: string;
}

/** A list with more breaks than this has another way of numbering. */
const MOST_BREAKS = 5;

/** Fewer numbered names than this have figures by chance. */
const FEWEST = 3;

/**
 * Places where the numbers of a list do not go up by one: a line was skipped, repeated or moved. Only lists in which
 * nearly all names have numbers of one style are checked. After a break counting continues from the found number, so
 * that one mistake gives one finding.
 */
export function numberingBreaks(names: readonly string[]): readonly Break[] {
  const all = names.map(readNumbering);
  const style = commonStyle(all);
  if (style === undefined) return [];
  const breaks: Break[] = [];
  let last: readonly number[] | undefined;
  all.forEach((each, index) => {
    if (each?.style !== style) return;
    const next = followers(last);
    const found = each.parts.join(".");
    if (!next.includes(found)) breaks.push({ index, expected: next[0]!, found });
    last = each.parts;
  });
  return breaks.slice(0, MOST_BREAKS);
}

/** Whether a list is numbered at all, so that its numbers can be checked. */
export const isNumbered = (names: readonly string[]): boolean => commonStyle(names.map(readNumbering)) !== undefined;

/** The style of nearly all numbers; undefined for a list that is not numbered. */
function commonStyle(all: readonly (Numbering | undefined)[]): string | undefined {
  const styles = new Map<string, number>();
  for (const each of all) if (each) styles.set(each.style, (styles.get(each.style) ?? 0) + 1);
  const [style, count] = [...styles].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return count < FEWEST || count < all.length * 0.75 ? undefined : style;
}

/**
 * The allowed successors of a number: the next of its level, the first of a level below, and the next of a level above,
 * with or without a first below.
 */
function followers(last: readonly number[] | undefined): readonly string[] {
  if (!last) return ["1", "1.1", "1.1.1"];
  const next = last.map((_, level) => [...last.slice(0, level), last[level]! + 1].join("."));
  const first = next.map((number, level) => `${number}${".1".repeat(last.length - 1 - level)}`);
  return [...new Set([...[...next].reverse(), ...[...first].reverse(), `${last.join(".")}.1`])];
}
