import type { CellStyle } from "./types";
import type { Parts } from "./parts";
import { addRelationship, freePartName, relationshipsOf, setContentType, XML_HEAD } from "./opc";
import { oversized } from "./refusal";
import { builtInFormatId, readStyles, stylesPartName } from "./styles-read";
import { readWorkbook } from "./workbook-part";
import { childOf, childrenOf, escapeAttribute, parseXml, Patch, type XmlNode } from "./xml";

/** A look to be written. Omitted parts are the workbook's defaults. */
export type WantedStyle = { readonly [K in keyof Omit<CellStyle, "border">]?: CellStyle[K] | undefined } & {
  /** Sides that get a thin line. */
  readonly lines?: "grid" | "bottom" | undefined;
};

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** What Excel expects at the start of each collection: two fills are fixed by custom, and `Normal` must exist. */
const FIRST_ITEMS: Readonly<Partial<Record<Collection, readonly string[]>>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
  cellStyles: ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'],
};

/** Excel opens no workbook with more looks of cells. */
const MOST_LOOKS = 65_490;

/** Order of the collections in a styles part. */
const COLLECTIONS = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;

type Collection = (typeof COLLECTIONS)[number];

const LINE_COLOUR = "FFBFBFBF";
const LINE_COLOUR_BOTTOM = "FF7F7F7F";
const FIRST_CUSTOM_FORMAT = 164;

/**
 * Adds looks to the styles part and reuses those that are equal to the letter. It changes no existing look, so every index in every sheet
 * stays valid. `finish` writes the part.
 */
