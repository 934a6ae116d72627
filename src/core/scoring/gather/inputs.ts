import { foldName } from "../../cell/cell";
import type { Frozen } from "../../metrics/baseline";
import type { GatheredValues, IndicatorInput } from "../model/input";
import type { InputKind } from "../model/method";
import type { FrozenStatistics, Peers } from "../model/peers";
import { inputOf } from "./other-results";
import { areAllZero, createPeers } from "../model/peers";
import { gatherChecklist } from "./checklist";
import { gatherEvents } from "./events";
import { gatherFromMetrics } from "./from-metrics";
import { gatherPeriods } from "./periods";
import { gatherRatings } from "./ratings";
import type { Gather, GatherRequest } from "./request";
import { gatherTeam } from "./team";

const GATHERERS: Readonly<Record<InputKind, Gather>> = {
  metric: gatherFromMetrics,
  events: gatherEvents,
  checklist: gatherChecklist,
  ratings: gatherRatings,
  team: gatherTeam,
  periods: gatherPeriods,
};

/** Gathers the values of every indicator of a rubric. */
export function gatherInputs(request: Omit<GatherRequest, "indicator">): readonly IndicatorInput[] {
  const { compiled, sources, period, rows, standings } = request;
  return compiled.indicators.map((indicator) =>
    gatherIndicator({ compiled, indicator, sources, period, rows, standings }),
  );
}

/** Gathers the values of one indicator. */
export function gatherIndicator(request: GatherRequest): IndicatorInput {
  const { indicator, method } = request.indicator;
  return withPeers(request, GATHERERS[inputOf(indicator, method, request.sources.metrics)](request));
}

/** The peers of an indicator that does not compare. */
const NOBODY = createPeers(new Float64Array(0));

function withPeers(
  { compiled, indicator, sources, rows, period }: GatherRequest,
  { values, kinds, given, showAs, column, describe }: GatheredValues,
): IndicatorInput {
  // Fields are written one by one. This runs for every indicator, even for few agents, and spreading objects takes far
  // longer.
  const input = (peers: Peers, isFrozen: boolean, tooFewPeers: boolean, centreIsZero: boolean): IndicatorInput => ({
    values,
    kinds,
    given,
    showAs,
    column,
    describe,
    peers,
    frozenPeers: isFrozen,
    tooFewPeers,
    centreIsZero,
  });
  if (indicator.method.comparesPeers !== true) return input(NOBODY, false, false, false);
  const { notPeers, minimumGroup } = compiled.settings;
  const frozen = sources.baseline?.of(compiled.rubric.name, period, indicator.indicator.name);
  const compared = notPeers.length > 0 ? without(values, rows, sources.metrics.agentIds, new Set(notPeers)) : values;
  const peers = frozen && frozen.values.length > 0 ? frozenPeers(frozen) : createPeers(compared, statisticsOf(frozen));
  // A frozen statistic does not say how many values it came from.
  const tooFew = frozen?.values.length !== 0 && peers.count < minimumGroup;
  const statistic = compiled.settings.peerStatistic;
  const isZero = statistic !== "percentile" && peers[statistic] === 0 && !areAllZero(peers);
  return input(peers, frozen !== undefined, tooFew, isZero);
}

const statisticsOf = (frozen: Frozen | undefined): FrozenStatistics => ({
  ...(frozen?.mean === undefined ? {} : { mean: frozen.mean }),
  ...(frozen?.median === undefined ? {} : { median: frozen.median }),
});

/** A group of frozen values. It contains no current agent, so no agent's value changes it. */
function frozenPeers(frozen: Frozen): Peers {
  const peers = createPeers(Float64Array.from(frozen.values), statisticsOf(frozen));
  return Object.assign(peers, { replaced: () => peers });
}

/** The values except those of the listed agents. */
function without(
  values: Float64Array,
  rows: Int32Array,
  agentIds: readonly string[],
  left: ReadonlySet<string>,
): Float64Array {
  return values.map((value, i) => (left.has(foldName(agentIds[rows[i]!]!)) ? NaN : value));
}
