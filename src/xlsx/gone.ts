import { relationshipsOf, removePart, removeRelationships } from "./opc";
import { someText, type Parts } from "./parts";
import { withoutSheet } from "./formula-text";
import { readWorkbook, workbookPartName } from "./workbook-part";
import { childOf, childrenOf, escapeText, parseXml, Patch, type XmlNode } from "./xml";
import type { ZipEntry } from "./zip";

/** What has to go, or to be told, when a sheet or a formula goes. */

/** Names of all parts that can be reached from the package. */
export function reachableParts(parts: Parts): Set<string> {
  const reached = new Set<string>();
  const visit = (part: string): void => {
    for (const { external, target } of relationshipsOf(parts, part)) {
      const name = external ? undefined : parts.find(target)?.name;
      if (name === undefined || reached.has(name)) continue;
      reached.add(name);
      visit(name);
    }
  };
  visit("");
  return reached;
}

/** Removes what could be reached before and cannot be any more. Parts that never could are not ours to judge. */
export function removeUnreachable(parts: Parts, before: ReadonlySet<string>): void {
  const now = reachableParts(parts);
  for (const name of before) {
    if (!now.has(name) && !name.endsWith(".rels")) removePart(parts, name);
  }
}

/**
 * The calculation chain lists the cells with formulas. An entry for a cell that has none makes Excel repair the file;
 * without the chain it makes a new one.
 */
export function removeCalculationChain(parts: Parts): void {
  const workbook = workbookPartName(parts);
  const chain = relationshipsOf(parts, workbook).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  removeRelationships(parts, workbook, ({ id }) => id === chain.id);
  if (parts.has(chain.target)) removePart(parts, chain.target);
}

const FORMULA_TAGS = new Set(["f", "formula", "formula1", "formula2"]);

/** Turns references to a sheet that is gone into #REF!. Returns whether there were any. */
export function forgetSheet(parts: Parts, name: string): boolean {
  const model = readWorkbook(parts);
  let changed = false;
  const workbookPatch = new Patch(model.text);
  for (const node of childrenOf(childOf(model.root, "definedNames"), "definedName")) {
    changed = rewrite(workbookPatch, node, name) || changed;
  }
  if (!workbookPatch.isEmpty) parts.set(model.part, workbookPatch.apply());
  for (const sheet of model.sheets) {
    // Looking for the bare name first: nearly every sheet can be left unread.
    if (!mentions(parts.get(sheet.part), name)) continue;
    const text = parts.text(sheet.part);
    const patch = new Patch(text);
    const visit = (node: XmlNode): void => {
      if (FORMULA_TAGS.has(node.local)) changed = rewrite(patch, node, name) || changed;
      node.children.forEach(visit);
    };
    visit(parseXml(text, sheet.part));
    if (!patch.isEmpty) parts.set(sheet.part, patch.apply());
  }
  return changed;
}

function rewrite(patch: Patch, node: XmlNode, sheet: string): boolean {
  const formula = withoutSheet(node.text, sheet);
  if (formula === node.text) return false;
  patch.replace(node.openEnd, node.closeStart, escapeText(formula));
  return true;
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
