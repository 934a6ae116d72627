import type { PlanCell } from "../../src/core/evaluation/plan";
import { planEvaluationSheet } from "../../src/core/evaluation/plan-evaluation";
import type { CheckSubject } from "../../src/core/rules/subject";
import { readSubject } from "../../src/core/rules/subject";
import { compileRubric } from "../../src/core/scoring/compile";
import type { EvaluationSet } from "../../src/core/scoring/evaluation";
import { gatherInputs } from "../../src/core/scoring/gather/inputs";
import { groupMeans } from "../../src/core/scoring/mean";
import { rowsOf, scoreRubric, take } from "../../src/core/scoring/score";
import type { SourceTable } from "../../src/core/cell/table";
import { PERIOD } from "./data";

export interface ProductScores {
  readonly set: EvaluationSet;
  readonly teamMeans: Float64Array;
}

/** Reads the tables and parses every metric, so that scoring alone can be measured. */
export function readIn(tables: readonly SourceTable[]): CheckSubject {
  const subject = readSubject(tables);
  score(subject);
  return subject;
}

/** Compiles the rubric and scores the period: points, totals, grades, ranks, means of teams. */
export function score({ rubrics, scales, settings, metrics }: CheckSubject): ProductScores {
  const rubric = rubrics[0]!;
  const compiled = compileRubric(rubric, scales, settings.forRubric(rubric.name));
  const rows = rowsOf(metrics!, rubric.name, PERIOD, true);
  const sources = { metrics: metrics!, scales };
  const inputs = gatherInputs({ compiled, sources, period: PERIOD, rows, results: () => [] });
  const set = scoreRubric(compiled, metrics!, PERIOD, rows, inputs);
  const teams = metrics!.coded("team");
  return { set, teamMeans: groupMeans(take(teams.codes, rows), teams.texts.length, set.total, set.status) };
}

/** The whole way: from the cells that Excel hands over to the cells that it takes. */
export function wholeWay(tables: readonly SourceTable[]): readonly (readonly PlanCell[])[] {
  const { set } = score(readSubject(tables));
  return planEvaluationSheet([set], { period: PERIOD, rubric: "0", metrics: "0" }, "en").rows;
}
