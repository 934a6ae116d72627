export interface Ratio {
  /** Median over the rounds of own time by other time. */
  readonly ratio: number;
  /** Medians in milliseconds; they depend on the machine. */
  readonly own: number;
  readonly other: number;
}

declare const gc: (() => void) | undefined;

/**
 * Processor time of one run, out of as many as it takes to be long enough: what else the machine does counts less than on a clock. The garbage
 * collector works when it likes, as it does in daily use: what a job leaves behind is part of its price.
 */
function millisecondsOf(job: () => unknown, times: number): number {
  const start = process.cpuUsage();
  let kept: unknown;
  for (let i = 0; i < times; i += 1) kept = job();
  const { user, system } = process.cpuUsage(start);
  // The result is used, so that no work can be optimised away.
  if (kept === undefined) throw new Error("a job to be measured must return what it made");
  return (user + system) / 1000 / times;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Shortest time of one measurement in milliseconds. */
const LEAST = 600;

/** Runs both jobs in turn, so that other load on the machine affects both. Takes the median of the rounds' ratios. */
export function medianRatio(rounds: number, own: () => unknown, other: () => unknown): Ratio {
  const runs = Math.max(1, Math.ceil(LEAST / millisecondsOf(other, 3)));
  gc?.();
  const times = Array.from({ length: rounds }, (_, round) => {
    // The first job alternates from round to round.
    if (round % 2 === 0) {
      const first = millisecondsOf(own, runs);
      return { own: first, other: millisecondsOf(other, runs) };
    }
    const first = millisecondsOf(other, runs);
    return { own: millisecondsOf(own, runs), other: first };
  });
  return {
    ratio: median(times.map((time) => time.own / time.other)),
    own: median(times.map((time) => time.own)),
    other: median(times.map((time) => time.other)),
  };
}

/** Megabytes that a job adds to the process's peak memory: its result, its working memory and its garbage. */
export function addedMegabytes(job: () => unknown): number {
  gc?.();
  const before = process.resourceUsage().maxRSS;
  const kept = job();
  const after = process.resourceUsage().maxRSS;
  if (kept === undefined) throw new Error("a job to be measured must return what it made");
  return (after - before) / 1024;
}
