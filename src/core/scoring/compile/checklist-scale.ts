import type { CellReader } from "../../metrics/reading";
import { KIND, readerOf } from "../../metrics/reading";
import type { Indicator, MissingPolicy } from "../../rubric/rubric";
import type { Interval, Scale } from "../../rubric/scale";
import { findScale } from "./parameters";
import { readPassWord } from "../curves/pass-words";

/**
 * The scale whose labels are the items of a checklist: the scale it names, else the scale named after the indicator.
 */
export function checklistScale({ scale, name }: Indicator, scales: readonly Scale[]): Scale | undefined {
  return findScale(scales, scale || name);
}

/** Reads an item's cell: 1 for met, 0 for not met. */
export const readItem: CellReader = readerOf((cell) => {
  const met = readPassWord(cell);
  return met === undefined ? undefined : met ? 1 : 0;
});

/** The weight of an item. Items without a stated weight weigh 1. */
export const weightOf = ({ worth }: Interval): number => worth?.from ?? 1;

/** One item for all agents: 1, 0 or NaN; for NaN, a KIND code states the reason. */
export interface ItemColumn {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
}

/**
 * Share of the items that were met, by weight. An item that does not apply leaves the weights. An open item follows If missing by itself:
 * it counts as met or not met, leaves the weights, or leaves the share open. An unreadable item makes it unreadable. If no item applies,
 * the checklist does not apply.
 *
 * @param items of the same length, one per weight
 */
export function shareMet(
  items: readonly ItemColumn[],
  weights: ArrayLike<number>,
  count: number,
  missing: MissingPolicy = "pending",
): ItemColumn {
  const values = new Float64Array(count);
  const kinds = new Uint8Array(count);
  const present = new Float64Array(count);
  items.forEach((item, k) => {
    const weight = weights[k]!;
    for (let i = 0; i < count; i += 1) {
      const kind = item.kinds[i]!;
      const isOpen = kind === KIND.blank;
      if (kind === KIND.number || (isOpen && (missing === "full" || missing === "zero"))) {
        values[i]! += weight * (isOpen ? Number(missing === "full") : item.values[i]!);
        present[i]! += weight;
      } else if (isOpen && (missing === "exclude" || missing === "share")) {
        continue;
      } else if (kind !== KIND.notApplicable && kinds[i] !== KIND.unreadable) {
        kinds[i] = kind;
      }
    }
  });
  for (let i = 0; i < count; i += 1) {
    if (kinds[i] === KIND.number && present[i] === 0) kinds[i] = KIND.notApplicable;
    values[i] = kinds[i] === KIND.number ? values[i]! / present[i]! : NaN;
  }
  return { values, kinds };
}
