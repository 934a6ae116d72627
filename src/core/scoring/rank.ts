import { STATUS } from "./evaluation";

/**
 * Ranks by the rounded total: 1 is the best, equal totals share a rank and the next rank is skipped. Only scored evaluations are
 * ranked; the others get 0.
 *
 * @example totals 90, 80, 80, 70 // ranks 1, 2, 2, 4
 */
export function rankByTotal(total: Float64Array, status: Uint8Array): Int32Array {
  const scored = total.filter((_, agent) => status[agent] === STATUS.scored).sort();
  return Int32Array.from(total, (value, agent) =>
    status[agent] === STATUS.scored ? scored.length - countUpTo(scored, value) + 1 : 0,
  );
}

/** Ranks within groups, for instance teams; agents without a group are ranked among themselves. */
export function rankWithin(groups: readonly string[], total: Float64Array, status: Uint8Array): Int32Array {
  const members = new Map<string, number[]>();
  groups.forEach((group, agent) => {
    const list = members.get(group);
    if (list) list.push(agent);
    else members.set(group, [agent]);
  });
  const result = new Int32Array(total.length);
  for (const agents of members.values()) {
    const ranks = rankByTotal(
      Float64Array.from(agents, (agent) => total[agent]!),
      Uint8Array.from(agents, (agent) => status[agent]!),
    );
    agents.forEach((agent, index) => (result[agent] = ranks[index]!));
  }
  return result;
}

/** How many entries of an ascending array are at most `value`. */
function countUpTo(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
