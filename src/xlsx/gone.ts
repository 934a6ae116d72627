import { relationshipsOf, removePart, removeRelationships } from "./opc";
import type { Parts } from "./parts";
import { workbookPartName } from "./workbook-part";

/** Parts that must go together with a sheet or a formula. */

/** Names of all parts reachable from the package. */
export function reachableParts(parts: Parts): Set<string> {
  const reached = new Set<string>();
  for (const open = [""]; open.length > 0;) {
    for (const { external, target } of relationshipsOf(parts, open.pop()!)) {
      const name = external ? undefined : parts.find(target)?.name;
      if (name === undefined || reached.has(name)) continue;
      reached.add(name);
      open.push(name);
    }
  }
  return reached;
}

/** Removes parts that were reachable before and no longer are. Parts that never were reachable stay untouched. */
export function removeUnreachable(parts: Parts, before: ReadonlySet<string>): void {
  const now = reachableParts(parts);
  for (const name of before) {
    if (!now.has(name) && !name.endsWith(".rels")) removePart(parts, name);
  }
}

/**
 * Removes the calculation chain, which lists the cells with formulas. An entry for a cell without one makes Excel repair the file. Without
 * the chain Excel makes a new one.
 */
export function removeCalculationChain(parts: Parts): void {
  const workbook = workbookPartName(parts);
  const chain = relationshipsOf(parts, workbook).find(({ kind }) => kind === "calcChain");
  if (!chain) return;
  removeRelationships(parts, workbook, ({ id }) => id === chain.id);
  if (parts.has(chain.target)) removePart(parts, chain.target);
}
