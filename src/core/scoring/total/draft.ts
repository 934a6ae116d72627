import type { CompiledRubric } from "../model/compiled";
import type { EvaluationSet, ScoreColumn } from "../model/evaluation";
import { factorsFrom, sumSection } from "./shift";

export type AgentTotals = Pick<
  EvaluationSet,
  | "incomplete"
  | "gone"
  | "deductions"
  | "bonuses"
  | "status"
  | "shifted"
  | "totalExact"
  | "total"
  | "totalWithoutCritical"
  | "grade"
>;

/**
 * The columns of a set of evaluations in the making.
 *
 * Each column is an array of its own: pages of smaller ones are used again by the next scoring, those of one large array are asked of
 * the system anew each time. And columns are held by instances of classes only: object literals that once lived long are made among the
 * long-lived ones by the engine, and what they hold then stays in memory until the next full collection.
 */
export class Draft implements AgentTotals {
  readonly columns: readonly ScoreColumn[];
  readonly criticalFailed: readonly (Uint8Array | undefined)[];
  /**
   * Where the earned points of each section are summed. Where nothing bends a section that is the total itself, and sections are summed
   * when somebody asks for them.
   */
  readonly sums: readonly Float64Array[];
  readonly deductions: Float64Array;
  readonly bonuses: Float64Array;
  readonly gone: Float64Array;
  readonly totalExact: Float64Array;
  readonly total: Float64Array;
  readonly totalWithoutCritical: Float64Array;
  readonly status: Uint8Array;
  readonly shifted: Uint8Array;
  readonly incomplete: Uint8Array;
  readonly grade: Int16Array;

  constructor(
    readonly compiled: CompiledRubric,
    readonly count: number,
  ) {
    const { indicators, rubric } = compiled;
    const critical = indicators.map(({ indicator }) => Boolean(indicator.critical));
    const whole = !compiled.shares && !bends(compiled);
    this.columns = indicators.map(() => new Column(count));
    this.totalExact = new Float64Array(count);
    this.total = new Float64Array(count);
    this.sums = rubric.sections.map(() => (whole ? this.totalExact : new Float64Array(count)));
    this.deductions = new Float64Array(count);
    // Without items that only adjust, one column of zeros is enough for both.
    this.bonuses = indicators.some(({ adjusts }) => adjusts) ? new Float64Array(count) : this.deductions;
    this.gone = new Float64Array(count);
    this.totalWithoutCritical = critical.includes(true) ? new Float64Array(count) : this.total;
    this.status = new Uint8Array(count);
    this.shifted = new Uint8Array(count);
    this.incomplete = new Uint8Array(count);
    this.criticalFailed = critical.map((isCritical) => (isCritical ? new Uint8Array(count) : undefined));
    this.grade = new Int16Array(count).fill(-1);
  }

  /** Counted points of each section; summed again where nothing but missing indicators changed what was earned. */
  sections(): readonly Float64Array[] {
    const { compiled, columns, sums } = this;
    if (sums[0] !== this.totalExact) return sums;
    const factors = factorsFrom(compiled.points, this.shifted, this.gone);
    return sums.map((_, section) => sumSection(compiled, columns, section, factors));
  }
}

class Column implements ScoreColumn {
  readonly earned: Float64Array;
  readonly status: Uint8Array;

  constructor(count: number) {
    this.earned = new Float64Array(count);
    this.status = new Uint8Array(count);
  }
}

/** Whether anything but deductions and bonuses comes between the earned points and the total: bounds of sections, critical items. */
export function bends({ bounds, indicators }: CompiledRubric): boolean {
  return bounds.some((each) => each !== undefined) || indicators.some(({ indicator }) => Boolean(indicator.critical));
}
