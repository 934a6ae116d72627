import { foldName } from "../cell/cell";
import type { Rubric } from "../rubric/rubric";
import { findMethod } from "../scoring/compile/registry";

/**
 * Whether a points cell is unreadable or blank, or a row appears twice. A wrong sum of points is then a consequence.
 */
export function hasUnclearPoints({ indicators }: Rubric): boolean {
  const unclear = indicators.some(({ cells, method, points }) => {
    const kind = cells.points?.value.kind ?? "blank";
    if (kind === "blank") return method === "" || findMethod(method)?.points === "required";
    return kind !== "number" || points < 0;
  });
  return unclear || new Set(indicators.map(({ name }) => foldName(name))).size < indicators.length;
}
