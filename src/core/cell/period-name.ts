import { foldText } from "./cell";
import { daysInMonth, hasWeek } from "./days";

/** The only parser of period names and of dates in words and figures, for all tables, options and labels. */

export type PeriodUnit = "year" | "half" | "quarter" | "month" | "week" | "day";

/** What a name says. */
export interface PeriodName {
  readonly unit: PeriodUnit;
  /** Undefined for a name without a year, such as `10月`. */
  readonly year: number | undefined;
  /** Number of the half-year, quarter, month or week; of a day, its month; 0 for a year. */
  readonly part: number;
  /** Day of the month; 0 unless the unit is a day. */
  readonly day: number;
  /** Words behind: `定期` of `2026-10 定期`. */
  readonly rest: string;
  /** Whether it is written as a fiscal year. */
  readonly fiscal: boolean;
}

/** Order of figures that a name leaves open, such as day and month; the column as a whole decides between them. */
type FigureOrder = "dmy" | "mdy" | "ymd" | "my" | "ym" | "dm";

/** One way to read a name. */
export interface NameReading extends PeriodName {
  /** Undefined if there is only this order. */
  readonly order: FigureOrder | undefined;
  /** False for a day such as 31 September. */
  readonly exists: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const CHINESE_DIGITS = "一二三四五六七八九十";
const NAMED = { first: 1, second: 2, third: 3, fourth: 4 } as const;

/** Y: year, F: fiscal year, Q, H, W, M: parts of a year, A: month by its English name, D: day, N: a number, T: time of day. */
type Kind = "Y" | "F" | "Q" | "H" | "W" | "M" | "A" | "D" | "N" | "T";

interface Token {
  readonly kind: Kind;
  readonly number: number;
  readonly digits: number;
}

const ORDINAL = "(?:1st|2nd|3rd|4th|first|second|third|fourth)";

/** Pieces of names, the longer ones first. Each holds its number in one of its groups. */
const PIECES: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ["T", /[t ]?(\d{1,2}):\d\d(?::\d\d(?:\.\d+)?)? ?(?:[ap]m|z)?/y],
  ["F", /(?:fy|fiscal year|财年) ?'?(\d{4}|\d{2})(?:[-/](?:\d{4}|\d{2}))?(?!\d)/y],
  ["F", /(\d{4}|\d{2}) ?(?:财年度?|财政年度|会计年度)/y],
  ["Y", /(\d{4}|\d{2}) ?(?:年全年|年度|全年|年)/y],
  ["Q", /(?:q|quarter) ?([1-4])(?![\da-z])|([1-4]) ?q(?![a-z])|第? ?([1-4一二三四]) ?季度?/y],
  ["Q", new RegExp(`(${ORDINAL}) quarter(?: of)?(?![a-z])`, "y")],
  ["H", /h ?([12])(?![\da-z])|([12]) ?h(?![a-z])|([上下])半年/y],
  ["H", new RegExp(`(${ORDINAL}) half(?: of)?(?![a-z])`, "y")],
  ["W", /(?:weeks?|wk|cw|w) ?(\d{1,2})(?!\d)|第? ?(\d{1,2}) ?[周週]/y],
  ["A", /(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?)(?![a-z])/y],
  ["A", /(sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/y],
  ["M", /m ?(\d{1,2})(?![\da-z])|(\d{1,2}) ?月份?|(十[一二]?|[一二三四五六七八九])月份?/y],
  ["D", /(\d{1,2}) ?[日号]|(\d{1,2})(?:st|nd|rd|th)(?![a-z])/y],
  ["N", /(\d+)/y],
];

/** Between the pieces, and around the words behind. */
const BETWEEN = /(?:[\s\-_/.,:;'’()·\u2010-\u2015]|of(?![a-z]))+/y;
const AROUND = /^[-_/.:,;()·\s\u2010-\u2015]+|[()\s]+$/gu;

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "上" || text === "下") return text === "上" ? 1 : 2;
  if (/^\d/.test(text)) return Number(text[0]);
  if (text in NAMED) return NAMED[text as keyof typeof NAMED];
  if (text === "十") return 10;
  if (text.startsWith("十")) return 10 + CHINESE_DIGITS.indexOf(text[1]!) + 1;
  const digit = CHINESE_DIGITS.indexOf(text);
  return digit >= 0 ? digit + 1 : MONTHS.indexOf(text.slice(0, 3)) + 1;
}

/** Splits a name into its pieces and the words behind them. */
function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly rest: string } {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < lower.length) {
    BETWEEN.lastIndex = at;
    // The time of day begins with the T of 2026-10-05T14:30.
    const gap = BETWEEN.exec(lower);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    let match: RegExpExecArray | null = null;
    const piece = PIECES.find(([, pattern]) => {
      pattern.lastIndex = at;
      match = pattern.exec(lower);
      return match !== null;
    });
    const found = match as RegExpExecArray | null;
    if (!piece || !found) break;
    const own = found.slice(1).find((group) => group !== undefined)!;
    tokens.push({ kind: piece[0], number: numberOf(own), digits: own.length });
    at += found[0].length;
  }
  return { tokens, rest: text.slice(at).replace(AROUND, "") };
}

