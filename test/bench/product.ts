import type { PlanCell } from "../../src/core/plan/plan";
import { planEvaluationSheet } from "../../src/core/evaluation/plan-evaluation";
import type { CheckSubject } from "../../src/core/checks/subject";
import { readSubject } from "../../src/core/checks/subject";
import type { EvaluationSet } from "../../src/core/scoring/model/evaluation";
import { groupMeans } from "../../src/core/scoring/model/mean";
import { take } from "../../src/core/scoring/gather/rows";
import { scorePeriod } from "../../src/core/scoring/period/score-period";
import { packTable } from "../../src/core/cell/packed";
import type { SourceTable } from "../../src/core/cell/table";
import { PERIOD } from "./data";

export interface ProductScores {
  readonly set: EvaluationSet;
  readonly teamMeans: Float64Array;
}

/** Reads the tables like the use case that reads a workbook. */
const readPacked = (tables: readonly SourceTable[]): CheckSubject => readSubject(tables.map(packTable));

/** Reads the tables and parses every metric, so that scoring alone can be measured. */
export function readIn(tables: readonly SourceTable[]): CheckSubject {
  const subject = readPacked(tables);
  score(subject);
  return subject;
}

/** Compiles the rubric and scores the period: points, totals, grades, ranks, means of teams. */
export function score(subject: CheckSubject): ProductScores {
  const metrics = subject.metrics!;
  const set = scorePeriod({ ...subject, metrics }, PERIOD)[0]!;
  const teams = metrics.coded("team");
  return { set, teamMeans: groupMeans(take(teams.codes, set.rows), teams.texts.length, set.total, set.status) };
}

/** The whole way: from the cells that Excel gives to the cells that it takes. */
export function wholeWay(tables: readonly SourceTable[]): readonly (readonly PlanCell[])[] {
  const { set } = score(readPacked(tables));
  return planEvaluationSheet([set], { period: PERIOD, rubric: "0", metrics: "0" }, "en").rows;
}
