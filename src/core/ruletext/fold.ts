/** A text with folded width and case, and the original place of each character. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start of each character of `text` in the original, and one more entry for the end. */
  readonly starts: readonly number[];
  /** End of each character of `text` in the original. */
  readonly ends: readonly number[];
}

const FOLDED_CONTROLS: Readonly<Record<string, string>> = { "\r": "\n", "\f": "\n", "\v": "\n", "\t": " " };
const FULL_WIDTH_DIGIT = /[０-９]/;
const ENUMERATOR = /[①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉]/;
const DASHES = /[‐‑‒–—―−－﹣]/;
const TILDES = /[～〜∼˜]/;

/** Replaces the number of a list item, such as a circled 1, which is no number of the rule. */
export const BULLET = "\u2022";
const UNREADABLE = "\uFFFD";

/**
 * Folds a text character by character, so that every position has its original place. A superscript or a fraction would
 * fold to plain digits, a number that the text does not contain. It becomes a character that no rule knows.
 */
export function fold(original: string): FoldedText {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let spaceBefore = false;
  for (const character of original) {
    // Consecutive spaces count as one, so that the lexicon finds a phrase of several words in any spacing.
    const folded = foldCharacter(character);
    if (folded === " " && spaceBefore) {
      at += character.length;
      continue;
    }
    spaceBefore = folded === " ";
    for (let k = 0; k < folded.length; k += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    text += folded;
    at += character.length;
  }
  starts.push(at);
  return { original, text, starts, ends };
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return FOLDED_CONTROLS[character] ?? lower(character);
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (ENUMERATOR.test(character)) return BULLET;
  if (DASHES.test(character)) return "-";
  if (TILDES.test(character)) return "~";
  const folded = character.normalize("NFKC");
  if (/[0-9]/.test(folded) && !FULL_WIDTH_DIGIT.test(character)) return UNREADABLE;
  return lower(folded);
}

/** Lower case, unless it changes the number of characters. */
function lower(text: string): string {
  const result = text.toLowerCase();
  return result.length === text.length ? result : text;
}
