import { defineClass, type HostContext, type HostObject } from "../host-object";
import { EVENT } from "../events";
import { MAX_COLUMNS, MAX_ROWS } from "../../../core/cell/place";
import { DEFAULT_ROW_HEIGHT, type ModelSheet, type Visibility } from "../model";
import { HostError } from "../protocol";
import { WHOLE_SHEET } from "../rects";
import {
  findSheet,
  invalid,
  logical,
  needsFront,
  oneOf,
  onSheet,
  rangeArgument,
  sheetById,
  structureWritable,
  text,
  wholeNumber,
  writable,
} from "./arguments";
import { range, worksheet } from "./classes";
import { pageLayout } from "./page-layout";
import { tableCollection } from "./table";

const VISIBILITIES: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];
const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

/** Throws Excel's error for a name that it refuses. */
export function checkSheetName(name: string, host: HostContext, own?: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw invalid(`the sheet name ${name}`);
  }
  const holder = host.model.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (holder && holder.id !== own) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
}

function lastVisible(host: HostContext, sheet: ModelSheet): boolean {
  return (
    sheet.visibility === "Visible" && host.model.sheets().filter((each) => each.visibility === "Visible").length === 1
  );
}

function copy(id: string, [positionType, relativeTo]: readonly unknown[], host: HostContext): HostObject {
  structureWritable(host);
  const { model } = host;
  const sheets = model.sheets();
  const own = sheets.findIndex((sheet) => sheet.id === id);
  const anchor =
    relativeTo === null || relativeTo === undefined
      ? own
      : sheets.findIndex((each) => each.id === sheetIdOf(relativeTo));
  const type = oneOf(positionType ?? "None", POSITIONS, "positionType");
  const position = { None: sheets.length, End: sheets.length, Beginning: 0, Before: anchor, After: anchor + 1 }[type];
  const { name, visibility } = sheetById(host, id);
  if (visibility === "VeryHidden") throw new HostError("InvalidOperation", "A very hidden sheet cannot be copied.");
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const free = `${name.slice(0, 31 - ending.length)}${ending}`;
    if (!findSheet(host, free)) return worksheet(model.copySheet(id, free, position));
  }
}

function sheetIdOf(value: unknown): string {
  const object = value as HostObject;
  if (object?.type?.name !== "Worksheet") throw invalid("relativeTo");
  return object.self as string;
}

function used(id: string, valuesOnly: unknown, host: HostContext): HostObject | null {
  sheetById(host, id);
  const rect = host.model.usedRange(id, valuesOnly === true);
  return rect ? range({ sheetId: id, rect }) : null;
}

function byId([id]: readonly unknown[], host: HostContext): HostObject {
  return worksheet(sheetById(host, text(id, "id")).id);
}

