import { secondsPerOne } from "../core/cell/duration";
import { oncePer } from "../core/text/once-per";
import type { CellStyle } from "./types";
import type { Parts } from "./parts";
import { entryText } from "./parts";
import { colourOf, themeColours } from "./colours";
import { relationshipsOf } from "./opc";
import { childOf, childrenOf, isTrue, parseXml, unescapeCellText, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** Number formats, in English, that files state by number only. */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "$#,##0_);($#,##0)",
  6: "$#,##0_);[Red]($#,##0)",
  7: "$#,##0.00_);($#,##0.00)",
  8: "$#,##0.00_);[Red]($#,##0.00)",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};
/** Dates of East Asian Excel. Their form depends on the language, but they are dates in every one. */
const EAST_ASIAN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

export function builtInFormatId(format: string): number | undefined {
  const found = Object.keys(BUILT_IN_FORMATS).find((id) => BUILT_IN_FORMATS[Number(id)] === format);
  return found === undefined ? undefined : Number(found);
}

/** Tells whether a number in this format is a day. A duration is none: it does not depend on where days begin. */
export function isDateFormat(format: string): boolean {
  if (secondsPerOne(format) !== undefined) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

export interface StylesModel {
  readonly text: string;
  readonly root: XmlNode;
  /** Styles by the format index of a cell. */
  readonly cells: readonly CellStyle[];
  /** Locks by the format index of a cell. False if sheet protection leaves the cell open. */
  readonly locked: readonly boolean[];
  /** Fill and font colour of conditional formats. */
  readonly differences: readonly { readonly fill: string | undefined; readonly fontColor: string | undefined }[];
}

export const DEFAULT_STYLE: CellStyle = Object.freeze({
  numberFormat: "General",
  bold: false,
  italic: false,
  fontSize: undefined,
  fontColor: undefined,
  fill: undefined,
  align: undefined,
  verticalAlign: undefined,
  wrap: false,
  border: undefined,
});

const parsed = oncePer((entry: ZipEntry) => {
  const text = entryText(entry);
  return { text, root: parseXml(text, entry.name), models: new Map<string, StylesModel>() };
});

export function stylesPartName(parts: Parts, workbook: string): string | undefined {
  const found = relationshipsOf(parts, workbook).find((relationship) => relationship.kind === "styles");
  return found && parts.has(found.target) ? found.target : undefined;
}

/** Undefined for a workbook without a styles part, whose cells are all plain. */
export function readStyles(parts: Parts, workbook: string): StylesModel | undefined {
  const part = stylesPartName(parts, workbook);
  if (part === undefined) return undefined;
  const { text, root, models } = parsed(parts.get(part));
  const theme = themeColours(parts, workbook);
  const key = theme.join();
  let model = models.get(key);
  if (!model) models.set(key, (model = makeModel(text, root, theme)));
  return model;
}

function makeModel(text: string, root: XmlNode, theme: readonly string[]): StylesModel {
  const formats = new Map<number, string>();
  for (const node of childrenOf(childOf(root, "numFmts"), "numFmt")) {
    formats.set(Number(node.attributes["numFmtId"]), unescapeCellText(node.attributes["formatCode"] ?? "General"));
  }
  const formatOf = (id: number): string =>
    formats.get(id) ?? BUILT_IN_FORMATS[id] ?? (EAST_ASIAN_DATES.includes(id) ? "yyyy/m/d" : "General");
  const fonts = childrenOf(childOf(root, "fonts"), "font");
  const fills = childrenOf(childOf(root, "fills"), "fill");
  const borders = childrenOf(childOf(root, "borders"), "border");
  const same = new Map<string, CellStyle>();
  const xfs = childrenOf(childOf(root, "cellXfs"), "xf");
  const cells = xfs.map((xf) => {
    const alignment = childOf(xf, "alignment");
    const font = fonts[Number(xf.attributes["fontId"] ?? 0)];
    const style: CellStyle = {
      numberFormat: formatOf(Number(xf.attributes["numFmtId"] ?? 0)),
      bold: flag(font, "b"),
      italic: flag(font, "i"),
      fontSize: sizeOf(font, fonts[0]),
      fontColor: fontColourOf(font, theme),
      fill: solidFill(fills[Number(xf.attributes["fillId"] ?? 0)], theme),
      align: oneOf(alignment?.attributes["horizontal"], ["left", "center", "right"]),
      verticalAlign: oneOf(alignment?.attributes["vertical"], ["top", "center", "bottom"]),
      wrap: isTrue(alignment?.attributes["wrapText"]),
      border: borderOf(borders[Number(xf.attributes["borderId"] ?? 0)]),
    };
    const key = JSON.stringify(Object.values(style).map((value) => value ?? null));
    const known = same.get(key);
    if (known) return known;
    same.set(key, Object.freeze(style));
    return style;
  });
  const differences = childrenOf(childOf(root, "dxfs"), "dxf").map((dxf) => ({
    fill: differenceFill(childOf(dxf, "fill"), theme),
    fontColor: colourOf(childOf(childOf(dxf, "font"), "color"), theme),
  }));
  const locked = xfs.map((xf) => isTrue(childOf(xf, "protection")?.attributes["locked"], true));
  return { text, root, cells, locked, differences };
}

function flag(font: XmlNode | undefined, local: string): boolean {
  const node = childOf(font, local);
  return node !== undefined && isTrue(node.attributes["val"], true);
}

/** Undefined for the size of the workbook's default font. */
function sizeOf(font: XmlNode | undefined, standard: XmlNode | undefined): number | undefined {
  const size = childOf(font, "sz")?.attributes["val"];
  return size === undefined || size === childOf(standard, "sz")?.attributes["val"] ? undefined : Number(size);
}

/** Undefined for the theme's text colour, which is the colour of plain cells. */
function fontColourOf(font: XmlNode | undefined, theme: readonly string[]): string | undefined {
  const node = childOf(font, "color");
  return node?.attributes["theme"] === "1" && !node.attributes["tint"] ? undefined : colourOf(node, theme);
}

function solidFill(fill: XmlNode | undefined, theme: readonly string[]): string | undefined {
  const pattern = childOf(fill, "patternFill");
  return pattern?.attributes["patternType"] === "solid" ? colourOf(childOf(pattern, "fgColor"), theme) : undefined;
}

/** In a conditional format a solid fill has its colour in the background, and may omit its kind. */
function differenceFill(fill: XmlNode | undefined, theme: readonly string[]): string | undefined {
  const pattern = childOf(fill, "patternFill");
  if (!pattern || !["solid", undefined].includes(pattern.attributes["patternType"])) return undefined;
  return colourOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor"), theme);
}

function borderOf(border: XmlNode | undefined): CellStyle["border"] {
  const has = (local: string): boolean => (childOf(border, local)?.attributes["style"] ?? "none") !== "none";
  if (has("left") && has("right") && has("top") && has("bottom")) return "grid";
  return has("bottom") && !has("left") && !has("right") && !has("top") ? "bottom" : undefined;
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}
