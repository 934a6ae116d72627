import { TABLE_EVENT, WORKBOOK_TARGET } from "../events";
import { defineClass, type ClassMaker, type HostContext, type HostObject } from "../host-object";
import type { ModelRect, ModelTable } from "../model";
import { HostError } from "../protocol";
import { intersect } from "../rects";
import { invalid, logical, rangeArgument, sheetById, text, wholeNumber, writable } from "./arguments";
import { range, worksheet } from "./classes";
import { clearCells } from "./range-cells";

function tableById(id: string, host: HostContext): ModelTable {
  const table = host.model.tables().find((each) => each.id === id);
  if (!table) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  return table;
}

function part(id: string, host: HostContext, of: (table: ModelTable) => ModelRect | undefined): HostObject {
  const found = tableById(id, host);
  const rect = of(found);
  if (!rect) throw new HostError("ItemNotFound", "The table has no such row.");
  return range({ sheetId: found.sheetId, rect });
}

/** As in Excel, a table without data rows still has one blank row below its header. */
function body({ range: all, hasHeader, hasTotals }: ModelTable): ModelRect {
  const rows = all.rows - (hasHeader ? 1 : 0) - (hasTotals ? 1 : 0);
  return { ...all, row: all.row + (hasHeader ? 1 : 0), rows: Math.max(rows, 1) };
}

/** A table. The instance is its id. */
const table: ClassMaker<string> = defineClass<string>({
  name: "Table",
  id: (id, host) => tableById(id, host).id,
  scalars: {
    Name: {
      get: (id, host) => tableById(id, host).name,
      set(id, value, host) {
        const name = text(value, "name");
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalid(`the table name ${name}`);
        const holder = find(name, {}, host);
        if (holder && holder.id !== id) {
          throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
        }
        host.model.renameTable(tableById(id, host).id, name);
      },
    },
    ShowHeaders: { get: (id, host) => tableById(id, host).hasHeader },
    ShowTotals: { get: (id, host) => tableById(id, host).hasTotals },
  },
  children: { Worksheet: (id, host) => worksheet(tableById(id, host).sheetId) },
  methods: {
    GetRange: (id, _args, host) => part(id, host, (found) => found.range),
    GetHeaderRowRange: (id, _args, host) =>
      part(id, host, (found) => (found.hasHeader ? { ...found.range, rows: 1 } : undefined)),
    GetDataBodyRange: (id, _args, host) => part(id, host, body),
    GetTotalRowRange: (id, _args, host) =>
      part(id, host, ({ range: all, hasTotals }) =>
        hasTotals ? { ...all, row: all.row + all.rows - 1, rows: 1 } : undefined,
      ),
    ClearFilters(id, _args, host) {
      const found = tableById(id, host);
      writable(host, found.sheetId);
      host.model.removeFilter(found.sheetId, id);
    },
    ConvertToRange(id, _args, host) {
      const found = tableById(id, host);
      writable(host, found.sheetId);
      host.model.deleteTable(id);
      return range({ sheetId: found.sheetId, rect: found.range });
    },
    Resize(id, [address], host) {
      const found = tableById(id, host);
      const { rect, sheetId } = rangeArgument(host, address, found.sheetId);
      writable(host, found.sheetId);
      if (found.hasTotals) throw new HostError("NotImplemented", "The workbench has no Table.resize with a totals row");
      const overlaps = intersect(rect, found.range) !== undefined;
      if (sheetId !== found.sheetId || rect.row !== found.range.row || rect.rows < 2 || !overlaps) {
        throw invalid("newRange");
      }
      const others = host.model.tables().filter((each) => each.sheetId === sheetId && each.id !== id);
      if (others.some((each) => intersect(each.range, rect))) {
        throw new HostError("InvalidOperation", "A table cannot overlap another table.");
      }
      host.model.resizeTable(id, rect);
    },
    Delete(id, _args, host) {
      const found = tableById(id, host);
      clearCells({ sheetId: found.sheetId, rect: found.range }, "All", host);
      host.model.deleteTable(id);
    },
  },
});

/** All tables of the workbook, or of one sheet. */
interface CollectionSelf {
  readonly sheetId?: string;
}

function tablesOf({ sheetId }: CollectionSelf, host: HostContext): readonly ModelTable[] {
  if (sheetId !== undefined) sheetById(host, sheetId);
  return host.model.tables().filter((each) => sheetId === undefined || each.sheetId === sheetId);
}

function find(key: unknown, self: CollectionSelf, host: HostContext): ModelTable | undefined {
  // The library asks by id, which arrives as a text or as a number.
  const wanted = String(key).toLowerCase();
  const tables = tablesOf(self, host);
  return tables.find((each) => each.name.toLowerCase() === wanted) ?? tables.find((each) => each.id === wanted);
}

function add(self: CollectionSelf, [address, hasHeaders]: readonly unknown[], host: HostContext): HostObject {
  const { model } = host;
  const place = rangeArgument(host, address, self.sheetId ?? model.activeSheet());
  writable(host, place.sheetId);
  if (!logical(hasHeaders, "hasHeaders")) {
    throw new HostError("NotImplemented", "The workbench has no TableCollection.add without headers");
  }
  const taken = model.tables().some((each) => each.sheetId === place.sheetId && intersect(each.range, place.rect));
  if (taken) throw new HostError("InvalidOperation", "A table cannot overlap another table.");
  let number = 1;
  while (find(`Table${number}`, {}, host)) number++;
  return table(model.addTable(place.sheetId, place.rect, `Table${number}`));
}

export const tableCollection: ClassMaker<CollectionSelf> = defineClass<CollectionSelf>({
  name: "TableCollection",
  scalars: { Count: { get: (self, host) => tablesOf(self, host).length } },
  items: (self, host) => tablesOf(self, host).map((each) => table(each.id)),
  item(self, key, host) {
    const found = find(key, self, host);
    if (!found) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    return table(found.id);
  },
  methods: {
    _RegisterAddedEvent: ({ sheetId }, _args, host) =>
      host.events.register(TABLE_EVENT.added, sheetId ?? WORKBOOK_TARGET),
    _UnregisterAddedEvent: ({ sheetId }, _args, host) =>
      host.events.unregister(TABLE_EVENT.added, sheetId ?? WORKBOOK_TARGET),
    _RegisterDeletedEvent: ({ sheetId }, _args, host) =>
      host.events.register(TABLE_EVENT.deleted, sheetId ?? WORKBOOK_TARGET),
    _UnregisterDeletedEvent: ({ sheetId }, _args, host) =>
      host.events.unregister(TABLE_EVENT.deleted, sheetId ?? WORKBOOK_TARGET),
    Add: add,
    GetCount: (self, _args, host) => tablesOf(self, host).length,
    GetItemOrNullObject(self, [key], host) {
      const found = find(key, self, host);
      return found ? table(found.id) : null;
    },
    GetItemAt(self, [index], host) {
      const found = tablesOf(self, host)[wholeNumber(index, "index")];
      if (!found) throw invalid("index");
      return table(found.id);
    },
  },
});
