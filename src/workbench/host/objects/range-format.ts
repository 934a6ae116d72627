import { defineClass, type HostContext, type Scalar } from "../host-object";
import {
  DEFAULT_COLUMN_WIDTH,
  DEFAULT_FORMAT,
  DEFAULT_ROW_HEIGHT,
  type CellFormat,
  type CellFormatPatch,
  type HorizontalAlignment,
  type VerticalAlignment,
} from "../model";
import { intersect } from "../rects";
import { colour, logical, oneOf, text, wholeNumber, writable, type RangeSelf } from "./arguments";
import { rangeBorderCollection } from "./range-border";

const HORIZONTAL: readonly HorizontalAlignment[] = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const VERTICAL: readonly VerticalAlignment[] = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const UNDERLINES = ["None", "Single"] as const;

/** Excel answers null for cells that differ. */
function shared<T>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

function sharedFormat<T>({ sheetId, rect }: RangeSelf, host: HostContext, of: (format: CellFormat) => T): T | null {
  const used = host.model.usedRange(sheetId, false);
  const within = used && intersect(used, rect);
  const rest = !within || within.rows * within.columns < rect.rows * rect.columns ? [of(DEFAULT_FORMAT)] : [];
  const values = within ? host.model.formats(sheetId, within).flatMap((row) => row.map(of)) : [];
  return shared([...values, ...rest]);
}

function applyFormat({ sheetId, rect }: RangeSelf, patch: CellFormatPatch, host: HostContext): void {
  writable(host, sheetId);
  host.model.format(sheetId, rect, patch);
}

/** A property that is one field of a cell's format. */
function field<Key extends keyof Omit<CellFormat, "borders">>(
  key: Key,
  take: (value: unknown) => CellFormat[Key],
): Scalar<RangeSelf> {
  return {
    get: (self, host) => sharedFormat(self, host, (format) => format[key]),
    set: (self, value, host) => applyFormat(self, { [key]: take(value) } as CellFormatPatch, host),
  };
}

function size(value: unknown, what: string): number {
  return typeof value === "number" && value >= 0 ? value : wholeNumber(Number.NaN, what);
}

function* columnWidths({ sheetId, rect }: RangeSelf, host: HostContext): Generator<number | undefined> {
  for (let at = 0; at < rect.columns; at++) yield host.model.columnWidth(sheetId, rect.column + at);
}

function* rowHeights({ sheetId, rect }: RangeSelf, host: HostContext): Generator<number | undefined> {
  for (let at = 0; at < rect.rows; at++) yield host.model.rowHeight(sheetId, rect.row + at);
}

function orDefault(sizes: Iterable<number | undefined>, usual: number): number | null {
  return shared([...sizes].map((each) => each ?? usual));
}

function setWidth({ sheetId, rect }: RangeSelf, width: number | undefined, host: HostContext): void {
  writable(host, sheetId);
  host.model.setColumnWidth(sheetId, rect.column, rect.columns, width);
}

function setHeight({ sheetId, rect }: RangeSelf, height: number | undefined, host: HostContext): void {
  writable(host, sheetId);
  host.model.setRowHeight(sheetId, rect.row, rect.rows, height);
}

const rangeFont = defineClass<RangeSelf>({
  name: "RangeFont",
  scalars: {
    Bold: field("bold", (value) => logical(value, "bold")),
    Italic: field("italic", (value) => logical(value, "italic")),
    Strikethrough: field("strikethrough", (value) => logical(value, "strikethrough")),
    Underline: {
      get: (self, host) => sharedFormat(self, host, (format) => (format.underline ? "Single" : "None")),
      set: (self, value, host) =>
        applyFormat(self, { underline: oneOf(value, UNDERLINES, "underline") === "Single" }, host),
    },
    Name: field("fontName", (value) => text(value, "name")),
    Size: field("fontSize", (value) => size(value, "size")),
    Color: field("fontColor", (value) => colour(value, "color")),
  },
});

const rangeFill = defineClass<RangeSelf>({
  name: "RangeFill",
  scalars: {
    // Excel answers white for a cell without fill. Its own samples test for an empty text instead.
    Color: {
      get: (self, host) => sharedFormat(self, host, (format) => format.fill || "#FFFFFF"),
      set: (self, value, host) => applyFormat(self, { fill: value === "" ? "" : colour(value, "color") }, host),
    },
  },
  methods: {
    Clear: (self, _args, host) => applyFormat(self, { fill: "" }, host),
  },
});

export const rangeFormat = defineClass<RangeSelf>({
  name: "RangeFormat",
  scalars: {
    HorizontalAlignment: field("horizontal", (value) => oneOf(value, HORIZONTAL, "horizontalAlignment")),
    VerticalAlignment: field("vertical", (value) => oneOf(value, VERTICAL, "verticalAlignment")),
    WrapText: field("wrap", (value) => logical(value, "wrapText")),
    ColumnWidth: {
      get: (self, host) => orDefault(columnWidths(self, host), DEFAULT_COLUMN_WIDTH),
      set: (self, value, host) => setWidth(self, size(value, "columnWidth"), host),
    },
    RowHeight: {
      get: (self, host) => orDefault(rowHeights(self, host), DEFAULT_ROW_HEIGHT),
      set: (self, value, host) => setHeight(self, size(value, "rowHeight"), host),
    },
    UseStandardWidth: {
      get: (self, host) => shared([...columnWidths(self, host)].map((width) => width === undefined)),
      set: (self, value, host) => (logical(value, "useStandardWidth") ? setWidth(self, undefined, host) : undefined),
    },
    UseStandardHeight: {
      get: (self, host) => shared([...rowHeights(self, host)].map((height) => height === undefined)),
      set: (self, value, host) => (logical(value, "useStandardHeight") ? setHeight(self, undefined, host) : undefined),
    },
  },
  children: {
    Font: (self) => rangeFont(self),
    Fill: (self) => rangeFill(self),
    Borders: (self) => rangeBorderCollection(self),
  },
  methods: {
    AutofitColumns({ sheetId, rect }, _args, host) {
      writable(host, sheetId);
      host.model.autofitColumns(sheetId, rect.column, rect.columns);
    },
    /** Rows without a height of their own fit themselves. */
    AutofitRows({ sheetId, rect }, _args, host) {
      const used = host.model.usedRange(sheetId, false);
      const within = used && intersect(used, rect);
      if (within) setHeight({ sheetId, rect: within }, undefined, host);
    },
  },
});
