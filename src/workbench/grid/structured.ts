import { addressOf, quoteSheet } from "../../core/cell/place";

/** The part of a table that locates its columns. The range includes header and totals row. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly headers: readonly string[];
}

export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** o-spreadsheet's spelling of a broken reference. */
export const BROKEN = "#REF";

const NAME_START = /[\p{L}_\\]/u;
const NAME_PART = /[\p{L}\p{N}_.\\?]/u;

/**
 * Replaces structured references, which o-spreadsheet does not know, by plain ones. They mean the same as long as the table keeps its size.
 * An unresolved reference becomes a broken one, in the grid's spelling.
 *
 * @example toPlainReferences("=SUM(Metrics[CSAT])", tables, place) // "=SUM($F$2:$F$301)"
 */
export function toPlainReferences(formula: string, tables: readonly TableShape[], place: FormulaPlace): string {
  if (!formula.startsWith("=") || tables.length === 0) return formula;
  const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  let result = "";
  let at = 0;
  while (at < formula.length) {
    const char = formula.charAt(at);
    if (char === '"' || char === "'") {
      const end = endOfQuoted(formula, at, char);
      result += formula.slice(at, end);
      at = end;
    } else if (char === "[") {
      const end = endOfBrackets(formula, at);
      result += resolve(formula.slice(at + 1, end - 1), tableAround(tables, place), place);
      at = end;
    } else if (NAME_START.test(char)) {
      let end = at + 1;
      while (end < formula.length && NAME_PART.test(formula.charAt(end))) end += 1;
      const name = formula.slice(at, end);
      const next = formula.charAt(end);
      const table = byName.get(name.toLowerCase());
      if (table !== undefined && next === "[") {
        const close = endOfBrackets(formula, end);
        result += resolve(formula.slice(end + 1, close - 1), table, place);
        at = close;
      } else {
        result += table !== undefined && next !== "(" && next !== "!" ? resolve("", table, place) : name;
        at = end;
      }
    } else if (char >= "0" && char <= "9") {
      // A name may not start with a digit: 1E5 is a number, not a name behind a 1.
      let end = at + 1;
      while (end < formula.length && NAME_PART.test(formula.charAt(end))) end += 1;
      result += formula.slice(at, end);
      at = end;
    } else {
      result += char;
      at += 1;
    }
  }
  return result;
}

function endOfQuoted(formula: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < formula.length) {
    if (formula.charAt(at) === quote) {
      if (formula.charAt(at + 1) !== quote) return at + 1;
      at += 1;
    }
    at += 1;
  }
  return formula.length;
}

/** An apostrophe escapes the next character: `[Share '#1]`. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const char = formula.charAt(at);
    if (char === "'") at += 1;
    else if (char === "[") depth += 1;
    else if (char === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return formula.length;
}

function tableAround(tables: readonly TableShape[], place: FormulaPlace): TableShape | undefined {
  return tables.find(
    ({ sheet, row, column, rows, columns }) =>
      sheet === place.sheet &&
      place.row >= row &&
      place.row < row + rows &&
      place.column >= column &&
      place.column < column + columns,
  );
}

interface Parts {
  readonly specials: readonly string[];
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Reads the text between the outer brackets: `Col`, `@Col`, `#All`, `[#Headers],[A]:[B]`, `@[A]:[B]`. */
function partsOf(inner: string): Parts {
  const text = inner.trim();
  if (text.startsWith("@")) {
    const rest = partsOf(text.slice(1));
    return { ...rest, specials: ["#this row"] };
  }
  if (!text.startsWith("[")) {
    if (text.startsWith("#")) return { specials: [text.toLowerCase()], first: undefined, last: undefined };
    const column = text === "" ? undefined : unescaped(text);
    return { specials: [], first: column, last: column };
  }
  const specials: string[] = [];
  const columns: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) !== "[") {
      at += 1;
      continue;
    }
    const end = endOfBrackets(text, at);
    const item = text.slice(at + 1, end - 1).trim();
    if (item.startsWith("#")) specials.push(item.toLowerCase());
    else columns.push(unescaped(item));
    at = end;
  }
  return { specials, first: columns[0], last: columns[columns.length - 1] };
}

function unescaped(column: string): string {
  return column.replace(/'(.)/gsu, "$1");
}

function resolve(inner: string, table: TableShape | undefined, place: FormulaPlace): string {
  if (table === undefined) return BROKEN;
  const { specials, first, last } = partsOf(inner);
  const columns = columnsOf(table, first, last);
  if (columns === undefined) return BROKEN;
  const thisRow = specials.includes("#this row");
  const rows = thisRow ? rowOf(table, place) : rowsOf(table, specials);
  if (rows === undefined) return BROKEN;
  const prefix = table.sheet === place.sheet ? "" : `${quoteSheet(table.sheet)}!`;
  const corner = (row: number, column: number): string => {
    const match = /^([A-Z]+)(\d+)$/.exec(addressOf(row, column))!;
    return `$${match[1]}${thisRow ? "" : "$"}${match[2]}`;
  };
  const start = corner(rows[0], columns[0]);
  const end = corner(rows[1], columns[1]);
  return `${prefix}${start === end ? start : `${start}:${end}`}`;
}

function columnsOf(
  table: TableShape,
  first: string | undefined,
  last: string | undefined,
): [number, number] | undefined {
  if (first === undefined || last === undefined) return [table.column, table.column + table.columns - 1];
  const indexOf = (name: string) => table.headers.findIndex((header) => header.toLowerCase() === name.toLowerCase());
  const [from, to] = [indexOf(first), indexOf(last)];
  if (from < 0 || to < 0) return undefined;
  return [table.column + Math.min(from, to), table.column + Math.max(from, to)];
}

function dataRows(table: TableShape): [number, number] {
  const first = table.row + (table.hasHeader ? 1 : 0);
  return [first, table.row + table.rows - 1 - (table.hasTotals ? 1 : 0)];
}

function rowOf(table: TableShape, place: FormulaPlace): [number, number] | undefined {
  const [first, last] = dataRows(table);
  return place.row >= first && place.row <= last ? [place.row, place.row] : undefined;
}

function rowsOf(table: TableShape, specials: readonly string[]): [number, number] | undefined {
  const last = table.row + table.rows - 1;
  const data = dataRows(table);
  if (specials.length === 0) return data;
  const pieces = specials.map((special): [number, number] | undefined => {
    if (special === "#all") return [table.row, last];
    if (special === "#data") return data;
    if (special === "#headers") return table.hasHeader ? [table.row, table.row] : undefined;
    if (special === "#totals") return table.hasTotals ? [last, last] : undefined;
    return undefined;
  });
  if (pieces.some((piece) => piece === undefined)) return undefined;
  const known = pieces as [number, number][];
  return [Math.min(...known.map(([from]) => from)), Math.max(...known.map(([, to]) => to))];
}
