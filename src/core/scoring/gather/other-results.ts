import { foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import type { Indicator } from "../../rubric/rubric";
import type { InputKind, ScoringMethod } from "../model/method";

/**
 * Decides the source of an indicator's values. If Metric names a column of Metrics, that column replaces gathering.
 * `periods` is the exception: Metric names the column to read in the rows of the inner periods, and a filled cell in
 * the agent's own row comes first.
 */
export function inputOf(indicator: Indicator, method: ScoringMethod, metrics: Metrics): InputKind {
  return method.input !== "periods" && metrics.has(indicator.metric) ? "metric" : method.input;
}

const TOTAL_WORDS = new Set(["total", "mean", "average", "meantotal", "总分", "平均分", "总分平均"]);

/** Whether Metric asks for totals: it names them, or is blank. */
function asksForTotal({ name, metric }: Indicator): boolean {
  const folded = foldName(metric);
  return TOTAL_WORDS.has(folded) || folded === foldName(name);
}

/** What a team indicator reads of the members: the mean of their totals, or the share with certain grades. */
export type TeamMetric =
  | { readonly kind: "mean" }
  | { readonly kind: "share"; readonly grades: readonly number[] }
  | { readonly kind: "unknown" };

/**
 * Reads the Metric cell of a team indicator.
 *
 * @param grades labels of the Total scale
 * @example "A+B" // share of members with the grade A or B
 */
export function readTeamMetric(indicator: Indicator, grades: readonly string[]): TeamMetric {
  if (asksForTotal(indicator)) return { kind: "mean" };
  const labels = grades.map(foldName);
  const find = (text: string, separators: RegExp): readonly number[] | undefined => {
    const found = text.split(separators).map((part) => labels.indexOf(foldName(part)));
    return found.includes(-1) ? undefined : [...new Set(found)];
  };
  // A grade may be called A+. So the text is split at a plus only if splitting it otherwise finds no grades.
  const wanted = find(indicator.metric, /[,，、/;；]/u) ?? find(indicator.metric, /[,，、/;；+＋]/u);
  return wanted ? { kind: "share", grades: wanted } : { kind: "unknown" };
}

/** What a period indicator reads of an inner period: the agent's total, or the column of Metrics with this header. */
export type PeriodMetric =
  { readonly kind: "total" } | { readonly kind: "column"; readonly header: string } | { readonly kind: "unknown" };

/** Reads the Metric cell of a period indicator; blank asks for the total. */
export function readPeriodMetric(indicator: Indicator, metrics: Metrics): PeriodMetric {
  if (asksForTotal(indicator)) return { kind: "total" };
  return metrics.has(indicator.metric) ? { kind: "column", header: indicator.metric } : { kind: "unknown" };
}

/** The results of all agents so far, by rows of Metrics. */
export interface Standings {
  /** Rounded; NaN without a total. */
  readonly totals: Float64Array;
  /** Indices into the labels of the Total scale; -1 without a grade. */
  readonly grades: Int16Array;
  /** STATUS codes; pending until the agent is scored. */
  readonly status: Uint8Array;
}
