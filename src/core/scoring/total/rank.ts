import { STATUS } from "../model/status";

/** Up to this many different rounded totals are counted; beyond it they are sorted. */
const MOST_BUCKETS = 1 << 21;

/** What a rubric states about ranks. */
export interface Ranking {
  /** Whether the rank after a tie is the next one; else it is skipped. */
  readonly dense: boolean;
  /** Decides between two agents of the same total: below 0 if the first ranks higher, 0 if they share the rank. */
  readonly breakTie: ((a: number, b: number) => number) | undefined;
}

const PLAIN: Ranking = { dense: false, breakTie: undefined };

/**
 * Ranks by the rounded total: 1 is the best, equal totals share a rank and the next rank is skipped, unless the rubric states it otherwise.
 * Only scored evaluations are ranked; the others get 0. Rounded totals are few, so they are counted rather than sorted: the cost per agent
 * stays flat.
 *
 * @param decimals to which the totals were rounded
 * @example totals 90, 80, 80, 70 // ranks 1, 2, 2, 4
 */
export function rankByTotal(
  total: Float64Array,
  status: Uint8Array,
  decimals: number,
  ranking: Ranking = PLAIN,
): Int32Array {
  const span = spanOf(total, status, decimals);
  if (span && !ranking.dense && !ranking.breakTie) return rankByCounting(total, status, span);
  return rankInOrder(bestFirst(total, status, span), total, new Int32Array(total.length), 1, -1, ranking);
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
  ranking: Ranking = PLAIN,
): Int32Array {
  return rankInOrder(bestFirst(total, status, spanOf(total, status, decimals)), total, groupOf, groups, none, ranking);
}

/** Rounded totals as whole numbers of their last decimal: `Math.round(total * factor) - base`, from 0 up to, but without, `buckets`. */
interface Span {
  readonly factor: number;
  readonly base: number;
  readonly buckets: number;
}

/** Undefined when the totals lie too far apart to be counted. */
function spanOf(total: Float64Array, status: Uint8Array, decimals: number): Span | undefined {
  const factor = 10 ** decimals;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] !== STATUS.scored) continue;
    const value = total[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (!(highest >= lowest)) return { factor, base: 0, buckets: 1 };
  const base = Math.round(lowest * factor);
  const buckets = Math.round(highest * factor) - base + 1;
  return buckets <= MOST_BUCKETS ? { factor, base, buckets } : undefined;
}

/** For each bucket, how many stand above it: `first` more than that. */
function countAbove(
  total: Float64Array,
  status: Uint8Array,
  { factor, base, buckets }: Span,
  first: number,
): Int32Array {
  const counts = new Int32Array(buckets);
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] === STATUS.scored) counts[Math.round(total[i]! * factor) - base]! += 1;
  }
  let above = first;
  for (let key = buckets - 1; key >= 0; key -= 1) {
    const here = counts[key]!;
    counts[key] = above;
    above += here;
  }
  return counts;
}

function rankByCounting(total: Float64Array, status: Uint8Array, span: Span): Int32Array {
  const { factor, base } = span;
  const rankOf = countAbove(total, status, span, 1);
  const ranks = new Int32Array(total.length);
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] === STATUS.scored) ranks[i] = rankOf[Math.round(total[i]! * factor) - base]!;
  }
  return ranks;
}

/** Who is scored, the best total first. */
function bestFirst(total: Float64Array, status: Uint8Array, span: Span | undefined): Int32Array {
  let count = 0;
  for (let i = 0; i < total.length; i += 1) if (status[i] === STATUS.scored) count += 1;
  const order = new Int32Array(count);
  if (!span) {
    for (let i = 0, place = 0; i < total.length; i += 1) if (status[i] === STATUS.scored) order[place++] = i;
    return order.sort((a, b) => total[b]! - total[a]!);
  }
  const { factor, base } = span;
  const next = countAbove(total, status, span, 0);
  for (let i = 0; i < total.length; i += 1) {
    if (status[i] === STATUS.scored) order[next[Math.round(total[i]! * factor) - base]!++] = i;
  }
  return order;
}

/** Goes from the best to the last and notes for each group how many of it were met: a table of every total in every group would be vast. */
function rankInOrder(
  order: Int32Array,
  total: Float64Array,
  groupOf: Int32Array,
  groups: number,
  none: number,
  { dense, breakTie }: Ranking,
): Int32Array {
  if (breakTie) sortTies(order, total, breakTie);
  const ranks = new Int32Array(total.length);
  const met = new Int32Array(groups);
  const last = new Int32Array(groups).fill(-1);
  const lastRank = new Int32Array(groups);
  for (let place = 0; place < order.length; place += 1) {
    const agent = order[place]!;
    const group = groupOf[agent]!;
    if (group === none) continue;
    met[group]! += 1;
    const before = last[group]!;
    const isTie = before >= 0 && total[before] === total[agent] && (breakTie?.(before, agent) ?? 0) === 0;
    if (!isTie) lastRank[group] = dense ? lastRank[group]! + 1 : met[group]!;
    last[group] = agent;
    ranks[agent] = lastRank[group]!;
  }
  return ranks;
}

/** Puts agents of the same total into the order of the tie-break; who is equal in that, too, keeps the order. */
function sortTies(order: Int32Array, total: Float64Array, breakTie: NonNullable<Ranking["breakTie"]>): void {
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && total[order[to]!] === total[order[from]!]) to += 1;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => breakTie(a, b) || a - b);
  }
}
