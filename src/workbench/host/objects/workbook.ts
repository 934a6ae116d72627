import { COLLECTION_EVENT, WORKBOOK_ACTIVATED, WORKBOOK_TARGET } from "../events";
import { defineClass, type HostContext, type HostObject } from "../host-object";
import type { ModelSheet } from "../model";
import { HostError } from "../protocol";
import { findSheet, needsCells, needsFront, structureWritable, text } from "./arguments";
import { range, worksheet } from "./classes";
import "./range";
import { settingCollection } from "./setting";
import { tableCollection } from "./table";
import { checkSheetName, visibleOnly } from "./worksheet";

/** There is one workbook, so it needs no identity. */
type Only = undefined;

function shown(value: unknown, host: HostContext): readonly ModelSheet[] {
  const sheets = host.model.sheets();
  return visibleOnly(value) ? sheets.filter((sheet) => sheet.visibility === "Visible") : sheets;
}

function getItem(key: unknown, host: HostContext): HostObject {
  const sheet = findSheet(host, key);
  if (!sheet) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  return worksheet(sheet.id);
}

function newSheetName(host: HostContext): string {
  for (let number = 1; ; number++) if (!findSheet(host, `Sheet${number}`)) return `Sheet${number}`;
}

function events(): Record<string, (self: Only, args: readonly unknown[], host: HostContext) => void> {
  const names: Readonly<Record<string, number>> = {
    DataChanged: COLLECTION_EVENT.changed,
    Activated: COLLECTION_EVENT.activated,
    SelectionChanged: COLLECTION_EVENT.selectionChanged,
    Added: COLLECTION_EVENT.added,
    Deleted: COLLECTION_EVENT.deleted,
  };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, type]) => [
      [
        `_Register${name}Event`,
        (_self: Only, _args: unknown, host: HostContext) => host.events.register(type, WORKBOOK_TARGET),
      ],
      [
        `_Unregister${name}Event`,
        (_self: Only, _args: unknown, host: HostContext) => host.events.unregister(type, WORKBOOK_TARGET),
      ],
    ]),
  );
}

const worksheetCollection = defineClass<Only>({
  name: "WorksheetCollection",
  items: (_self, host) => host.model.sheets().map((sheet) => worksheet(sheet.id)),
  item: (_self, key, host) => getItem(key, host),
  methods: {
    ...events(),
    Add(_self, [name], host) {
      needsFront(host);
      structureWritable(host);
      const wanted = name === null || name === undefined ? newSheetName(host) : text(name, "name");
      checkSheetName(wanted, host);
      return worksheet(host.model.addSheet(wanted));
    },
    GetActiveWorksheet(_self, _args, host) {
      needsCells(host);
      return worksheet(host.model.activeSheet());
    },
    GetItemOrNullObject(_self, [key], host) {
      const sheet = findSheet(host, key);
      return sheet ? worksheet(sheet.id) : null;
    },
    GetCount: (_self, [only], host) => shown(only, host).length,
    GetFirst: (_self, [only], host) => worksheet(shown(only, host)[0]!.id),
    GetLast: (_self, [only], host) => worksheet(shown(only, host).at(-1)!.id),
  },
});

const application = defineClass<Only>({
  name: "Application",
  scalars: { CalculationMode: { get: () => "Automatic" } },
  methods: {
    Calculate: (_self, _args, host) => host.model.calculate(),
    // A batch runs in one go and is calculated at its end anyway.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

const workbookProtection = defineClass<Only>({
  name: "WorkbookProtection",
  scalars: { Protected: { get: (_self, host) => host.model.isWorkbookProtected() } },
  methods: {
    Protect: (_self, _args, host) => host.model.setWorkbookProtected(true),
    Unprotect: (_self, _args, host) => host.model.setWorkbookProtected(false),
  },
});

/** Defined names. The grid has none. */
const namedItemCollection = defineClass<Only>({
  name: "NamedItemCollection",
  scalars: { Count: { get: () => 0 } },
  items: () => [],
});

export const workbook = defineClass<Only>({
  name: "Workbook",
  scalars: {
    Name: { get: (_self, host) => host.model.workbookName() },
    ReadOnly: { get: () => false },
  },
  children: {
    Worksheets: () => worksheetCollection(undefined),
    Tables: () => tableCollection({}),
    Names: () => namedItemCollection(undefined),
    Application: () => application(undefined),
    Settings: () => settingCollection(undefined),
    Protection: () => workbookProtection(undefined),
  },
  methods: {
    GetSelectedRange(_self, _args, host) {
      needsCells(host);
      return range({ sheetId: host.model.activeSheet(), rect: host.model.selection() });
    },
    GetActiveCell(_self, _args, host) {
      needsCells(host);
      return range({ sheetId: host.model.activeSheet(), rect: { ...host.model.selection(), rows: 1, columns: 1 } });
    },
    _RegisterActivatedEvent: (_self, _args, host) => host.events.register(WORKBOOK_ACTIVATED, WORKBOOK_TARGET),
    _UnregisterActivatedEvent: (_self, _args, host) => host.events.unregister(WORKBOOK_ACTIVATED, WORKBOOK_TARGET),
    // Sent by the library when it no longer needs a kept range.
    _RemoveReference: (_self, [id], host) => host.references.drop(text(id, "reference")),
  },
});
