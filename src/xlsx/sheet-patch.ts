import { SaxesParser } from "saxes";
import { addressOf, parseAddress } from "../core/cell/place";
import { WorkbookFailure } from "../workbook/failure";
import { cellXml } from "./cell-write";
import { sharedFormula } from "../core/cell/formula";
import { parseRange, rangeContains } from "./ranges";
import { unreadable } from "./refusal";
import type { XlsxCell, XlsxCellValue } from "./types";
import { broken, escapeText, Patch, Silence, splitName } from "./xml";

/** Changes single cells of a sheet part and keeps every other character. */

export interface CellPatchContext {
  /** Index of the cell's new look, given its present one. */
  readonly styleFor: (style: number, cell: XlsxCell) => number;
  /** The value to write into a cell of that look. */
  readonly valueFor: (cell: XlsxCell, style: number) => XlsxCellValue;
}

export interface CellPatchResult {
  readonly text: string;
  readonly droppedFormula: boolean;
}

interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  end: number;
  readonly style: number;
  formula: FormulaSpan | undefined;
}

interface FormulaSpan {
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  end: number;
  text: string;
}

interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  closeStart: number;
  /** Changing cells of the affected rows, by column. */
  readonly cells: CellSpan[];
}

interface SheetSpans {
  readonly prefix: string;
  readonly rows: RowSpan[];
  /** Formulas that other cells may depend on: shared formulas and arrays. */
  readonly linked: CellSpan[];
  readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[];
  data: { start: number; openEnd: number; closeStart: number; end: number; selfClosing: boolean } | undefined;
  dimension: { start: number; end: number; ref: string } | undefined;
}

export function patchCells(
  text: string,
  part: string,
  cells: readonly XlsxCell[],
  context: CellPatchContext,
): CellPatchResult {
  const wanted = new Map<number, Map<number, XlsxCell>>();
  for (const cell of cells) {
    let row = wanted.get(cell.row);
    if (!row) wanted.set(cell.row, (row = new Map()));
    row.set(cell.column, cell);
  }
  const spans = findSpans(text, part, wanted);
  return new CellPatcher(text, part, spans, wanted, context).run();
}

class CellPatcher {
  readonly #patch: Patch;
  readonly #tag: string;
  #dropped = false;

  constructor(
    private readonly text: string,
    private readonly part: string,
    private readonly spans: SheetSpans,
    private readonly wanted: ReadonlyMap<number, ReadonlyMap<number, XlsxCell>>,
    private readonly context: CellPatchContext,
  ) {
    this.#patch = new Patch(text);
    this.#tag = spans.prefix;
  }

  run(): CellPatchResult {
    const { data } = this.spans;
    if (!data) throw unreadable(`${this.part} has no data.`, `${this.part} 中没有单元格数据。`);
    this.#refuseParts();
    const rows = new Map(this.spans.rows.map((row) => [row.row, row]));
    const fresh: string[] = [];
    for (const row of [...this.wanted.keys()].sort((a, b) => a - b)) {
      const found = rows.get(row);
      if (found) this.#changeRow(found, this.wanted.get(row)!);
      else this.#newRow(row, this.wanted.get(row)!, fresh);
    }
    if (fresh.length > 0) {
      if (data.selfClosing) {
        const name = `${this.#tag}sheetData`;
        this.#patch.replace(data.start, data.end, `<${name}>${fresh.join("")}</${name}>`);
      } else this.#patch.insert(data.closeStart, fresh.join(""));
    }
    this.#growDimension();
    return { text: this.#patch.apply(), droppedFormula: this.#dropped };
  }

  /** Excel refuses to change part of an array. In a file, such a change would be lost at the next calculation. */
  #refuseParts(): void {
    for (const cell of this.spans.linked) {
      const range = cell.formula?.attributes["t"] === "array" && parseRange(cell.formula.attributes["ref"] ?? "");
      if (!range) continue;
      for (const [row, columns] of this.wanted) {
        for (const column of columns.keys()) {
          const isHead = row === cell.row && column === cell.column;
          if (isHead || !rangeContains(range, row, column)) continue;
          throw new WorkbookFailure("protected", `${addressOf(row, column)} is part of an array formula.`);
        }
      }
    }
  }

