import type { ModelRect, ModelTable } from "../host/model";
import { rectOf, zoneOf, type GridCommands } from "./commands";

/** Excel's tables. The grid has them too, but without names: those are kept beside it. */
export class GridTables {
  readonly #grid: GridCommands;
  readonly #names: Map<string, string>;

  constructor(grid: GridCommands, names: Map<string, string>) {
    this.#grid = grid;
    this.#names = names;
  }

  all(): readonly ModelTable[] {
    return this.#grid.getters.getSheetIds().flatMap((sheetId) =>
      this.#grid.getters.getCoreTables(sheetId).map(({ id, range, config }) => ({
        id,
        name: this.#tableName(id),
        sheetId,
        range: rectOf(range.zone),
        hasHeader: config.numberOfHeaders > 0,
        hasTotals: config.totalRow,
      })),
    );
  }

  #tableName(id: string): string {
    const name = this.#names.get(id) ?? this.freeTableName();
    this.#names.set(id, name);
    return name;
  }

  /** A name for a table that a person or a copied sheet brought. */
  freeTableName(): string {
    const taken = new Set(this.#names.values());
    let number = 1;
    while (taken.has(`Table${number}`)) number += 1;
    return `Table${number}`;
  }

  add(sheetId: string, rect: ModelRect, name: string): string {
    this.#grid.grow(sheetId, rect);
    const zone = zoneOf(rect);
    const ranges = [this.#grid.getters.getRangeDataFromZone(sheetId, zone)];
    this.#grid.run("CREATE_TABLE", { sheetId, ranges, config: TABLE_LOOK, tableType: "static" });
    const created = this.#grid.getters.getCoreTable({ sheetId, row: rect.row, col: rect.column });
    if (created === undefined) throw new Error(`the grid did not create the table ${name}`);
    this.#names.set(created.id, name);
    return created.id;
  }

  rename(tableId: string, name: string): void {
    this.#names.set(tableId, name);
  }

  delete(tableId: string): void {
    const table = this.all().find(({ id }) => id === tableId);
    if (table === undefined) throw new Error(`no table ${tableId}`);
    this.#grid.run("REMOVE_TABLE", { sheetId: table.sheetId, target: [zoneOf(table.range)] });
  }
}

export const TABLE_LOOK = {
  hasFilters: false,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: true,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: "TableStyleMedium2",
};
