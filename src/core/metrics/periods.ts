import type { RawCell } from "../cell/cell";
import { foldName, foldText } from "../cell/cell";
import { periodText } from "./metrics";

/** The months of a period and the words after them: `2026-10 定期` is October with the rest `定期`. */
interface Span {
  readonly year: number;
  /** First and last month, both included. */
  readonly first: number;
  readonly last: number;
  readonly rest: string;
}

/** Year, then quarter, half-year or month, then the rest. Separators and the Chinese words between are optional. */
const PERIOD =
  /^(\d{4}) ?(?:年度|全年|年)? ?[-/.]? ?(?:Q([1-4])|第?([1-4一二三四])季度|H([12])|([上下])半年|(1[0-2]|0?[1-9])(?!\d)月?份?)?(.*)$/i;

/** Separators between the months and the rest, and brackets around the rest. */
const AROUND = /^[-_/.:,;()·\s]+|[()\s]+$/gu;

const CHINESE_DIGITS = "一二三四";

function read(period: string): Span | undefined {
  const match = PERIOD.exec(foldText(period));
  if (!match) return undefined;
  const [, year, q, quarterName = "", h, halfName, month, tail = ""] = match;
  const quarter = Number(q ?? 0) || CHINESE_DIGITS.indexOf(quarterName || "-") + 1 || Number(quarterName);
  const half = Number(h ?? 0) || (halfName === undefined ? 0 : halfName === "上" ? 1 : 2);
  const [first, last] =
    quarter > 0
      ? [quarter * 3 - 2, quarter * 3]
      : half > 0
        ? [half * 6 - 5, half * 6]
        : month === undefined
          ? [1, 12]
          : [Number(month), Number(month)];
  return { year: Number(year), first, last, rest: tail.replace(AROUND, "") };
}

function holds(outer: Span, inner: Span): boolean {
  if (outer.year !== inner.year || inner.first < outer.first || inner.last > outer.last) return false;
  const same = outer.first === inner.first && outer.last === inner.last;
  if (outer.rest === "") return !same || inner.rest !== "";
  return !same && foldName(outer.rest) === foldName(inner.rest);
}

/**
 * Whether a period lies within another, wider one. A quarter holds its months; a half-year and a year hold their
 * quarters and months. A period without words holds the same months with words after them. No period lies within
 * itself.
 *
 * @example periodHolds("2026-Q4", "2026年10月") // true
 * @example periodHolds("2026-10", "2026-10 定期") // true
 */
export function periodHolds(outer: string, inner: string): boolean {
  const [wide, narrow] = [read(outer), read(inner)];
  return wide !== undefined && narrow !== undefined && holds(wide, narrow);
}

/**
 * The part of a period's name that distinguishes it within a wider period; undefined if it does not lie within that
 * one.
 *
 * @internal its tests ask for it by itself
 * @example labelWithin("2026-Q4", "2026-10") // "10"
 * @example labelWithin("2026-10", "2026-10 定期") // "定期"
 */
export function labelWithin(outer: string, inner: string): string | undefined {
  const [wide, narrow] = [read(outer), read(inner)];
  if (!wide || !narrow || !holds(wide, narrow)) return undefined;
  const { first, last, rest } = narrow;
  if (wide.first === first && wide.last === last) return rest;
  const months =
    first === last ? String(first) : last - first === 2 ? `Q${last / 3}` : last - first === 5 ? `H${last / 6}` : "";
  const own = rest !== "" && foldName(rest) !== foldName(wide.rest) ? rest : "";
  return `${months} ${own}`.trim();
}

/**
 * Whether a label of a scale of weights means this period within the wider one. The label is the name of the period in
 * any spelling, or its distinguishing part. A date means its month.
 *
 * @example isLabelOf("10月", "2026-Q4", "2026-10") // true
 */
export function isLabelOf(label: string, outer: string, inner: string): boolean {
  const own = labelWithin(outer, inner);
  if (own === undefined) return false;
  const text = /^\d{5}$/.test(label) ? periodText(Number(label)) : label;
  if (foldName(text) === foldName(own) || foldName(text) === foldName(inner)) return true;
  return samePeriod(text, inner) || samePeriod(`${read(outer)!.year}-${text}`, inner);
}

/** Whether two names mean the same months with the same words after them. */
export function samePeriod(a: string, b: string): boolean {
  if (foldName(a) === foldName(b)) return true;
  const [left, right] = [read(a), read(b)];
  if (!left || !right) return false;
  return (
    left.year === right.year &&
    left.first === right.first &&
    left.last === right.last &&
    foldName(left.rest) === foldName(right.rest)
  );
}

/**
 * The periods that make up a wider one: the widest of those within it. If a quarter has its own data, its months do not
 * count again.
 */
export function innerPeriods(outer: string, periods: readonly string[]): readonly string[] {
  const within = periods.filter((period) => periodHolds(outer, period));
  return within.filter((period) => !within.some((other) => periodHolds(other, period)));
}

/**
 * The month of a date, as a period; "" for any text without a month of a year.
 *
 * @example periodOfDate("2026年10月15日") // "2026-10"
 */
export function periodOfDate(raw: RawCell): string {
  const span = read(periodText(raw));
  return span && span.first === span.last ? `${span.year}-${String(span.first).padStart(2, "0")}` : "";
}

/**
 * Length of a period in months, with a mark if words follow the months; "" for a name without months. Only periods of
 * the same length should be written alike.
 *
 * @example lengthOfPeriod("2026-Q4") // "3"
 */
export function lengthOfPeriod(period: string): string {
  const span = read(period);
  return span ? `${span.last - span.first + 1}${span.rest === "" ? "" : "+"}` : "";
}

/** Sorts periods, the newest first. Digits compare as numbers, so 2026-10 is newer than 2026-9. */
export function newestFirst(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? 1 : left > right ? -1 : 0;
}

const sortKey = (period: string): string => period.replace(/\d+/g, (digits) => digits.padStart(8, "0"));
