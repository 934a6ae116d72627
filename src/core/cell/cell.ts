/** What a workbook hands over for one cell: Excel errors come as their text, `#DIV/0!`; an empty cell as null or "". */
export type RawCell = string | number | boolean | null | undefined;

/**
 * What a cell means to us. Blank is not 0, not applicable is not blank, and text is never almost a number.
 * `fromText` marks a number or percentage that was typed as text; it counts, and it is reported.
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

/** Errors that a file states by their text; the newer ones it stores in another way. */
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

// The dashes are what Excel's AutoCorrect and Chinese input methods make of a typed hyphen.
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

/** Whether folding would change nothing: ASCII and Chinese characters, single spaces between. */
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

/** Folds full-width forms and outer white space, so that `Ｎ／Ａ` and ` n/a ` read alike. */
export function foldText(text: string): string {
  // Nearly every text of a large table is plain already; normalising is for the rest.
  if (isPlain(text)) return text;
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Folds a header or name for comparison: width, spaces and case do not matter. */
export function foldName(text: string): string {
  const folded = foldText(text);
  return (folded.includes(" ") ? folded.replace(/ /g, "") : folded).toLowerCase();
}

/**
 * The only parser of cells: every door into the core - task pane, custom functions, files - comes through here.
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
  // The exponent is moved in the text, not multiplied, so that 98.2% is the double nearest to 0.982.
  const shift = Number(exponent) - (percent ? 2 : 0);
  const value = Number(`${sign}${whole.replace(/,/g, "")}${fraction}e${shift}`);
  return Number.isFinite(value) ? value : undefined;
}

/** The text of a name cell such as an agent ID or a section; numbers are put as Excel shows them without a format. An error is no name. */
export function cellText(raw: RawCell): string {
  if (raw === null || raw === undefined) return "";
  const text = typeof raw === "string" ? foldText(raw) : String(raw);
  return text.startsWith("#") && ERROR_CODES.has(text.toUpperCase()) ? "" : text;
}
