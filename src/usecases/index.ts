export { readBook } from "./read-book";
export { checkBook, mend } from "./check";
export { scoreBook } from "./score";
export { planEvaluation, fillEvaluation, staleEvaluations } from "./fill";
export { explainEvaluation } from "./explain";
export type { Book, BookSummary } from "./read-book";
export type { ScoreOutcome } from "./score";
export type { FillPlan } from "./fill";
export type { AgentExplanation, ExplanationLine } from "./explain";
