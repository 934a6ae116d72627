import type { Model } from "@odoo/o-spreadsheet";
import type { ModelRect } from "../host/model";

export type Getters = Model["getters"];
export type Zone = ReturnType<Getters["getSelectedZone"]>;

export function zoneOf(rect: ModelRect): Zone {
  return { top: rect.row, left: rect.column, bottom: rect.row + rect.rows - 1, right: rect.column + rect.columns - 1 };
}

export function rectOf({ top, left, bottom, right }: Zone): ModelRect {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const SPARE_ROWS = 300;

/** The host's commands to the grid. None fails silently, and sheets grow when needed. */
export class GridCommands {
  readonly getters: Getters;
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
    this.getters = model.getters;
  }

  /** The grid's command type is a large union, so few places use it. A refusal always throws. */
  run(type: string, payload: object): void {
    const dispatch = this.#model.dispatch as unknown as (
      type: string,
      payload: object,
    ) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };
    const result = dispatch(type, payload);
    if (result.isSuccessful) return;
    const reasons = result.reasons.filter((reason) => reason !== "NoChanges");
    if (reasons.length > 0) throw new Error(`the grid refused ${type}: ${reasons.join(", ")}`);
  }

  grow(sheetId: string, rect: ModelRect): void {
    const { numberOfRows, numberOfCols } = this.getters.getSheetSize(sheetId);
    const sheetName = this.getters.getSheetName(sheetId);
    const add = (dimension: "ROW" | "COL", size: number, wanted: number) => {
      if (wanted <= size) return;
      // Spare room: a sheet written block by block must not grow with each block.
      const spare = dimension === "ROW" ? SPARE_ROWS : 0;
      const place = { base: size - 1, position: "after", quantity: wanted - size + spare };
      this.run("ADD_COLUMNS_ROWS", { sheetId, sheetName, dimension, ...place });
    };
    add("ROW", numberOfRows, rect.row + rect.rows);
    add("COL", numberOfCols, rect.column + rect.columns);
  }

  /** Formats of whole columns or rows apply to the existing cells only. They do not make the grid a million rows tall. */
  growUnlessWhole(sheetId: string, rect: ModelRect): void {
    if (rect.rows < 100_000 && rect.columns < 1_000) this.grow(sheetId, rect);
  }

  /** The part of a rectangle within the sheet. */
  inside(sheetId: string, rect: ModelRect): Zone | undefined {
    const { numberOfRows, numberOfCols } = this.getters.getSheetSize(sheetId);
    const { top, left, bottom, right } = zoneOf(rect);
    if (top >= numberOfRows || left >= numberOfCols) return undefined;
    return { top, left, bottom: Math.min(bottom, numberOfRows - 1), right: Math.min(right, numberOfCols - 1) };
  }
}

/** Rows with one result for each cell of a rectangle. */
export function rectangle<T>(rect: ModelRect, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rect.rows }, (_, down) =>
    Array.from({ length: rect.columns }, (__, right) => cell(rect.row + down, rect.column + right)),
  );
}
