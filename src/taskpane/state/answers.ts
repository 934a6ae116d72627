import type { Finding } from "../../core/checks/finding";
import type { EvaluationSet } from "../../core/scoring/model/evaluation";
import type { Locale } from "../../core/text/locale";
import type * as UseCases from "../../usecases";
import type {
  AgentExplanation,
  Book,
  FillPlan,
  Improvement,
  NearGradeLine,
  RubricComparison,
  Rules,
  ScoreOutcome,
  ScoreSummary,
  StaleEvaluation,
} from "../../usecases";
import type { Late } from "./late";
import type { Comparing } from "./model";
import { oncePer } from "../../core/text/once-per";

export type PaneUseCases = typeof UseCases;

/**
 * The use cases' answers about the book on show. Tabs, badges and notices ask for the same answers, so each is computed once. This matters
 * for a book of thousands of agents. Answers about an earlier book are dropped.
 */
export class Answers {
  readonly #late: Late<PaneUseCases>;
  readonly #kept = new Map<string, unknown>();
  #book: Book | undefined;
  readonly #summarised = oncePer((set: EvaluationSet) => this.#late.found.summarise(set));

  /** Every question comes with a book, so the use cases have loaded by then. */
  constructor(usecases: Late<PaneUseCases>) {
    this.#late = usecases;
  }

  findings(book: Book, rubric: string | undefined): readonly Finding[] {
    return this.#keep(book, ["findings", rubric], () => this.#late.found.checkBook(book, { rubric }));
  }

  /** Takes over findings of a stepwise check. */
  knowFindings(book: Book, rubric: string | undefined, findings: readonly Finding[]): void {
    this.#keep(book, ["findings", rubric], () => findings);
  }

  outcome(book: Book, period: string | undefined, rubric: string | undefined): ScoreOutcome {
    return this.#keep(book, ["outcome", period, rubric], () => this.#late.found.scoreBook(book, { period, rubric }));
  }

  stale(book: Book): readonly StaleEvaluation[] {
    return this.#keep(book, ["stale"], () => this.#late.found.staleEvaluations(book));
  }

  fillPlan(book: Book, period: string | undefined, rubric: string | undefined, locale: Locale): FillPlan {
    const outcome = this.outcome(book, period, rubric);
    return this.#keep(book, ["plan", period, rubric, locale], () =>
      this.#late.found.planEvaluation(book, outcome, locale),
    );
  }

  comparison(
    book: Book,
    { before, after, edits }: Comparing,
    earlier: Rules | undefined,
    period: string | undefined,
  ): RubricComparison {
    return this.#keep(book, ["comparison", before, after, edits ? "edits" : "rubrics", period], () => {
      const first = edits && earlier ? this.#late.found.underRules(book, earlier) : book;
      return this.#late.found.compareRubrics({ book: first, rubric: before }, { book, rubric: after }, { period });
    });
  }

  explanation(book: Book, set: EvaluationSet, agent: number, locale: Locale): AgentExplanation {
    return this.#late.found.explainEvaluation(book, set, agent, locale);
  }

  improvement(set: EvaluationSet, agent: number, locale: Locale): Improvement {
    return this.#late.found.improvementOf(set, agent, locale);
  }

  nearLines(set: EvaluationSet, margin: number, locale: Locale): readonly NearGradeLine[] {
    return this.#late.found.nearGradeLines(set, margin, locale);
  }

  summary(set: EvaluationSet): ScoreSummary {
    return this.#summarised(set);
  }

  #keep<T>(book: Book, question: readonly (string | undefined)[], answer: () => T): T {
    if (book !== this.#book) this.#kept.clear();
    this.#book = book;
    // JSON tells an absent choice (null) from the name "".
    const key = JSON.stringify(question.map((part) => part ?? null));
    if (!this.#kept.has(key)) this.#kept.set(key, answer());
    return this.#kept.get(key) as T;
  }
}
