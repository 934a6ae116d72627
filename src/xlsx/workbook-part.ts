import { oncePer } from "../core/text/once-per";
import {
  addRelationship,
  contentTypeOf,
  OFFICE_RELATIONSHIPS,
  relationshipsOf,
  relationshipsPart,
  setContentType,
  STRICT_RELATIONSHIPS,
} from "./opc";
import { entryText, type Parts } from "./parts";
import { unreadable } from "./refusal";
import type { SheetVisibility } from "./types";
import {
  attributeIn,
  childOf,
  childrenOf,
  escapeAttribute,
  escapeText,
  isTrue,
  parseXml,
  Patch,
  type XmlNode,
} from "./xml";
import type { ZipEntry } from "./zip";

/** The workbook part: the list of sheets, defined names, calculation settings. */

export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Name of the worksheet part. */
  readonly part: string;
  /** Place in the list of all tabs, chart sheets included. `localSheetId` counts in the same way. */
  readonly index: number;
  readonly node: XmlNode;
}

export interface WorkbookModel {
  readonly part: string;
  readonly text: string;
  readonly root: XmlNode;
  /** Worksheets only. */
  readonly sheets: readonly SheetEntry[];
  readonly tabCount: number;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  /** Whether the file asks for a calculation of all formulas, so that stored results may be old. */
  readonly calculatesOnLoad: boolean;
  /** Namespace of relationship attributes and types. Strict files have another one. */
  readonly relationships: string;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

const parsed = oncePer((entry: ZipEntry) => {
  const text = entryText(entry);
  return { text, root: parseXml(text, entry.name) };
});

export function workbookPartName(parts: Parts): string {
  const found = relationshipsOf(parts, "").find((relationship) => relationship.kind === "officeDocument");
  if (!found || !parts.has(found.target)) {
    throw unreadable("The package holds no workbook.", "包中没有工作簿。");
  }
  return parts.get(found.target).name;
}

export function readWorkbook(parts: Parts): WorkbookModel {
  const part = workbookPartName(parts);
  const models = modelsOf(parts.get(part));
  const relationships = parts.find(relationshipsPart(part));
  const kept = models.get(relationships);
  if (kept) return kept;
  const type = contentTypeOf(parts, part);
  if (/binary/i.test(type)) {
    throw unreadable(
      "The file is a binary workbook (.xlsb). Save it as .xlsx.",
      "这是二进制工作簿（.xlsb）。请另存为 .xlsx。",
    );
  }
  const model = modelOf(parts, part);
  models.set(relationships, model);
  return model;
}

/** A workbook is asked for its sheets again and again. They stay while its part and its relationships do. */
const modelsOf = oncePer((_workbook: ZipEntry) => new Map<ZipEntry | undefined, WorkbookModel>());

function modelOf(parts: Parts, part: string): WorkbookModel {
  const { text, root } = parsed(parts.get(part));
  if (root.local !== "workbook" || (root.uri !== MAIN && root.uri !== STRICT_MAIN)) {
    const found = `<${root.name}> (${root.uri || "no namespace"})`;
    throw unreadable(`${part} is no workbook but ${found}.`, `${part} 不是工作簿，而是 ${found}。`);
  }
  const targets = new Map(relationshipsOf(parts, part).map((relationship) => [relationship.id, relationship]));
  const tabs = childrenOf(childOf(root, "sheets"), "sheet");
  const sheets: SheetEntry[] = [];
  tabs.forEach((node, index) => {
    const name = node.attributes["name"] ?? "";
    const id = attributeIn(node, "/relationships", "id") ?? "";
    // The macro modules of Excel 5 are still listed as very hidden tabs. They never had a part.
    if (id === "") return;
    const target = targets.get(id);
    if (!target) throw unreadable(`The sheet ${name} has no part.`, `工作表 ${name} 没有对应的部件。`);
    if (target.kind !== "worksheet") return;
    sheets.push({
      name,
      visibility: visibilityOf(node.attributes["state"]),
      part: target.target,
      index,
      node,
    });
  });
  return {
    part,
    text,
    root,
    sheets,
    tabCount: tabs.length,
    date1904: isTrue(childOf(root, "workbookPr")?.attributes["date1904"]),
    structureLocked: isTrue(childOf(root, "workbookProtection")?.attributes["lockStructure"]),
    calculatesOnLoad: isTrue(childOf(root, "calcPr")?.attributes["fullCalcOnLoad"]),
    relationships: root.uri === STRICT_MAIN ? STRICT_RELATIONSHIPS : OFFICE_RELATIONSHIPS,
  };
}

function visibilityOf(state: string | undefined): SheetVisibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** Elements of a workbook in their order, as far as a new one may have to go before them. */
const AFTER_SHEETS = ["functionGroups", "externalReferences"];
const AFTER_NAMES = [
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

function tagName(root: XmlNode, local: string): string {
  return root.prefix === "" ? local : `${root.prefix}:${local}`;
}

/** The place of a new child: behind the last element that precedes it in the order. */
function placeBehind(root: XmlNode, locals: readonly string[]): number | undefined {
  let place: number | undefined;
  for (const child of root.children) {
    if (child.uri === root.uri && locals.includes(child.local)) place = child.end;
  }
  return place;
}

function placeBefore(root: XmlNode, locals: readonly string[]): number {
  const next = root.children.find((child) => child.uri === root.uri && locals.includes(child.local));
  return next ? next.start : root.closeStart;
}

/** Prefix for the namespace of relationship attributes, with a declaration if it has none. */
export function relationshipPrefix(root: XmlNode, namespace: string): { prefix: string; declaration: string } {
  for (const [prefix, uri] of Object.entries(root.namespaces)) {
    if (prefix !== "" && uri === namespace) return { prefix, declaration: "" };
  }
  return { prefix: "r", declaration: ` xmlns:r="${namespace}"` };
}

/** Enters a new worksheet part: content type, relationship, list of sheets. Returns the place among all tabs. */
export function enterSheet(
  parts: Parts,
  part: string,
  name: string,
  options: { position?: number | undefined; visibility?: SheetVisibility | undefined },
): number {
  const { part: workbook, relationships } = readWorkbook(parts);
  setContentType(parts, part, WORKSHEET_TYPE);
  const relation = addRelationship(parts, workbook, `${relationships}/worksheet`, part);
  const model = readWorkbook(parts);
  const { root, text } = model;
  const list = childOf(root, "sheets");
  const tabs = childrenOf(list, "sheet");
  const highest = tabs.reduce((most, tab) => Math.max(most, Number(tab.attributes["sheetId"]) || 0), 0);
  const { prefix, declaration } = relationshipPrefix(list ?? root, relationships);
  const state = stateOf(options.visibility ?? "visible");
  const stateText = state === undefined ? "" : ` state="${state}"`;
  const element =
    `<${tagName(root, "sheet")} name="${escapeAttribute(name)}" sheetId="${highest + 1}"${stateText}` +
    `${declaration} ${prefix}:id="${relation}"/>`;
  const index = Math.max(0, Math.min(options.position ?? tabs.length, tabs.length));
  const patch = new Patch(text);
  const before = tabs[index];
  if (!list) throw unreadable("The workbook has no list of sheets.", "工作簿中没有工作表列表。");
  if (before) patch.insert(before.start, element);
  else patch.append(list, element);
  moveSheetIndexes(patch, root, (old) => (old >= index ? old + 1 : old));
  parts.set(workbook, patch.apply());
  return index;
}

function stateOf(visibility: SheetVisibility): string | undefined {
  return visibility === "visible" ? undefined : visibility;
}

/** Changes name or visibility in the list of sheets. Leaves formulas alone. */
export function describeSheet(
  parts: Parts,
  { node }: SheetEntry,
  { name, visibility }: { readonly name?: string; readonly visibility?: SheetVisibility },
): void {
  const { text, part } = readWorkbook(parts);
  const patch = new Patch(text);
  if (name !== undefined) patch.setAttribute(node, "name", name);
  if (visibility !== undefined) patch.setAttribute(node, "state", stateOf(visibility));
  if (!patch.isEmpty) parts.set(part, patch.apply());
}

/** Takes a sheet out of the list, with the names that belong to it or refer to it alone. */
export function leaveSheet(parts: Parts, sheet: SheetEntry): void {
  const { root, text, part } = readWorkbook(parts);
  const patch = new Patch(text).remove(sheet.node);
  const own = nodeNames(root).filter((name) => name.attributes["localSheetId"] === String(sheet.index));
  removeNames(patch, root, own);
  moveSheetIndexes(patch, root, (old) => (old > sheet.index ? old - 1 : old), new Set(own));
  parts.set(part, patch.apply());
}

function nodeNames(root: XmlNode): XmlNode[] {
  return childrenOf(childOf(root, "definedNames"), "definedName");
}

function removeNames(patch: Patch, root: XmlNode, names: readonly XmlNode[]): void {
  const list = childOf(root, "definedNames");
  // The schema forbids an empty list of names.
  if (list && names.length === nodeNames(root).length) patch.remove(list);
  else for (const name of names) patch.remove(name);
}

/** Names and the tab in view count sheets by place. An added or removed sheet moves those behind it. */
function moveSheetIndexes(patch: Patch, root: XmlNode, move: (old: number) => number, gone = new Set<XmlNode>()): void {
  const keep = gone.size === nodeNames(root).length ? [] : nodeNames(root).filter((name) => !gone.has(name));
  for (const name of keep) shift(patch, name, "localSheetId", move);
  for (const view of childrenOf(childOf(root, "bookViews"), "workbookView")) {
    shift(patch, view, "activeTab", move);
    shift(patch, view, "firstSheet", move);
  }
}

function shift(patch: Patch, node: XmlNode, attribute: string, move: (old: number) => number): void {
  const old = Number(node.attributes[attribute]);
  if (node.attributes[attribute] === undefined || !Number.isInteger(old)) return;
  const moved = Math.max(0, move(old));
  if (moved !== old) patch.setAttribute(node, attribute, String(moved));
}

/** Sets or removes a name of one sheet, such as `_xlnm.Print_Titles`. */
export function setLocalName(parts: Parts, name: string, sheetIndex: number, formula: string | undefined): void {
  const { root, text, part } = readWorkbook(parts);
  const found = nodeNames(root).find(
    (node) => node.attributes["name"] === name && node.attributes["localSheetId"] === String(sheetIndex),
  );
  const patch = new Patch(text);
  const list = childOf(root, "definedNames");
  if (formula === undefined) {
    if (found) removeNames(patch, root, [found]);
  } else {
    const tag = tagName(root, "definedName");
    const element = `<${tag} name="${escapeAttribute(name)}" localSheetId="${sheetIndex}">${escapeText(formula)}</${tag}>`;
    const listTag = tagName(root, "definedNames");
    if (found) patch.replace(found.start, found.end, element);
    else if (list) patch.append(list, element);
    else {
      const place = placeBehind(root, ["sheets", ...AFTER_SHEETS]) ?? placeBefore(root, AFTER_NAMES);
      patch.insert(place, `<${listTag}>${element}</${listTag}>`);
    }
  }
  if (!patch.isEmpty) parts.set(part, patch.apply());
}

/** Has the next program calculate all formulas on opening: some have no result yet, or an old one. */
export function askForCalculation(parts: Parts): void {
  const { root, text, part, calculatesOnLoad } = readWorkbook(parts);
  const settings = childOf(root, "calcPr");
  if (calculatesOnLoad) return;
  const patch = new Patch(text);
  if (settings) patch.setAttribute(settings, "fullCalcOnLoad", "1");
  else {
    const place = placeBehind(root, ["sheets", ...AFTER_SHEETS, "definedNames"]) ?? placeBefore(root, AFTER_NAMES);
    patch.insert(place, `<${tagName(root, "calcPr")} fullCalcOnLoad="1"/>`);
  }
  parts.set(part, patch.apply());
}
