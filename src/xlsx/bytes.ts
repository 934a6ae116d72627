/** Bytes, put together and looked at as XML. A place is -1 where what was looked for is not there. */

export const QUOTE = 0x22;
export const SLASH = 0x2f;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
const AMPERSAND = 0x26;
const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const MINUS = 0x2d;
const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;

/** Bytes of a text in ASCII. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const only = pieces[0];
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Place behind a text of which the bytes are given, or -1. */
export function behind(bytes: Uint8Array, at: number, text: Uint8Array): number {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return -1;
  return at + text.length;
}

export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

/**
 * End of a text that means what it says, up to the byte given: without entities, other tags, control characters, line ends that are read
 * as others, or characters that XML does not hold. Where it is left open what a `>` means, there is none.
 */
export function plainEnd(bytes: Uint8Array, from: number, closing: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === closing) return at;
    if (byte < SPACE || byte === AMPERSAND || byte === LESS || byte === GREATER) return -1;
    // U+FFFE and U+FFFF.
    if (byte === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2]! >= 0xbe) return -1;
  }
  return -1;
}

/** Longest text that is put together character by character, which for short ones is faster than decoding. */
const SHORT = 32;

export class PlainText {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** The text between two places; undefined where the bytes are no text. */
  between(bytes: Uint8Array, from: number, to: number): string | undefined {
    if (to - from <= SHORT) {
      let text = "";
      let at = from;
      for (; at < to && bytes[at]! < FIRST_BEYOND_ASCII; at++) text += String.fromCharCode(bytes[at]!);
      if (at === to) return text;
    }
    try {
      return this.#decoder.decode(bytes.subarray(from, to));
    } catch {
      return undefined;
    }
  }
}

/** Whole number of at most nine digits between two places; NaN where something else stands there, also a 0 in front. */
export function wholeBetween(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || to - from > 9 || (bytes[from] === ZERO && to - from > 1)) return NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at])) return NaN;
    value = value * 10 + bytes[at]! - ZERO;
  }
  return value;
}

/** Up to here, digits and powers of ten are exact, and so their quotient is the very number that the text stands for. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** A short decimal number such as `-0.25` between two places; NaN where something else stands there. */
export function decimalBetween(bytes: Uint8Array, from: number, to: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let value = 0;
  let digits = 0;
  let dot = -1;
  for (let at = start; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      digits++;
    } else if (byte === DOT && dot < 0) dot = at;
    else return NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS) return NaN;
  if (dot >= 0) value /= POWERS[to - dot - 1]!;
  return start === from ? value : -value;
}
