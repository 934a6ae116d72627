import { alwaysQuoted, columnLetters } from "../core/cell/place";

/**
 * Formulas as a file stores them differ from what people see: functions newer than the file format carry a prefix
 * (`_xlfn.XLOOKUP`), and those of an add-in are stored as `_xldudf_NAMESPACE_FUNCTION`. Without that prefix Excel takes
 * a custom function for an unknown name, and the cell stays #NAME? when the add-in is there.
 */

/** Pieces of a formula that are no references: texts, quoted sheet names, structured references. */
const LITERAL = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^[\]]*\])*\]/y;
const WORD = /[A-Za-z_\\\u0080-\uffff$][\w.\\$\u0080-\uffff]*|[0-9][\w.]*/y;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9][0-9]{0,6})$/;

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

type Token = { readonly kind: "literal" | "word" | "other"; readonly text: string };

function tokensOf(formula: string): Token[] {
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

/** What a shared formula says in a cell so many rows and columns away from the one that states it. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const tokens = tokensOf(formula);
  return tokens
    .map((token, index) => {
      if (token.kind !== "word") return token.text;
      const next = tokens[index + 1]?.text;
      const before = tokens[index - 1]?.text;
      if (next === "(" || next === "!") return token.text;
      const cell = CELL.exec(token.text);
      if (cell) return shiftCell(cell, rows, columns) ?? token.text;
      const paired = next === ":" || before === ":";
      const column = paired ? COLUMN.exec(token.text) : null;
      if (column) return shiftColumn(column[1]!, column[2]!, columns);
      const row = paired ? ROW.exec(token.text) : null;
      return row ? shiftRow(row[1]!, row[2]!, rows) : token.text;
    })
    .join("");
}

function shiftCell(match: RegExpExecArray, rows: number, columns: number): string | undefined {
  const [, columnFixed = "", letters = "", rowFixed = "", digits = ""] = match;
  // A name such as XYZ1 is no cell: no sheet has so many columns.
  if (columnNumber(letters) > LAST_COLUMN || Number(digits) > LAST_ROW) return undefined;
  return shiftColumn(columnFixed, letters, columns) + shiftRow(rowFixed, digits, rows);
}

function shiftColumn(fixed: string, letters: string, columns: number): string {
  if (fixed) return fixed + letters;
  return columnLetters(wrap(columnNumber(letters) - 1 + columns, LAST_COLUMN));
}

function shiftRow(fixed: string, digits: string, rows: number): string {
  return fixed ? fixed + digits : String(wrap(Number(digits) - 1 + rows, LAST_ROW) + 1);
}

/** Excel counts on from the other edge of the sheet. */
function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** References to a sheet that is gone; left alone, Excel calls the file damaged. */
export function withoutSheet(formula: string, sheet: string): string {
  const wanted = sheet.toLowerCase();
  const tokens = tokensOf(formula);
  const kept: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const quoted = token.kind === "literal" && token.text.endsWith("'!");
    const isForeign = tokens[index - 1]?.text.endsWith("]") === true;
    const plain = token.kind === "word" && tokens[index + 1]?.text === "!" && !isForeign;
    const name = quoted ? token.text.slice(1, -2).replace(/''/g, "'") : plain ? token.text : undefined;
    if (name?.toLowerCase() !== wanted) {
      kept.push(token.text);
      continue;
    }
    index += quoted ? 1 : 2;
    // Both ends of a range go with it: Old!A1:B2 is one reference.
    while (tokens[index + 1]?.text === ":" && tokens[index + 2]?.kind === "word") index += 2;
    kept.push("#REF!");
  }
  return kept.join("");
}

