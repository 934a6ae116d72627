import type { Localised } from "../../core/text/locale";
import type { Highlight, PlanRange, PrintSetup, RangeFormat } from "../../core/evaluation/plan";
import type { RawCell } from "../../core/cell/cell";
import { parseAddress } from "../../core/cell/place";
import type { XlsxCell, XlsxCellValue, XlsxPackage, XlsxSheetPlan } from "../../xlsx";
import { DEFAULT_FORMAT, type CellFormat, type HostModel, type ModelCell, type ModelRect } from "../host/model";
import { WorkbookFailure } from "../../workbook/port";
import { charactersOf } from "./load";

/** What a cell held when the file had just been opened, by sheet id, then by place. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** What the file could not take over; people are told. */
  readonly notes: readonly Localised[];
}

/** Taken right after opening: whatever differs from it at saving was changed here. */
export function baselineOf(model: HostModel, sheetNames: ReadonlyMap<string, string>): Baseline {
  return new Map([...sheetNames.keys()].map((sheetId) => [sheetId, signatures(model, sheetId)]));
}

function signatures(model: HostModel, sheetId: string): Map<string, string> {
  const found = new Map<string, string>();
  eachCell(model, sheetId, (row, column, cell) => found.set(`${row}:${column}`, signature(cell)));
  return found;
}

/** A formula's result is no content of its own: it may change without anybody touching the cell. */
function signature(cell: ModelCell): string {
  return JSON.stringify([
    cell.formula ?? cell.value,
    cell.formula === undefined ? cell.type : "Formula",
    cell.numberFormat,
  ]);
}

function eachCell(
  model: HostModel,
  sheetId: string,
  visit: (row: number, column: number, cell: ModelCell) => void,
): void {
  const used = model.usedRange(sheetId, false);
  if (used === undefined) return;
  model.read(sheetId, used).forEach((line, down) =>
    line.forEach((cell, right) => {
      if (cell.type !== "Empty" || cell.numberFormat !== "General") visit(used.row + down, used.column + right, cell);
    }),
  );
}

/** The opened file with what was changed since; everything else keeps its bytes. */
export function saveGrid(
  model: HostModel,
  opened: XlsxPackage,
  sheetNames: ReadonlyMap<string, string>,
  baseline: Baseline,
): SavedFile {
  const file = opened.copy();
  const notes: Localised[] = [];
  const sheets = model.sheets();
  const kept = new Set(sheets.map(({ id }) => id));
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (const [id, name] of sheetNames) {
    if (!kept.has(id) && !names.has(name.toLowerCase())) file.removeSheet(name);
  }
  sheets.forEach(({ id, name, visibility }, position) => {
    const inFile = sheetNames.get(id);
    if (inFile !== undefined) {
      if (inFile !== name) notes.push(renamedNote(inFile, name));
      const changed = changedCells(model, id, baseline.get(id) ?? new Map());
      if (changed.length > 0) file.setCells(inFile, changed);
      return;
    }
    const plan = sheetPlan(model, id, name);
    const replaced = file.sheetNames().find((existing) => existing.toLowerCase() === name.toLowerCase());
    if (replaced === undefined) file.addSheet(plan, { position, hidden: visibility !== "Visible" });
    else file.replaceSheet(replaced, plan);
  });
  saveTables(model, file, sheetNames, notes);
  for (const key of model.settingKeys()) {
    const value = model.setting(key);
    file.setChoice(key, typeof value === "string" ? value : JSON.stringify(value));
  }
  return { bytes: file.save(), notes };
}

function renamedNote(inFile: string, name: string): Localised {
  return {
    en: `The sheet “${name}” keeps its old name “${inFile}” in the file; the workbench cannot rename sheets of a file.`,
    "zh-CN": `工作表“${name}”在文件中仍用原名“${inFile}”：工作台不能重命名文件中已有的工作表。`,
  };
}

function changedCells(model: HostModel, sheetId: string, before: ReadonlyMap<string, string>): XlsxCell[] {
  const changed: XlsxCell[] = [];
  const gone = new Set(before.keys());
  eachCell(model, sheetId, (row, column, cell) => {
    const key = `${row}:${column}`;
    gone.delete(key);
    if (before.get(key) === signature(cell)) return;
    // A cell that another one spilled into belongs to that formula.
    if (cell.formula === undefined && isSpilled(model, sheetId, row, column)) return;
    const [, , oldFormat] = JSON.parse(before.get(key) ?? "[null,null,null]") as (string | null)[];
    const format = (oldFormat ?? "General") === cell.numberFormat ? {} : { numberFormat: cell.numberFormat };
    changed.push({ row, column, value: fileValue(cell), ...format });
  });
  for (const key of gone) {
    const [row = 0, column = 0] = key.split(":").map(Number);
    changed.push({ row, column, value: null });
  }
  return changed;
}

interface SpillAware {
  isSpilled(sheetId: string, row: number, column: number): boolean;
}

function isSpilled(model: HostModel, sheetId: string, row: number, column: number): boolean {
  return "isSpilled" in model && (model as unknown as SpillAware).isSpilled(sheetId, row, column);
}

function fileValue(cell: ModelCell): XlsxCellValue {
  const value: RawCell = cell.type === "Empty" ? null : cell.value;
  if (cell.formula === undefined) return value;
  // The file's own record of a result that is still under way would be a lie.
  const cached = cell.value === "#BUSY!" ? null : value;
  return { formula: cell.formula.replace(/^=/, ""), cached };
}

