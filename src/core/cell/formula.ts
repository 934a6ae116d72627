import { alwaysQuoted, columnLetters, columnOf, MAX_COLUMNS, MAX_ROWS, unquoted } from "./place";

/** Reads the references of formulas, and writes formulas with other references. Formulas may start with `=` or not. */

/** Pieces of a formula that are not references: texts, quoted sheet names, structured references. */
const LITERAL = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^[\]]*\])*\]/y;
const WORD = /[A-Za-z_\\\u0080-\uffff$][\w.\\$\u0080-\uffff]*|[0-9][\w.]*/y;
const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([1-9][0-9]{0,6}))?$/;

/**
 * A piece of a formula. A literal is a text, a quoted name or brackets; a word is a reference or a name; any other
 * character is a piece of its own.
 */
export type Token = { readonly kind: "literal" | "word" | "other"; readonly text: string };

export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    let token: Token | undefined;
    for (const [kind, pattern] of [
      ["literal", LITERAL],
      ["word", WORD],
    ] as const) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (match) {
        token = { kind, text: match[0] };
        break;
      }
    }
    token ??= { kind: "other", text: formula[at]! };
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/**
 * The formula after its cell is copied down and to the right by so many rows and columns. A reference that leaves the
 * sheet becomes `#REF!`, and so does a range with such an end.
 */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : shifted(piecesOf(formula), rows, columns, (at) => at);
}

/**
 * The formula of a cell that shares the formula of another cell, so many rows and columns away. The stated formula is
 * read once for all cells that share it. A file keeps such references as offsets: a reference that leaves the sheet
 * continues from the opposite edge (MS-XLSB 2.5.98.92, RgceLocRel).
 */
export function sharedFormula(stated: string): (rows: number, columns: number) => string {
  const pieces = piecesOf(stated);
  return (rows, columns) => shifted(pieces, rows, columns, (at, size) => ((at % size) + size) % size);
}

/** Gives the final place of a row or column that may lie beyond the sheet. */
type Edge = (at: number, size: number) => number;

function shifted(pieces: readonly Piece[], rows: number, columns: number, edge: Edge): string {
  const moved = (along: Along | undefined, by: number, size: number): Along | undefined =>
    along && (along.fixed ? along : { fixed: "", at: edge(along.at + by, size) });
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const corners = piece.map(({ column, row }) => ({
      column: moved(column, columns, MAX_COLUMNS),
      row: moved(row, rows, MAX_ROWS),
    }));
    text += corners.every(isOnSheet) ? corners.map(cornerText).join(":") : "#REF!";
  }
  return text;
}

/** A part of a formula: what stays as it is, or the corners of a reference. */
type Piece = string | readonly Corner[];

function piecesOf(formula: string): readonly Piece[] {
  const tokens = tokensOf(formula);
  const pieces: Piece[] = [];
  let index = 0;
  let plain = "";
  while (index < tokens.length) {
    const found = referenceAt(tokens, index);
    if (found) {
      pieces.push(plain, found.corners);
      plain = "";
    } else plain += tokens[index]!.text;
    index += found?.length ?? 1;
  }
  return [...pieces, plain];
}

/** A row or column of a reference; `fixed` is the `$` before it, or "". */
interface Along {
  readonly fixed: string;
  readonly at: number;
}

/** One end of a range: a cell, or a whole row or column. */
interface Corner {
  readonly column: Along | undefined;
  readonly row: Along | undefined;
}

const isOnSheet = ({ column, row }: Corner): boolean => isWithin(column, MAX_COLUMNS) && isWithin(row, MAX_ROWS);

const isWithin = (along: Along | undefined, size: number): boolean => !along || (along.at >= 0 && along.at < size);

const cornerText = ({ column, row }: Corner): string =>
  (column ? column.fixed + columnLetters(column.at) : "") + (row ? `${row.fixed}${row.at + 1}` : "");

