export { readBook } from "./read-book";
export type { Book, BookSummary } from "./read-book";
export { checkBook, checkBookInSteps, mend } from "./check";
export { scoreBook } from "./score";
export type { ScoreOutcome } from "./score";
export { fillEvaluation, planEvaluation, staleEvaluations } from "./fill";
export { fingerprintOf } from "./mark";
export type { FillPlan, StaleEvaluation } from "./fill";
export { explainEvaluation, explainerOf } from "./explain";
export type { AgentExplanation, ExplanationLine } from "./explain";
export { summarise, summariseTeams } from "./summary";
export type { ScoreSummary, TeamSummary } from "./summary";
// The functions stand in a file of their own, as the pane loads the schemes only when somebody asks for one.
export type { InsertOutcome, TemplateChoice, TemplateEntry } from "./templates";