/**
 * The same formula with other names of sheets: `rename` gives the new name, or undefined to leave one alone. Sheets of other
 * workbooks, `[1]Sheet1!A1`, are not ours.
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
      put(text.slice(1, -2).replace(/''/g, "'").split(":"), text);
    } else if (kind === "word" && at(1) === "!") {
      if (isForeign) kept.push(`${text}!`);
      else put([text], `${text}!`);
      index += 1;
    } else if (
      kind === "word" &&
      at(1) === ":" &&
      tokens[index + 2]?.kind === "word" &&
      at(3) === "!" &&
      !CELL.test(text)
    ) {
      // Several sheets at once, from the first to the last: Jan:Mar!A1.
      if (isForeign) kept.push(`${text}:${at(2)}!`);
      else put([text, at(2)!], `${text}:${at(2)}!`);
      index += 3;
    } else kept.push(text);
  }
  return kept.join("");
}

/** References to a table that is gone, its columns included. */
export function withoutTable(formula: string, table: string): string {
  const tokens = tokensOf(formula);
  const kept: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isTable(tokens, index, table)) {
      kept.push(tokens[index]!.text);
      continue;
    }
    if (tokens[index + 1]?.text.startsWith("[")) index++;
    kept.push("#REF!");
  }
  return kept.join("");
}

/** The same formula after a column of a table got another name. Columns without a table belong to the table around. */
export function withColumnRenamed(formula: string, table: string, old: string, name: string): string {
  const tokens = tokensOf(formula);
  const pattern = new RegExp(`([[,@])${columnText(old).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=[\\],])`, "gi");
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      const isIts = before?.kind === "word" ? isTable(tokens, index - 1, table) : true;
      if (token.kind !== "literal" || !token.text.startsWith("[") || !isIts) return token.text;
      return token.text.replace(pattern, (_match, start: string) => start + columnText(name));
    })
    .join("");
}

function isTable(tokens: readonly Token[], index: number, table: string): boolean {
  const token = tokens[index]!;
  const next = tokens[index + 1]?.text;
  return token.kind === "word" && token.text.toLowerCase() === table.toLowerCase() && next !== "(" && next !== "!";
}

/** Inside brackets an apostrophe stands before what would end or change the name. */
function columnText(name: string): string {
  return name.replace(/['[\]#@]/g, "'$&");
}

/** The namespace of our own functions: the only one whose underscores are known to have been dots. */
const OWN_NAMESPACE = "QA";
const OWN_STORED = `_xldudf_${OWN_NAMESPACE}_`;

const NEWER_FUNCTIONS = new Set(
  (
    "ANCHORARRAY BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DAYS DROP EXPAND FORECAST.LINEAR HSTACK IFNA IFS ISFORMULA " +
    "MAKEARRAY MAP MAXIFS MINIFS MODE.SNGL NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC " +
    "QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SINGLE SORTBY STDEV.P STDEV.S SWITCH TAKE " +
    "TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR"
  ).split(" "),
);
/** Two of the dynamic-array functions carry a second prefix. */
const WORKSHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

/** A formula as people see and type it. */
export function shownFormula(stored: string): string {
  if (!stored.includes("_xl")) return stored;
  return tokensOf(stored)
    .map((token) => {
      if (token.kind !== "word" || !token.text.startsWith("_xl")) return token.text;
      if (token.text.startsWith(OWN_STORED)) {
        return `${OWN_NAMESPACE}.${token.text.slice(OWN_STORED.length).replace(/_/g, ".")}`;
      }
      return token.text.replace(/^(_xlfn\.|_xlws\.|_xlpm\.)+/, "");
    })
    .join("");
}

/** The same formula as a file stores it. */
export function storedFormula(shown: string): string {
  const tokens = tokensOf(shown.startsWith("=") ? shown.slice(1) : shown);
  return tokens
    .map((token, index) => {
      if (token.kind !== "word" || tokens[index + 1]?.text !== "(") return token.text;
      const name = token.text.toUpperCase();
      if (name.startsWith(`${OWN_NAMESPACE}.`))
        return OWN_STORED + name.slice(OWN_NAMESPACE.length + 1).replace(/\./g, "_");
      if (WORKSHEET_FUNCTIONS.has(name)) return `_xlfn._xlws.${name}`;
      return NEWER_FUNCTIONS.has(name) ? `_xlfn.${name}` : token.text;
    })
    .join("");
}
