import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { ReportOptions } from "./check";
import { MOST_EDITS } from "./finding";

/**
 * The names that a slip of the keyboard most likely meant. A slip adds, drops, changes or swaps at most two letters,
 * fewer for short names. Several equally close names are all returned; if there are too many, the result is empty,
 * because any of them would be luck.
 *
 * @example closestNames("liner", ["linear", "peer"]) // ["linear"]
 */
export function closestNames(written: string, names: readonly string[]): readonly string[] {
  const text = foldName(written);
  if (text === "") return [];
  const allowed = text.length <= 2 ? 0 : text.length <= 5 ? 1 : 2;
  let best: string[] = [];
  let bestDistance = allowed + 1;
  for (const name of names.slice(0, MOST_NAMES)) {
    const distance = editDistance(text, foldName(name), allowed);
    if (distance > allowed || distance > bestDistance) continue;
    if (distance < bestDistance) best = [];
    bestDistance = distance;
    if (!best.some((other) => foldName(other) === foldName(name))) best.push(name);
  }
  return best.length > MOST_CHOICES ? [] : best;
}

/** More guesses than this do not help. */
const MOST_CHOICES = 3;

/**
 * A guess among more names than this would be luck. The limit also keeps the check of a faulty table of thousands of
 * rows fast.
 */
const MOST_NAMES = 500;

/** Number of slips between two texts. Gives up with a larger number once it exceeds `allowed`. */
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

/**
 * Fixes that write one of the closest names into these cells; none if no name is close. They are suggestions, because
 * only the person knows the intended name.
 */
export function closestNameFix(
  written: string,
  names: readonly string[],
  places: readonly CellPlace[],
): Pick<ReportOptions, "fixes"> {
  if (places.length > MOST_EDITS) return {};
  return {
    fixes: closestNames(written, names).map((closest) => ({
      kind: "suggestion",
      label: { en: `Use “${closest}”`, "zh-CN": `改为“${closest}”` },
      edits: places.map((at) => ({ ...at, value: closest })),
    })),
  };
}
