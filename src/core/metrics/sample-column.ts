import { foldName } from "../cell/cell";
import type { MetricColumn, Metrics } from "./metrics";

/** What stands behind the name of a metric in the column that says how many cases it rests on. */
export const SAMPLE_SUFFIXES = [" n", "样本量", "样本数"] as const;

/** The column with the number of cases behind a metric; undefined if there is none. */
export function sampleColumn(metrics: Metrics, metric: string): MetricColumn | undefined {
  const header = SAMPLE_SUFFIXES.map((suffix) => `${metric}${suffix}`).find((name) => metrics.has(name));
  return header === undefined || foldName(header) === foldName(metric) ? undefined : metrics.column(header);
}
