import { Model, Spreadsheet } from "@odoo/o-spreadsheet";
import { App } from "@odoo/owl";
import templates from "@odoo/o-spreadsheet/dist/o_spreadsheet.xml";
import type { XlsxPackage } from "../../xlsx";
import type { HostModel, ModelChange } from "../host/model";
import { registerErrors } from "./errors";
import { GridModel, type GridNotes } from "./grid-model";
import { gridData } from "./load";
import { GridCommands } from "./commands";
import { gridRoom } from "./room";
import { numberFormats } from "./number-format";
import { registerPlugins, type GridContext } from "./plugins";
import { baselineOf, saveGrid, type SavedFile } from "./save";
import type { TableShape } from "./structured";
import type { GridPlace } from "./functions";

export interface Grid {
  readonly model: HostModel;
  readonly name: string;
  /** Looks at the cells again whose custom functions have been answered. */
  settle(places: readonly GridPlace[]): void;
  /** A result of so many rows and columns is about to spill from here. */
  spills(place: GridPlace, rows: number, columns: number): void;
  /** Every formula anew, for instance when the host is to play another flavour. */
  recalculate(): void;
  save(): SavedFile;
  close(): void;
}

export interface GridOptions {
  readonly element: HTMLElement;
  readonly file: XlsxPackage;
  readonly name: string;
  /** Words of the grid's own dialogs. */
  readonly notify: (text: string) => void;
}

/** Opens a file in a grid of its own. Custom functions must have been registered before. */
export async function openGrid({ element, file, name, notify }: GridOptions): Promise<Grid> {
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
  // Within the command that made the change, so that the host knows whether the add-in or a person made it.
  model.on("update", listeners, () => {
    room.make();
    for (const change of pending.splice(0)) listeners.forEach((listener) => listener(change));
  });
  const host: HostModel = new GridModel({ model, name, formats, notes, listeners });
  for (const table of loaded.tables) {
    const created = model.getters.getCoreTable({ sheetId: table.sheetId, row: table.row, col: table.column });
    if (created !== undefined) notes.tableNames.set(created.id, table.name);
  }
  room.make();
  const baseline = baselineOf(host, loaded.sheetNames);

  const app = new App(Spreadsheet, {
    props: {
      model,
      notifyUser: ({ text }: { text: string }) => notify(text),
      raiseError: (text: string) => notify(text),
      askConfirmation: (text: string, confirm: () => void, cancel?: () => void) => {
        if (window.confirm(text)) confirm();
        else cancel?.();
      },
    },
    templates,
    warnIfNoStaticProps: false,
  });
  await app.mount(element);

  const evaluate = model.dispatch as unknown as (
    type: "EVALUATE_CELLS",
    payload: { cellIds?: readonly number[] },
  ) => void;
  return {
    model: host,
    name,
    settle(places) {
      const cellIds = new Set<number>();
      for (const place of places) {
        const cell = model.getters.tryGetSheet(place.sheetId) && model.getters.getCell(place);
        if (cell) cellIds.add(cell.id);
      }
      if (cellIds.size > 0) evaluate("EVALUATE_CELLS", { cellIds: [...cellIds] });
    },
    spills: (place, rows, columns) => room.noteSpill(place, rows, columns),
    recalculate: () => evaluate("EVALUATE_CELLS", {}),
    save: () => saveGrid(host, file, loaded.sheetNames, baseline),
    close() {
      app.destroy();
      listeners.clear();
    },
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
