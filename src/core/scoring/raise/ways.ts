import type { EvaluationSet } from "../model/evaluation";
import { weightedMean } from "../model/mean";
import type { Search, Walk } from "./nearest";
import { leastOf, nearestOn, SHOWN } from "./nearest";
import type { Spot } from "./what-if";
import { peersWith } from "./what-if";

/**
 * The unit of a change's cost: standard deviations of the metric among the agents, or its range if all agents are
 * equal.
 */
export type CostUnit = "deviations" | "range";

/** The possible moves of one indicator's values. */
export interface Ways {
  /** One unit of cost, in the metric's own unit. */
  readonly spread: number;
  readonly unit: CostUnit;
  /** The start of a change: the agent's own value; without one, just before the worst mark. */
  readonly startOf: (agent: number) => number;
  /** Searches the nearest value that holds, towards better or worse points. */
  readonly search: (agent: number, aim: "better" | "worse", holds: Walk["holds"]) => Search;
  /** Whether a value is only the cut-off of an endless way. */
  readonly isEnd: (value: number) => boolean;
}

/** Thresholds of a rubric make fewer marks than this. */
const FEW = 16;

/** An endless way is followed this far beyond its last mark. */
const FAR = 1e6;

/** Finds the possible moves of an indicator's values from its method's landmarks and from the values of the set. */
export function waysOf(set: EvaluationSet, index: number): Ways {
  const { method, parameters, better, failAt } = set.rubric.indicators[index]!;
  const { values, peers, showAs } = set.inputs[index]!;
  const landmarks = method.landmarks(parameters, peers);
  const present = values.filter((value) => !Number.isNaN(value));
  const [whole, shown] = [method.valueKind === "whole", SHOWN[showAs]];
  const [lowest, highest] = boundsOf([...present, ...(method.comparesPeers ? [] : landmarks)], showAs === "percent");
  const ends = [
    Number.isFinite(lowest) ? lowest : lowestOf(landmarks, 0) - FAR * scaleOf(landmarks),
    Number.isFinite(highest) ? highest : highestOf(landmarks, 0) + FAR * scaleOf(landmarks),
  ];
  const many = method.comparesPeers === true && landmarks.length > FEW;
  /** The marks of an agent's curve. The agent's own value moves the peers, and the peers move the landmarks. */
  const marksOf = (spot: Spot): readonly number[] => {
    // For a place among the peers, every peer is a mark. The agent's own value is then no mark for the agent.
    const moved =
      method.comparesPeers && !many
        ? landmarks.flatMap((mark) => method.landmarks(parameters, peersWith(set, spot, mark)))
        : [];
    const marks = [...landmarks, ...moved, ...(failAt === undefined ? [] : [failAt])];
    return [...marks.filter((mark) => mark > lowest && mark < highest), ...ends];
  };
  const [deviation, range] = [deviationOf(present), highestOf(landmarks) - lowestOf(landmarks)];
  const startOf = (agent: number): number => {
    const value = values[agent]!;
    if (!Number.isNaN(value)) return value;
    const worst = landmarks.length === 0 ? 0 : better === "up" ? lowestOf(landmarks) : highestOf(landmarks);
    return worst + (better === "up" ? -1 : 1) * scaleOf(landmarks);
  };
  return {
    spread: deviation > 0 ? deviation : range > 0 && Number.isFinite(range) ? range : 1,
    unit: deviation > 0 ? "deviations" : "range",
    startOf,
    isEnd: (value) => ends.includes(value) && !landmarks.includes(value),
    *search(agent, aim, holds) {
      const towards = (better === "up") === (aim === "better") ? 1 : -1;
      if (method.valueKind === "labels") return yield* leastOf(landmarks, aim === "better" ? 1 : -1, holds);
      const start = startOf(agent);
      const marks = marksOf({ agent, index });
      const one = yield* nearestOn({ start, direction: towards, marks, whole, shown, steady: many, holds });
      // A curve that rises and falls can be climbed from both sides.
      if (method.monotone !== "none") return one;
      const other = yield* nearestOn({ start, direction: towards === 1 ? -1 : 1, marks, whole, shown, holds });
      return one && !(other && Math.abs(other.value - start) < Math.abs(one.value - start)) ? one : other;
    },
  };
}

/**
 * Bounds of the search: a metric that is never below 0 stays at 0 or more, and a share that is never above 1 stays at 1
 * or less.
 */
function boundsOf(known: readonly number[], percent: boolean): readonly [number, number] {
  const lowest = known.every((value) => value >= 0) ? 0 : -Infinity;
  return [lowest, percent && lowest === 0 && known.every((value) => value <= 1) ? 1 : Infinity];
}

/** There may be as many marks as agents: too many for the arguments of one call. */
const lowestOf = (marks: readonly number[], from = Infinity): number =>
  marks.reduce((least, mark) => Math.min(least, mark), from);
const highestOf = (marks: readonly number[], from = -Infinity): number =>
  marks.reduce((most, mark) => Math.max(most, mark), from);

const scaleOf = (marks: readonly number[]): number => marks.reduce((most, mark) => Math.max(most, Math.abs(mark)), 1);

/** Standard deviation of a whole group; 0 for an empty group. */
function deviationOf(values: Float64Array): number {
  if (values.length === 0) return 0;
  const mean = weightedMean(values);
  return Math.sqrt(weightedMean(values.map((value) => (value - mean) ** 2)));
}
