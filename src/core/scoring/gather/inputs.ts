import { foldName } from "../../cell/cell";
import type { GatheredValues, IndicatorInput } from "../input";
import type { InputKind } from "../method";
import type { FrozenStatistics } from "../peers";
import { createPeers } from "../peers";
import { gatherChecklist } from "./checklist";
import { gatherEvents } from "./events";
import { gatherFromMetrics } from "./from-metrics";
import type { Gather, GatherRequest } from "./request";

const GATHERERS: Readonly<Record<InputKind, Gather>> = {
  metric: gatherFromMetrics,
  events: gatherEvents,
  checklist: gatherChecklist,
  ratings: gatherFromMetrics,
  team: gatherTeam,
  periods: gatherPeriods,
};

/** Gathers what every indicator of a rubric is scored from. Columns of Metrics are read together, in one go over its rows. */
export function gatherInputs(request: Omit<GatherRequest, "indicator">): readonly IndicatorInput[] {
  const { compiled, sources } = request;
  const { metrics } = sources;
  metrics.prepare(compiled.indicators.map(({ indicator, read }) => ({ header: indicator.metric, read })));
  return compiled.indicators.map((indicator): IndicatorInput => {
    const reads = metrics.has(indicator.indicator.metric) ? "metric" : indicator.method.input;
    return withPeers({ ...request, indicator }, GATHERERS[reads]({ ...request, indicator }));
  });
}

function withPeers({ compiled, indicator, sources, rows }: GatherRequest, gathered: GatheredValues): IndicatorInput {
  const { notPeers, minimumGroup } = compiled.settings;
  const frozen: FrozenStatistics = {};
  const values =
    indicator.method.comparesPeers && notPeers.length > 0
      ? without(gathered.values, rows, sources.metrics.agentIds, new Set(notPeers))
      : gathered.values;
  const peers = createPeers(values, frozen);
  return {
    ...gathered,
    peers,
    tooFewPeers: indicator.method.comparesPeers === true && peers.count < minimumGroup,
  };
}

/** The values without those of the listed agents. */
function without(
  values: Float64Array,
  rows: Int32Array,
  agentIds: readonly string[],
  left: ReadonlySet<string>,
): Float64Array {
  return values.map((value, i) => (left.has(foldName(agentIds[rows[i]!]!)) ? NaN : value));
}
