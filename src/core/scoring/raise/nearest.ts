import { nextTo } from "../../rubric/scale";

/** Yields values to be measured and is given what they measure; ends with what was found. */
export type Search = Generator<number, Found | undefined, number>;

/** The nearest value that does it, and the same value as it can be said: with no more decimals than are shown. Both do it. */
export interface Found {
  readonly value: number;
  readonly stated: number;
}

/** A way along which measures only rise, fall or stay between two neighbouring marks. */
export interface Walk {
  /** Where it starts; does not do it. */
  readonly start: number;
  readonly direction: 1 | -1;
  /** In any order; those behind the start do not matter. The last one is where the way ends. */
  readonly marks: readonly number[];
  /** Only whole numbers stand on it. */
  readonly whole: boolean;
  /** Whether what does it once goes on doing it: very many marks are then halved instead of walked. */
  readonly steady?: boolean;
  /** Whether a measured value does it. */
  readonly holds: (measured: number) => boolean;
}

/** So many halvings leave nothing between two doubles of the same size. */
const HALVINGS = 64;

/** A shorter decimal stands in for a value that is so near to it. */
// eslint-disable-next-line no-restricted-syntax -- how far a search may round what it found, as a share of it
const NEAR = 1e-8;
const MOST_DECIMALS = 15;

/** Decimals that numbers are shown with, and percentages as fractions. */
const SHOWN = 1e4;

/**
 * Walks from mark to mark until a value does it, and halves the way back until there is nothing left between the last value that does not and
 * the first that does. Beside a mark its two neighbours are tried, because a curve may jump there on either side.
 */
export function* nearestOn({ start, direction, marks, whole, steady = false, holds }: Walk): Search {
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
        return { value: short, stated: yield* stated(short, direction, holds) };
      }
      fails = probe;
    }
  }
  return undefined;
}

/** Of a few values, such as grades, the one that does it and changes the measure least. */
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

/** The shortest decimal that means the same value and still does it: 0.985, not 0.98500000000001. */
function* shortest(value: number, holds: Walk["holds"]): Halving {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const factor = 10 ** decimals;
    const short = Math.round(value * factor) / factor + 0;
    if (Math.abs(short - value) > NEAR * Math.abs(value)) continue;
    if (short === value || holds(yield short)) return short;
  }
  return value;
}

/** Rounded onwards, never back, to the decimals that are shown; the value itself where that would overshoot. */
function* stated(value: number, direction: 1 | -1, holds: Walk["holds"]): Halving {
  if (Math.round(value * SHOWN) / SHOWN === value) return value;
  const onwards = (direction > 0 ? Math.ceil(value * SHOWN) : Math.floor(value * SHOWN)) / SHOWN + 0;
  return holds(yield onwards) ? onwards : value;
}
