import { cellText } from "../cell/cell";
import type { RawCell } from "../cell/cell";
import { dayText } from "../cell/days";
import type { NameReading } from "../cell/period-name";
import { readName, settleOrders } from "../cell/period-name";
import { canonicalName, isDate } from "./periods";

/** Why a date is not read. */
export type DateProblem = "unreadable" | "no-such-day" | "no-year" | "two-readings";

/** A date as a cell states it. */
export interface DateCell {
  /** The day or the month as a period, `2026-10-05` or `2026-10`; the month of a day that does not exist; "" if unknown. */
  readonly period: string;
  readonly problem: DateProblem | undefined;
  /** Dates that may be meant. */
  readonly readings: readonly string[];
}

/** Reads the different cells of a column of dates together: the order of day and month is that of the whole column. */
export function readDateColumn(raws: readonly RawCell[]): readonly DateCell[] {
  const read = settleOrders(raws.map((raw) => (isDate(raw) ? [] : readName(cellText(raw)).filter(isDated))));
  return raws.map((raw, at) =>
    isDate(raw) ? { period: dayText(raw), problem: undefined, readings: [] } : dateOf(read[at]!),
  );
}

/** Only a day or a month says when something happened. */
const isDated = ({ unit }: NameReading): boolean => unit === "day" || unit === "month";

function dateOf(readings: readonly NameReading[]): DateCell {
  const names = [
    ...new Set(readings.flatMap((reading) => (reading.exists ? (canonicalName({ ...reading, rest: "" }) ?? []) : []))),
  ];
  if (names.length === 1) return { period: names[0]!, problem: undefined, readings: [] };
  if (names.length > 1) return { period: "", problem: "two-readings", readings: names };
  const [first] = readings;
  if (!first) return { period: "", problem: "unreadable", readings: [] };
  if (first.year === undefined) return { period: "", problem: "no-year", readings: [] };
  return { period: canonicalName({ ...first, unit: "month", rest: "" })!, problem: "no-such-day", readings: [] };
}
