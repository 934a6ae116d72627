import { withoutSheet, withSheetsRenamed } from "../core/cell/formula";
import { withColumnRenamed, withoutTable } from "./formula-text";
import { relationshipsOf } from "./opc";
import { someText, type Parts } from "./parts";
import { readWorkbook } from "./workbook-part";
import { childOf, childrenOf, escapeText, parseXml, Patch, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** Formulas all over a workbook, which have to follow when a sheet, a table or a column goes or is called otherwise. */

const FORMULA_TAGS = new Set(["f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"]);

/** Turns references to a sheet that is gone into #REF!. Returns whether there were any. */
export function forgetSheet(parts: Parts, name: string): boolean {
  return rewriteFormulas(
    parts,
    (entry) => mentions(entry, name),
    (formula) => withoutSheet(formula, name),
  );
}

/** Turns references to a table that is gone into #REF!. Returns whether there were any. */
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

/** Formulas, names, links and charts go on speaking of a sheet that is called otherwise from now on. */
export function renameSheetIn(parts: Parts, old: string, name: string): void {
  const rename = (sheet: string): string | undefined => (sheet.toLowerCase() === old.toLowerCase() ? name : undefined);
  // Written in XML these may look in several ways.
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

/** What looks at cells without being part of a sheet: charts, and the sources of pivot tables. */
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

/** `also` sees every element of every part that is concerned, and of the parts that only look at cells. */
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
    // Looking for the bare name first: nearly every part can be left unread.
    const entry = parts.find(part);
    if (!entry || !isConcerned(entry)) continue;
    const text = parts.text(part);
    const patch = new Patch(text);
    const visit = (node: XmlNode): void => {
      if (FORMULA_TAGS.has(node.local)) note(patch, node);
      also?.(patch, node);
      node.children.forEach(visit);
    };
    visit(parseXml(text, part));
    if (!patch.isEmpty) parts.set(part, patch.apply());
  }
  return changed;
}

function mentionsWord(entry: ZipEntry, word: string): boolean {
  const written = escapeText(word).toLowerCase();
  return someText(entry, written.length, (text) => text.toLowerCase().includes(written));
}

/** Whether a part may refer to a sheet; sometimes true when it does not, never the other way round. */
export function mentions(entry: ZipEntry, sheet: string): boolean {
  const written = escapeText(sheet.replace(/'/g, "''")).toLowerCase();
  const ends = [`${written}!`, `${written}'!`, `${written}&apos;!`];
  const overlap = Math.max(...ends.map((end) => end.length));
  return someText(entry, overlap, (text) => {
    if (!text.includes("!")) return false;
    const lower = text.toLowerCase();
    return ends.some((end) => lower.includes(end));
  });
}

/** Whether a sheet holds a formula in a cell. */
export function holdsFormula(entry: ZipEntry): boolean {
  let pattern: RegExp | undefined;
  return someText(entry, 200, (text) => {
    if (!pattern) {
      // The prefix of the sheet's own elements: those of extensions have an <f>, too.
      const prefix = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(text)?.[1];
      if (prefix === undefined) return false;
      pattern = new RegExp(`<${prefix}f[\\s>/]`);
    }
    return pattern.test(text);
  });
}
