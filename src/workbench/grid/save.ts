import type { Localised } from "../../core/text/locale";
import type { Highlight, PlanRange, PrintSetup, RangeFormat } from "../../core/plan/plan";
import type { RawCell } from "../../core/cell/cell";
import { parseAddress } from "../../core/cell/place";
import { SIGNATURE_ENDED, type XlsxCell, type XlsxCellValue, type XlsxPackage, type XlsxSheetPlan } from "../../xlsx";
import { DEFAULT_FORMAT, type CellFormat, type HostModel, type ModelCell, type ModelRect } from "../host/model";
import { WorkbookFailure } from "../../workbook/failure";
import { charactersOf } from "./load";
import { eachCell, isSpilled, numberFormatIn, sameContent, stateOf, type GridState } from "./state";

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** Changes that the file could not take over. The page tells them. */
  readonly notes: readonly Localised[];
}

type SheetNames = ReadonlyMap<string, string>;

const FILE_VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The opened file with the differences from its state right after opening. Everything else keeps its bytes. */
export function saveGrid(model: HostModel, opened: XlsxPackage, sheetNames: SheetNames, before: GridState): SavedFile {
  const file = opened.copy();
  const notes: Localised[] = [];
  const now = stateOf(model);
  const gone = renameSheets(file, sheetNames, now);
  for (const [id, { name, visibility }] of now.sheets) {
    if (sheetNames.has(id) && visibility === "Visible") file.setVisibility(name, "visible");
  }
  let last: string | undefined;
  for (const [id, { name, cells }] of now.sheets) {
    if (sheetNames.has(id)) {
      const changed = changedCells(model, id, before.sheets.get(id)?.cells ?? new Map(), cells);
      if (changed.length > 0) file.setCells(name, changed);
    } else writeNewSheet(file, sheetPlan(model, id, name), last);
    last = name;
  }
  // Removal comes last, because a file always needs a visible sheet.
  for (const name of gone) file.removeSheet(name);
  for (const { name, visibility } of now.sheets.values()) file.setVisibility(name, FILE_VISIBILITY[visibility]);
  if (isReordered(sheetNames, now)) notes.push(REORDERED);
  saveTables(model, file, now, notes);
  for (const key of model.settingKeys()) {
    const value = model.setting(key);
    file.setChoice(key, typeof value === "string" ? value : JSON.stringify(value));
  }
  if (opened.isSigned && !file.isSigned) notes.push(SIGNATURE_ENDED);
  return { bytes: file.save(), notes };
}

/** A file's sheet that was deleted and made anew keeps its part, so that formulas still refer to it. */
function writeNewSheet(file: XlsxPackage, plan: XlsxSheetPlan, behind: string | undefined): void {
  const names = file.sheetNames();
  const replaced = names.find((name) => name.toLowerCase() === plan.name.toLowerCase());
  if (replaced !== undefined) file.replaceSheet(replaced, plan);
  else file.addSheet(plan, { position: behind === undefined ? 0 : names.indexOf(behind) + 1 });
}

/**
 * Gives the file's sheets their present names. Returns the names of sheets to be removed. These names may be new too: two sheets may have
 * swapped names, or a sheet may have the name of a removed one.
 */
function renameSheets(file: XlsxPackage, sheetNames: SheetNames, now: GridState): readonly string[] {
  const added = new Set([...now.sheets].flatMap(([id, { name }]) => (sheetNames.has(id) ? [] : [name.toLowerCase()])));
  const moved: { old: string; name: string | undefined }[] = [];
  for (const [id, old] of sheetNames) {
    const name = now.sheets.get(id)?.name;
    const isMadeAnew = name === undefined && added.has(old.toLowerCase());
    if (name !== old && !isMadeAnew) moved.push({ old, name });
  }
  const places = moved.map(({ old }, index) => {
    const place = `~qa save ${index}`;
    file.renameSheet(old, place);
    return place;
  });
  moved.forEach(({ name }, index) => {
    if (name !== undefined) file.renameSheet(places[index]!, name);
  });
  return places.filter((_place, index) => moved[index]!.name === undefined);
}

function isReordered(sheetNames: SheetNames, now: GridState): boolean {
  const kept = [...now.sheets.keys()].filter((id) => sheetNames.has(id));
  return [...sheetNames.keys()].filter((id) => now.sheets.has(id)).some((id, index) => id !== kept[index]);
}

const REORDERED: Localised = {
  en: "The sheets keep their old order in the file. Move them in Excel.",
  "zh-CN": "工作表在文件中保持原来的顺序，请在 Excel 中移动。",
};

function changedCells(
  model: HostModel,
  sheetId: string,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): XlsxCell[] {
  const changed: XlsxCell[] = [];
  eachCell(model, sheetId, (row, column, cell) => {
    const key = `${row}:${column}`;
    if (sameContent(before.get(key), now.get(key))) return;
    // Content spilled from another cell is not stored.
    if (cell.formula === undefined && isSpilled(model, sheetId, row, column)) return;
    const format = numberFormatIn(before.get(key)) === cell.numberFormat ? {} : { numberFormat: cell.numberFormat };
    changed.push({ row, column, value: fileValue(cell), ...format });
  });
  for (const key of before.keys()) {
    if (now.has(key)) continue;
    const [row = 0, column = 0] = key.split(":").map(Number);
    changed.push({ row, column, value: null });
  }
  return changed;
}

function fileValue(cell: ModelCell): XlsxCellValue {
  const value: RawCell = cell.type === "Empty" ? null : cell.value;
  if (cell.formula === undefined) return value;
  // A pending result must not be stored as a result.
  const cached = cell.value === "#BUSY!" ? null : value;
  return { formula: cell.formula.replace(/^=/, ""), cached };
}

/** The plan of a sheet that was made in the grid. */
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

/** Joins cells of one look, down the columns and then across, so that a filled block is one format. */
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

function saveTables(model: HostModel, file: XlsxPackage, now: GridState, notes: Localised[]): void {
  const inFile = new Map(file.tables().map((table) => [table.name.toLowerCase(), table]));
  for (const { name, sheetId, range } of model.tables()) {
    const sheet = now.sheets.get(sheetId);
    if (sheet === undefined) continue;
    const known = inFile.get(name.toLowerCase());
    if (known === undefined) file.addTable({ name, sheet: sheet.name, ...range });
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
