import type { HostContext, HostObject } from "../host-object";
import { MAX_COLUMNS, MAX_ROWS, quoteSheet } from "../../../core/cell/place";
import type { ModelRect } from "../model";
import { HostError } from "../protocol";
import { bounding, formatRect, intersect } from "../rects";
import {
  invalid,
  logical,
  needsFront,
  oneOf,
  onSheet,
  rangeArgument,
  sheetById,
  wholeNumber,
  writable,
  type RangeSelf,
} from "./arguments";
import { range, worksheet } from "./classes";
import { conditionalFormatCollection } from "./conditional-format";
import { cellsOf, clearCells, copyCells, writeContents, writeNumberFormats } from "./range-cells";
import { rangeFormat } from "./range-format";

const COPY_TYPES = ["All", "Formulas", "Values", "Formats"] as const;
const CLEAR_TYPES = ["All", "Contents", "Formats"] as const;

function at({ sheetId }: RangeSelf, rect: ModelRect): HostObject {
  return range({ sheetId, rect: onSheet(rect) });
}

/** A kept range may have lost its sheet since. */
function alive<T>(read: (self: RangeSelf, host: HostContext) => T): (self: RangeSelf, host: HostContext) => T {
  return (self, host) => {
    sheetById(host, self.sheetId);
    return read(self, host);
  };
}

function usedWithin({ sheetId, rect }: RangeSelf, valuesOnly: unknown, host: HostContext): HostObject | null {
  sheetById(host, sheetId);
  const used = host.model.usedRange(sheetId, valuesOnly === true);
  const within = used && intersect(used, rect);
  return within ? range({ sheetId, rect: within }) : null;
}

function meeting(self: RangeSelf, other: unknown, host: HostContext): HostObject | null {
  const theirs = rangeArgument(host, other, self.sheetId);
  const common = theirs.sheetId === self.sheetId ? intersect(self.rect, theirs.rect) : undefined;
  return common ? range({ sheetId: self.sheetId, rect: common }) : null;
}

