/** One cell as a workbook hands it over. An Excel error is its text, `#DIV/0!`; an empty cell is null or "". */
export type RawCell = string | number | boolean | null | undefined;

/**
 * The meaning of a cell. Blank is not 0, not applicable is not blank, and text is never almost a number. `fromText`
 * marks a number or percentage typed as text: it counts, and a check reports it.
 */
export type CellValue =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number; readonly fromText: boolean }
  | { readonly kind: "text"; readonly text: string }
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
  "不适用",
  "-",
  "\u2010",
  "\u2212",
  "\u2013",
  "\u2014",
  "\u2014\u2014",
]);

const NUMBER_TEXT = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:E([+-]?\d{1,3}))? ?(%)?$/i;

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
  const value = numberFromText(text.replace(/^[\u2010\u2212\u2013]/, "-"));
  return value === undefined ? { kind: "text", text } : { kind: "number", value, fromText: true };
}

function numberFromText(text: string): number | undefined {
  const match = NUMBER_TEXT.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0", percent] = match;
  if (whole === "" && fraction.length < 2) return undefined;
  // Moving the exponent in the text, not multiplying, makes 98.2% the double nearest to 0.982.
  const shift = Number(exponent) - (percent ? 2 : 0);
  const value = Number(`${sign}${whole.replace(/,/g, "")}${fraction}e${shift}`);
  return Number.isFinite(value) ? value : undefined;
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
