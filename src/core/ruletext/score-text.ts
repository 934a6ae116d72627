import type { CellValue } from "../cell/cell";
import type { Localised } from "../text/locale";
import { localise } from "../text/locale";
import { readRuleOnce } from "./read-once";
import type { RuleScore } from "./score-rule";
import { scoreByRule, whyUnscorable } from "./score-rule";

export interface TextScores {
  /** Why this rule can score no value, and what to add to it; undefined if it can score values. */
  readonly why: Localised | undefined;
  readonly scores: readonly RuleScore[];
}

/**
 * Reads a rule and scores cells by it. Each different rule is read once. The first serious doubt gives the words for an
 * open rule.
 */
export function scoreText(text: string, points: number | undefined, cells: readonly CellValue[]): TextScores {
  const reading = readRuleOnce(text, points);
  const why = whyUnscorable(reading, points);
  const doubt = reading.doubts.find(({ severity }) => severity === "error");
  const reason = doubt && localise((locale) => `${doubt.text[locale].what} ${doubt.text[locale].how}`);
  const scores = scoreByRule(reading, points, cells).map((score): RuleScore =>
    score.status === "failed" && score.isOpen && reason ? { ...score, why: reason } : score,
  );
  return { why: why && (reason ?? why), scores };
}
