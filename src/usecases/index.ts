export { readBook } from "./read-book";
export type { Book, BookSummary } from "./read-book";
export { checkBook, mend } from "./check";
export { scoreBook } from "./score";
export type { ScoreOutcome } from "./score";
export { fillEvaluation, fingerprintOf, planEvaluation, staleEvaluations } from "./fill";
export type { FillPlan, StaleEvaluation } from "./fill";
export { explainEvaluation, explainerOf } from "./explain";
export type { AgentExplanation, ExplanationLine } from "./explain";
