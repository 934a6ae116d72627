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
  /** Evaluates the cells whose custom functions have been answered. */
  settle(places: readonly GridPlace[]): void;
  /** A result of this size is about to spill from this place. */
  spills(place: GridPlace, rows: number, columns: number): void;
  /** Evaluates every formula anew, for instance after a switch of the host's flavour. */
  recalculate(): void;
  save(): SavedFile;
  /** Whether saving now would change the file as last opened or saved, apart from choices of the pane. */
  isChanged(): boolean;
  close(): void;
}

export interface GridOptions {
  readonly element: HTMLElement;
  readonly file: XlsxPackage;
  readonly name: string;
  /** Shows a message of the grid's own dialogs. */
  readonly notify: (text: string) => void;
}

/** Opens a file in a grid of its own. Register custom functions before. */
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
