import { foldText } from "../../cell/cell";
import { fold } from "../fold";
import { parse } from "../grammar/parse";
import { isKind } from "../grammar/parts";
import type { Span } from "../span";
import { tokenise } from "../tokens";

/** A row that is cut out of a policy, before its rule is read. */
export interface CutRow {
  readonly section: string;
  readonly indicator: string;
  /** Points in a cell of their own, or beside the name. */
  readonly points: number | undefined;
  readonly rule: Span;
  /** The rule with what stands in other columns, in the order of trying. Left out: the rule's own words. */
  readonly said?: readonly string[];
}

/** A stretch without the white space, list numbers and punctuation around it. */
export function trimSpan(text: string, { from, to }: Span): Span {
  let [begin, end] = [from, to];
  while (begin < end && /[\s,，;；、。.:：|]/u.test(text[begin]!)) begin += 1;
  while (end > begin && /[\s,，;；、:：|]/u.test(text[end - 1]!)) end -= 1;
  return { from: begin, to: end };
}

/** A name without list numbers and brackets: `1、季考（10 分）` is 季考. */
export function cleanName(text: string): string {
  return foldText(text)
    .replace(/^(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*|[①-⑳•·*-]\s*)+/u, "")
    .replace(/^[,，;；、。.:：\s"“”《》【】[\]]+|[,，;；、。.:：\s"“”《》【】[\](-]+$/gu, "")
    .trim();
}

/** Points of a short text such as a cell: `10`, `10 分`, `10%`; undefined if it states none. */
export function pointsIn(text: string): number | undefined {
  const { parts } = parse(tokenise(fold(text)));
  const [only, more] = parts.filter((part) => !isKind("silent")(part));
  if (more !== undefined) return undefined;
  if (isKind("points")(only)) return only.amount.value;
  if (!isKind("bare")(only) || only.amount.value < 0) return undefined;
  const { unit, value } = only.amount;
  if (unit === "percent") return Number((value * 100).toPrecision(15));
  return unit === "points" || unit === "none" ? value : undefined;
}

/** A sentence without the line ends of its document: nothing stands for them between Chinese characters, else a space. */
export const joined = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/g, (_all, at: number) =>
    /[\x21-\x7e]/.test(text[at - 1] ?? "") && !/[\d%.]/.test(text[at - 1] ?? "")
      ? " "
      : /[a-z]/i.test(text) && !/[\u4e00-\u9fff]/.test(text)
        ? " "
        : "",
  );
