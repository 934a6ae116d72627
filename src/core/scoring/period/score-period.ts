import { foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import type { Rubric } from "../../rubric/rubric";
import type { SettingsTable } from "../../rubric/read-settings";
import { compileRubric } from "../compile/compile";
import { findMethod } from "../compile/registry";
import { gatherInputs } from "../gather/inputs";
import { inputOf, type Standings } from "../gather/other-results";
import type { Sources } from "../gather/request";
import { rowsOf } from "../gather/rows";
import type { EvaluationSet } from "../model/evaluation";
import type { InputKind } from "../model/method";
import { joinParts } from "../total/join-parts";
import { scoreRubric } from "../total/score";
import { rankTogether } from "./centre-rank";
import { partsIn } from "../../metrics/parts";
import { scoreLeaders, type PartRequest } from "./score-leaders";
import { createStandings, enterJoined, enterResults } from "./standings";

/** All tables that scoring reads. */
export interface ScoringTables extends Sources {
  readonly rubrics: readonly Rubric[];
  readonly settings: Pick<SettingsTable, "forRubric">;
}

/** Whether an indicator of a rubric reads the results of other agents, or of other periods. */
export function dependsOn(rubric: Rubric, metrics: Metrics, input: Extract<InputKind, "team" | "periods">): boolean {
  return rubric.indicators.some((indicator) => {
    const method = findMethod(indicator.method);
    return method !== undefined && inputOf(indicator, method, metrics) === input;
  });
}

/**
 * Scores a period by all rubrics with agents in it, or by one rubric. Results that others depend on come first: members
 * before leaders on every level, and each inner period once.
 *
 * @throws Error where agents lead each other in a circle; a check finds that first
 */
export function scorePeriod(tables: ScoringTables, period: string, onlyRubric?: string): readonly EvaluationSet[] {
  const isChosen = ({ name }: Rubric): boolean => onlyRubric === undefined || foldName(name) === foldName(onlyRubric);
  const chosen = tables.rubrics.filter(isChosen);
  const scoring = new Scoring(tables);
  const needsAll =
    chosen.some((rubric) => dependsOn(rubric, tables.metrics, "team")) || partsIn(tables.metrics, period).size > 0;
  const sets = needsAll
    ? scoring.wholePeriod(period).filter(({ rubric }) => isChosen(rubric.rubric))
    : scoring.rubricsAlone(period, chosen);
  return rankTogether(sets);
}

/** Scores periods of one workbook, and enters in its standings the results that others depend on. */
class Scoring {
  /** Periods that are completely scored, by folded name. */
  private readonly done = new Map<string, readonly EvaluationSet[]>();
  private made: Standings | undefined;

  constructor(private readonly tables: ScoringTables) {}

  /** Scores rubrics that do not depend on each other. */
  rubricsAlone(period: string, rubrics: readonly Rubric[]): readonly EvaluationSet[] {
    return this.partsOf(period, rubrics).map((part) => this.score(part));
  }

  /**
   * Scores all rubrics of a period once: first those without teams, then leaders level by level, then the leaders'
   * rubrics as a whole. Parts of one agent are joined last; who asks from another period finds the joined result.
   */
  wholePeriod(period: string): readonly EvaluationSet[] {
    const key = foldName(period);
    const known = this.done.get(key);
    if (known) return known;
    const parts = this.partsOf(period, this.tables.rubrics);
    const leads = parts.map(({ compiled }) => dependsOn(compiled.rubric, this.tables.metrics, "team"));
    const plain = parts.map((part, index) => (leads[index] ? undefined : this.scoreAndEnter(part)));
    this.climb(
      period,
      parts.filter((_, index) => leads[index]),
    );
    const scored = parts.map((part, index) => plain[index] ?? this.scoreAndEnter(part));
    const sets = joinParts(scored, this.tables.metrics, period);
    for (const set of sets)
      for (const [agent, { all }] of set.parts ?? []) {
        const rows = Int32Array.from(all, (part) => part.set.rows[part.agent]!);
        enterJoined(this.standings, set, agent, rows);
      }
    this.done.set(key, sets);
    return sets;
  }

  private climb(period: string, parts: readonly PartRequest[]): void {
    if (parts.length === 0) return;
    const { metrics, scales } = this.tables;
    const complete = (part: number): void => void this.scoreAndEnter(parts[part]!);
    scoreLeaders({ metrics, scales, period, parts, standings: this.standings, complete });
  }

  /** The rubrics with agents in a period, and those agents. */
  private partsOf(period: string, chosen: readonly Rubric[]): readonly PartRequest[] {
    const { metrics, rubrics, scales, settings } = this.tables;
    return chosen.flatMap((rubric): PartRequest[] => {
      const rows = rowsOf(metrics, rubric.name, period, rubrics.length === 1);
      if (rows.length === 0) return [];
      const compiled = compileRubric(rubric, scales, settings.forRubric(rubric.name));
      const standings = (other: string): Standings => this.standingsOf(other, period);
      return [{ compiled, sources: this.tables, period, rows, standings }];
    });
  }

  private score(part: PartRequest): EvaluationSet {
    return scoreRubric(part.compiled, this.tables.metrics, part.period, part.rows, gatherInputs(part));
  }

  private scoreAndEnter(part: PartRequest): EvaluationSet {
    const set = this.score(part);
    enterResults(this.standings, set, set.rows);
    return set;
  }

  /**
   * The results of a period, for a period that asks. Its own results grow during scoring; those of another period are
   * complete.
   */
  private standingsOf(period: string, asking: string): Standings {
    if (foldName(period) !== foldName(asking)) this.wholePeriod(period);
    return this.standings;
  }

  /** One entry per row of Metrics. Created only if some result depends on another. */
  private get standings(): Standings {
    return (this.made ??= createStandings(this.tables.metrics.rowCount));
  }
}
