import type { ModelRect, ModelTable } from "../host/model";
import { rectOf, zoneOf, type GridCommands } from "./commands";

/** In the grid, the table on a copied sheet has the id of its original. */
export function tableId(sheetId: string, gridId: string): string {
  return `${sheetId}/${gridId}`;
}

/** Excel's tables. The grid's tables have no names, so these are kept beside it. */
export class GridTables {
  readonly #grid: GridCommands;
  readonly #names: Map<string, string>;

  constructor(grid: GridCommands, names: Map<string, string>) {
    this.#grid = grid;
    this.#names = names;
  }

  all(): readonly ModelTable[] {
    return this.#grid.getters.getSheetIds().flatMap((sheetId) =>
      this.#grid.getters.getCoreTables(sheetId).map(({ id: gridId, range, config }) => {
        const id = tableId(sheetId, gridId);
        return {
          id,
          name: this.#tableName(id),
          sheetId,
          range: rectOf(range.zone),
          hasHeader: config.numberOfHeaders > 0,
          hasTotals: config.totalRow,
        };
      }),
    );
  }

  #tableName(id: string): string {
    const name = this.#names.get(id) ?? this.#freeTableName();
    this.#names.set(id, name);
    return name;
  }

  /** A name for a table that came by a person or with a copied sheet. */
  #freeTableName(): string {
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
    const id = tableId(sheetId, created.id);
    this.#names.set(id, name);
    return id;
  }

  rename(id: string, name: string): void {
    this.#names.set(id, name);
  }

  resize(id: string, rect: ModelRect): void {
    const { sheetId, range } = this.#find(id);
    this.#grid.grow(sheetId, rect);
    const newTableRange = this.#grid.getters.getRangeDataFromZone(sheetId, zoneOf(rect));
    this.#grid.run("UPDATE_TABLE", { sheetId, zone: zoneOf(range), newTableRange });
  }

  #find(id: string): ModelTable {
    const table = this.all().find((each) => each.id === id);
    if (table === undefined) throw new Error(`no table ${id}`);
    return table;
  }

  delete(id: string): void {
    const table = this.#find(id);
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
