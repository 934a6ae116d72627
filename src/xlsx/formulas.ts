import { withinQuotes } from "../core/cell/place";
import { withoutSheet, withSheetsRenamed } from "../core/cell/formula";
import { withColumnRenamed, withoutTable } from "./formula-text";
import { relationshipsOf } from "./opc";
import { someText, type Parts } from "./parts";
import { readWorkbook } from "./workbook-part";
import { childOf, childrenOf, escapeText, Patch, visitXml, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** Adjusts formulas in the whole workbook when a sheet, table or column is removed or renamed. */

const FORMULA_TAGS = new Set(["f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"]);

/** Elements that refer to a sheet by attributes. */
const REFERENCE_TAGS = new Set(["hyperlink", "worksheetSource"]);

/** Turns references to a removed sheet into #REF!. Returns whether there were any. */
export function forgetSheet(parts: Parts, name: string): boolean {
  return rewriteFormulas(
    parts,
    (entry) => mentions(entry, name),
    (formula) => withoutSheet(formula, name),
  );
}

/** Turns references to a removed table into #REF!. Returns whether there were any. */
export function forgetTable(parts: Parts, table: string): boolean {
  return rewriteFormulas(
    parts,
    (entry) => mentionsWord(entry, table),
    (formula) => withoutTable(formula, table),
  );
}

export function renameColumn(parts: Parts, table: string, old: string, name: string): void {
  rewriteFormulas(
    parts,
    (entry) => mentionsWord(entry, old),
    (formula) => withColumnRenamed(formula, table, old, name),
  );
}

/** Formulas, names, links and charts follow a renamed sheet. */
export function renameSheetIn(parts: Parts, old: string, name: string): void {
  const rename = (sheet: string): string | undefined => (sheet.toLowerCase() === old.toLowerCase() ? name : undefined);
  // XML can spell these characters in several ways.
  const isOddName = /[&<>"']/.test(old);
  const isConcerned = (entry: ZipEntry): boolean => isOddName || mentionsWord(entry, old);
  const rewrite = (formula: string): string => withSheetsRenamed(formula, rename);
  rewriteFormulas(parts, isConcerned, rewrite, (patch, node) => {
    const { location, sheet } = node.attributes;
    if (node.local === "hyperlink" && location !== undefined && rewrite(location) !== location) {
      patch.setAttribute(node, "location", rewrite(location));
    }
    if (node.local === "worksheetSource" && sheet !== undefined && rename(sheet) !== undefined) {
      patch.setAttribute(node, "sheet", name);
    }
  });
}

function partsWithFormulas(parts: Parts): string[] {
  const model = readWorkbook(parts);
  const sheets = model.sheets.map((sheet) => sheet.part);
  return [...sheets, ...targetsOf(parts, sheets, "table")];
}

/** Parts that refer to cells from outside a sheet: charts, and the sources of pivot tables. */
function partsThatLook(parts: Parts): string[] {
  const model = readWorkbook(parts);
  const sheets = model.sheets.map((sheet) => sheet.part);
  const charts = targetsOf(parts, targetsOf(parts, sheets, "drawing"), "chart");
  return [...charts, ...targetsOf(parts, [model.part], "pivotCacheDefinition")];
}

function targetsOf(parts: Parts, from: readonly string[], wanted: string): string[] {
  return from.flatMap((part) =>
    relationshipsOf(parts, part).flatMap(({ kind, target }) => (kind === wanted ? [target] : [])),
  );
}

/** `also` sees the elements that refer to sheets by attributes, also in parts outside sheets. */
function rewriteFormulas(
  parts: Parts,
  isConcerned: (entry: ZipEntry) => boolean,
  rewrite: (formula: string) => string,
  also?: (patch: Patch, node: XmlNode) => void,
): boolean {
  const model = readWorkbook(parts);
  let changed = false;
  const note = (patch: Patch, node: XmlNode): void => {
    const formula = rewrite(node.text);
    if (formula === node.text) return;
    patch.replace(node.openEnd, node.closeStart, escapeText(formula));
    changed = true;
  };
  const workbookPatch = new Patch(model.text);
  for (const node of childrenOf(childOf(model.root, "definedNames"), "definedName")) note(workbookPatch, node);
  if (!workbookPatch.isEmpty) parts.set(model.part, workbookPatch.apply());
  for (const part of [...partsWithFormulas(parts), ...(also ? partsThatLook(parts) : [])]) {
    // A quick search for the bare name leaves nearly every part unread.
    const entry = parts.find(part);
    if (!entry || !isConcerned(entry)) continue;
    const text = parts.sheetText(part);
    const patch = new Patch(text);
    const isWanted = (local: string): boolean =>
      FORMULA_TAGS.has(local) || (also !== undefined && REFERENCE_TAGS.has(local));
    visitXml(text, part, isWanted, (node) => {
      if (FORMULA_TAGS.has(node.local)) note(patch, node);
      also?.(patch, node);
    });
    if (!patch.isEmpty) parts.set(part, patch.apply());
  }
  return changed;
}

function mentionsWord(entry: ZipEntry, word: string): boolean {
  const written = escapeText(word).toLowerCase();
  return someText(entry, written.length, (text) => text.toLowerCase().includes(written));
}

/** Tells whether a part may refer to a sheet. It may say true wrongly, but never false. */
export function mentions(entry: ZipEntry, sheet: string): boolean {
  const written = escapeText(withinQuotes(sheet)).toLowerCase();
  const ends = [`${written}!`, `${written}'!`, `${written}&apos;!`];
  const overlap = Math.max(...ends.map((end) => end.length));
  return someText(entry, overlap, (text) => {
    if (!text.includes("!")) return false;
    const lower = text.toLowerCase();
    return ends.some((end) => lower.includes(end));
  });
}

/** Tells whether a cell of the sheet holds a formula. */
export function holdsFormula(entry: ZipEntry): boolean {
  let pattern: RegExp | undefined;
  return someText(entry, 200, (text) => {
    if (!pattern) {
      // The prefix of the sheet's own elements tells them from extensions, which have an <f> too.
      const prefix = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(text)?.[1];
      if (prefix === undefined) return false;
      pattern = new RegExp(`<${prefix}f[\\s>/]`);
    }
    return pattern.test(text);
  });
}
