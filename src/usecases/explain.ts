import type { CellPlace } from "../core/cell/place";
import type { EvaluationSet } from "../core/scoring/model/evaluation";
import type { StatusName } from "../core/scoring/model/status";
import type { Explainer } from "../core/scoring/explain/explain";
import { createExplainer } from "../core/scoring/explain/explain";
import { explainTotal } from "../core/scoring/explain/total";
import { showPoints } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import type { Metrics } from "../core/metrics/metrics";
import type { Book } from "./book";
import { latestPer } from "../core/text/once-per";

/** One indicator of one agent, ready to show. */
export interface ExplanationLine {
  readonly indicator: string;
  readonly section: string;
  /** Spelling of the workbook: `98.2%`, `N/A`, or "" for no value. */
  readonly value: string;
  /** `4.17 of 5`; "" unless scored. */
  readonly points: string;
  readonly status: StatusName;
  /** One line: the deciding reason and its points. */
  readonly short: string;
  /** The short line, plus the value's origin and the points shifted here. */
  readonly why: string;
  /** All steps from the value to the counted points, one sentence each. Computed on demand. */
  readonly steps: () => readonly string[];
  /** The cell of the value. */
  readonly at: CellPlace;
}

export interface AgentExplanation {
  readonly lines: readonly ExplanationLine[];
  /** The steps of the total, one sentence each. */
  readonly total: readonly string[];
}

const explainers = latestPer(createExplainer);

/** The explainer of a set, made once. */
export const explainerOf = (book: Book, set: EvaluationSet): Explainer => explainers(set, book.subject.metrics!);

/** The cell of a value, or the agent's row if several cells make up the value. */
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
