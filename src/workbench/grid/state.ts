import { withSheetsRenamed } from "../../core/cell/formula";
import { isTemporary } from "../../workbook/temporary-sheets";
import type { HostModel, ModelCell, ModelSheet, Visibility } from "../host/model";

/** The content of a save, as far as people can change it. Comparing two states shows what changed, and whether anything did. */
export interface GridState {
  readonly sheets: ReadonlyMap<string, SheetState>;
  readonly tables: string;
}

interface SheetState {
  readonly name: string;
  readonly visibility: Visibility;
  /** Place, `row:column`, to content. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A cell filled by spilling belongs to the spilling formula and changes with it. */
const SPILLED = "spilled";

export function stateOf(model: HostModel): GridState {
  const ids = new Map(model.sheets().map(({ id, name }) => [name.toLowerCase(), id]));
  const written = writtenSheets(model);
  const sheets = new Map(
    written.map(({ id, name, visibility }) => [id, { name, visibility, cells: cellsOf(model, id, ids) }]),
  );
  const tables = model
    .tables()
    .flatMap(({ name, sheetId, range }) => (sheets.has(sheetId) ? [[name, sheetId, range]] : []));
  return { sheets, tables: JSON.stringify(tables) };
}

/** All sheets except the product's temporary ones. */
function writtenSheets(model: HostModel): readonly ModelSheet[] {
  return model.sheets().filter(({ name }) => !isTemporary(name));
}

export function sameState(one: GridState, other: GridState): boolean {
  if (one.tables !== other.tables || one.sheets.size !== other.sheets.size) return false;
  const others = [...other.sheets];
  return [...one.sheets].every(([id, sheet], index) => {
    const [otherId, otherSheet] = others[index]!;
    const isSame = id === otherId && sheet.name === otherSheet.name && sheet.visibility === otherSheet.visibility;
    return isSame && holds(sheet.cells, otherSheet.cells) && holds(otherSheet.cells, sheet.cells);
  });
}

function holds(cells: SheetState["cells"], others: SheetState["cells"]): boolean {
  return [...others].every(([place, content]) => content === SPILLED || sameContent(cells.get(place), content));
}

function cellsOf(model: HostModel, sheetId: string, ids: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  eachCell(model, sheetId, (row, column, cell) => {
    const isOwn = cell.formula !== undefined || !isSpilled(model, sheetId, row, column);
    found.set(`${row}:${column}`, isOwn ? contentText(cell, ids) : SPILLED);
  });
  return found;
}

/**
 * A cell's own content. A formula's result is not part of it, because it may change without an edit of the cell. Names of sheets in a
 * formula are not part of it either, because a sheet may be renamed.
 */
function contentText({ formula, value, type, numberFormat }: ModelCell, ids: ReadonlyMap<string, string>): string {
  if (formula === undefined) return JSON.stringify([numberFormat, type, value]);
  const steady = withSheetsRenamed(formula, (name) => ids.get(name.toLowerCase()));
  return JSON.stringify([numberFormat, "Formula", steady, formula]);
}

/** A formula with an unknown function keeps its text in the grid when a sheet is renamed. The file's formula follows. */
export function sameContent(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one === SPILLED || other === SPILLED) return false;
  const [format, kind, steady, formula] = JSON.parse(one) as unknown[];
  const [otherFormat, otherKind, otherSteady, otherFormula] = JSON.parse(other) as unknown[];
  const isSame = steady === otherSteady || (kind === "Formula" && formula === otherFormula);
  return format === otherFormat && kind === otherKind && isSame;
}

export function numberFormatIn(content: string | undefined): string {
  return content === undefined || content === SPILLED ? "General" : (JSON.parse(content) as [string])[0];
}

export function eachCell(
  model: HostModel,
  sheetId: string,
  visit: (row: number, column: number, cell: ModelCell) => void,
): void {
  const used = model.usedRange(sheetId, false);
  if (used === undefined) return;
  model.read(sheetId, used).forEach((line, down) =>
    line.forEach((cell, right) => {
      if (cell.type !== "Empty" || cell.formula !== undefined || cell.numberFormat !== "General") {
        visit(used.row + down, used.column + right, cell);
      }
    }),
  );
}

interface SpillAware {
  isSpilled(sheetId: string, row: number, column: number): boolean;
}

export function isSpilled(model: HostModel, sheetId: string, row: number, column: number): boolean {
  return "isSpilled" in model && (model as unknown as SpillAware).isSpilled(sheetId, row, column);
}
