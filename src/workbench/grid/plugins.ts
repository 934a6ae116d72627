import { CorePlugin, UIPlugin, registries } from "@odoo/o-spreadsheet";
import type { Zone } from "@odoo/o-spreadsheet";
import type { CellInput, ModelChange, ModelRect } from "../host/model";
import { contentOf } from "./content";
import { toPlainReferences, type TableShape } from "./structured";

/** Shared by the plugins and functions of one grid. o-spreadsheet passes it to them as `custom.workbench`. */
export interface GridContext {
  readonly tables: () => readonly TableShape[];
  /** A cheap test, unlike `tables`: most formulas name no table. */
  readonly mentionsTable: (formula: string) => boolean;
  /** A new formula may reach beyond the grid's edge. */
  readonly formulaSet: (
    place: { readonly sheetId: string; readonly row: number; readonly col: number },
    formula: string,
  ) => void;
  readonly isTextFormat: (format: string | undefined) => boolean;
  /** Called in the middle of a command. Listeners are told at its end. */
  readonly changed: (change: ModelChange) => void;
  readonly selected: (change: ModelChange) => void;
}

/** The host's own command: many cells as one step of the history. */
export interface HostWrite {
  readonly type: "HOST_WRITE";
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellInput[])[];
}

interface AnyCommand {
  readonly type: string;
  readonly sheetId?: string;
  content?: string;
  readonly format?: string;
  readonly row?: number;
  readonly col?: number;
  readonly target?: readonly { left: number; right: number; top: number; bottom: number }[];
  readonly sheetIdTo?: string;
  readonly commands?: readonly AnyCommand[];
}

/** Sees the input of people and of the host before the grid interprets it. */
class CellInputs extends CorePlugin {
  private readonly context: GridContext;

  constructor(config: ConstructorParameters<typeof CorePlugin>[0]) {
    super(config);
    this.context = config.custom["workbench"] as GridContext;
  }

  override beforeHandle(command: unknown): void {
    const cell = command as AnyCommand;
    if (cell.type !== "UPDATE_CELL" || cell.content === undefined || cell.content === "") return;
    if (!cell.content.startsWith("=")) return this.keepText(cell);
    const place = { sheetId: cell.sheetId!, row: cell.row!, col: cell.col! };
    if (this.context.mentionsTable(cell.content)) {
      const sheet = this.getters.getSheetName(place.sheetId);
      cell.content = toPlainReferences(cell.content, this.context.tables(), {
        sheet,
        row: place.row,
        column: place.col,
      });
    }
    this.context.formulaSet(place, cell.content);
  }

  /** In a cell formatted as text, 007 stays 007. */
  private keepText(cell: AnyCommand): void {
    if (cell.content!.startsWith("'")) return;
    const format =
      cell.format ?? this.getters.getCell({ sheetId: cell.sheetId!, row: cell.row!, col: cell.col! })?.format;
    if (this.context.isTextFormat(format)) cell.content = `'${cell.content}`;
  }
}

/** Carries out the host's writes and reports every change, by the host or a person. */
class HostAccess extends UIPlugin {
  private readonly context: GridContext;
  private readonly touched = new Map<string, ModelRect>();
  private readonly sheetEvents: ModelChange[] = [];
  private selected = "";

  constructor(config: ConstructorParameters<typeof UIPlugin>[0]) {
    super(config);
    this.context = config.custom["workbench"] as GridContext;
    this.selection.observe(this, { handleEvent: () => this.tellSelection() });
  }

  override handle(command: unknown): void {
    if ((command as HostWrite).type === "HOST_WRITE") this.write(command as HostWrite);
    else this.note(command as AnyCommand);
  }

  override finalize(): void {
    for (const change of this.sheetEvents) this.context.changed(change);
    for (const [sheetId, rect] of this.touched) this.context.changed({ kind: "cells", sheetId, rect });
    this.sheetEvents.length = 0;
    this.touched.clear();
  }

  private write({ sheetId, row, column, cells }: HostWrite): void {
    const locale = this.getters.getLocale();
    const tables = this.getters.getCoreTables(sheetId).map(({ id, range }) => ({ id, zone: range.zone }));
    cells.forEach((line, down) =>
      line.forEach((input, right) => {
        if (input === undefined) return;
        const position = { sheetId, row: row + down, col: column + right };
        const content = contentOf(input, locale);
        if (content === "" && this.getters.getCell(position) === undefined) return;
        this.dispatch("UPDATE_CELL", { ...position, content });
      }),
    );
    this.keepTables(sheetId, tables);
  }

