import type { EvaluationSet } from "../model/evaluation";
import { weightedMean } from "../model/mean";
import type { Search, Walk } from "./nearest";
import { leastOf, nearestOn } from "./nearest";
import type { Spot } from "./what-if";
import { peersWith } from "./what-if";

/** What a change of a value is measured in: standard deviations of the metric among the agents, or where they do not differ, its range. */
export type CostUnit = "deviations" | "range";

/** How the values of one indicator can move. */
export interface Ways {
  /** How much one unit of cost is, in the metric's own unit. */
  readonly spread: number;
  readonly unit: CostUnit;
  /** The value that a change starts from: the agent's own, or just before the worst mark where there is none. */
  readonly startOf: (agent: number) => number;
  /** The search for the nearest value that holds, towards better or worse points. */
  readonly search: (agent: number, aim: "better" | "worse", holds: Walk["holds"]) => Search;
  /** Whether a value is but the far end of a way that goes on. */
  readonly isEnd: (value: number) => boolean;
}

/** More marks than the thresholds of a rubric make. */
const FEW = 16;

/** A way that goes on for ever is followed so far beyond its last mark. */
const FAR = 1e6;

/** Makes out how the values of an indicator can move, from its method's landmarks and from what the agents of the set have. */
export function waysOf(set: EvaluationSet, index: number): Ways {
  const { method, parameters, better, failAt } = set.rubric.indicators[index]!;
  const { values, peers, showAs } = set.inputs[index]!;
  const landmarks = method.landmarks(parameters, peers);
  const present = values.filter((value) => !Number.isNaN(value));
  const whole = method.valueKind === "whole";
  const [lowest, highest] = boundsOf([...present, ...(method.comparesPeers ? [] : landmarks)], showAs === "percent");
  const ends = [
    Number.isFinite(lowest) ? lowest : lowestOf(landmarks, 0) - FAR * scaleOf(landmarks),
    Number.isFinite(highest) ? highest : highestOf(landmarks, 0) + FAR * scaleOf(landmarks),
  ];
  const many = method.comparesPeers === true && landmarks.length > FEW;
  /** Where the curve of an agent bends: a value of one's own moves the peers, and with them the landmarks. */
  const marksOf = (spot: Spot): readonly number[] => {
    // Where every peer is a mark, as a place among them has it, the agent's own value is none for the agent.
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
      const one = yield* nearestOn({ start, direction: towards, marks, whole, steady: many, holds });
      // A curve that rises and falls can be climbed both ways.
      if (method.monotone !== "none") return one;
      const other = yield* nearestOn({ start, direction: towards === 1 ? -1 : 1, marks, whole, holds });
      return one && !(other && Math.abs(other.value - start) < Math.abs(one.value - start)) ? one : other;
    },
  };
}

/** What is never below 0, and a share that is never above 1, is not thought to be. */
function boundsOf(known: readonly number[], percent: boolean): readonly [number, number] {
  const lowest = known.every((value) => value >= 0) ? 0 : -Infinity;
  return [lowest, percent && lowest === 0 && known.every((value) => value <= 1) ? 1 : Infinity];
}

/** Marks may be as many as agents: too many for the arguments of one call. */
const lowestOf = (marks: readonly number[], from = Infinity): number =>
  marks.reduce((least, mark) => Math.min(least, mark), from);
const highestOf = (marks: readonly number[], from = -Infinity): number =>
  marks.reduce((most, mark) => Math.max(most, mark), from);

const scaleOf = (marks: readonly number[]): number => marks.reduce((most, mark) => Math.max(most, Math.abs(mark)), 1);

/** Standard deviation of a whole group; 0 for an empty one. */
function deviationOf(values: Float64Array): number {
  if (values.length === 0) return 0;
  const mean = weightedMean(values);
  return Math.sqrt(weightedMean(values.map((value) => (value - mean) ** 2)));
}