range.define({
  scalars: {
    Address: {
      get: alive((self, host) => `${quoteSheet(sheetById(host, self.sheetId).name)}!${formatRect(self.rect)}`),
    },
    RowIndex: { get: alive(({ rect }) => rect.row) },
    ColumnIndex: { get: alive(({ rect }) => rect.column) },
    RowCount: { get: alive(({ rect }) => rect.rows) },
    ColumnCount: { get: alive(({ rect }) => rect.columns) },
    CellCount: { get: alive(({ rect }) => (rect.rows * rect.columns > 2 ** 31 - 1 ? -1 : rect.rows * rect.columns)) },
    IsEntireColumn: { get: alive(({ rect }) => rect.rows === MAX_ROWS) },
    IsEntireRow: { get: alive(({ rect }) => rect.columns === MAX_COLUMNS) },
    Values: { get: alive((self, host) => cellsOf(self, host, (cell) => cell.value)), set: writeContents },
    Formulas: {
      get: alive((self, host) => cellsOf(self, host, (cell) => cell.formula ?? cell.value)),
      set: writeContents,
    },
    RowHidden: {
      get: alive(({ sheetId, rect }, host) => {
        const first = host.model.isRowHidden(sheetId, rect.row);
        for (let at = 1; at < rect.rows; at++) {
          if (host.model.isRowHidden(sheetId, rect.row + at) !== first) return null;
        }
        return first;
      }),
      set({ sheetId, rect }, value, host) {
        writable(host, sheetId);
        host.model.setRowsHidden(sheetId, rect.row, rect.rows, logical(value, "rowHidden"));
      },
    },
    Text: { get: alive((self, host) => cellsOf(self, host, (cell) => cell.text)) },
    ValueTypes: { get: alive((self, host) => cellsOf(self, host, (cell) => cell.type)) },
    NumberFormat: {
      get: alive((self, host) => cellsOf(self, host, (cell) => cell.numberFormat)),
      set: writeNumberFormats,
    },
  },
  children: {
    Format: (self) => rangeFormat(self),
    Worksheet: (self, host) => worksheet(sheetById(host, self.sheetId).id),
    ConditionalFormats: (self) => conditionalFormatCollection(self),
  },
  methods: {
    GetCell(self, [row, column]) {
      const [down, right] = [wholeNumber(row, "row"), wholeNumber(column, "column")];
      return at(self, { row: self.rect.row + down, column: self.rect.column + right, rows: 1, columns: 1 });
    },
    GetRow(self, [row]) {
      const down = wholeNumber(row, "row");
      if (down < 0 || down >= self.rect.rows) throw invalid(`row ${down}`);
      return at(self, { ...self.rect, row: self.rect.row + down, rows: 1 });
    },
    GetColumn(self, [column]) {
      const right = wholeNumber(column, "column");
      if (right < 0 || right >= self.rect.columns) throw invalid(`column ${right}`);
      return at(self, { ...self.rect, column: self.rect.column + right, columns: 1 });
    },
    GetLastRow: (self) => at(self, { ...self.rect, row: self.rect.row + self.rect.rows - 1, rows: 1 }),
    GetLastCell: (self) => {
      const { row, column, rows, columns } = self.rect;
      return at(self, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 });
    },
    GetResizedRange(self, [rows, columns]) {
      const [more, wider] = [wholeNumber(rows, "deltaRows"), wholeNumber(columns, "deltaColumns")];
      return at(self, { ...self.rect, rows: self.rect.rows + more, columns: self.rect.columns + wider });
    },
    GetAbsoluteResizedRange: (self, [rows, columns]) =>
      at(self, { ...self.rect, rows: wholeNumber(rows, "numRows"), columns: wholeNumber(columns, "numColumns") }),
    GetOffsetRange(self, [rows, columns]) {
      const [down, right] = [wholeNumber(rows, "rowOffset"), wholeNumber(columns, "columnOffset")];
      return at(self, { ...self.rect, row: self.rect.row + down, column: self.rect.column + right });
    },
    GetBoundingRect(self, [other], host) {
      const theirs = rangeArgument(host, other, self.sheetId);
      if (theirs.sheetId !== self.sheetId) throw invalid("ranges of two sheets have no bounding rectangle");
      return at(self, bounding(self.rect, theirs.rect));
    },
    GetEntireColumn: (self) => at(self, { ...self.rect, row: 0, rows: MAX_ROWS }),
    GetEntireRow: (self) => at(self, { ...self.rect, column: 0, columns: MAX_COLUMNS }),
    GetIntersection(self, [other], host) {
      const common = meeting(self, other, host);
      if (!common) throw new HostError("ItemNotFound", "The ranges have no cell in common.");
      return common;
    },
    GetIntersectionOrNullObject: (self, [other], host) => meeting(self, other, host),
    GetUsedRange: (self, [valuesOnly], host) =>
      usedWithin(self, valuesOnly, host) ?? at(self, { ...self.rect, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (self, [valuesOnly], host) => usedWithin(self, valuesOnly, host),
    Select(self, _args, host) {
      needsFront(host);
      if (sheetById(host, self.sheetId).visibility !== "Visible") {
        throw new HostError("InvalidOperation", "A cell of a hidden sheet cannot be selected.");
      }
      host.model.select(self.sheetId, self.rect);
    },
    /** Answers for rows only what is asked for by this add-in. */
    GetRowProperties(self, [wanted], host) {
      if (JSON.stringify(wanted) !== '{"rowHidden":true}') {
        throw new HostError("NotImplemented", "The workbench has no Range.getRowProperties of other properties");
      }
      const { row, rows } = self.rect;
      return Array.from({ length: rows }, (_, down) => ({
        rowHidden: host.model.isRowHidden(sheetById(host, self.sheetId).id, row + down),
      }));
    },
    Clear: (self, [applyTo], host) => clearCells(self, oneOf(applyTo ?? "All", CLEAR_TYPES, "applyTo"), host),
    CopyFrom(self, [source, copyType, skipBlanks, transpose], host) {
      if (skipBlanks === true || transpose === true) {
        throw new HostError("NotImplemented", "The workbench has no Range.copyFrom with skipBlanks or transpose");
      }
      const from = rangeArgument(host, source, self.sheetId);
      sheetById(host, from.sheetId);
      copyCells(from, self, oneOf(copyType ?? "All", COPY_TYPES, "copyType"), host);
    },
    /** The library asks this before it writes more than 1,500 cells in pieces. */
    _ValidateArraySize(self, [rows, columns]) {
      if (rows !== self.rect.rows || columns !== self.rect.columns) {
        throw new HostError(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
  },
});
