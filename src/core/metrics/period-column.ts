import { cellText, foldName, foldText } from "../cell/cell";
import type { RawCell } from "../cell/cell";
import { cellOf } from "../cell/packed";
import type { ReadTable } from "../cell/table";
import { dayOf, dayText, daysInMonth, twoDigits } from "../cell/days";
import type { NameReading } from "../cell/period-name";
import { readName, settleOrders } from "../cell/period-name";
import { canonicalName, isDate } from "./periods";

/** Why a period is not simply read: `days-as-months` is read, the others are not. */
export type PeriodProblem = "unreadable" | "no-year" | "two-readings" | "days-as-months";

/** A period as a cell states it. */
export interface PeriodCell {
  /** The name under which it is scored; as it is written, if it cannot be read. */
  readonly name: string;
  readonly problem: PeriodProblem | undefined;
  /** Names that may be meant, the likeliest first. */
  readonly readings: readonly string[];
  /** Whether it is written as a fiscal year. */
  readonly fiscal: boolean;
}

export interface PeriodColumn {
  /** Number format of the column; "" if unknown. */
  readonly format: string;
  /** Whether some agent has several of these dates in one month. Asked only if nothing else decides. */
  readonly repeatsInMonth?: () => boolean;
  /** Names of other tables that may tell the year of a month without one. */
  readonly others?: readonly string[];
}

/** Reads the different cells of a column of periods together: what one leaves open, the others may settle. */
export function readPeriodColumn(raws: readonly RawCell[], column: PeriodColumn): readonly PeriodCell[] {
  const dates = datesAsPeriods(raws.filter(isDate), column);
  const read = settleOrders(raws.map((raw) => (isDate(raw) ? [] : readingsOf(raw))));
  const stated = [
    ...read.flatMap((readings) => (readings.length === 1 ? readings : [])),
    ...(column.others ?? []).flatMap((name) => readName(name)),
  ].filter(({ year }) => year !== undefined);
  const written = new Map<string, string>();
  return raws.map((raw, at) =>
    isDate(raw) ? dates(raw) : periodOf(foldText(cellText(raw)), read[at]!, stated, written),
  );
}

/** The readings of a cell that is no date. Of the number 2026.1 nobody knows whether it was typed as 2026.10. */
function readingsOf(raw: RawCell): readonly NameReading[] {
  const text = cellText(raw);
  const open = typeof raw === "number" && /^\d+\.1$/.test(text) ? [text, `${text}0`] : [text];
  return open.flatMap((each) => readName(each));
}

/** A month without a year is of the only year that others state; before all of them, it may be of the next year. */
function yearOf(reading: NameReading, stated: readonly NameReading[]): number | undefined {
  const years = new Set(stated.map(({ year }) => year));
  if (years.size !== 1) return undefined;
  const alike = stated.filter(({ unit }) => unit === reading.unit);
  return alike.length === 0 || alike.some(({ part }) => part <= reading.part) ? stated[0]!.year : undefined;
}

function periodOf(
  text: string,
  readings: readonly NameReading[],
  stated: readonly NameReading[],
  written: Map<string, string>,
): PeriodCell {
  const real = readings.filter(({ exists }) => exists);
  const fiscal = real.some((reading) => reading.fiscal);
  if (text === "") return { name: "", problem: undefined, readings: [], fiscal };
  if (real.length === 0) return { name: text, problem: "unreadable", readings: [], fiscal };
  if (real.length > 1) {
    // A day without its year is of the year that the other reading takes its figures for.
    const year = real.find((reading) => reading.year !== undefined)?.year;
    const names = [...new Set(real.map((reading) => canonicalName({ ...reading, year: reading.year ?? year })!))];
    if (names.length === 1) return { name: names[0]!, problem: undefined, readings: [], fiscal };
    return { name: text, problem: "two-readings", readings: names, fiscal };
  }
  const reading = real[0]!;
  const name = canonicalName({ ...reading, year: reading.year ?? yearOf(reading, stated) });
  if (name !== undefined) return { name, problem: undefined, readings: [], fiscal };
  // Two spellings of a month without a year are one period, under the name that comes first.
  const key = `${reading.unit} ${reading.part} ${reading.day}`;
  const first = written.get(key) ?? text;
  written.set(key, first);
  const years = [...new Set(stated.map(({ year }) => year!))].sort();
  return {
    name: first,
    problem: "no-year",
    readings: years.map((year) => canonicalName({ ...reading, year })!),
    fiscal,
  };
}

/**
 * The periods of a smaller table by its rows. A name without a year means the period of Metrics that is written so, or
 * is of its only year.
 */
export function readPeriodNames(
  table: ReadTable<"period" | string>,
  periods: readonly string[],
): (row: number) => string {
  const column = table.columns["period"];
  if (column === undefined) return () => "";
  const raws = Array.from({ length: table.rowCount }, (_, row) => cellOf(table.source.values, row + 1, column));
  const different = [...new Set(raws)];
  const known = new Map(periods.map((name) => [foldName(name), name]));
  const read = readPeriodColumn(different, { format: table.source.formats[column] ?? "", others: periods });
  const names = new Map(different.map((raw, at) => [raw, known.get(foldName(cellText(raw))) ?? read[at]!.name]));
  return (row) => names.get(raws[row])!;
}

type DateKind = "day" | "month" | undefined;

/** Whether a number format shows days or months; undefined for one without dates. */
function dateKind(format: string): { readonly kind: DateKind; readonly showsYear: boolean } {
  const plain = format
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general|[#0]/.test(plain)) return { kind: undefined, showsYear: false };
  const showsYear = /[ye]/.test(plain);
  if (plain.includes("d")) return { kind: "day", showsYear };
  return { kind: showsYear || plain.includes("mmm") ? "month" : undefined, showsYear };
}

const monthName = (year: number, month: number): string => `${year}-${twoDigits(month)}`;

/**
 * What the dates of a column mean. In a format without days, and where all are the first or the last of their month,
 * they are months. Excel makes 26 October of a typed `Oct-26`, so a column of such dates is asked about. In a format of
 * days, dates are days if somebody has several in one month, else months, and that is told.
 */
function datesAsPeriods(dates: readonly number[], column: PeriodColumn): (raw: number) => PeriodCell {
  const found = dates.map(dayOf);
  const { kind, showsYear } = dateKind(column.format);
  const plain = (name: string): PeriodCell => ({ name, problem: undefined, readings: [], fiscal: false });
  const asMonth = (raw: number): PeriodCell => {
    const { year, month } = dayOf(raw);
    return plain(monthName(year, month));
  };
  const ends =
    found.every(({ day }) => day === 1) || found.every(({ year, month, day }) => day === daysInMonth(year, month));
  if (kind === "month" || ends) return asMonth;
  const [first] = found as [(typeof found)[number]];
  const alike = found.every(({ day }) => day === first.day) && first.day >= 20;
  if (alike && (kind === "day" && !showsYear ? true : found.every(({ year, day }) => day === year % 100))) {
    return (raw) => {
      const { month, day } = dayOf(raw);
      const readings = [monthName(2000 + day, month), dayText(raw)];
      return { name: readings[1]!, problem: "two-readings", readings, fiscal: false };
    };
  }
  if (kind === undefined) return asMonth;
  if (column.repeatsInMonth?.()) return (raw) => plain(dayText(raw));
  return (raw) => ({ ...asMonth(raw), problem: "days-as-months", readings: [asMonth(raw).name, dayText(raw)] });
}
