import { foldName } from "../cell/cell";
import { once } from "../text/once-per";

interface OfAgent {
  readonly agentId: string;
  readonly indicator: string;
}

/** Makes the function that finds an indicator's rows by folded agent ID. Rows are grouped once, at the first call. */
export function groupRows<Row extends OfAgent>(
  rows: readonly Row[],
): (indicator: string) => ReadonlyMap<string, readonly Row[]> {
  const grouped = once(() => {
    const groups = new Map<string, Map<string, Row[]>>();
    for (const row of rows) {
      const [indicator, agent] = [foldName(row.indicator), foldName(row.agentId)];
      const ofIndicator = groups.get(indicator) ?? new Map<string, Row[]>();
      groups.set(indicator, ofIndicator);
      const ofAgent = ofIndicator.get(agent);
      if (ofAgent) ofAgent.push(row);
      else ofIndicator.set(agent, [row]);
    }
    return groups;
  });
  return (indicator) => grouped().get(foldName(indicator)) ?? new Map<string, readonly Row[]>();
}
