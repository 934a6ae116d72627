import { foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import type { PeriodPart } from "./period-parts";

/** What an inner period is to an agent. */
export const PLACE = { row: 0, hole: 1, notExpected: 2, covered: 3 } as const;

/** An inner period and the agents' rows in it. */
export interface InnerRows extends PeriodPart {
  /** Row of each agent, -1 without one; undefined for a period without data. */
  readonly found: Int32Array | undefined;
}

/**
 * Decides what each inner period is to each agent: it has a row; a hole between two rows; not expected, before the first row or after
 * the last; or covered, because a wider period has a row, or narrower ones have. An agent without any row in them has holes only.
 *
 * @param inner all periods within the outer one, those within each other included
 * @returns PLACE codes for each inner period, one per agent
 */
export function placesOf(
  metrics: Metrics,
  outer: string,
  rows: Int32Array,
  inner: readonly InnerRows[],
): readonly Uint8Array[] {
  const { calendar } = metrics;
  const places = inner.map(() => new Uint8Array(rows.length));
  const within = inner.map(({ period }) =>
    inner.map((other) => period !== undefined && other.period !== undefined && calendar.holds(period, other.period)),
  );
  const isNested = within.some((own) => own.includes(true));
  const lacks = inner.some(({ found }) => !found || found.some((row) => row < 0));
  if (!isNested && !lacks) return places;
  const staysOf = lacks ? stays(metrics, outer) : new Map<string, Stay>();
  const days = inner.map(({ period }) => (period === undefined ? undefined : calendar.daysOf(period)));
  for (let agent = 0; agent < rows.length; agent += 1) {
    const has = inner.map(({ found }) => found !== undefined && found[agent]! >= 0);
    const stay = has.includes(true) ? staysOf.get(foldName(metrics.agentIds[rows[agent]!]!)) : undefined;
    inner.forEach((_, k) => {
      const isCovered =
        isNested &&
        (within.some((own, wide) => own[k] && (has[wide] || !within[wide]!.some((inside, j) => inside && has[j]))) ||
          (!has[k] && within[k]!.some((inside, j) => inside && has[j])));
      if (isCovered) places[k]![agent] = PLACE.covered;
      else if (!has[k]) {
        const own = days[k];
        const isOutside = own && stay && (stay.last <= own.last || stay.first >= own.first);
        places[k]![agent] = isOutside ? PLACE.notExpected : PLACE.hole;
      }
    });
  }
  return places;
}

interface Stay {
  first: number;
  last: number;
}

/** First and last day of each agent's rows, by folded ID. Periods as wide as the outer one say nothing of what lies in it. */
function stays(metrics: Metrics, outer: string): ReadonlyMap<string, Stay> {
  const { calendar } = metrics;
  const { codes, texts } = metrics.coded("period");
  const spans = texts.map((text) =>
    calendar.same(text, outer) || calendar.holds(text, outer) ? undefined : calendar.daysOf(text),
  );
  const found = new Map<string, Stay>();
  for (let row = 0; row < codes.length; row += 1) {
    const days = spans[codes[row]!];
    if (!days) continue;
    const key = foldName(metrics.agentIds[row]!);
    const known = found.get(key);
    if (!known) found.set(key, { first: days.first, last: days.last });
    else {
      known.first = Math.min(known.first, days.first);
      known.last = Math.max(known.last, days.last);
    }
  }
  return found;
}

/** Row of each agent in another period; -1 if the agent has none. */
export function rowsOfAgents(metrics: Metrics, period: string, rows: Int32Array): Int32Array {
  const { codes, texts } = metrics.coded("period");
  const fits = texts.map((text) => foldName(text) === foldName(period));
  const rowOf = new Map<string, number>();
  for (let row = 0; row < codes.length; row += 1)
    if (fits[codes[row]!]) rowOf.set(foldName(metrics.agentIds[row]!), row);
  return rows.map((row) => rowOf.get(foldName(metrics.agentIds[row]!)) ?? -1);
}