/** The reference that begins at a token, and how many tokens it takes: `A1`, `A1:B2`, `A:C`, `1:3`. */
function referenceAt(
  tokens: readonly Token[],
  index: number,
): { readonly corners: readonly Corner[]; readonly length: number } | undefined {
  const first = cornerAt(tokens, index);
  if (!first) return undefined;
  const last = tokens[index + 1]?.text === ":" ? cornerAt(tokens, index + 2) : undefined;
  const isRange = last && !last.column === !first.column && !last.row === !first.row;
  if (isRange) return { corners: [first, last], length: 3 };
  return first.column && first.row ? { corners: [first], length: 1 } : undefined;
}

/** Reads a token as one end of a range. A word before a bracket or an exclamation mark is a function or a sheet. */
function cornerAt(tokens: readonly Token[], index: number): Corner | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]?.text];
  return token?.kind === "word" && next !== "(" && next !== "!" ? cornerOf(token.text) : undefined;
}

function cornerOf(word: string): Corner | undefined {
  const match = CORNER.exec(word);
  if (!match) return undefined;
  const [, columnFixed = "", letters, rowFixed = "", digits] = match;
  const column = letters === undefined ? undefined : { fixed: columnFixed, at: columnOf(letters) };
  const row = digits === undefined ? undefined : { fixed: rowFixed, at: Number(digits) - 1 };
  // XYZ1 is a name, not a cell: no sheet has so many columns.
  return isOnSheet({ column, row }) ? { column, row } : undefined;
}

function isCell(word: string): boolean {
  const corner = cornerOf(word);
  return corner?.column !== undefined && corner.row !== undefined;
}

/** Replaces references to a deleted sheet by `#REF!`. Excel calls a file with such references damaged. */
export function withoutSheet(formula: string, sheet: string): string {
  const wanted = sheet.toLowerCase();
  const tokens = tokensOf(formula);
  const kept: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const quoted = token.kind === "literal" && token.text.endsWith("'!");
    const isForeign = tokens[index - 1]?.text.endsWith("]") === true;
    const plain = token.kind === "word" && tokens[index + 1]?.text === "!" && !isForeign;
    const name = quoted ? unquoted(token.text.slice(0, -1)) : plain ? token.text : undefined;
    if (name?.toLowerCase() !== wanted) {
      kept.push(token.text);
      continue;
    }
    index += quoted ? 1 : 2;
    // Both ends of a range are replaced together: Old!A1:B2 is one reference.
    while (tokens[index + 1]?.text === ":" && tokens[index + 2]?.kind === "word") index += 2;
    kept.push("#REF!");
  }
  return kept.join("");
}

/**
 * The same formula with renamed sheets. `rename` gives the new name, or undefined to keep the old one. Sheets of other
 * workbooks, `[1]Sheet1!A1`, stay as they are.
 */
export function withSheetsRenamed(formula: string, rename: (name: string) => string | undefined): string {
  if (!formula.includes("!")) return formula;
  const tokens = tokensOf(formula);
  const kept: string[] = [];
  const put = (names: readonly string[], asWritten: string): void => {
    const renamed = names.map(rename);
    const isSame = renamed.every((name) => name === undefined);
    kept.push(isSame ? asWritten : `${alwaysQuoted(names.map((name, index) => renamed[index] ?? name).join(":"))}!`);
  };
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    const at = (ahead: number): string | undefined => tokens[index + ahead]?.text;
    const isForeign = at(-1)?.endsWith("]") === true;
    if (kind === "literal" && text.endsWith("'!") && !text.includes("[")) {
      put(unquoted(text.slice(0, -1)).split(":"), text);
    } else if (kind === "word" && at(1) === "!") {
      if (isForeign) kept.push(`${text}!`);
      else put([text], `${text}!`);
      index += 1;
    } else if (
      kind === "word" &&
      at(1) === ":" &&
      tokens[index + 2]?.kind === "word" &&
      at(3) === "!" &&
      !isCell(text)
    ) {
      // Jan:Mar!A1 refers to all sheets from the first to the last.
      if (isForeign) kept.push(`${text}:${at(2)}!`);
      else put([text, at(2)!], `${text}:${at(2)}!`);
      index += 3;
    } else kept.push(text);
  }
  return kept.join("");
}
