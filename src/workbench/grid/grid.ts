import { Spreadsheet } from "@odoo/o-spreadsheet";
import { App } from "@odoo/owl";
import templates from "@odoo/o-spreadsheet/dist/o_spreadsheet.xml";
import type { XlsxPackage } from "../../xlsx";
import type { HostModel } from "../host/model";
import type { GridPlace } from "./functions";
import { openModel } from "./open-model";
import type { SavedFile } from "./save";

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
  /** Whether saving now would write something else than the file that was opened or saved last; choices of the pane aside. */
  isChanged(): boolean;
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
  const opened = openModel(file, name);
  const { model, host, room } = opened;
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
    save: () => opened.save(),
    isChanged: () => opened.isChanged(),
    close() {
      app.destroy();
      opened.close();
    },
  };
}