  /** A table grows when a person types next to it. In Excel it does not grow for an add-in. */
  private keepTables(sheetId: string, before: readonly { id: string; zone: Zone }[]): void {
    for (const { id, zone } of before) {
      const now = this.getters.getCoreTables(sheetId).find((table) => table.id === id)?.range.zone;
      if (now === undefined || (now.bottom === zone.bottom && now.right === zone.right)) continue;
      const newTableRange = this.getters.getRangeDataFromZone(sheetId, zone);
      this.dispatch("UPDATE_TABLE", { sheetId, zone: now, newTableRange });
    }
  }

  private note(command: AnyCommand): void {
    const sheetId = command.sheetId;
    switch (command.type) {
      case "UPDATE_CELL":
        if (command.content !== undefined) this.touch(sheetId!, command.row!, command.col!, command.row!, command.col!);
        return;
      case "CLEAR_CELL":
        return this.touch(sheetId!, command.row!, command.col!, command.row!, command.col!);
      case "CLEAR_CELLS":
      case "DELETE_CONTENT":
        for (const zone of command.target ?? []) this.touch(sheetId!, zone.top, zone.left, zone.bottom, zone.right);
        return;
      case "ADD_COLUMNS_ROWS":
      case "REMOVE_COLUMNS_ROWS":
      case "MOVE_RANGES":
        return this.touchAll(sheetId!);
      case "UNDO":
      case "REDO":
        for (const undone of command.commands ?? []) this.note(undone);
        return;
      case "CREATE_SHEET":
        this.sheetEvents.push({ kind: "sheet-added", sheetId: sheetId! });
        return;
      case "DUPLICATE_SHEET":
        this.sheetEvents.push({ kind: "sheet-added", sheetId: command.sheetIdTo! });
        return;
      case "DELETE_SHEET":
        this.touched.delete(sheetId!);
        this.sheetEvents.push({ kind: "sheet-deleted", sheetId: sheetId! });
        return;
      case "CREATE_TABLE":
      case "REMOVE_TABLE": {
        const kind = command.type === "CREATE_TABLE" ? "table-added" : "table-deleted";
        this.sheetEvents.push({ kind, sheetId: sheetId!, tableId: undefined });
        return;
      }
      case "RENAME_SHEET":
        this.sheetEvents.push({ kind: "sheet-renamed", sheetId: sheetId! });
        return;
      case "ACTIVATE_SHEET":
        this.sheetEvents.push({ kind: "sheet-activated", sheetId: command.sheetIdTo! });
        return;
      default:
        return;
    }
  }

  private touchAll(sheetId: string): void {
    const { numberOfRows, numberOfCols } = this.getters.getSheetSize(sheetId);
    this.touch(sheetId, 0, 0, numberOfRows - 1, numberOfCols - 1);
  }

  private touch(sheetId: string, top: number, left: number, bottom: number, right: number): void {
    const old = this.touched.get(sheetId);
    const row = Math.min(top, old?.row ?? top);
    const column = Math.min(left, old?.column ?? left);
    const last = Math.max(bottom, old === undefined ? bottom : old.row + old.rows - 1);
    const end = Math.max(right, old === undefined ? right : old.column + old.columns - 1);
    this.touched.set(sheetId, { row, column, rows: last - row + 1, columns: end - column + 1 });
  }

  /** This waits, because the new selection is not in place at the time of the event. */
  private tellSelection(): void {
    queueMicrotask(() => {
      const sheetId = this.getters.getActiveSheetId();
      const { top, left, bottom, right } = this.getters.getSelectedZone();
      const key = `${sheetId}!${top}:${left}:${bottom}:${right}`;
      if (key === this.selected) return;
      this.selected = key;
      const rect = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
      this.context.selected({ kind: "selection", sheetId, rect });
    });
  }
}

/** The registries are global, so one registration serves all grids of a page. */
export function registerPlugins(): void {
  if (registries.corePluginRegistry.contains("qa-cell-inputs")) return;
  registries.corePluginRegistry.add("qa-cell-inputs", CellInputs);
  registries.featurePluginRegistry.add("qa-host-access", HostAccess);
}
