export { answerRule, createRuleReader, openQuestions, ruleInWords, tryRule } from "./rule-reader";
export type { RuleChange, RuleChanges, RuleReader } from "./rule-reader";
export { rubricRules } from "./rubric-rules";
export type { RubricRule, RuleField } from "./rubric-rules";
export { pastedRules } from "./pasted-rules";
export type { PastedRule } from "./pasted-rules";
export { applyRules, changesSomething, planPastedRules, planRubricRules } from "./plan-rules";
export type { RuleReading } from "../../core/ruletext/read-rule";
