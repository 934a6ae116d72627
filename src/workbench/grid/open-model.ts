import { Model } from "@odoo/o-spreadsheet";
import type { XlsxPackage } from "../../xlsx";
import type { HostModel, ModelChange } from "../host/model";
import { GridCommands } from "./commands";
import { registerErrors } from "./errors";
import { GridModel, type GridNotes } from "./grid-model";
import { gridData } from "./load";
import { numberFormats } from "./number-format";
import { registerPlugins, type GridContext } from "./plugins";
import { gridRoom, type GridRoom } from "./room";
import { saveGrid, type SavedFile } from "./save";
import { sameState, stateOf } from "./state";
import type { TableShape } from "./structured";
import { tableId } from "./tables";

/** A file in o-spreadsheet's model, without a display. */
export interface OpenModel {
  readonly model: Model;
  readonly host: HostModel;
  readonly room: GridRoom;
  save(): SavedFile;
  /** Whether saving now would change the file as last opened or saved, apart from choices of the pane. */
  isChanged(): boolean;
  close(): void;
}

export function openModel(file: XlsxPackage, name: string): OpenModel {
  registerErrors();
  registerPlugins();
  const formats = numberFormats();
  const listeners = new Set<(change: ModelChange) => void>();
  const notes: GridNotes = {
    tableNames: new Map(),
    veryHidden: new Set(),
    pageLayouts: new Map(),
    protectedSheets: new Set(),
    settings: new Map(file.choices()),
    workbookProtected: false,
  };
  const loaded = gridData(file, formats);
  const context: GridContext = {
    tables: () => tableShapes(host),
    mentionsTable(formula) {
      const text = formula.toLowerCase();
      return text.includes("[") || [...notes.tableNames.values()].some((table) => text.includes(table.toLowerCase()));
    },
    formulaSet: (place, formula) => room.noteFormula(place, formula),
    isTextFormat: formats.isText,
    changed: (change) => void pending.push(change),
    selected: (change) => listeners.forEach((listener) => listener(change)),
  };
  const pending: ModelChange[] = [];
  const room = gridRoom(() => ({ commands: new GridCommands(model), host }));
  const model = new Model(loaded.data, { custom: { workbench: context } });
  // Runs within the command of the change, so that the host knows whether the add-in or a person made it.
  model.on("update", listeners, () => {
    room.make();
    for (const change of pending.splice(0)) listeners.forEach((listener) => listener(change));
  });
  const host: HostModel = new GridModel({ model, name, formats, notes, listeners });
  for (const table of loaded.tables) {
    const created = model.getters.getCoreTable({ sheetId: table.sheetId, row: table.row, col: table.column });
    if (created !== undefined) notes.tableNames.set(tableId(table.sheetId, created.id), table.name);
  }
  for (const [id, sheet] of loaded.sheetNames) if (file.visibility(sheet) === "veryHidden") notes.veryHidden.add(id);
  room.make();
  const opened = stateOf(host);
  let saved = opened;

  return {
    model,
    host,
    room,
    save() {
      const result = saveGrid(host, file, loaded.sheetNames, opened);
      saved = stateOf(host);
      return result;
    },
    isChanged: () => !sameState(saved, stateOf(host)),
    close: () => listeners.clear(),
  };
}

function tableShapes(host: HostModel): readonly TableShape[] {
  const names = new Map(host.sheets().map(({ id, name }) => [id, name]));
  return host.tables().map(({ name, sheetId, range, hasHeader, hasTotals }) => ({
    name,
    sheet: names.get(sheetId)!,
    ...range,
    hasHeader,
    hasTotals,
    headers: host.read(sheetId, { ...range, rows: 1 })[0]!.map((cell) => String(cell.value)),
  }));
}
