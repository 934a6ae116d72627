import { tokensOf, type Token } from "../core/cell/formula";

/**
 * Stored formulas differ from shown ones. Functions newer than the file format carry a prefix (`_xlfn.XLOOKUP`). Functions of an add-in are
 * stored as `_xldudf_NAMESPACE_FUNCTION`. Without that prefix Excel takes a custom function for an unknown name, and the cell stays #NAME?
 * even with the add-in loaded.
 */

/** Turns references to a removed table into #REF!, its columns included. */
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

/** Renames a table's column in a formula. A column without a table name belongs to the surrounding table. */
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

/** Inside brackets an apostrophe escapes characters that would end or change the name. */
function columnText(name: string): string {
  return name.replace(/['[\]#@]/g, "'$&");
}

/** The namespace of our own functions. Only for this one do we know which underscores were dots. */
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

/** The formula as people see and type it. */
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

/** The formula as a file stores it. */
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
