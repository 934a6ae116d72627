import { foldText, parseCell } from "../../cell/cell";

/** Full-width forms of a text's characters, as Chinese input methods type them. */
const widen = (text: string, characters: RegExp): string =>
  text.replace(characters, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

/** The common spellings of a word. Case does not matter to Excel. */
function spellingsOf(word: string): readonly string[] {
  const plain = foldText(word).replace(/ /g, "");
  const number = parseCell(plain);
  return [
    plain,
    widen(plain, /[!-~]/g),
    widen(plain, /[!-/:-@[-`{-~]/g),
    ...(number.kind === "number" ? [String(number.value)] : []),
  ];
}

/**
 * Condition of a native formula: whether a cell holds one of these words. Case, spaces and full width do not matter.
 *
 * @example isOneOf("B2", ["B+"]) // OR(SUBSTITUTE(B2," ","")={"B+","Ｂ＋","B＋"})
 */
export function isOneOf(reference: string, words: readonly string[]): string {
  const spellings = [...new Set(words.flatMap(spellingsOf))].map((each) => `"${each.replace(/"/g, '""')}"`);
  const text = `SUBSTITUTE(${reference}," ","")`;
  return spellings.length === 1 ? `${text}=${spellings[0]!}` : `OR(${text}={${spellings.join(",")}})`;
}
