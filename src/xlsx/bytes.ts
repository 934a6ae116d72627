/** Puts bytes together and reads them as XML. The place -1 means "not found". */

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

/** The place behind a text given as bytes, or -1. */
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
 * The end of a literal text, up to the given byte. A literal text has no entities, tags, control characters, normalised line ends or
 * characters outside XML. Returns -1 if the meaning of a `>` stays open.
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

const NUMBER_BYTES = new Uint8Array(256);
for (const byte of bytesOf("0123456789+-.eE")) NUMBER_BYTES[byte] = 1;

/** The end of the bytes that numbers are spelled with. */
export function numberEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && NUMBER_BYTES[bytes[at]!] === 1) at++;
  return at;
}

/** Short texts are put together character by character, which is faster than decoding. */
const SHORT = 32;

export class PlainText {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** The text between two places. Undefined if the bytes are no text. */
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

/** The whole number of at most nine digits between two places. NaN for anything else, also for a leading 0. */
export function wholeBetween(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || to - from > 9 || (bytes[from] === ZERO && to - from > 1)) return NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at])) return NaN;
    value = value * 10 + bytes[at]! - ZERO;
  }
  return value;
}

/** Digits and powers of ten are exact up to here, so their quotient is exactly the number in the text. */
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** The short decimal number between two places, such as `-0.25`. NaN for anything else. */
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