/** Words that make a range or a list of the name, and parts that no year has, are no description. */
const NO_DESCRIPTION = /\d{4}|^[qhwm] ?\d|^[~+&、至到—]|^(?:to|and|thru|through|until)(?![a-z])/i;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const isYear = (number: number): boolean => number >= FIRST_YEAR && number <= LAST_YEAR;

/** Nobody keeps metrics of earlier years by two digits: `Oct 5` is a day. */
const EARLIEST = 19;

type Draft = Omit<NameReading, "rest" | "fiscal" | "exists">;

const of = (unit: PeriodUnit, year: number | undefined, part: number, order?: FigureOrder): Draft[] => {
  const most = { year: 0, half: 2, quarter: 4, month: 12, week: 53, day: 12 }[unit];
  const fits = part <= most && (unit === "year" || part >= 1);
  if (!fits || (unit === "week" && year !== undefined && !hasWeek(year, part))) return [];
  return [{ unit, year, part, day: 0, order }];
};

const ofDay = (year: number | undefined, month: number, day: number, order?: FigureOrder): Draft[] =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [{ unit: "day", year, part: month, day, order }] : [];

const UNITS = { Q: "quarter", H: "half", W: "week", M: "month", A: "month" } as const;
const unitOf = (kind: string) => UNITS[kind as keyof typeof UNITS];

/** All readings of the pieces; none if they say no period. */
function readingsOf(tokens: readonly Token[]): readonly Draft[] {
  const kinds = tokens.map(({ kind }) => kind).join("");
  const numbers = tokens.map(({ number }) => number);
  const [a = 0, b = 0, c = 0] = numbers;
  /** A year of two digits; no year for one digit. */
  const short = (at: number): number => (tokens[at]!.digits === 2 ? 2000 + numbers[at]! : NaN);
  const inYear = (year: number, make: (year: number) => Draft[]): Draft[] => (Number.isNaN(year) ? [] : make(year));
  if (/^[QHWMA]$/.test(kinds)) return of(unitOf(kinds), undefined, a);
  if (/^Y[QHWMA]$/.test(kinds)) return of(unitOf(kinds[1]!), a, b);
  if (/^[QHWMA]Y$/.test(kinds)) return of(unitOf(kinds[0]!), b, a);
  if (/^N[QHW]$/.test(kinds)) return inYear(short(0), (year) => of(unitOf(kinds[1]!), year, b));
  if (/^[QHW]N$/.test(kinds)) return inYear(short(1), (year) => of(unitOf(kinds[0]!), year, a));
  if (/^Y[NMA][ND]$/.test(kinds)) return ofDay(a, b, c);
  if (/^[ND][MA]Y$/.test(kinds)) return ofDay(c, b, a);
  if (/^[MA][ND]Y$/.test(kinds)) return ofDay(c, a, b);
  switch (kinds) {
    case "Y":
      return of("year", a, 0);
    case "YN":
      return of("month", a, b);
    case "NY":
      return of("month", b, a);
    case "N":
      return figures(tokens[0]!);
    case "NN":
      return [
        ...inYear(short(0), (year) => of("month", year, b, "ym")),
        ...inYear(short(1), (year) => of("month", year, a, "my")),
      ];
    case "AN":
      return tokens[1]!.digits === 2 && b >= EARLIEST ? of("month", 2000 + b, a) : ofDay(undefined, a, b);
    case "NA":
      return [...inYear(short(0), (year) => of("month", year, b, "ym")), ...ofDay(undefined, b, a, "dm")];
    case "NAN":
      return [
        ...inYear(short(2), (year) => ofDay(year, b, a, "dmy")),
        ...(a >= EARLIEST ? inYear(short(0), (year) => ofDay(year, b, c, "ymd")) : []),
      ].filter(({ year }) => c >= EARLIEST || year !== 2000 + c);
    case "NM":
      return a > 12 ? inYear(short(0), (year) => of("month", year, b)) : [];
    case "MD":
    case "AD":
      return ofDay(undefined, a, b);
    case "NNY":
      return [...ofDay(c, b, a, "dmy"), ...ofDay(c, a, b, "mdy")];
    case "NNN":
      return [
        ...inYear(short(0), (year) => ofDay(year, b, c, "ymd")),
        ...inYear(short(2), (year) => [...ofDay(year, b, a, "dmy"), ...ofDay(year, a, b, "mdy")]),
      ];
    default:
      return [];
  }
}