/** A sheet that was made here, as the plan of a sheet. */
function sheetPlan(model: HostModel, sheetId: string, name: string): XlsxSheetPlan {
  const used = model.usedRange(sheetId, false) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const rect: ModelRect = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  const rows = model
    .read(sheetId, rect)
    .map((line, row) =>
      line.map((cell, column) =>
        cell.formula === undefined && isSpilled(model, sheetId, row, column) ? null : fileValue(cell),
      ),
    );
  return {
    name,
    rows,
    columnWidths: Array.from({ length: rect.columns }, (_, column) =>
      charactersOf(model.columnWidth(sheetId, column) ?? 48),
    ),
    freeze: model.frozen(sheetId),
    formats: rangeFormats(model.formats(sheetId, rect)),
    highlights: highlightsOf(model, sheetId),
    print: printSetup(model, sheetId),
  };
}

function highlightsOf(model: HostModel, sheetId: string): Highlight[] {
  return model.conditionalFormats(sheetId).flatMap(({ rule, ranges, format }) => {
    if (rule.kind !== "cellValue" || rule.operator !== "EqualTo") return [];
    const text = /^="((?:[^"]|"")*)"$/.exec(rule.formula1)?.[1]?.replace(/""/g, '"') ?? rule.formula1.replace(/^=/, "");
    const { fill = "#FFFFFF", fontColor = "#000000" } = format;
    return ranges.map((range) => ({ range, equals: text, fill, fontColor }));
  });
}

function printSetup(model: HostModel, sheetId: string): PrintSetup {
  const { orientation, titleRows, titleColumns, zoom, headersFooters } = model.pageLayout(sheetId);
  const lastColumn = parseAddress(`${/:\$?([A-Z]+)$/.exec(titleColumns ?? "")?.[1] ?? ""}1`)?.column;
  const footer = headersFooters?.["leftFooter"] ?? headersFooters?.["LeftFooter"];
  return {
    orientation: orientation === "Landscape" ? "landscape" : "portrait",
    titleRows: Number(/:?\$?(\d+)$/.exec(titleRows ?? "")?.[1] ?? 0),
    ...(zoom?.horizontalFitToPages === undefined ? {} : { pagesWide: zoom.horizontalFitToPages }),
    ...(lastColumn === undefined ? {} : { titleColumns: lastColumn + 1 }),
    ...(footer === undefined || footer === "" ? {} : { footer }),
  };
}

/** Cells of one look, gathered down the columns and then across, so that a filled block is one format. */
function rangeFormats(formats: readonly (readonly CellFormat[])[]): RangeFormat[] {
  const columns = formats[0]?.length ?? 0;
  const open = new Map<string, { range: PlanRange; look: Omit<RangeFormat, "range"> }>();
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < formats.length;) {
      const look = lookOf(formats[row]![column]!);
      const key = JSON.stringify(look);
      let end = row + 1;
      while (end < formats.length && JSON.stringify(lookOf(formats[end]![column]!)) === key) end += 1;
      if (key !== "{}") {
        const place = `${row}:${end}:${key}`;
        const left = [...open].find(
          ([id, { range }]) => id.startsWith(`${place}@`) && range.column + range.columns === column,
        );
        if (left === undefined)
          open.set(`${place}@${column}`, { range: { row, column, rows: end - row, columns: 1 }, look });
        else open.set(left[0], { look, range: { ...left[1].range, columns: left[1].range.columns + 1 } });
      }
      row = end;
    }
  }
  return [...open.values()].map(({ range, look }) => ({ range, ...look }));
}

function lookOf(format: CellFormat): Omit<RangeFormat, "range"> {
  const sides = Object.keys(format.borders);
  const align = ({ Left: "left", Center: "center", Right: "right" } as const)[
    format.horizontal as "Left" | "Center" | "Right"
  ];
  const vertical = ({ Top: "top", Center: "center" } as const)[format.vertical as "Top" | "Center"];
  return {
    ...(format.numberFormat === "General" ? {} : { numberFormat: format.numberFormat }),
    ...(format.bold ? { bold: true } : {}),
    ...(format.italic ? { italic: true } : {}),
    ...(format.fontSize === DEFAULT_FORMAT.fontSize ? {} : { fontSize: format.fontSize }),
    ...(format.fontColor === DEFAULT_FORMAT.fontColor ? {} : { fontColor: format.fontColor }),
    ...(format.fill === "" ? {} : { fill: format.fill }),
    ...(align === undefined ? {} : { align }),
    ...(vertical === undefined ? {} : { verticalAlign: vertical }),
    ...(format.wrap ? { wrap: true } : {}),
    ...(sides.length === 4
      ? { border: "grid" as const }
      : sides.includes("bottom")
        ? { border: "bottom" as const }
        : {}),
  };
}

function saveTables(
  model: HostModel,
  file: XlsxPackage,
  sheetNames: ReadonlyMap<string, string>,
  notes: Localised[],
): void {
  const inFile = new Map(file.tables().map((table) => [table.name.toLowerCase(), table]));
  const nameOf = new Map(model.sheets().map(({ id, name }) => [id, sheetNames.get(id) ?? name]));
  for (const { name, sheetId, range } of model.tables()) {
    const known = inFile.get(name.toLowerCase());
    if (known === undefined) file.addTable({ name, sheet: nameOf.get(sheetId)!, ...range });
    else if (known.rows !== range.rows || known.columns !== range.columns) resizeTable(file, name, range, notes);
  }
}

function resizeTable(file: XlsxPackage, name: string, range: ModelRect, notes: Localised[]): void {
  try {
    file.resizeTable(name, range.rows, range.columns);
  } catch (failure) {
    if (!(failure instanceof WorkbookFailure) || failure.kind !== "unsupported") throw failure;
    notes.push({
      en: `The table “${name}” keeps its old size in the file. Change it in Excel.`,
      "zh-CN": `表格“${name}”在文件中保持原来的大小，请在 Excel 中调整。`,
    });
  }
}
