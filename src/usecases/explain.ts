import type { CellPlace } from "../core/cell/place";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import type { StatusName } from "../core/scoring/model/status";
import type { Explainer } from "../core/scoring/explain/explain";
import { createExplainer } from "../core/scoring/explain/explain";
import { explainTotal } from "../core/scoring/explain/total-steps";
import { showPoints } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import type { Metrics } from "../core/metrics/metrics";
import type { Book } from "./book";
import { latestPer } from "../core/cell/once-per";

/** One indicator of one agent, ready to show. */
export interface ExplanationLine {
  readonly indicator: string;
  readonly section: string;
  /** As the workbook shows it: `98.2%`, `N/A`, or "" when there is none. */
  readonly value: string;
  /** `4.17 of 5`; "" unless scored. */
  readonly points: string;
  readonly status: StatusName;
  /** One line: what decided, and the points that it gives. */
  readonly short: string;
  /** The same, with where the value came from and what was shifted here. */
  readonly why: string;
  /** The long way from the value to what counts, one sentence per step; worked out when it is asked for. */
  readonly steps: () => readonly string[];
  /** The cell the value stands in. */
  readonly at: CellPlace;
}

export interface AgentExplanation {
  readonly lines: readonly ExplanationLine[];
  /** The chain of the total, one sentence per step. */
  readonly total: readonly string[];
}

const explainers = latestPer(createExplainer);

/** The explainer of a set, made once. */
export const explainerOf = (book: Book, set: EvaluationSet): Explainer => explainers(set, book.subject.metrics!);

/** The cell a value stands in; the agent's row where it was gathered from several. */
function placeOfValue(metrics: Metrics, set: EvaluationSet, agent: number, index: number): CellPlace {
  return metrics.placeAt(set.rows[agent]!, set.inputs[index]!.column?.column ?? metrics.identity.agentId!);
}

/** Explains every point of one agent of a set, in one language. */
export function explainEvaluation(book: Book, set: EvaluationSet, agent: number, locale: Locale): AgentExplanation {
  const explainer = explainerOf(book, set);
  const metrics = book.subject.metrics!;
  const lines = set.rubric.indicators.map(({ indicator, adjusts }, index): ExplanationLine => {
    const { value, status, counted, most: weight, short, sentence } = explainer.indicator(agent, index);
    const points = counted === undefined ? "" : showPoints(counted, locale);
    const most = showPoints(weight, locale);
    return {
      indicator: indicator.name,
      section: indicator.section,
      value: value[locale],
      points: points === "" || adjusts ? points : locale === "en" ? `${points} of ${most}` : `${points} / ${most}`,
      status,
      short: short[locale],
      why: sentence[locale],
      steps: () => explainer.steps(agent, index).map((step) => step.sentence[locale]),
      at: placeOfValue(metrics, set, agent, index),
    };
  });
  return { lines, total: explainTotal(set, agent).map((step) => step.sentence[locale]) };
}