/** A single number: `202610`, `20261015`, or a month without its year. */
function figures({ number, digits }: Token): readonly Draft[] {
  if (digits === 6 && isYear(Math.floor(number / 100))) return of("month", Math.floor(number / 100), number % 100);
  if (digits === 8 && isYear(Math.floor(number / 10_000)))
    return ofDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  return digits <= 2 ? of("month", undefined, number) : [];
}

/** Takes numbers of four digits for years, and years of two digits for those of this century. */
function withYears(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token): Token => {
    const { kind, number, digits } = token;
    if (kind === "N" && digits === 4 && isYear(number)) return { ...token, kind: "Y" };
    if (kind !== "Y" && kind !== "F") return token;
    return { kind: "Y", number: digits === 2 ? 2000 + number : number, digits };
  });
}

/**
 * All ways to read a name of a period or a date; none if it cannot be read, several if the order of its figures is open. Words may stand behind a
 * name with a year of four digits.
 *
 * @example readName("Oct-26") // October 2026
 * @example readName("05/10/2026") // 5 October or May 10
 */
export function readName(text: string): readonly NameReading[] {
  const { tokens, rest } = tokensOf(foldText(text));
  const dated = withYears(tokens);
  const timed = dated.length > 1 && dated.at(-1)!.kind === "T" ? dated.slice(0, -1) : dated;
  const hasYear = timed.some(({ kind, digits }) => kind === "Y" && digits === 4) || tokens[0]?.digits === 6;
  if (rest !== "" && (!hasYear || NO_DESCRIPTION.test(rest))) return [];
  const fiscal = tokens.some(({ kind }) => kind === "F");
  const readings = readingsOf(timed).filter(({ year }) => year === undefined || isYear(year));
  return readings.map((reading) => ({
    ...reading,
    exists: reading.unit !== "day" || reading.day <= daysInMonth(reading.year ?? 2024, reading.part),
    rest,
    fiscal,
  }));
}

/**
 * Readings of all names of a column, narrowed by the order of figures that all of them allow: beside `13/10/2026`,
 * `05/10/2026` is a day of October.
 */
export function settleOrders(column: readonly (readonly NameReading[])[]): readonly (readonly NameReading[])[] {
  const open = new Map<number, ReadonlySet<FigureOrder>>();
  for (const readings of column) {
    const orders = readings.flatMap(({ order }) => order ?? []);
    if (orders.length === 0) continue;
    // Names of two figures say nothing about those of three.
    const figures = orders[0]!.length;
    const earlier = open.get(figures);
    open.set(figures, new Set(earlier ? orders.filter((order) => earlier.has(order)) : orders));
  }
  return column.map((readings) => {
    const kept = readings.filter(({ order }) => order === undefined || open.get(order.length)!.has(order));
    const left = kept.length > 0 ? kept : readings;
    const real = left.filter(({ exists }) => exists);
    return real.length > 0 ? real : left;
  });
}

/** The number of a month: `4`, `April`, `4月`; undefined for any other text. */
export function monthOf(text: string): number | undefined {
  const [reading] = readName(text);
  return reading?.unit === "month" && reading.year === undefined ? reading.part : undefined;
}
