/**
 * Days as Excel counts them in its 1900 system, without a clock or a time zone. The first days of 1900, where Excel counts a day that never was,
 * lie outside.
 */

/** Days from 0000-03-01 to day 0 of Excel. */
const TO_EXCEL = 719468 - 25569;

/** A day of the civil calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Number of a day; months beyond 1..12 are months of other years. */
export function serialOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const shiftedYear = Math.floor(months / 12);
  const shifted = months - shiftedYear * 12;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - TO_EXCEL;
}

/** The day of a number; the time of day is left out. */
export function dayOf(serial: number): Day {
  const days = Math.floor(serial) + TO_EXCEL;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export const daysInMonth = (year: number, month: number): number =>
  serialOf(year, month + 1, 1) - serialOf(year, month, 1);

/** Monday of a week by ISO 8601: the first week of a year is that of 4 January. */
export function mondayOf(year: number, week: number): number {
  const fourth = serialOf(year, 1, 4);
  return fourth - ((fourth - 2) % 7) + 7 * (week - 1);
}

/** Whether a year has such a week: the Thursday decides to which year a week belongs. */
export const hasWeek = (year: number, week: number): boolean =>
  week >= 1 && dayOf(mondayOf(year, week) + 3).year === year;

/** A day as `2026-10-05`. */
export function dayText(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return [year, ...[month, day].map(twoDigits)].join("-");
}

export const twoDigits = (number: number): string => String(number).padStart(2, "0");
