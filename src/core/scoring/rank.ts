import { STATUS } from "./evaluation";

/** Up to this many different rounded totals are counted; beyond it they are sorted. */
const MOST_BUCKETS = 1 << 21;

/**
 * Ranks by the rounded total: 1 is the best, equal totals share a rank and the next rank is skipped. Only scored evaluations are
 * ranked; the others get 0. Rounded totals are few, so they are counted rather than sorted: the cost per agent stays flat.
 *
 * @param decimals to which the totals were rounded
 * @example totals 90, 80, 80, 70 // ranks 1, 2, 2, 4
 */
export function rankByTotal(total: Float64Array, status: Uint8Array, decimals: number): Int32Array {
  const keys = keysOf(total, status, decimals);
  const ranks = new Int32Array(total.length);
  if (keys) rankByCounting(keys, status, undefined, 1, ranks);
  else rankBySorting(total, status, ranks);
  return ranks;
}

/**
 * Ranks within groups, for instance teams.
 *
 * @param groupOf number of each agent's group, from 0
 * @param groups how many groups there are
 * @param none the group that is none: who is in it has no rank; -1 when everybody is in one
 */
export function rankWithin(
  groupOf: Int32Array,
  groups: number,
  none: number,
  total: Float64Array,
  status: Uint8Array,
  decimals: number,
): Int32Array {
  const ranks = new Int32Array(total.length);
  const inGroup = none < 0 ? status : status.map((code, i) => (groupOf[i] === none ? STATUS.notApplicable : code));
  const keys = keysOf(total, inGroup, decimals);
  if (keys && keys.buckets * groups <= MOST_BUCKETS) rankByCounting(keys, inGroup, groupOf, groups, ranks);
  else rankGroupsBySorting(groupOf, groups, total, inGroup, ranks);
  return ranks;
}

interface Keys {
  /** Whole number of each total, 0 for the lowest. */
  readonly of: Int32Array;
  readonly buckets: number;
}

/** Totals as whole numbers of their last decimal; undefined when they lie too far apart to be counted. */
function keysOf(total: Float64Array, status: Uint8Array, decimals: number): Keys | undefined {
  const factor = 10 ** decimals;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] !== STATUS.scored) continue;
    const value = total[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (!(highest >= lowest)) return { of: new Int32Array(total.length), buckets: 1 };
  const base = Math.round(lowest * factor);
  const buckets = Math.round(highest * factor) - base + 1;
  if (!(buckets <= MOST_BUCKETS)) return undefined;
  const of = new Int32Array(total.length);
  for (let i = 0; i < total.length; i += 1) of[i] = Math.round(total[i]! * factor) - base;
  return { of, buckets };
}

function rankByCounting(
  keys: Keys,
  status: Uint8Array,
  groupOf: Int32Array | undefined,
  groups: number,
  ranks: Int32Array,
): void {
  const { of, buckets } = keys;
  const counts = new Int32Array(buckets * groups);
  for (let i = 0; i < of.length; i += 1) {
    if (status[i] === STATUS.scored) counts[(groupOf ? groupOf[i]! * buckets : 0) + of[i]!]! += 1;
  }
  // Turns counts into ranks: 1 plus how many of the group stand above.
  for (let group = 0; group < groups; group += 1) {
    let above = 1;
    for (let key = (group + 1) * buckets - 1; key >= group * buckets; key -= 1) {
      const here = counts[key]!;
      counts[key] = above;
      above += here;
    }
  }
  for (let i = 0; i < of.length; i += 1) {
    if (status[i] === STATUS.scored) ranks[i] = counts[(groupOf ? groupOf[i]! * buckets : 0) + of[i]!]!;
  }
}

function rankBySorting(total: Float64Array, status: Uint8Array, ranks: Int32Array): void {
  rankGroupsBySorting(new Int32Array(total.length), 1, total, status, ranks);
}

function rankGroupsBySorting(
  groupOf: Int32Array,
  groups: number,
  total: Float64Array,
  status: Uint8Array,
  ranks: Int32Array,
): void {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (let i = 0; i < total.length; i += 1) if (status[i] === STATUS.scored) members[groupOf[i]!]!.push(i);
  for (const agents of members) {
    agents.sort((a, b) => total[b]! - total[a]!);
    agents.forEach((agent, place) => {
      const before = agents[place - 1];
      ranks[agent] = before !== undefined && total[before] === total[agent] ? ranks[before]! : place + 1;
    });
  }
}
