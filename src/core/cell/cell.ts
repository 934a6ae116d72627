import type { CommaReadings } from "./number-text";
import { commaReadings, numberFromText } from "./number-text";
import { secondsFromText, secondsOf, secondsPerOne } from "./duration";

/** One cell as a workbook hands it over. An Excel error is its text, `#DIV/0!`; an empty cell is null or "". */
export type RawCell = string | number | boolean | null | undefined;

/**
 * The meaning of a cell. Blank is not 0, not applicable is not blank, and text is never almost a number. `fromText`
 * marks a number or percentage typed as text: it counts, and a check reports it.
 */
export type CellValue =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number; readonly fromText: boolean }
  /** Seconds. A cell in a time format or a text such as `3:25`; only what is measured may be one. */
  | { readonly kind: "duration"; readonly value: number; readonly fromText: boolean }
  /** `comma`: the text would be a number if it were known what its comma means. */
  | { readonly kind: "text"; readonly text: string; readonly comma?: CommaReadings }
  | { readonly kind: "logical"; readonly value: boolean }
  | { readonly kind: "not-applicable" }
  | { readonly kind: "error"; readonly code: string };

const BLANK: CellValue = { kind: "blank" };
const NOT_APPLICABLE: CellValue = { kind: "not-applicable" };

/** Errors that a file states by their text. Files store the newer errors in another way. */
export const STORED_ERROR_CODES: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

/** All errors of Excel. */
export const ERROR_CODES: ReadonlySet<string> = new Set([
  ...STORED_ERROR_CODES,
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
]);

// Excel's AutoCorrect and Chinese input methods turn a typed hyphen into one of the dashes.
export const NOT_APPLICABLE_TEXTS: ReadonlySet<string> = new Set([
  "N/A",
  "NA",
  "N.A.",
  "不适用",
  "-",
  "/",
  "\u2010",
  "\u2212",
  "\u2013",
  "\u2014",
  "\u2014\u2014",
]);

/** Whether folding changes nothing: the text has only ASCII and Chinese characters, with single spaces between. */
function isPlain(text: string): boolean {
  let spaceBefore = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x20 ? spaceBefore : !((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)))
      return false;
    spaceBefore = code === 0x20;
  }
  return !spaceBefore;
}

/** Folds full-width forms and trims white space, so that `Ｎ／Ａ` and ` n/a ` read alike. */
export function foldText(text: string): string {
  // Nearly every text of a large table is plain. Only the rest pays for normalising.
  if (isPlain(text)) return text;
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Folds a header or name for comparison. Width, spaces and case do not matter. */
export function foldName(text: string): string {
  const folded = foldText(text);
  return (folded.includes(" ") ? folded.replace(/ /g, "") : folded).toLowerCase();
}

/**
 * The only parser of cells. The task pane, custom functions and files all read cells through it.
 *
 * @example parseCell("９８．２％") // { kind: "number", value: 0.982, fromText: true }
 * @example parseCell("") // { kind: "blank" }
 * @example parseCell("12 apples") // { kind: "text", text: "12 apples" }
 * @example parseCell("3:25") // { kind: "duration", value: 205, fromText: true }
 * @example parseCell("0,985") // { kind: "text", text: "0,985", comma: { decimal: 0.985 } }
 */
export function parseCell(raw: RawCell): CellValue {
  if (typeof raw === "number") {
    return Number.isFinite(raw) ? { kind: "number", value: raw, fromText: false } : { kind: "error", code: "#NUM!" };
  }
  if (raw === null || raw === undefined || raw === "") return BLANK;
  if (typeof raw === "boolean") return { kind: "logical", value: raw };
  const text = foldText(raw);
  if (text === "") return BLANK;
  const upper = text.toUpperCase();
  if (ERROR_CODES.has(upper)) return { kind: "error", code: upper };
  if (NOT_APPLICABLE_TEXTS.has(upper)) return NOT_APPLICABLE;
  const signed = text.replace(/^[\u2010\u2212\u2013]/, "-");
  const value = numberFromText(signed);
  if (value !== undefined) return { kind: "number", value, fromText: true };
  const seconds = secondsFromText(text);
  if (seconds !== undefined) return { kind: "duration", value: seconds, fromText: true };
  const comma = text.includes(",") ? commaReadings(signed) : undefined;
  return comma ? { kind: "text", text, comma } : { kind: "text", text };
}

/** The meaning of a cell with its number format: a number in a time format is a duration. Functions know no formats. */
export function parseFormatted(raw: RawCell, format: string): CellValue {
  const perOne = typeof raw === "number" ? secondsPerOne(format) : undefined;
  return perOne === undefined || !Number.isFinite(raw)
    ? parseCell(raw)
    : { kind: "duration", value: secondsOf(raw as number, perOne), fromText: false };
}

/**
 * The text of a name cell such as an agent ID or a section. A number is written as Excel shows it without a format. An
 * error is no name.
 */
export function cellText(raw: RawCell): string {
  if (raw === null || raw === undefined) return "";
  const text = typeof raw === "string" ? foldText(raw) : String(raw);
  return text.startsWith("#") && ERROR_CODES.has(text.toUpperCase()) ? "" : text;
}
