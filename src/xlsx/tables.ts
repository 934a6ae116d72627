import { oncePer } from "../core/text/once-per";
import type { PlanRange } from "../core/plan/plan";
import { renameColumn } from "./formulas";
import { WorkbookFailure } from "../workbook/failure";
import { addRelationship, freePartName, relationshipsOf, setContentType, XML_HEAD } from "./opc";
import { entryText, type Parts } from "./parts";
import { rangeText } from "../core/cell/place";
import { parseRange, rangeContains } from "./ranges";
import { unreadable } from "./refusal";
import type { NewTable, XlsxCell, XlsxTable } from "./types";
import { readWorkbook, relationshipPrefix, type SheetEntry } from "./workbook-part";
import { childOf, childrenOf, escapeAttribute, parseXml, Patch, unescapeCellText, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** Tables (ListObjects). Each is a part of its own, and its sheet points at it. */

export interface TablePart extends XlsxTable {
  readonly part: string;
  readonly id: number;
}

const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const DEFAULT_TABLE_STYLE = "TableStyleMedium2";

const parsed = oncePer((entry: ZipEntry) => {
  const text = entryText(entry);
  return { text, root: parseXml(text, entry.name) };
});

/** Names store line feeds and the like as `_x000a_`. */
function columnsOf(root: XmlNode): XmlNode[] {
  return childrenOf(childOf(root, "tableColumns"), "tableColumn");
}

export function tablesOfSheet(parts: Parts, sheet: SheetEntry): TablePart[] {
  const found: TablePart[] = [];
  for (const { kind, target } of relationshipsOf(parts, sheet.part)) {
    const entry = kind === "table" ? parts.find(target) : undefined;
    if (!entry) continue;
    const { root } = parsed(entry);
    const name = root.attributes["displayName"] ?? root.attributes["name"] ?? "";
    const headers = columnsOf(root).map((column) => unescapeCellText(column.attributes["name"] ?? ""));
    const range = rangeOf(name, root.attributes["ref"] ?? "", headers.length);
    found.push({
      ...range,
      part: entry.name,
      id: Number(root.attributes["id"]),
      name,
      sheet: sheet.name,
      hasHeader: Number(root.attributes["headerRowCount"] ?? 1) > 0,
      hasTotals: Number(root.attributes["totalsRowCount"] ?? 0) > 0,
      headers,
    });
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Excel repairs a file whose table has a range that is none, or more or fewer columns than names of columns. */
function rangeOf(name: string, ref: string, columns: number): PlanRange {
  const range = parseRange(ref);
  if (!range)
    throw unreadable(
      `The table ${name} lies at "${ref}", where no sheet has cells.`,
      `表格 ${name} 的区域为“${ref}”，工作表中没有这样的区域。`,
    );
  if (columns > 0 && columns !== range.columns) {
    throw unreadable(
      `The table ${name} lies at ${ref}, which is ${range.columns} columns wide, but it names ${columns} columns. Resize it in Excel (Table Design, Resize Table).`,
      `表格 ${name} 的区域为 ${ref}，共 ${range.columns} 列，但只定义了 ${columns} 个列名。请在 Excel 中调整表格大小（“表设计”>“调整表格大小”）。`,
    );
  }
  return range;
}

/** Excel accepts a word as a table name if it is no address. */
function checkTableName(name: string, taken: readonly string[]): void {
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name);
  const isAddress = /^(\$?[A-Z]{1,3}\$?\d+|R\d*C\d*|[RC])$/i.test(name);
  const isTaken = taken.some((other) => other.toLowerCase() === name.toLowerCase());
  if (!isWord || isAddress || isTaken) {
    throw new RangeError(`The table name "${name}" ${isTaken ? "is taken" : "is not one that Excel takes"}.`);
  }
}

/** Names of all tables and all defined names of the workbook. */
export function takenTableNames(parts: Parts): string[] {
  const model = readWorkbook(parts);
  const defined = childrenOf(childOf(model.root, "definedNames"), "definedName");
  return [
    ...defined.map((node) => node.attributes["name"] ?? ""),
    ...model.sheets.flatMap((sheet) => tablesOfSheet(parts, sheet)).map(({ name }) => name),
  ];
}

export function addTablePart(parts: Parts, sheet: SheetEntry, table: NewTable, headers: readonly unknown[]): void {
  const model = readWorkbook(parts);
  const all = model.sheets.flatMap((one) => tablesOfSheet(parts, one));
  checkTableName(table.name, takenTableNames(parts));
  if (table.rows < 2) throw new RangeError(`The table ${table.name} has no data row.`);
  const overlap = all.find((one) => one.sheet === sheet.name && touches(one, table));
  if (overlap) throw new RangeError(`The table ${table.name} overlaps the table ${overlap.name}.`);
  const texts = headers.map((header) => (typeof header === "string" ? header : ""));
  const blank = texts.indexOf("");
  if (blank >= 0) throw new RangeError(`Header ${blank + 1} of the table ${table.name} is no text.`);
  if (new Set(texts.map((text) => text.toLowerCase())).size < texts.length) {
    throw new RangeError(`Two headers of the table ${table.name} are alike.`);
  }
  const part = freePartName(parts, "xl/tables/table", ".xml");
  const id = all.reduce((most, one) => Math.max(most, one.id), 0) + 1;
  const ref = rangeText(table);
  const columns = texts.map((text, index) => `<tableColumn id="${index + 1}" name="${columnName(text)}"/>`).join("");
  const style = escapeAttribute(table.style ?? DEFAULT_TABLE_STYLE);
  parts.set(
    part,
    `${XML_HEAD}<table xmlns="${model.root.uri}" id="${id}" name="${escapeAttribute(table.name)}" ` +
      `displayName="${escapeAttribute(table.name)}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/>` +
      `<tableColumns count="${texts.length}">${columns}</tableColumns><tableStyleInfo name="${style}" ` +
      'showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
  );
  setContentType(parts, part, TABLE_TYPE);
  pointAtTable(
    parts,
    sheet,
    addRelationship(parts, sheet.part, `${model.relationships}/table`, part),
    model.relationships,
  );
}

export function resizeTablePart(parts: Parts, table: TablePart, rows: number, headers: readonly unknown[]): void {
  const refuse = (reason: string): never => {
    throw new WorkbookFailure("unsupported", `The table ${table.name} ${reason}.`);
  };
  if (table.hasTotals) refuse("has a totals row, which would have to move");
  if (headers.length < table.columns) refuse("would lose columns");
  if (rows < 2) throw new RangeError(`The table ${table.name} would have no data row.`);
  const size = { row: table.row, column: table.column, rows, columns: headers.length };
  const model = readWorkbook(parts);
  const all = model.sheets.flatMap((sheet) => tablesOfSheet(parts, sheet));
  const overlap = all.find((one) => one.sheet === table.sheet && one.part !== table.part && touches(one, size));
  if (overlap) refuse(`would overlap the table ${overlap.name}`);
  const { text, root } = parsed(parts.get(table.part));
  const prefix = root.prefix === "" ? "" : `${root.prefix}:`;
  const patch = new Patch(text).setAttribute(root, "ref", rangeText(size));
  const filter = childOf(root, "autoFilter");
  if (filter) patch.setAttribute(filter, "ref", rangeText(size));
  const list = childOf(root, "tableColumns");
  const columns = columnsOf(root);
  if (list && headers.length > columns.length) {
    let id = Math.max(0, ...columns.map((column) => Number(column.attributes["id"])));
    const names = [...table.headers];
    for (const header of headers.slice(columns.length)) {
      if (typeof header !== "string" || header === "") refuse(`has no header text for column ${names.length + 1}`);
      names.push(freeHeader(header as string, names.length, names));
      if (names.at(-1) !== header) refuse(`would have two columns called ${String(header)}`);
    }
    const added = names
      .slice(columns.length)
      .map((name) => `<${prefix}tableColumn id="${++id}" name="${columnName(name)}"/>`);
    patch.setAttribute(list, "count", String(headers.length)).append(list, added.join(""));
  }
  parts.set(table.part, patch.apply());
}

function columnName(text: string): string {
  return escapeAttribute(text.replace(/\r/g, "_x000d_").replace(/\n/g, "_x000a_"));
}

function touches(one: PlanRange, other: PlanRange): boolean {
  const apart =
    one.row + one.rows <= other.row ||
    other.row + other.rows <= one.row ||
    one.column + one.columns <= other.column ||
    other.column + other.columns <= one.column;
  return !apart;
}

const DATA_IS_NOT_NEEDED = new Set(["sheetData"]);

/** The list of tables comes last in a sheet, before extensions only. */
function pointAtTable(parts: Parts, sheet: SheetEntry, id: string, relationships: string): void {
  const text = parts.sheetText(sheet.part);
  const root = parseXml(text, sheet.part, DATA_IS_NOT_NEEDED);
  const prefix = root.prefix === "" ? "" : `${root.prefix}:`;
  const { prefix: relation, declaration } = relationshipPrefix(root, relationships);
  const element = `<${prefix}tablePart${declaration} ${relation}:id="${id}"/>`;
  const list = childOf(root, "tableParts");
  const patch = new Patch(text);
  if (list) {
    const count = childrenOf(list, "tablePart").length + 1;
    patch.setAttribute(list, "count", String(count)).append(list, element);
  } else {
    const place = childOf(root, "extLst")?.start ?? root.closeStart;
    patch.insert(place, `<${prefix}tableParts count="1">${element}</${prefix}tableParts>`);
  }
  parts.set(sheet.part, patch.apply());
}

/**
 * A header cell must equal the name of its table column, or Excel calls the file damaged. Returns the cells as they have to be written: a
 * header is a text, never blank and never repeated.
 */
export function withHeaders(parts: Parts, sheet: SheetEntry, cells: readonly XlsxCell[]): readonly XlsxCell[] {
  let result = cells;
  for (const table of tablesOfSheet(parts, sheet)) {
    const header = { ...table, rows: 1 };
    if (!table.hasHeader || !cells.some((cell) => rangeContains(header, cell.row, cell.column))) continue;
    const { text, root } = parsed(parts.get(table.part));
    const patch = new Patch(text);
    const names = [...table.headers];
    result = result.map((cell) => {
      if (!rangeContains(header, cell.row, cell.column)) return cell;
      const index = cell.column - table.column;
      names[index] = "";
      const name = freeHeader(cell.value, index, names);
      names[index] = name;
      const node = columnsOf(root)[index];
      if (node) patch.setAttribute(node, "name", name.replace(/\r/g, "_x000d_").replace(/\n/g, "_x000a_"));
      return { ...cell, value: name };
    });
    parts.set(table.part, patch.apply());
    table.headers.forEach((old, index) => {
      const name = names[index]!;
      if (name !== old) renameColumn(parts, table.name, old, name);
    });
  }
  return result;
}

function freeHeader(value: XlsxCell["value"], index: number, taken: readonly string[]): string {
  const text = typeof value === "object" || value === "" ? `Column${index + 1}` : String(value);
  const isTaken = (name: string): boolean => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  let name = text;
  for (let number = 2; isTaken(name); number++) name = `${text}${number}`;
  return name;
}
