import { take } from "./rows";
import type { Gather } from "./request";

/** Reads the column of Metrics that the indicator names. */
export const gatherFromMetrics: Gather = ({ compiled, indicator, sources, rows }) => {
  const { metric, name } = indicator.indicator;
  const column = sources.metrics.column(metric, indicator.read);
  if (!column) throw new Error(`${compiled.rubric.name} / ${name}: no metric column “${metric}”`);
  return {
    values: take(column.values, rows),
    kinds: take(column.kinds, rows),
    given: undefined,
    showAs: column.showAs,
    column,
    describe: undefined,
  };
};
