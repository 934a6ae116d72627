import { oncePerName } from "../text/once-per";

/** Durations: numbers in a time format, and texts such as `3:25`. Inside they are seconds. */

export const TIME_UNITS = { second: 1, minute: 60, hour: 3600 } as const;
export type TimeUnit = keyof typeof TIME_UNITS;
const SECONDS_PER_DAY = 86_400;

/** Numbers in different units of time differ by these; numbers without their time format are parts of a day. */
export const TIME_FACTORS = [60, 1440, 3600, SECONDS_PER_DAY] as const;

const SECOND_WORDS = "seconds?|secs?\\.?|秒钟?";
const MINUTE_WORDS = "minutes?|mins?\\.?|分钟";
const HOUR_WORDS = "hours?|hrs?\\.?|个?小时|钟头";
const NUMBER = "(\\d+(?:\\.\\d+)?)";

/** `3:25`, `0:03:25`, `3:25.5`. */
const CLOCK = /^(?:(\d{1,6}):)?(\d{1,6}):(\d{2}(?:\.\d+)?)$/;
/** `3 min 25 s`, `3分25秒`, `1h 5m`, `3'25"`. A bare `3分` may be points and a bare `3m` anything: they are no durations. */
const PARTS = new RegExp(
  `^(?:${NUMBER} ?(?:h|时|${HOUR_WORDS})(?: |$|(?=\\d)))?` +
    `(?:${NUMBER} ?(m|分|'|′|${MINUTE_WORDS})(?: |$|(?=\\d)))?` +
    `(?:${NUMBER} ?(?:s|"|″|''|${SECOND_WORDS}))?$`,
  "i",
);
const LONE_MINUTES = new RegExp(`^(?:${MINUTE_WORDS})$`, "i");

/** The seconds of a folded text such as `3:25` or `3分25秒`; undefined for any other text. */
export function secondsFromText(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (first < 0x30 || first > 0x39) return undefined;
  const clock = CLOCK.exec(text);
  if (clock) {
    const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2]), Number(clock[3])];
    const isTime = seconds < 60 && (clock[1] === undefined || (minutes < 60 && clock[2]!.length === 2));
    return isTime ? whole(hours * 3600 + minutes * 60 + seconds) : undefined;
  }
  const parts = PARTS.exec(text);
  if (!parts) return undefined;
  const [, hours, minutes, minuteWord, seconds] = parts;
  const isAlone = hours === undefined && seconds === undefined;
  if (isAlone && (minuteWord === undefined || !LONE_MINUTES.test(minuteWord))) return undefined;
  return whole(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0));
}

/** Fractions of a day miss whole seconds by less than this rounding. */
const whole = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** Literal texts of a number format, and signs that only place or colour it. Marks of elapsed time stay: `[h]`, `[m]`, `[s]`. */
const LITERAL = /"([^"]*)"|\\(.)|[_*].|\[(?!(?:h+|m+|s+)\])([^\]]*)\]|(AM\/PM|A\/P|上午\/下午)/gi;

/**
 * Seconds that 1 stands for in a number format: 86,400 in a time format such as `[m]:ss`, 60 where the format writes `min` behind the
 * number; undefined for any other format. A date with a time of day is no duration.
 */
export const secondsPerOne = oncePerName((format: string): number | undefined => {
  const [positive = ""] = format.split(";");
  const words: string[] = [];
  const codes = positive.replace(LITERAL, (_all, quoted?: string, escaped?: string, bracketed?: string) => {
    words.push(quoted ?? escaped ?? (bracketed?.startsWith("$") ? bracketed.slice(1).replace(/-[^-]*$/, "") : ""));
    return "";
  });
  if (/general|@|[yde]/i.test(codes)) return undefined;
  if (/[hs]|\[m+\]/i.test(codes)) return SECONDS_PER_DAY;
  if (!/[0#?]/.test(codes)) return undefined;
  const unit = unitOfWord(words.join("").trim());
  return unit && TIME_UNITS[unit];
});

/** The seconds of a number in a format of `secondsPerOne`. */
export const secondsOf = (value: number, perOne: number): number => whole(value * perOne);

function unitOfWord(word: string): TimeUnit | undefined {
  const is = (words: string): boolean => new RegExp(`^(?:${words})$`, "i").test(word);
  if (is(`s|${SECOND_WORDS}`)) return "second";
  if (is(`${MINUTE_WORDS}`)) return "minute";
  return is(`h|${HOUR_WORDS}`) ? "hour" : undefined;
}

const AS_WORD = (words: string, letter: string): RegExp =>
  new RegExp(`(?:^|[^a-z])(?:${words})(?![a-z])|[(（[/,，] ?(?:${letter}) ?(?:[)）\\]]|$)`, "i");
const NAMING: readonly (readonly [TimeUnit, RegExp])[] = [
  ["second", AS_WORD(SECOND_WORDS, "s")],
  ["minute", AS_WORD(MINUTE_WORDS, "m|分")],
  ["hour", AS_WORD(HOUR_WORDS, "h|时")],
];

/**
 * The unit of time that a header or a rule names: `AHT (sec)`, `处理时长（分钟）`. Undefined where it names none, or several.
 *
 * @example unitNamedIn("AHT (sec)") // "second"
 */
export const unitNamedIn = oncePerName((text: string): TimeUnit | undefined => {
  const named = NAMING.filter(([, words]) => words.test(text));
  return named.length === 1 ? named[0]![0] : undefined;
});

const CLOCK_WITHIN = /\d:\d{2}|\d ?(?:分|min(?:utes?)?) ?\d+ ?(?:秒|s)/i;

/** The unit that a rule in words counts in: seconds where it writes `3:25`, else the unit that it names. */
export const unitOfRule = (text: string): TimeUnit | undefined =>
  CLOCK_WITHIN.test(text) ? "second" : unitNamedIn(text);

const TIME_WORDS =
  /(?:^|[^a-z])(?:AHT|ACW|ATT|ASA|FRT|ART|TTR|MTTR|handl(?:e|ing)|talk|hold|wait(?:ing)?|wrap|times?|duration|seconds?|secs?|minutes?|mins?|hours?)(?![a-z])|时长|时间|用时|耗时|均长|秒|分钟|小时/i;

/** Whether a name speaks of time, so that a factor of 60 is one of units. */
export const isAboutTime = oncePerName((text: string): boolean => TIME_WORDS.test(text));

/** A number in another unit; the fifteen digits that people write stay. */
export const inUnit = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));

/** The cell that holds a duration: a part of a day, and the format that shows it. */
export function durationCell(seconds: number): { readonly value: number; readonly numberFormat: string } {
  return {
    value: seconds / SECONDS_PER_DAY,
    numberFormat: Math.abs(seconds) < 3600 ? "[m]:ss" : "[h]:mm:ss",
  };
}
