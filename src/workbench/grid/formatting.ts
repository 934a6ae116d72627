import type { Border as GridBorder, BorderDescr, Style } from "@odoo/o-spreadsheet";
import {
  DEFAULT_FORMAT,
  type Border,
  type BorderSide,
  type CellFormat,
  type CellFormatPatch,
  type HorizontalAlignment,
  type VerticalAlignment,
} from "../host/model";

type GridBorderStyle = BorderDescr["style"];

const SIDES: readonly BorderSide[] = ["top", "bottom", "left", "right"];

const ALIGN: Readonly<Record<HorizontalAlignment, Style["align"]>> = {
  General: undefined,
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "left",
  Justify: "left",
  CenterAcrossSelection: "center",
  Distributed: "center",
};

const VERTICAL: Readonly<Record<VerticalAlignment, Style["verticalAlign"]>> = {
  Top: "top",
  Center: "middle",
  Bottom: "bottom",
  Justify: "top",
  Distributed: "middle",
};

/** A cell's look in the host's terms. The grid has one font and does not state it. */
export function cellFormat(style: Style, border: GridBorder | null, numberFormat: string): CellFormat {
  const borders: Partial<Record<BorderSide, Border>> = {};
  for (const side of SIDES) {
    const line = border?.[side];
    if (line !== undefined) borders[side] = hostBorder(line);
  }
  return {
    ...DEFAULT_FORMAT,
    numberFormat,
    bold: style.bold === true,
    italic: style.italic === true,
    underline: style.underline === true,
    strikethrough: style.strikethrough === true,
    fontSize: style.fontSize ?? DEFAULT_FORMAT.fontSize,
    fontColor: hexColor(style.textColor) ?? DEFAULT_FORMAT.fontColor,
    fill: hexColor(style.fillColor) ?? "",
    horizontal:
      style.align === undefined
        ? "General"
        : ({ left: "Left", center: "Center", right: "Right" } as const)[style.align],
    vertical:
      style.verticalAlign === undefined
        ? "Bottom"
        : ({ top: "Top", middle: "Center", bottom: "Bottom" } as const)[style.verticalAlign],
    wrap: style.wrapping === "wrap",
    borders,
  };
}

/** The style of a patch. Number format and borders are set elsewhere. */
export function gridStyle(patch: CellFormatPatch): Style {
  if (patch.fontName !== undefined && patch.fontName !== DEFAULT_FORMAT.fontName) {
    throw new Error(`the grid of the workbench has one font; it cannot set ${patch.fontName}`);
  }
  const style: Record<string, unknown> = {};
  const set = (key: keyof Style, value: unknown) => (style[key] = value);
  if (patch.bold !== undefined) set("bold", patch.bold);
  if (patch.italic !== undefined) set("italic", patch.italic);
  if (patch.underline !== undefined) set("underline", patch.underline);
  if (patch.strikethrough !== undefined) set("strikethrough", patch.strikethrough);
  if (patch.fontSize !== undefined) set("fontSize", patch.fontSize);
  if (patch.fontColor !== undefined) set("textColor", patch.fontColor);
  if (patch.fill !== undefined) set("fillColor", patch.fill);
  if (patch.horizontal !== undefined) set("align", ALIGN[patch.horizontal]);
  if (patch.vertical !== undefined) set("verticalAlign", VERTICAL[patch.vertical]);
  if (patch.wrap !== undefined) set("wrapping", patch.wrap ? "wrap" : "overflow");
  return style as Style;
}

function hexColor(color: string | undefined): string | undefined {
  if (color === undefined || color === "") return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (
    short
      ? `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join("")}`
      : color.slice(0, 7)
  ).toUpperCase();
}

const THICKNESS: Readonly<Record<string, GridBorderStyle>> = { Medium: "medium", Thick: "thick" };

function hostBorder(line: BorderDescr): Border {
  const style = line.style === "dashed" ? "Dash" : line.style === "dotted" ? "Dot" : "Continuous";
  const weight = line.style === "medium" ? "Medium" : line.style === "thick" ? "Thick" : "Thin";
  return { style, weight, color: hexColor(line.color) ?? "#000000" };
}

/** null and `None` remove the line. The grid expresses this as a line without colour. */
export function gridBorder(border: Border | null): { readonly style: GridBorderStyle; readonly color: string } {
  if (border === null || border.style === "None") return { style: "thin", color: "" };
  const dashes = border.style.startsWith("Dash") ? "dashed" : border.style === "Dot" ? "dotted" : undefined;
  return { style: dashes ?? THICKNESS[border.weight] ?? "thin", color: border.color };
}
