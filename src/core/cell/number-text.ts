/** A number as people type it. The comma groups thousands where it cannot be a decimal comma: `1,234,567`, `12,345.6`. */
const NUMBER_TEXT =
  /^([+-]?)(\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+(?=\.\d)|\d+)?(\.\d*)?(?:E([+-]?\d{1,3}))? ?([%‰])?$/i;
/** One comma between digits, perhaps after points that group thousands: `0,985`, `4,5`, `1,234`, `1.234,56`. */
const COMMA_TEXT = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+),(\d+) ?([%‰])?$/;
const GROUPED_TEXT = /^[1-9]\d{0,2},\d{3}$/;

/** How far the point of a number moves for the sign behind it. */
const SHIFTS: Readonly<Record<string, number>> = { "%": 2, "‰": 3 };

/** What a number with a comma may be. */
export interface CommaReadings {
  /** The comma read as a decimal point. */
  readonly decimal: number;
  /** The comma read as a mark of thousands; left out where it cannot be one. */
  readonly grouped?: number;
}

/** The number of a folded text; undefined for any other text, and where a comma may be a decimal comma. */
export function numberFromText(text: string): number | undefined {
  const match = NUMBER_TEXT.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0", mark] = match;
  if (whole === "" && fraction.length < 2) return undefined;
  return digitsToNumber(sign + whole.replace(/,/g, "") + fraction, Number(exponent), mark);
}

/** Both readings of a folded text in which a comma may be a decimal comma; undefined for any other text. */
export function commaReadings(text: string): CommaReadings | undefined {
  const match = COMMA_TEXT.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", mark] = match;
  const decimal = digitsToNumber(`${sign}${whole.replace(/\./g, "")}.${fraction}`, 0, mark);
  if (decimal === undefined) return undefined;
  if (!GROUPED_TEXT.test(`${whole},${fraction}`)) return { decimal };
  const grouped = digitsToNumber(sign + whole + fraction, 0, mark);
  return grouped === undefined ? { decimal } : { decimal, grouped };
}

/** Moving the exponent in the text, not multiplying, makes 98.2% the double nearest to 0.982. */
function digitsToNumber(digits: string, exponent: number, mark: string | undefined): number | undefined {
  const value = Number(`${digits}e${exponent - (mark === undefined ? 0 : SHIFTS[mark]!)}`);
  return Number.isFinite(value) ? value : undefined;
}
