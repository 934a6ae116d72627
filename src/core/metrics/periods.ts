import { cellText, foldName, foldText } from "../cell/cell";
import type { RawCell } from "../cell/cell";
import { dayOf, mondayOf, serialOf, twoDigits } from "../cell/days";
import type { NameReading, PeriodName, PeriodUnit } from "../cell/period-name";
import { readName } from "../cell/period-name";

/** Date serials from 2000 to 2099. Typed periods such as 2026 or 202610 lie outside. */
const FIRST_DATE = 36526;
const LAST_DATE = 73050;

/** Whether a cell holds a date of Excel. */
export const isDate = (raw: RawCell): raw is number => typeof raw === "number" && raw >= FIRST_DATE && raw < LAST_DATE;

const MONTHS_OF = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** The days of a period, both ends included. */
interface Span {
  readonly name: PeriodName;
  readonly first: number;
  readonly last: number;
}

/** The name of a period as it is shown and compared: `2026-10`. A name without a year has none. */
export function canonicalName({ unit, year, part, day, rest }: PeriodName): string | undefined {
  if (year === undefined) return undefined;
  const parts = {
    year: "",
    half: `-H${part}`,
    quarter: `-Q${part}`,
    month: `-${twoDigits(part)}`,
    week: `-W${twoDigits(part)}`,
    day: `-${twoDigits(part)}-${twoDigits(day)}`,
  };
  return `${year}${parts[unit]}${rest === "" ? "" : ` ${rest}`}`;
}

/** The only reading of a name by itself; undefined if it cannot be read, or in two ways. */
function onlyReading(text: string): NameReading | undefined {
  const readings = readName(text).filter(({ exists }) => exists);
  const dated = readings.filter(({ year }) => year !== undefined);
  return readings.length === 1 ? readings[0] : dated.length === 1 && !dated[0]!.order ? dated[0] : undefined;
}

/** Compares and orders periods, by the month in which the years of the workbook begin. */
export interface Calendar {
  /** First month of the year: 1 for calendar years. A fiscal year has the number of the year in which it begins. */
  readonly firstMonth: number;
  /** The name under which a period is scored: `2026-10` for `Oct-26`. A name that cannot be read stays as it is. */
  readonly nameOf: (text: string) => string;
  /** Whether two names mean the same period. */
  readonly same: (a: string, b: string) => boolean;
  /**
   * Whether a period lies within another, wider one. A week belongs to the month of its Thursday. A period without
   * words holds the same period with words after it. No period lies within itself.
   */
  readonly holds: (outer: string, inner: string) => boolean;
  /** Whether something of a period, such as an event of a day, belongs to another. Without a known period, to any. */
  readonly belongs: (own: string, period: string) => boolean;
  /**
   * The part of a period's name that distinguishes it within a wider period; undefined if it does not lie within that
   * one.
   */
  readonly labelWithin: (outer: string, inner: string) => string | undefined;
  /** Whether a label of a scale of weights means this period within the wider one. A date means its month. */
  readonly isLabelOf: (label: string, outer: string, inner: string) => boolean;
  /**
   * The periods that make up a wider one: the widest of those within it. If a quarter has its own data, its months do
   * not count again.
   */
  readonly innerPeriods: (outer: string, periods: readonly string[]) => readonly string[];
  /** Sorts periods by their end, the newest first, and the widest first of those that end together. */
  readonly newestFirst: (a: string, b: string) => number;
  /** First and last day; undefined for a name without days. */
  readonly daysOf: (text: string) => { readonly first: number; readonly last: number } | undefined;
  /** What a name says; undefined if it cannot be read. */
  readonly read: (text: string) => PeriodName | undefined;
}

/**
 * Makes a calendar. It keeps what it has read, so it belongs to one reading of a workbook.
 *
 * @example createCalendar().holds("2026-Q4", "2026年10月") // true
 * @example createCalendar(4).holds("FY2026", "2027-03") // true
 */
