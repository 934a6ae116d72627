import { ERROR_CODES } from "../../core/cell/cell";
import type { CellInput } from "./model";

/** Excel's reading of written or typed input: the content, and the format that comes with it. */
export interface Interpreted {
  readonly cell: CellInput;
  /** Set if Excel would format a General cell, such as for a typed date or percentage. */
  readonly numberFormat?: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Tests an add-in's care for text. As in Excel, `=1+1`, `007` or `2026-10` stays text only with a leading apostrophe or in a cell formatted
 * as text.
 */
export function interpret(input: unknown, cellFormat: string, today = new Date()): Interpreted {
  if (input === null || input === undefined) return { cell: undefined };
  if (input === "") return { cell: null };
  if (typeof input === "string" && input.startsWith("'")) return { cell: input.slice(1) || null };
  if (cellFormat === "@") return { cell: typeof input === "boolean" ? String(input).toUpperCase() : String(input) };
  if (typeof input === "number" || typeof input === "boolean") return { cell: input };
  if (typeof input !== "string") throw new TypeError(`interpret: ${typeof input} is no cell content`);
  return fromText(input, today);
}

function fromText(typed: string, today: Date): Interpreted {
  if (/^=./s.test(typed)) return { cell: { formula: typed } };
  const text = typed.trim();
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { cell: upper === "TRUE" };
  if (ERROR_CODES.has(upper)) return { cell: { error: upper } };
  const found = numberFrom(text) ?? fractionFrom(text) ?? dateFrom(text, today.getFullYear()) ?? timeFrom(text);
  if (found) return found;
  // Excel reads `+cmd|...`, `-A1` and `@SUM(1)` as formulas too.
  if (/^[+\-@]./s.test(text)) return { cell: { formula: `=${text}` } };
  return { cell: typed };
}

function numberFrom(text: string): Interpreted | undefined {
  const match = /^(\()?([+-]?)([$¥€£])?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(E[+-]?\d{1,3})?(%)?(\))?$/i.exec(text);
  if (!match) return undefined;
  const [, open, sign, currency, whole = "", fraction = "", exponent = "", percent, close] = match;
  if ((whole + fraction).replace(".", "") === "" || !open !== !close) return undefined;
  const size = Number(`${whole.replace(/,/g, "")}${fraction}${exponent}`) / (percent ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const cell = (sign === "-") !== (open !== undefined) ? -size : size;
  if (percent) return { cell, numberFormat: fraction ? "0.00%" : "0%" };
  if (currency) return { cell, numberFormat: `${currency}#,##0${fraction ? ".00" : ""}` };
  if (exponent) return { cell, numberFormat: "0.00E+00" };
  if (whole.includes(",")) return { cell, numberFormat: fraction ? "#,##0.00" : "#,##0" };
  return { cell };
}

function fractionFrom(text: string): Interpreted | undefined {
  const match = /^([+-]?)(\d+) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { cell: match[1] === "-" ? -size : size, numberFormat: "# ?/?" };
}

/** The month precedes the day, as in the English (United States) version that the host plays. */
function dateFrom(text: string, thisYear: number): Interpreted | undefined {
  let match: RegExpExecArray | null;
  if ((match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text))) return date(match[1], match[2], match[3], "m/d/yyyy");
  if ((match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text)))
    return date(match[3], match[1], match[2], "m/d/yyyy");
  if ((match = /^(\d{4})[-/](\d{1,2})$/.exec(text))) return date(match[1], match[2], 1, "mmm-yy");
  if ((match = /^(\d{1,2})[-/](\d{4})$/.exec(text))) return date(match[2], match[1], 1, "mmm-yy");
  if ((match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text))) return date(thisYear, match[1], match[2], "d-mmm");
  if ((match = /^(\d{1,2})[- ]([a-z]{3})(?:[- ](\d{4}|\d{2}))?$/i.exec(text))) {
    return date(match[3] ?? thisYear, month(match[2]), match[1], match[3] ? "d-mmm-yy" : "d-mmm");
  }
  if ((match = /^([a-z]{3})[- ](\d{4}|\d{1,2})$/i.exec(text))) {
    return match[2]!.length === 4
      ? date(match[2], month(match[1]), 1, "mmm-yy")
      : date(thisYear, month(match[1]), match[2], "d-mmm");
  }
  return undefined;
}

function month(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
}

type Digits = string | number | undefined;

function date(yearText: Digits, monthText: Digits, dayText: Digits, numberFormat: string): Interpreted | undefined {
  const [short, monthNumber, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const year = short >= 100 ? short : short < 30 ? 2000 + short : 1900 + short;
  const time = Date.UTC(year, monthNumber - 1, day);
  const back = new Date(time);
  if (year < 1900 || back.getUTCMonth() !== monthNumber - 1 || back.getUTCDate() !== day) return undefined;
  // Excel counts a 29 February 1900, which never existed. From March 1900 on the count starts at 30 December 1899.
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  return { cell: days < 61 ? days - 1 : days, numberFormat };
}

function timeFrom(text: string): Interpreted | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match || Number(match[1]) > 23) return undefined;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { cell: seconds / 86_400, numberFormat: match[3] ? "h:mm:ss" : "h:mm" };
}
