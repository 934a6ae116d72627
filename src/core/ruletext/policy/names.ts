import { foldText } from "../../cell/cell";
import type { Span } from "../span";

/** A stretch without the white space, list numbers and punctuation around it. */
export function trimSpan(text: string, { from, to }: Span): Span {
  let [begin, end] = [from, to];
  while (begin < end && /[\s,，;；、。.:：|]/u.test(text[begin]!)) begin += 1;
  while (end > begin && /[\s,，;；、:：|]/u.test(text[end - 1]!)) end -= 1;
  return { from: begin, to: end };
}

/** A name without what lists and brackets put around it: `1、季考（10 分）` is 季考. */
export function cleanName(text: string): string {
  return foldText(text)
    .replace(/^(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.]\s*|[①-⑳•·*-]\s*)+/u, "")
    .replace(/^[,，;；、。.:：\s"“”《》【】[\]]+|[,，;；、。.:：\s"“”《》【】[\](-]+$/gu, "")
    .trim();
}
