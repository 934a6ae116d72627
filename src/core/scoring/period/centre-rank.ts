import { roundHalfAwayFromZero } from "../../text/round";
import type { EvaluationSet } from "../model/evaluation";
import { rankByTotal } from "../total/rank";

/** Shares of full scores are compared to so many decimals: 33.3 of 50 and 66.6 of 100 are the same. */
const SHARE_DECIMALS = 9;

interface Centre {
  readonly sets: readonly EvaluationSet[];
  /** Ranks of each set's agents, computed at the first request. */
  ranks: ReadonlyMap<EvaluationSet, Int32Array> | undefined;
}

// eslint-disable-next-line no-restricted-syntax -- noted from outside for several sets at once, not worked out from one
const centreOf = new WeakMap<EvaluationSet, Centre>();

/** Notes that the sets of a period, one for each rubric, share one ranking. A single set has none. Returns the sets. */
export function rankTogether(sets: readonly EvaluationSet[]): readonly EvaluationSet[] {
  if (sets.length > 1) {
    const centre: Centre = { sets, ranks: undefined };
    for (const set of sets) centreOf.set(set, centre);
  }
  return sets;
}

/**
 * Ranks of a set's agents among the agents of all rubrics of the period; undefined if the period has one rubric.
 * Rubrics with the same full score rank by total, others by the share of their own full score. As within a role, ties
 * share a rank, the next rank is skipped, and 0 is no rank.
 */
export function centreRanks(set: EvaluationSet): Int32Array | undefined {
  const centre = centreOf.get(set);
  if (!centre) return undefined;
  centre.ranks ??= rankAll(centre.sets);
  return centre.ranks.get(set);
}

/** The sets that share a ranking with a set, its own included. */
export function centreSets(set: EvaluationSet): readonly EvaluationSet[] {
  return centreOf.get(set)?.sets ?? [set];
}

function rankAll(sets: readonly EvaluationSet[]): ReadonlyMap<EvaluationSet, Int32Array> {
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const values = new Float64Array(count);
  const status = new Uint8Array(count);
  const sameFull = new Set(sets.map(({ rubric }) => rubric.settings.fullScore)).size === 1;
  const decimals = sameFull ? Math.max(...sets.map(({ rubric }) => rubric.settings.decimals)) : SHARE_DECIMALS;
  let first = 0;
  for (const set of sets) {
    const { fullScore } = set.rubric.settings;
    values.set(
      sameFull ? set.total : set.total.map((total) => roundHalfAwayFromZero(total / fullScore, SHARE_DECIMALS)),
      first,
    );
    status.set(set.status, first);
    first += set.count;
  }
  // An indicator that breaks ties within a role says nothing about other roles.
  const dense = sets.every(({ rubric }) => rubric.settings.ranks === "dense");
  const ranks = rankByTotal(values, status, decimals, { dense, breakTie: undefined });
  first = 0;
  return new Map(sets.map((set) => [set, ranks.subarray(first, (first += set.count))]));
}
