import { CHINESE } from "./chinese";
import { ENGLISH } from "./english";
import type { Lexicon, Tag } from "./tags";

/** A phrase of the lexicon, found in a text. */
interface Entry {
  readonly tag: Tag;
  /** The allowed place: anywhere, before a number, or after a number. */
  readonly place: "any" | "before" | "after";
  /** The intended word, if this is a typing slip. */
  readonly meant: string | undefined;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

const createNode = (): Node => ({ next: new Map(), entries: [] });

function insert(root: Node, phrase: string, entry: Entry): void {
  let node = root;
  for (const character of phrase.toLowerCase().split("")) {
    let child = node.next.get(character);
    if (!child) node.next.set(character, (child = createNode()));
    node = child;
  }
  const other = node.entries.find(({ place }) => place === entry.place);
  if (other && other.tag !== entry.tag) throw new Error(`“${phrase}” is both ${other.tag} and ${entry.tag}`);
  if (!other) node.entries.push(entry);
}

function build(): { readonly root: Node; readonly words: ReadonlySet<string> } {
  const root = createNode();
  const words = new Set<string>();
  for (const lexicon of [CHINESE, ENGLISH] as readonly Lexicon[]) {
    for (const [tag, phrases] of Object.entries(lexicon) as [Tag, NonNullable<Lexicon[Tag]>][]) {
      for (const place of ["any", "before", "after"] as const) {
        for (const phrase of phrases[place] ?? []) {
          insert(root, phrase, { tag, place, meant: undefined });
          for (const word of phrase.match(/[a-z]+/g) ?? []) words.add(word);
        }
      }
      for (const [slip, meant] of Object.entries(phrases.slips ?? {})) insert(root, slip, { tag, place: "any", meant });
    }
  }
  return { root, words };
}

const { root, words } = build();

export interface Match {
  readonly entry: Entry;
  /** End of the phrase. */
  readonly to: number;
}

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && character >= "a" && character <= "z";

/** All phrases that begin at a place of a text, longest first. The depth of the lexicon bounds the work. */
export function matchesAt(text: string, at: number): readonly Match[] {
  const found: Match[] = [];
  if (isLatin(text[at]) && isLatin(text[at - 1])) return found;
  let node: Node | undefined = root;
  for (let to = at; node; to += 1) {
    const cutsWord = isLatin(text[to - 1]) && isLatin(text[to]);
    if (!cutsWord) for (const entry of node.entries) found.push({ entry, to });
    node = node.next.get(text[to] ?? "");
  }
  return found.reverse();
}

let slips: ReadonlyMap<string, string> | undefined;

/** Spellings with letters swapped, doubled or, in longer words, left out. */
function slipsOf(word: string): readonly string[] {
  const forms: string[] = [];
  for (let k = 0; k < word.length; k += 1) {
    const [before, here, after] = [word.slice(0, k), word[k]!, word.slice(k + 1)];
    forms.push(before + here + here + after);
    if (after !== "") forms.push(before + after[0]! + here + after.slice(1));
    if (k > 0 && after !== "" && word.length >= 6) forms.push(before + after);
  }
  return forms;
}

/** The intended English word for a word with a typing slip; undefined for a known word, or if no word is near. */
export function meantBy(word: string): string | undefined {
  if (word.length < 5 || words.has(word)) return undefined;
  if (!slips) {
    const all = new Map<string, string>();
    for (const known of words) {
      if (known.length >= 5) for (const form of slipsOf(known)) if (!words.has(form)) all.set(form, known);
    }
    slips = all;
  }
  return slips.get(word);
}
