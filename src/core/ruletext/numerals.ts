/** Numbers written in Chinese and English words. */

const DIGITS = new Map([..."零〇一二三四五六七八九"].map((character, k) => [character, k === 0 ? 0 : k - 1] as const));
DIGITS.set("两", 2);
const POWERS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const NUMERAL = /[零〇一二两三四五六七八九十百千万半点]/;
const MOST_CHARACTERS = 12;

export const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && character !== "点" && NUMERAL.test(character);

/** The number in Chinese numerals at a place of a text; undefined if the numerals there make no number. */
export function chineseNumberAt(text: string, at: number): { readonly value: number; readonly to: number } | undefined {
  let to = at;
  while (to < text.length && to - at < MOST_CHARACTERS && NUMERAL.test(text[to]!)) to += 1;
  for (; to > at; to -= 1) {
    const value = valueOf(text.slice(at, to));
    if (value !== undefined) return { value, to };
  }
  return undefined;
}

function valueOf(numeral: string): number | undefined {
  if (numeral === "半") return 0.5;
  const [whole = "", fraction, more] = numeral.split("点");
  if (more !== undefined || whole === "" || fraction === "") return undefined;
  const integer = wholeOf(whole);
  if (integer === undefined || fraction === undefined) return integer;
  const digits = [...fraction].map((character) => DIGITS.get(character));
  return digits.includes(undefined) ? undefined : Number(`${integer}.${digits.join("")}`);
}

function wholeOf(numeral: string): number | undefined {
  const [left, right, more] = numeral.split("万");
  if (more !== undefined) return undefined;
  if (right === undefined) return belowTenThousand(left!);
  const high = belowTenThousand(left!);
  const low = right === "" ? 0 : belowTenThousand(right.replace(/^[零〇]/, ""));
  return high === undefined || low === undefined ? undefined : high * 10000 + low;
}

/** 九十五 is 95; 十 alone is 10; powers must fall. */
function belowTenThousand(numeral: string): number | undefined {
  let [sum, digit, power]: [number, number | undefined, number] = [0, undefined, 10000];
  for (const character of numeral) {
    const value = DIGITS.get(character);
    const next = POWERS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (next !== undefined && next < power) {
      if (digit === undefined && (sum > 0 || next !== 10)) return undefined;
      sum += (digit ?? 1) * next;
      [digit, power] = [undefined, next];
    } else {
      return undefined;
    }
  }
  return numeral === "" ? undefined : sum + (digit ?? 0);
}

/** Small English numbers. They count only before a unit. */
export const ENGLISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, k) => [word, k + 1] as const,
  ),
  ["half", 0.5],
]);

/** Ordinal numbers of English repeats: `the second one costs 2`. */
export const ENGLISH_ORDINALS: ReadonlyMap<string, number> = new Map(
  ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"].map(
    (word, k) => [word, k + 1] as const,
  ),
);
