import { foldName } from "../../cell/cell";
import { KIND } from "../../metrics/reading";
import type { CompiledIndicator } from "../model/compiled";
import type { AgentTotals, EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { IndicatorInput } from "../model/input";
import type { Found, Search } from "./nearest";
import type { Peers } from "../model/peers";
import { joinAnew } from "../total/join-parts";
import { scoreInputs } from "../total/score";

/** One indicator of one agent. */
export interface Spot {
  readonly agent: number;
  readonly index: number;
}

/**
 * Makes a function that scores agents anew, each with a changed value at one spot, by the rubric's own scorers and
 * aggregate. Each row of the result belongs to one spot; an agent may have many spots. If the method compares, the
 * peers contain the changed value.
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
  const agents = spots.map(({ agent }) => agent);
  return (values) => {
    spots.forEach(({ index }, row) => (inputs[index]!.values[row] = values[row]!));
    const scored = scoreInputs(rubric, inputs, spots.length);
    joinAnew(set, agents, scored);
    return scored;
  };
}

/** An indicator that compares. Each spot that changes its value has its own peers. */
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

/** The peers after this agent's value changes. They stay the same if the agent is no peer of others. */
export function peersWith(set: EvaluationSet, { agent, index }: Spot, value: number): Peers {
  const { peers, values } = set.inputs[index]!;
  const isPeer = Number.isNaN(values[agent]!)
    ? !set.rubric.settings.notPeers.includes(foldName(set.agentIds[agent]!))
    : !Number.isNaN(peers.values[agent]!);
  return isPeer ? peers.replaced(agent, value) : peers;
}

/** A search for a value at a spot. */
export interface Question extends Spot {
  /** What the search receives for a value: the points that the indicator earns, or the total. NaN if there are none. */
  readonly measure: "points" | "total";
  readonly search: Search;
}

export interface Answer {
  readonly found: Found | undefined;
  /** The most that was measured, and its value; -Infinity if nothing could be measured. */
  readonly most: number;
  readonly mostAt: number;
}

/** Answers questions side by side. Each round scores one value for every unfinished search. */
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