worksheet.define({
  id: (id, host) => sheetById(host, id).id,
  scalars: {
    Name: {
      get: (id, host) => sheetById(host, id).name,
      set(id, value, host) {
        const name = text(value, "name");
        structureWritable(host);
        sheetById(host, id);
        checkSheetName(name, host, id);
        host.model.renameSheet(id, name);
      },
    },
    Position: {
      get: (id, host) => host.model.sheets().findIndex((sheet) => sheet.id === id),
      set(id, value, host) {
        structureWritable(host);
        const position = wholeNumber(value, "position");
        if (position < 0 || position >= host.model.sheets().length) throw invalid("position");
        host.model.moveSheet(sheetById(host, id).id, position);
      },
    },
    Visibility: {
      get: (id, host) => sheetById(host, id).visibility,
      set(id, value, host) {
        const visibility = oneOf(value, VISIBILITIES, "visibility");
        structureWritable(host);
        if (visibility !== "Visible" && lastVisible(host, sheetById(host, id))) {
          throw new HostError("InvalidOperation", "A workbook must hold at least one visible sheet.");
        }
        host.model.setVisibility(id, visibility);
      },
    },
    // In characters: 64 pixels in the default font.
    StandardWidth: { get: () => 8.43 },
    StandardHeight: { get: () => DEFAULT_ROW_HEIGHT },
  },
  children: {
    Tables: (id) => tableCollection({ sheetId: id }),
    Protection: (id) => worksheetProtection(id),
    FreezePanes: (id) => freezePanes(id),
    AutoFilter: (id) => autoFilter(id),
    PageLayout: (id) => pageLayout(id),
  },
  methods: {
    Activate(id, _args, host) {
      needsFront(host);
      if (sheetById(host, id).visibility !== "Visible") {
        throw new HostError("InvalidOperation", "A hidden sheet cannot be activated.");
      }
      host.model.activateSheet(id);
    },
    Calculate: (_id, _args, host) => host.model.calculate(),
    Copy: copy,
    Delete(id, _args, host) {
      needsFront(host);
      structureWritable(host);
      const sheet = sheetById(host, id);
      if (sheet.visibility === "VeryHidden" || lastVisible(host, sheet)) {
        throw new HostError("InvalidOperation", "A very hidden sheet, or the last visible one, cannot be deleted.");
      }
      host.model.deleteSheet(id);
    },
    GetCell: (id, [row, column]) =>
      range({
        sheetId: id,
        rect: onSheet({ row: wholeNumber(row, "row"), column: wholeNumber(column, "column"), rows: 1, columns: 1 }),
      }),
    GetRange(id, [address], host) {
      if (address === null || address === undefined || address === "") return range({ sheetId: id, rect: WHOLE_SHEET });
      return range(rangeArgument(host, address, id));
    },
    GetRangeByIndexes: (id, [row, column, rows, columns]) =>
      range({
        sheetId: id,
        rect: onSheet({
          row: wholeNumber(row, "startRow"),
          column: wholeNumber(column, "startColumn"),
          rows: wholeNumber(rows, "rowCount"),
          columns: wholeNumber(columns, "columnCount"),
        }),
      }),
    GetUsedRange: (id, [valuesOnly], host) =>
      used(id, valuesOnly, host) ?? range({ sheetId: id, rect: { row: 0, column: 0, rows: 1, columns: 1 } }),
    GetUsedRangeOrNullObject: (id, [valuesOnly], host) => used(id, valuesOnly, host),
    // Finds sheets that an earlier batch gave to the library.
    _GetSheetById: (_id, args, host) => byId(args, host),
    _GetAnotherWorksheetById: (_id, args, host) => byId(args, host),
    _RegisterDataChangedEvent: (id, _args, host) => host.events.register(EVENT.changed, id),
    _UnregisterDataChangedEvent: (id, _args, host) => host.events.unregister(EVENT.changed, id),
    _RegisterActivatedEvent: (id, _args, host) => host.events.register(EVENT.activated, id),
    _UnregisterActivatedEvent: (id, _args, host) => host.events.unregister(EVENT.activated, id),
    _RegisterSelectionChangedEvent: (id, _args, host) => host.events.register(EVENT.selectionChanged, id),
    _UnregisterSelectionChangedEvent: (id, _args, host) => host.events.unregister(EVENT.selectionChanged, id),
  },
});

const worksheetProtection = defineClass<string>({
  name: "WorksheetProtection",
  scalars: { Protected: { get: (id, host) => host.model.isProtected(sheetById(host, id).id) } },
  methods: {
    Protect: (id, _args, host) => host.model.setProtected(id, true),
    Unprotect: (id, _args, host) => host.model.setProtected(id, false),
  },
});

/** The filter of the sheet itself. Tables have their own. */
const autoFilter = defineClass<string>({
  name: "AutoFilter",
  scalars: { Enabled: { get: (id, host) => host.model.hasFilter(sheetById(host, id).id) } },
  methods: {
    Remove(id, _args, host) {
      writable(host, id);
      host.model.removeFilter(id);
    },
  },
});

function freeze(id: string, rows: number, columns: number, host: HostContext): void {
  needsFront(host);
  if (sheetById(host, id).visibility !== "Visible") {
    // Older builds of Excel refuse it (office-js#1463).
    throw new HostError("InvalidOperation", "The panes of a hidden sheet cannot be frozen.");
  }
  if (rows < 0 || columns < 0 || rows >= MAX_ROWS || columns >= MAX_COLUMNS) throw invalid("frozen panes");
  host.model.setFrozen(id, { rows, columns });
}

function frozenRange(id: string, host: HostContext): HostObject | null {
  needsFront(host);
  const { rows, columns } = host.model.frozen(sheetById(host, id).id);
  if (rows === 0 && columns === 0) return null;
  return range({ sheetId: id, rect: { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS } });
}

const freezePanes = defineClass<string>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (id, [count], host) => freeze(id, wholeNumber(count ?? 1, "count"), 0, host),
    FreezeColumns: (id, [count], host) => freeze(id, 0, wholeNumber(count ?? 1, "count"), host),
    FreezeAt(id, [frozen], host) {
      const { rect } = rangeArgument(host, frozen, id);
      const rows = rect.rows === MAX_ROWS ? 0 : rect.row + rect.rows;
      const columns = rect.columns === MAX_COLUMNS ? 0 : rect.column + rect.columns;
      freeze(id, rows, columns, host);
    },
    Unfreeze: (id, _args, host) => freeze(id, 0, 0, host),
    GetLocationOrNullObject: (id, _args, host) => frozenRange(id, host),
    GetLocation(id, _args, host) {
      const found = frozenRange(id, host);
      if (!found) throw new HostError("ItemNotFound", "The sheet has no frozen panes.");
      return found;
    },
  },
});

/** Whether hidden sheets are skipped. */
export function visibleOnly(value: unknown): boolean {
  return value === null || value === undefined ? false : logical(value, "visibleOnly");
}