export function createCalendar(firstMonth = 1): Calendar {
  const known = new Map<string, PeriodName | undefined>();
  const spans = new Map<string, Span | undefined>();

  const read = (text: string): PeriodName | undefined => {
    if (!known.has(text)) known.set(text, onlyReading(text));
    return known.get(text);
  };

  const spanOf = (text: string): Span | undefined => {
    if (!spans.has(text)) spans.set(text, daysOfName(read(text), firstMonth));
    return spans.get(text);
  };

  const within = (outer: Span, inner: Span): boolean => {
    // A week lies where its Thursday lies; days and weeks are compared day by day.
    const byThursday = inner.name.unit === "week" && outer.name.unit !== "week" && outer.name.unit !== "day";
    const [first, last] = byThursday ? [inner.first + 3, inner.first + 3] : [inner.first, inner.last];
    if (first < outer.first || last > outer.last) return false;
    const same = outer.first === inner.first && outer.last === inner.last;
    if (outer.name.rest === "") return !same || inner.name.rest !== "";
    return !same && foldName(outer.name.rest) === foldName(inner.name.rest);
  };

  const holds: Calendar["holds"] = (outer, inner) => {
    const [wide, narrow] = [spanOf(outer), spanOf(inner)];
    return wide !== undefined && narrow !== undefined && within(wide, narrow);
  };

  const same: Calendar["same"] = (a, b) => {
    if (foldName(a) === foldName(b)) return true;
    const [left, right] = [read(a), read(b)];
    return left !== undefined && right !== undefined && keyOf(left) === keyOf(right);
  };

  const labelWithin: Calendar["labelWithin"] = (outer, inner) => {
    const [wide, narrow] = [spanOf(outer), spanOf(inner)];
    if (!wide || !narrow || !within(wide, narrow)) return undefined;
    const { rest } = narrow.name;
    if (wide.first === narrow.first && wide.last === narrow.last) return rest;
    const own = rest !== "" && foldName(rest) !== foldName(wide.name.rest) ? rest : "";
    return `${labelOf(narrow.name)} ${own}`.trim();
  };

  const isLabelOf: Calendar["isLabelOf"] = (label, outer, inner) => {
    const own = labelWithin(outer, inner);
    const period = read(inner);
    if (own === undefined || !period) return false;
    const text = /^\d{5}$/.test(label) ? periodText(Number(label)) : label;
    if (foldName(text) === foldName(own) || same(text, inner)) return true;
    const named = read(text);
    if (!named || named.year !== undefined || named.rest !== period.rest) return false;
    return named.unit === period.unit && named.part === period.part && named.day === period.day;
  };

  const orderOf = (text: string): readonly [number, number, string] => {
    const span = spanOf(text);
    if (span) return [span.last, -span.first, span.name.rest === "" ? "~" : ""];
    const name = read(text);
    const days = name && daysOfName({ ...name, year: 1900 }, firstMonth);
    return days ? [days.last - 1e6, -days.first, ""] : [-1e7, 0, text];
  };

  return {
    firstMonth,
    read,
    nameOf: (text) => {
      const name = read(text);
      return (name && canonicalName(name)) ?? text;
    },
    same,
    holds,
    belongs: (own, period) => own === "" || same(period, own) || holds(period, own),
    labelWithin,
    isLabelOf,
    innerPeriods: (outer, periods) => {
      const inside = periods.filter((period) => holds(outer, period));
      return inside.filter((period) => !inside.some((other) => holds(other, period)));
    },
    newestFirst: (a, b) => {
      const [left, right] = [orderOf(a), orderOf(b)];
      for (const at of [0, 1, 2] as const) {
        const [one, other] = [left[at], right[at]];
        if (one === other) continue;
        if (typeof one === "number") return (other as number) - one;
        return sortKey(one) < sortKey(other as string) ? 1 : -1;
      }
      return sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0;
    },
    daysOf: spanOf,
  };
}

/** Digits compare as numbers, so that part 10 is newer than part 9. */
const sortKey = (period: string): string => period.replace(/\d+/g, (digits) => digits.padStart(8, "0"));

const keyOf = ({ unit, year = 0, part, day, rest }: PeriodName): string =>
  [unit, year, part, day, foldName(rest)].join(" ");

function labelOf({ unit, part, day }: PeriodName): string {
  const labels: Readonly<Record<PeriodUnit, string>> = {
    year: "",
    half: `H${part}`,
    quarter: `Q${part}`,
    month: String(part),
    week: `W${part}`,
    day: String(day),
  };
  return labels[unit];
}

function daysOfName(name: PeriodName | undefined, firstMonth: number): Span | undefined {
  if (name?.year === undefined) return undefined;
  const { unit, year, part, day } = name;
  if (unit === "week") {
    const monday = mondayOf(year, part);
    return { name, first: monday, last: monday + 6 };
  }
  if (unit === "day") {
    const serial = serialOf(year, part, day);
    return { name, first: serial, last: serial };
  }
  // A month is one of the calendar; wider periods begin with the year of the workbook.
  const months = MONTHS_OF[unit];
  const start = unit === "month" ? part : unit === "year" ? firstMonth : firstMonth + (part - 1) * months;
  return { name, first: serialOf(year, start, 1), last: serialOf(year, start + months, 1) - 1 };
}

/**
 * A period as text; a date names the month it lies in, `2026-10`. Excel turns a typed `2026-10` into a date unless the
 * cell is formatted as text.
 */
function periodText(raw: RawCell): string {
  if (!isDate(raw)) return foldText(cellText(raw));
  const { year, month } = dayOf(raw);
  return `${year}-${twoDigits(month)}`;
}
