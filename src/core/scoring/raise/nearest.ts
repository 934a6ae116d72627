import { nextTo } from "../../rubric/scale";

/** Yields values to measure, receives their measures, and returns the found value. */
export type Search = Generator<number, Found | undefined, number>;

/** The nearest value that holds, and the nearest such value with no more decimals than are shown. */
export interface Found {
  readonly value: number;
  readonly stated: number;
}

/** A way of values. Between two neighbouring marks, measures only rise, only fall or stay. */
export interface Walk {
  /** Start of the way; this value does not hold. */
  readonly start: number;
  readonly direction: 1 | -1;
  /** In any order; marks behind the start do not matter. The way ends at the last mark. */
  readonly marks: readonly number[];
  /** Only whole numbers lie on the way. */
  readonly whole: boolean;
  /** In how many steps of one a found value is stated. */
  readonly shown: number;
  /** Whether all values after the first that holds hold too. Many marks are then halved instead of walked. */
  readonly steady?: boolean;
  /** Whether a measure satisfies the search. */
  readonly holds: (measured: number) => boolean;
}

/** After so many halvings no double is left between two doubles of the same size. */
const HALVINGS = 64;

/** A shorter decimal may replace a value that is as near as this. */
// eslint-disable-next-line no-restricted-syntax -- how far a search may round what it found, as a share of it
const NEAR = 1e-8;
const MOST_DECIMALS = 15;

/** Steps of one in which values are shown: numbers with four decimals, as percentages are as fractions; durations in seconds. */
export const SHOWN = { number: 1e4, percent: 1e4, duration: 1 } as const;

/**
 * Walks from mark to mark until a value holds. Then it halves the way back until no double is left between the last
 * value that fails and the first that holds. It also tries the two neighbours of a mark, because a curve may jump on
 * either side.
 */
export function* nearestOn({ start, direction, marks, whole, shown, steady = false, holds }: Walk): Search {
  const next = (value: number, way: 1 | -1): number => {
    if (!whole) return nextTo(value, way);
    return way > 0 ? Math.floor(value) + 1 : Math.ceil(value) - 1;
  };
  const ahead = marks
    .map((mark) => (!whole ? mark : direction > 0 ? Math.ceil(mark) : Math.floor(mark)))
    .filter((mark) => direction * (mark - start) > 0)
    .sort((a, b) => direction * (a - b));
  let fails = start;
  let [low, high] = [0, ahead.length - 1];
  if (steady && high > 0) {
    if (!holds(yield ahead[high]!)) return undefined;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(yield ahead[middle]!)) high = middle;
      else low = middle + 1;
    }
    if (low > 0) fails = ahead[low - 1]!;
  }
  for (const mark of ahead.slice(low, high + 1)) {
    for (const probe of [next(fails, direction), next(mark, direction > 0 ? -1 : 1), mark]) {
      if (!(direction * (probe - fails) > 0)) continue;
      if (holds(yield probe)) {
        const value = yield* between(fails, probe, whole, holds);
        if (whole) return { value, stated: value };
        const short = yield* shortest(value, holds);
        return { value: short, stated: yield* stated(short, direction, shown, holds) };
      }
      fails = probe;
    }
  }
  return undefined;
}

/** Among a few values, such as grades, the one that holds and changes the measure least. */
export function* leastOf(values: readonly number[], direction: 1 | -1, holds: Walk["holds"]): Search {
  let least: { readonly value: number; readonly measured: number } | undefined;
  for (const value of values) {
    const measured = yield value;
    if (holds(measured) && !(least && direction * (measured - least.measured) >= 0)) least = { value, measured };
  }
  return least && { value: least.value, stated: least.value };
}

type Halving = Generator<number, number, number>;

function* between(fails: number, does: number, whole: boolean, holds: Walk["holds"]): Halving {
  for (let i = 0; i < HALVINGS; i += 1) {
    const half = fails + (does - fails) / 2;
    const middle = whole ? Math.round(half) : half;
    if (middle === fails || middle === does) break;
    if (holds(yield middle)) does = middle;
    else fails = middle;
  }
  return does;
}

/** The shortest decimal for the same value that still holds: 0.985, not 0.98500000000001. */
function* shortest(value: number, holds: Walk["holds"]): Halving {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const factor = 10 ** decimals;
    const short = Math.round(value * factor) / factor + 0;
    if (Math.abs(short - value) > NEAR * Math.abs(value)) continue;
    if (short === value || holds(yield short)) return short;
  }
  return value;
}

/** Rounds onwards, never back, to the shown decimals. If that overshoots, the value itself stays. */
function* stated(value: number, direction: 1 | -1, shown: number, holds: Walk["holds"]): Halving {
  if (Math.round(value * shown) / shown === value) return value;
  const onwards = (direction > 0 ? Math.ceil(value * shown) : Math.floor(value * shown)) / shown + 0;
  return holds(yield onwards) ? onwards : value;
}
