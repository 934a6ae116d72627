import { foldName } from "../../cell/cell";
import { KIND } from "../../metrics/metrics";
import type { CompiledIndicator } from "../model/compiled";
import type { AgentTotals, EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { IndicatorInput } from "../model/input";
import type { Found, Search } from "./nearest";
import type { Peers } from "../model/peers";
import { scoreInputs } from "../total/score";

/** One indicator of one agent. */
export interface Spot {
  readonly agent: number;
  readonly index: number;
}

/**
 * Makes the function that scores agents anew, each with another value at one spot, by the rubric's own scorers and aggregate. Row for row the
 * spots: the same agent may stand there many times. Where the method compares with peers, they too are those with the other value.
 */
export function supposing(set: EvaluationSet, spots: readonly Spot[]): (values: Float64Array) => AgentTotals {
  const inputs = set.inputs.map((input, k): IndicatorInput => {
    const { given } = input;
    return {
      ...input,
      values: Float64Array.from(spots, ({ agent }) => input.values[agent]!),
      kinds: Uint8Array.from(spots, ({ agent, index }) => (index === k ? KIND.number : input.kinds[agent]!)),
      given: given && Float64Array.from(spots, ({ agent }) => given[agent]!),
    };
  });
  const rubric = {
    ...set.rubric,
    indicators: set.rubric.indicators.map((each, k) =>
      each.method.comparesPeers ? personal(set, each, k, spots) : each,
    ),
  };
  return (values) => {
    spots.forEach(({ index }, row) => (inputs[index]!.values[row] = values[row]!));
    return scoreInputs(rubric, inputs, spots.length);
  };
}

/** An indicator that compares, with peers of their own for the spots at which its value is another one. */
function personal(set: EvaluationSet, each: CompiledIndicator, k: number, spots: readonly Spot[]): CompiledIndicator {
  const rows = spots.flatMap(({ index }, row) => (index === k ? [row] : []));
  return {
    ...each,
    scorer: (context) => {
      const score = each.scorer(context);
      return (values, points, from, to) => {
        score(values, points, from, to);
        for (const row of rows) {
          if (row < from || row >= to) continue;
          const peers = peersWith(set, spots[row]!, values[row]!);
          if (peers !== context.peers) each.scorer({ ...context, peers })(values, points, row, row + 1);
        }
      };
    },
  };
}

/** The peers as they are when this agent has another value; the same ones where nobody is compared with this agent. */
export function peersWith(set: EvaluationSet, { agent, index }: Spot, value: number): Peers {
  const { peers, values } = set.inputs[index]!;
  const isPeer = Number.isNaN(values[agent]!)
    ? !set.rubric.settings.notPeers.includes(foldName(set.agentIds[agent]!))
    : !Number.isNaN(peers.values[agent]!);
  return isPeer ? peers.replaced(agent, value) : peers;
}

/** A search for a value at a spot. */
export interface Question extends Spot {
  /** What the search is given for a value: the points that the indicator earns by it, or the total. NaN where there are none. */
  readonly measure: "points" | "total";
  readonly search: Search;
}

export interface Answer {
  readonly found: Found | undefined;
  /** The most that was measured on the way, and the value that gave it; -Infinity where nothing could be measured. */
  readonly most: number;
  readonly mostAt: number;
}

/** Answers questions side by side: each round scores one value for every search that is not at its end. */
export function answer(set: EvaluationSet, questions: readonly Question[]): readonly Answer[] {
  const score = supposing(set, questions);
  const values = Float64Array.from(questions, ({ agent, index }) => set.inputs[index]!.values[agent]!);
  const most = new Float64Array(questions.length).fill(-Infinity);
  const mostAt = new Float64Array(questions.length);
  const steps = questions.map(({ search }) => search.next());
  let open = steps.flatMap((step, row) => (step.done ? [] : [row]));
  while (open.length > 0) {
    for (const row of open) values[row] = steps[row]!.value as number;
    const scored = score(values);
    for (const row of open) {
      const { search } = questions[row]!;
      const measured = measuredIn(scored, questions[row]!, row);
      if (measured > most[row]!) [most[row], mostAt[row]] = [measured, values[row]!];
      steps[row] = search.next(measured);
    }
    open = open.filter((row) => !steps[row]!.done);
  }
  return steps.map(({ value }, row) => ({ found: value as Found | undefined, most: most[row]!, mostAt: mostAt[row]! }));
}

function measuredIn({ indicators, status, total }: AgentTotals, { measure, index }: Question, row: number): number {
  if (measure === "total") return status[row] === STATUS.scored ? total[row]! : NaN;
  const { earned, status: own } = indicators[index]!;
  return own[row] === STATUS.scored ? earned[row]! : NaN;
}
