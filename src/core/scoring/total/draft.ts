import type { CompiledRubric } from "../model/compiled";
import type { AgentTotals } from "../model/evaluation";

export type { AgentTotals } from "../model/evaluation";

/** The columns of so many agents before anything is scored. */
export function createDraft(rubric: CompiledRubric, count: number): AgentTotals {
  const numbers = (): Float64Array => new Float64Array(count);
  const codes = (): Uint8Array => new Uint8Array(count);
  const critical = rubric.indicators.map(({ indicator }) => Boolean(indicator.critical));
  const total = numbers();
  return {
    rubric,
    count,
    indicators: rubric.indicators.map(() => ({ earned: numbers(), status: codes() })),
    shifted: codes(),
    gone: numbers(),
    present: numbers(),
    incomplete: codes(),
    sections: rubric.rubric.sections.map(numbers),
    deductions: numbers(),
    bonuses: numbers(),
    status: codes(),
    totalExact: numbers(),
    total,
    totalWithoutCritical: critical.includes(true) ? numbers() : total,
    criticalFailed: critical.map((isCritical) => (isCritical ? codes() : undefined)),
    grade: new Int16Array(count).fill(-1),
  };
}
