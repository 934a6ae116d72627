import type { Metrics } from "../../metrics/metrics";
import type { Scale } from "../../rubric/scale";
import { gatherIndicator } from "../gather/inputs";
import { inputOf, type Standings } from "../gather/other-results";
import type { GatherRequest } from "../gather/request";
import { take } from "../gather/rows";
import type { IndicatorInput } from "../model/input";
import { scoreInputs } from "../total/score";
import { enterResults } from "./standings";
import { orderTeams, teamPart } from "./team-order";

/** The agents of one rubric in one period, and the sources of their values. */
export type PartRequest = Omit<GatherRequest, "indicator">;

/** Everything that scoring the leaders of a period needs. */
export interface Leaders {
  readonly metrics: Metrics;
  readonly scales: readonly Scale[];
  readonly period: string;
  /** The rubrics that have an indicator about teams, each with its agents. */
  readonly parts: readonly PartRequest[];
  /** Results so far. The results of leaders are added as they are scored. */
  readonly standings: Standings;
  /**
   * Scores a whole part and enters its results. It is called when all agents of the part have totals, because quotas
   * need all of them.
   */
  readonly complete: (part: number) => void;
}

/**
 * Finds the totals of agents that are scored by their teams, level by level: first leaders of teams without leaders,
 * then the leaders of those.
 *
 * @throws Error where agents lead each other in a circle; a check finds that first
 */
export function scoreLeaders({ metrics, scales, period, parts, standings, complete }: Leaders): void {
  const { steps, circles } = orderTeams(
    metrics,
    period,
    parts.map(({ compiled, rows }) => teamPart(compiled.rubric, scales, rows)),
  );
  if (circles.length > 0) {
    const names = circles[0]!.map((row) => metrics.agentIds[row]!).join(", ");
    throw new Error(`${period}: agents lead each other in a circle: ${names}`);
  }
  const partOf = new Map(parts.flatMap(({ rows }, part) => Array.from(rows, (row) => [row, part] as const)));
  const scorers = parts.map((part) => new LevelScorer(part));
  for (const step of steps) {
    for (const [part, scorer] of scorers.entries()) {
      const rows = Int32Array.from(step.rows.filter((row) => partOf.get(row) === part)).sort();
      if (rows.length > 0) scorer.score(rows, standings);
    }
    for (const part of step.complete) complete(part);
  }
}

/**
 * Scores some agents of a rubric when the members of their teams are scored. Values from other sources are gathered
 * once for all agents, because all of them are peers.
 */
class LevelScorer {
  private readonly placeOf: ReadonlyMap<number, number>;
  /** In the order of the indicators; undefined for indicators about teams. */
  private readonly fixed: readonly (IndicatorInput | undefined)[];

  constructor(private readonly part: PartRequest) {
    const { compiled, sources, rows } = part;
    this.placeOf = new Map(Array.from(rows, (row, place) => [row, place]));
    this.fixed = compiled.indicators.map((indicator) =>
      inputOf(indicator.indicator, indicator.method, sources.metrics) === "team"
        ? undefined
        : gatherIndicator({ ...part, indicator }),
    );
  }

  score(rows: Int32Array, standings: Standings): void {
    const { compiled } = this.part;
    const places = rows.map((row) => this.placeOf.get(row)!);
    const inputs = compiled.indicators.map((indicator, k): IndicatorInput => {
      const input = this.fixed[k];
      if (!input) return gatherIndicator({ ...this.part, rows, indicator });
      return {
        ...input,
        values: take(input.values, places),
        kinds: take(input.kinds, places),
        given: input.given && take(input.given, places),
      };
    });
    enterResults(standings, scoreInputs(compiled, inputs, rows.length), rows);
  }
}