export class StyleWriter {
  readonly #parts: Parts;
  readonly #part: string;
  readonly #text: string;
  readonly #root: XmlNode;
  readonly #tag: (local: string) => string;
  /** Known elements of each collection, by text, and the new ones. */
  readonly #known = new Map<
    Collection,
    { readonly index: Map<string, number>; readonly added: string[]; size: number }
  >();
  readonly #formats = new Map<string, number>();
  #nextFormat = FIRST_CUSTOM_FORMAT;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { part: workbook, relationships, root: workbookRoot } = readWorkbook(parts);
    let part = stylesPartName(parts, workbook);
    if (part === undefined) {
      // A relationship may lead to a part that is not there. Two of them would make Excel repair the file.
      const stated = relationshipsOf(parts, workbook).find(({ kind, external }) => kind === "styles" && !external);
      part =
        stated?.target ?? (parts.has("xl/styles.xml") ? freePartName(parts, "xl/styles", ".xml") : "xl/styles.xml");
      const empty = `${XML_HEAD}<styleSheet xmlns="${workbookRoot.uri}"></styleSheet>`;
      parts.set(part, withFirstItems(empty, parseXml(empty, part)));
      setContentType(parts, part, STYLES_TYPE);
      if (!stated) addRelationship(parts, workbook, `${relationships}/styles`, part);
    }
    this.#part = part;
    const model = readStyles(parts, workbook);
    const text = model?.text ?? parts.text(part);
    const root = model?.root ?? parseXml(text, part);
    this.#text = withFirstItems(text, root);
    this.#root = this.#text === text ? root : parseXml(this.#text, part);
    const prefix = this.#root.prefix === "" ? "" : `${this.#root.prefix}:`;
    this.#tag = (local) => prefix + local;
    for (const node of childrenOf(childOf(this.#root, "numFmts"), "numFmt")) {
      const id = Number(node.attributes["numFmtId"]);
      this.#formats.set(node.attributes["formatCode"] ?? "", id);
      this.#nextFormat = Math.max(this.#nextFormat, id + 1);
    }
  }

  /** Index of a look. */
  cell(wanted: WantedStyle): number {
    const format = this.#formatId(wanted.numberFormat ?? "General");
    const font = this.#fontId(wanted);
    const fill = wanted.fill ? this.#add("fills", this.#fill(wanted.fill)) : 0;
    const border = wanted.lines ? this.#add("borders", this.#border(wanted.lines)) : 0;
    const align = wanted.align ? ` horizontal="${wanted.align}"` : "";
    const vertical = wanted.verticalAlign ? ` vertical="${wanted.verticalAlign}"` : "";
    const alignment = align + vertical + (wanted.wrap ? ' wrapText="1"' : "");
    const applied =
      (format > 0 ? ' applyNumberFormat="1"' : "") +
      (font > 0 ? ' applyFont="1"' : "") +
      (fill > 0 ? ' applyFill="1"' : "") +
      (border > 0 ? ' applyBorder="1"' : "") +
      (alignment ? ' applyAlignment="1"' : "");
    const xf = this.#tag("xf");
    const start = `<${xf} numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    // The default is index 0 in every styles part, in any spelling.
    if (applied === "") return 0;
    return this.#add("cellXfs", alignment ? `${start}><${this.#tag("alignment")}${alignment}/></${xf}>` : `${start}/>`);
  }

  /** Index of the same look with another number format. */
  withNumberFormat(index: number, numberFormat: string): number {
    const collection = this.#collection("cellXfs");
    const base = [...collection.index].find(([, at]) => at === index)?.[0];
    if (base === undefined) return this.cell({ numberFormat });
    const root = parseXml(base, this.#part);
    const id = String(this.#formatId(numberFormat));
    if (root.attributes["numFmtId"] === id) return index;
    const inner = new Patch(base)
      .setAttribute(root, "numFmtId", id)
      .setAttribute(root, "applyNumberFormat", "1")
      .apply();
    return this.#add("cellXfs", inner);
  }

  /** Index of a conditional format's look. */
  highlight(fill: string, fontColor: string): number {
    const [font, pattern, outer] = [this.#tag("font"), this.#tag("patternFill"), this.#tag("fill")];
    const dxf = this.#tag("dxf");
    // In a conditional format the colour of a fill is its background.
    return this.#add(
      "dxfs",
      `<${dxf}><${font}><${this.#tag("color")} rgb="${argb(fontColor)}"/></${font}>` +
        `<${outer}><${pattern}><${this.#tag("bgColor")} rgb="${argb(fill)}"/></${pattern}></${outer}></${dxf}>`,
    );
  }

  finish(): void {
    const patch = new Patch(this.#text);
    for (const name of COLLECTIONS) {
      const added = this.#known.get(name)?.added ?? [];
      if (added.length === 0) continue;
      const node = childOf(this.#root, name);
      const tag = this.#tag(name);
      if (node) {
        const count = String(childrenOf(node, itemOf(name)).length + added.length);
        // Opening a self-closing list and counting at once would change the same place twice.
        if (node.selfClosing)
          patch.replace(node.start, node.end, `<${tag} count="${count}">${added.join("")}</${tag}>`);
        else patch.setAttribute(node, "count", count).append(node, added.join(""));
      } else {
        patch.insert(placeOf(this.#root, name), `<${tag} count="${added.length}">${added.join("")}</${tag}>`);
      }
    }
    if (!patch.isEmpty) this.#parts.set(this.#part, patch.apply());
  }

  #collection(name: Collection) {
    let known = this.#known.get(name);
    if (!known) {
      const nodes = childrenOf(childOf(this.#root, name), itemOf(name));
      const index = new Map<string, number>();
      // Equal elements may repeat. Each gets a key, and the first one gets the key that is looked up.
      nodes.forEach((node, at) => {
        const text = this.#text.slice(node.start, node.end);
        index.set(index.has(text) ? `${text}<!--${at}-->` : text, at);
      });
      this.#known.set(name, (known = { index, added: [], size: nodes.length }));
    }
    return known;
  }

  #add(name: Collection, element: string): number {
    const known = this.#collection(name);
    const found = known.index.get(element);
    if (found !== undefined) return found;
    if (name === "cellXfs" && known.size >= MOST_LOOKS) {
      throw oversized(
        `The workbook has ${known.size} looks of cells, and Excel takes no more than ${MOST_LOOKS}. Delete unused cell styles.`,
        `工作簿已有 ${known.size} 种单元格格式，而 Excel 最多允许 ${MOST_LOOKS} 种。请删除未使用的单元格样式。`,
      );
    }
    known.index.set(element, known.size);
    known.added.push(element);
    return known.size++;
  }

  #formatId(format: string): number {
    const known = this.#formats.get(format) ?? builtInFormatId(format);
    if (known !== undefined) return known;
    const id = this.#nextFormat++;
    this.#formats.set(format, id);
    this.#add("numFmts", `<${this.#tag("numFmt")} numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
    return id;
  }

  /** The workbook's default font with the differences, in Excel's required order of elements. */
  #fontId(wanted: WantedStyle): number {
    const { bold, italic, fontSize, fontColor } = wanted;
    if (!bold && !italic && fontSize === undefined && fontColor === undefined) return 0;
    const standard = childrenOf(childOf(this.#root, "fonts"), "font")[0];
    const keep = (local: string): string => {
      const node = childOf(standard, local);
      return node ? this.#text.slice(node.start, node.end) : "";
    };
    const font = this.#tag("font");
    return this.#add(
      "fonts",
      `<${font}>` +
        (bold ? `<${this.#tag("b")}/>` : "") +
        (italic ? `<${this.#tag("i")}/>` : "") +
        (fontSize === undefined ? keep("sz") : `<${this.#tag("sz")} val="${fontSize}"/>`) +
        (fontColor === undefined ? keep("color") : `<${this.#tag("color")} rgb="${argb(fontColor)}"/>`) +
        ["name", "family", "charset", "scheme"].map(keep).join("") +
        `</${font}>`,
    );
  }

  #fill(colour: string): string {
    const [fill, pattern] = [this.#tag("fill"), this.#tag("patternFill")];
    return (
      `<${fill}><${pattern} patternType="solid"><${this.#tag("fgColor")} rgb="${argb(colour)}"/>` +
      `<${this.#tag("bgColor")} indexed="64"/></${pattern}></${fill}>`
    );
  }

  #border(lines: "grid" | "bottom"): string {
    const side = (local: string, colour: string | undefined): string => {
      const tag = this.#tag(local);
      return colour ? `<${tag} style="thin"><${this.#tag("color")} rgb="${colour}"/></${tag}>` : `<${tag}/>`;
    };
    const around = lines === "grid" ? LINE_COLOUR : undefined;
    const bottom = lines === "grid" ? LINE_COLOUR : LINE_COLOUR_BOTTOM;
    const border = this.#tag("border");
    const sides = side("left", around) + side("right", around) + side("top", around) + side("bottom", bottom);
    return `<${border}>${sides}${side("diagonal", undefined)}</${border}>`;
  }
}

/** Plain cells have the first item of each collection. A new look may not take its place, so it is put in where it is missing. */
function withFirstItems(text: string, root: XmlNode): string {
  const prefix = root.prefix === "" ? "" : `${root.prefix}:`;
  const prefixed = (xml: string): string => (prefix === "" ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`));
  const patch = new Patch(text);
  let all = "";
  for (const name of COLLECTIONS) {
    const items = FIRST_ITEMS[name];
    const node = childOf(root, name);
    if (!items || childrenOf(node, itemOf(name)).length > 0) continue;
    const element = prefixed(`<${name} count="${items.length}">${items.join("")}</${name}>`);
    all += element;
    if (node) patch.replace(node.start, node.end, element);
    else if (!root.selfClosing) patch.insert(placeOf(root, name), element);
  }
  return root.selfClosing ? new Patch(text).append(root, all).apply() : patch.apply();
}

function placeOf(root: XmlNode, name: Collection): number {
  const later = COLLECTIONS.slice(COLLECTIONS.indexOf(name) + 1);
  const next = root.children.find((child) => (later as readonly string[]).includes(child.local));
  return next?.start ?? root.closeStart;
}

function itemOf(collection: Collection): string {
  return {
    numFmts: "numFmt",
    fonts: "font",
    fills: "fill",
    borders: "border",
    cellStyleXfs: "xf",
    cellXfs: "xf",
    cellStyles: "cellStyle",
    dxfs: "dxf",
  }[collection as "fonts"];
}

function argb(colour: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(colour)) throw new RangeError(`${colour} is no colour of the form #RRGGBB.`);
  return `FF${colour.slice(1).toUpperCase()}`;
}
