import type { HostModel } from "../host/model";
import type { GridCommands } from "./commands";
import type { GridPlace } from "./functions";
import { reachOf } from "./reach";

/**
 * Enlarges sheets when a formula reaches or spills beyond their edge. The grid takes no command during another one. So the need is noted
 * first, and the sheet grows after the command.
 */
export interface GridRoom {
  noteFormula(place: GridPlace, formula: string): void;
  noteSpill(place: GridPlace, rows: number, columns: number): void;
  make(): void;
}

interface Need {
  readonly sheetId: string;
  readonly rows: number;
  readonly columns: number;
  /** Reading broke a reference beyond the edge, so the formula is set once more. */
  readonly formula: { readonly place: GridPlace; readonly text: string } | undefined;
}

/** A mistyped reference must not make a sheet of a million rows. */
export const MOST_ROWS = 50_000;
export const MOST_COLUMNS = 1_000;

export function gridRoom(parts: () => { readonly commands: GridCommands; readonly host: HostModel }): GridRoom {
  let needs: Need[] = [];
  let making = false;

  function isMissing({ sheetId, rows, columns }: Need): boolean {
    const { getters } = parts().commands;
    if (getters.tryGetSheet(sheetId) === undefined || rows > MOST_ROWS || columns > MOST_COLUMNS) return false;
    const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId);
    return rows > numberOfRows || columns > numberOfCols;
  }

  return {
    noteFormula(place, text) {
      for (const { sheet, rows, columns } of reachOf(text)) {
        const sheetId = sheet === undefined ? place.sheetId : sheetIdOf(parts().host, sheet);
        const need = sheetId === undefined ? undefined : { sheetId, rows, columns, formula: { place, text } };
        if (need !== undefined && isMissing(need)) needs.push(need);
      }
    },
    noteSpill(place, rows, columns) {
      const need = { sheetId: place.sheetId, rows: place.row + rows, columns: place.col + columns, formula: undefined };
      if (!isMissing(need)) return;
      // A result may be looked up outside of any command, so no end of a command would follow.
      if (needs.length === 0) queueMicrotask(() => this.make());
      needs.push(need);
    },
    make() {
      if (making || needs.length === 0) return;
      making = true;
      try {
        const { commands, host } = parts();
        const due = needs.filter(isMissing);
        needs = [];
        for (const { sheetId, rows, columns } of due) commands.grow(sheetId, { row: 0, column: 0, rows, columns });
        for (const { formula } of due) {
          if (formula === undefined) continue;
          host.write(formula.place.sheetId, formula.place.row, formula.place.col, [[{ formula: formula.text }]]);
        }
      } finally {
        making = false;
      }
    },
  };
}

function sheetIdOf(host: HostModel, name: string): string | undefined {
  return host.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;
}