  #changeRow(span: RowSpan, columns: ReadonlyMap<number, XlsxCell>): void {
    const known = new Map(span.cells.map((cell) => [cell.column, cell]));
    const behind: string[] = [];
    let grew = false;
    for (const column of [...columns.keys()].sort((a, b) => a - b)) {
      const cell = columns.get(column)!;
      const found = known.get(column);
      if (found) {
        this.#dropFormula(found);
        this.#patch.replace(found.start, found.end, this.#cell(cell, found.style));
        continue;
      }
      const element = this.#newCell(cell, span);
      if (element === "") continue;
      grew = true;
      const next = span.cells.find((other) => other.column > column);
      if (next) this.#patch.insert(next.start, element);
      else behind.push(element);
    }
    const name = `${this.#tag}row`;
    const inner = behind.join("");
    // The hint about the columns of a row is optional, and a wrong one does harm.
    const open = this.text.slice(span.start, span.openEnd).replace(/\s+spans\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    if (span.selfClosing) {
      if (inner) this.#patch.replace(span.start, span.openEnd, `${open.replace(/\s*\/>$/, ">")}${inner}</${name}>`);
      return;
    }
    if (grew && open.length < span.openEnd - span.start) this.#patch.replace(span.start, span.openEnd, open);
    if (inner) this.#patch.insert(span.closeStart, inner);
  }

  #newRow(row: number, columns: ReadonlyMap<number, XlsxCell>, behind: string[]): void {
    const sorted = [...columns.values()].sort((a, b) => a.column - b.column);
    const cells = sorted.map((cell) => this.#newCell(cell, undefined)).join("");
    if (cells === "") return;
    const element = `<${this.#tag}row r="${row + 1}">${cells}</${this.#tag}row>`;
    const next = this.spans.rows.find((other) => other.row > row);
    if (next) this.#patch.insert(next.start, element);
    else behind.push(element);
  }

  /** A new cell takes its look from its row or column. */
  #newCell(cell: XlsxCell, row: RowSpan | undefined): string {
    const ofRow = row?.attributes["customFormat"] === "1" ? Number(row.attributes["s"] ?? 0) : undefined;
    const ofColumn = this.spans.columnStyles.find(({ first, last }) => cell.column >= first && cell.column <= last);
    const style = ofRow ?? ofColumn?.style ?? 0;
    const isNothing = (cell.value === null || cell.value === "") && this.context.styleFor(style, cell) === style;
    return isNothing ? "" : this.#cell(cell, style);
  }

  #cell(cell: XlsxCell, oldStyle: number): string {
    const style = this.context.styleFor(oldStyle, cell);
    return cellXml(cell.row, cell.column, this.context.valueFor(cell, oldStyle), style, this.#tag);
  }

  #dropFormula(cell: CellSpan): void {
    const { formula } = cell;
    if (!formula) return;
    this.#dropped = true;
    if (formula.attributes["t"] !== "shared" || formula.text === "") return;
    // Other cells shared this cell's formula: each of them now states its own.
    const { text, attributes } = formula;
    const says = sharedFormula(text);
    for (const other of this.spans.linked) {
      const its = other.formula;
      if (!its || other === cell || its.attributes["t"] !== "shared" || its.attributes["si"] !== attributes["si"])
        continue;
      if (its.text !== "" || this.wanted.get(other.row)?.has(other.column)) continue;
      const own = escapeText(says(other.row - cell.row, other.column - cell.column));
      this.#patch.replace(its.start, its.end, `<${this.#tag}f>${own}</${this.#tag}f>`);
    }
  }

  #growDimension(): void {
    const { dimension } = this.spans;
    const range = dimension && parseRange(dimension.ref);
    if (!dimension || !range) return;
    let { row: top, column: left } = range;
    let bottom = top + range.rows - 1;
    let right = left + range.columns - 1;
    for (const [row, columns] of this.wanted) {
      for (const column of columns.keys()) {
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    const ref = `${addressOf(top, left)}:${addressOf(bottom, right)}`;
    if (
      ref === dimension.ref ||
      (top === range.row && left === range.column && bottom < top + range.rows && right < left + range.columns)
    ) {
      return;
    }
    this.#patch.replace(dimension.start, dimension.end, `<${this.#tag}dimension ref="${ref}"/>`);
  }
}

