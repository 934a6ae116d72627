import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { ReportOptions } from "./check";

/**
 * The name that a slip of the keyboard most likely meant: at most two letters added, dropped, changed or swapped, fewer for short names;
 * undefined when none or several are as close.
 *
 * @example closestName("liner", ["linear", "peer"]) // "linear"
 */
export function closestName(written: string, names: readonly string[]): string | undefined {
  const text = foldName(written);
  if (text === "") return undefined;
  const allowed = text.length <= 2 ? 0 : text.length <= 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  let tied = false;
  for (const name of names.slice(0, MOST_NAMES)) {
    const distance = editDistance(text, foldName(name), allowed);
    if (distance < bestDistance) [best, bestDistance, tied] = [name, distance, false];
    else if (distance === bestDistance) tied = true;
  }
  return tied ? undefined : best;
}

/** A guess among more names than this would be luck, and a faulty table of thousands of rows must not be slow to check. */
const MOST_NAMES = 500;

/** Number of slips between two texts; gives up with a larger number as soon as it is more than `allowed`. */
function editDistance(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (least > allowed) return allowed + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** The fix that writes the closest name into these cells; nothing where no name is close. A choice: only the person knows what was meant. */
export function closestNameFix(
  written: string,
  names: readonly string[],
  places: readonly CellPlace[],
): Pick<ReportOptions, "fix"> {
  const closest = closestName(written, names);
  if (closest === undefined) return {};
  return {
    fix: {
      kind: "suggestion",
      label: { en: `Use “${closest}”`, "zh-CN": `改为“${closest}”` },
      edits: places.map((at) => ({ ...at, value: closest })),
    },
  };
}
