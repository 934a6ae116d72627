import type { Bound, Claim } from "../grammar/parts";
import type { Span } from "../span";

/** The worth of a stretch of values, constant or on a line; undefined if the words do not state it. */
export interface Worth {
  readonly unit: "points" | "share";
  readonly from: number;
  readonly to: number;
}

/** A stretch of values and its worth; open ended at a missing bound. */
export interface Piece extends Span {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly worth: Worth | undefined;
  readonly grade: string | undefined;
  readonly line: boolean;
}

export const lowOf = ({ low }: Pick<Piece, "low">): number => low?.amount.value ?? -Infinity;
export const highOf = ({ high }: Pick<Piece, "high">): number => high?.amount.value ?? Infinity;

export const byPlace = (a: Piece, b: Piece): number => lowOf(a) - lowOf(b) || highOf(a) - highOf(b);

export const withClaim = (bound: Bound, claim: Claim): Bound => ({ ...bound, claim });

/** Whether two pieces have the same worth at their common bound. */
export const meets = (a: Piece, b: Piece): boolean =>
  a.worth !== undefined && b.worth !== undefined && a.worth.unit === b.worth.unit && a.worth.to === b.worth.from;

/**
 * Tiers that are open to the same side, `95 % and more 10, 90 % and more 8`, end where the next better one begins. This
 * holds only if the worth moves with the values; otherwise the tiers contradict one another.
 */
export function chainTiers(pieces: readonly Piece[]): readonly Piece[] {
  return chainSide(chainSide(pieces, "high"), "low");
}

function chainSide(pieces: readonly Piece[], open: "low" | "high"): readonly Piece[] {
  const closed = open === "high" ? "low" : "high";
  const tiers = pieces.filter((piece) => !piece[open] && piece[closed] && !piece.line && piece.worth);
  if (tiers.length < 2) return pieces;
  const sorted = [...tiers].sort((a, b) => a[closed]!.amount.value - b[closed]!.amount.value);
  const steps = sorted.slice(1).map((tier, k) => tier.worth!.from - sorted[k]!.worth!.from);
  const values = new Set(sorted.map((tier) => tier[closed]!.amount.value));
  const isOrdered = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  if (!isOrdered || values.size < sorted.length) return pieces;
  const ordered = open === "high" ? sorted : sorted.reverse();
  const chained = new Map(
    ordered.map((tier, k): [Piece, Piece] => {
      const next = ordered[k + 1];
      if (!next) return [tier, tier];
      const bound = next[closed]!;
      return [tier, { ...tier, [open]: withClaim(bound, bound.claim === "refused" ? "claimed" : "refused") }];
    }),
  );
  return pieces.map((piece) => chained.get(piece) ?? piece);
}