function findSpans(text: string, part: string, wanted: ReadonlyMap<number, ReadonlyMap<number, XlsxCell>>): SheetSpans {
  const parser = new SaxesParser({ position: false });
  const silence = new Silence(part);
  let prefix: string | undefined;
  let foreign = 0;
  let row: RowSpan | undefined;
  let rowIndex = -1;
  let column = -1;
  let cell: CellSpan | undefined;
  let formula: FormulaSpan | undefined;
  const rows: RowSpan[] = [];
  const linked: CellSpan[] = [];
  const columnStyles: SheetSpans["columnStyles"] = [];
  let data: SheetSpans["data"];
  let dimension: SheetSpans["dimension"];
  const start = (end: number): number => text.lastIndexOf("<", end - 1);
  const localOf = (name: string): string => {
    const [own, local] = splitName(name);
    return own === prefix ? local : "";
  };
  parser.on("error", (error) => {
    throw broken(part, error);
  });
  parser.on("opentag", (tag) => {
    silence.break();
    if (prefix === undefined) {
      prefix = splitName(tag.name)[0];
      return;
    }
    if (foreign > 0) {
      foreign++;
      return;
    }
    const attributes = tag.attributes as Record<string, string>;
    const openEnd = parser.position;
    switch (localOf(tag.name)) {
      case "extLst":
        foreign = 1;
        return;
      case "dimension":
        dimension = { start: start(openEnd), end: openEnd, ref: attributes["ref"] ?? "" };
        return;
      case "col":
        columnStyles.push({
          first: Number(attributes["min"]) - 1,
          last: Number(attributes["max"]) - 1,
          style: Number(attributes["style"] ?? 0),
        });
        return;
      case "sheetData":
        data = { start: start(openEnd), openEnd, closeStart: openEnd, end: openEnd, selfClosing: tag.isSelfClosing };
        return;
      case "row":
        rowIndex = attributes["r"] === undefined ? rowIndex + 1 : Number(attributes["r"]) - 1;
        column = -1;
        row = {
          row: rowIndex,
          start: start(openEnd),
          openEnd,
          selfClosing: tag.isSelfClosing,
          attributes,
          closeStart: openEnd,
          cells: [],
        };
        rows.push(row);
        return;
      case "c": {
        const place = attributes["r"] === undefined ? undefined : parseAddress(attributes["r"]);
        column = place?.column ?? column + 1;
        const style = Number(attributes["s"] ?? 0);
        cell = { row: rowIndex, column, start: start(openEnd), end: openEnd, style, formula: undefined };
        return;
      }
      case "f":
        formula = { attributes, start: start(openEnd), end: openEnd, text: "" };
    }
  });
  const take = (chunk: string): void => {
    if (formula && foreign === 0) formula.text += chunk;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", (tag) => {
    silence.break();
    if (foreign > 0) {
      foreign--;
      return;
    }
    const end = parser.position;
    const closeStart = tag.isSelfClosing ? end : start(end);
    switch (localOf(tag.name)) {
      case "f":
        if (cell && formula) {
          formula.end = end;
          cell.formula = formula;
          if (formula.attributes["t"] !== undefined) linked.push(cell);
        }
        formula = undefined;
        return;
      case "c":
        if (cell) {
          cell.end = end;
          if (wanted.has(cell.row)) row?.cells.push(cell);
        }
        cell = undefined;
        return;
      case "row":
        if (row) row.closeStart = closeStart;
        return;
      case "sheetData":
        if (data) Object.assign(data, { closeStart, end });
    }
  });
  silence.write(parser, text);
  parser.close();
  const tagPrefix = prefix ? `${prefix}:` : "";
  return { prefix: tagPrefix, rows, linked, columnStyles, data, dimension };
}
