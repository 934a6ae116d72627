import { foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import type { Rubric } from "../../rubric/rubric";
import type { SettingsTable } from "../../rubric/settings";
import { rankTogether } from "./centre-rank";
import type { CompiledRubric } from "../model/compiled";
import { compileRubric } from "../compile/compile";
import type { AgentTotals } from "../total/draft";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import { gatherIndicator, gatherInputs } from "../gather/inputs";
import type { Sources } from "../gather/request";
import type { IndicatorInput } from "../model/input";
import type { InputKind } from "../model/method";
import type { Standings } from "../gather/other-results";
import { inputOf } from "../gather/other-results";
import { findMethod } from "../compile/registry";
import { rowsOf, take } from "../gather/rows";
import { scoreInputs, scoreRubric } from "../total/score";
import { orderTeams, teamPart } from "./team-order";

/** All that scoring reads. */
export interface ScoringTables extends Sources {
  readonly rubrics: readonly Rubric[];
  readonly settings: Pick<SettingsTable, "forRubric">;
}

/** A rubric with the agents that it scores in a period. */
interface Part {
  readonly compiled: CompiledRubric;
  readonly rows: Int32Array;
}

/** Whether any indicator of a rubric takes its values from the results of other agents, or of other periods. */
export function dependsOn(rubric: Rubric, metrics: Metrics, input: Extract<InputKind, "team" | "periods">): boolean {
  return rubric.indicators.some((indicator) => {
    const method = findMethod(indicator.method);
    return method !== undefined && inputOf(indicator, method, metrics) === input;
  });
}

/**
 * Scores a period by all rubrics that have agents in it, or by the one asked for. What results depend on is scored first: members before
 * their leaders, however many levels there are, and the periods within this one, each once.
 *
 * @throws Error where agents lead each other in a circle; the validator finds that first
 */
export function scorePeriod(tables: ScoringTables, period: string, onlyRubric?: string): readonly EvaluationSet[] {
  const { metrics, rubrics, scales, settings } = tables;
  const known = new Map<string, readonly EvaluationSet[]>();
  let standing: Standings | undefined;
  const allStandings = (): Standings => (standing ??= createStandings(metrics.rowCount));
  const partsOf = (wanted: string, chosen: readonly Rubric[]): readonly Part[] =>
    chosen.flatMap((rubric) => {
      const rows = rowsOf(metrics, rubric.name, wanted, rubrics.length === 1);
      return rows.length === 0
        ? []
        : [{ compiled: compileRubric(rubric, scales, settings.forRubric(rubric.name)), rows }];
    });
  const request = (wanted: string, { compiled, rows }: Part) => ({
    compiled,
    sources: tables,
    period: wanted,
    rows,
    // Within a period its own standings are filled step by step; those of another are complete when they are handed over.
    standings: (other: string): Standings => {
      if (foldName(other) !== foldName(wanted)) scoreAll(other);
      return allStandings();
    },
  });
  const scorePart = (wanted: string, part: Part): EvaluationSet =>
    scoreRubric(part.compiled, metrics, wanted, part.rows, gatherInputs(request(wanted, part)));
  const scoreAll = (wanted: string): readonly EvaluationSet[] => {
    const key = foldName(wanted);
    const done = known.get(key);
    if (done) return done;
    const parts = partsOf(wanted, rubrics);
    const byTeams = parts.map(({ compiled }) => dependsOn(compiled.rubric, metrics, "team"));
    const plain = parts.map((part, index) => {
      if (byTeams[index]) return undefined;
      const set = scorePart(wanted, part);
      note(allStandings(), set, set.rows);
      return set;
    });
    const leaders = parts.filter((_, index) => byTeams[index]);
    climb(wanted, leaders);
    const sets = parts.map((part, index) => plain[index] ?? scorePart(wanted, part));
    for (const set of sets) note(allStandings(), set, set.rows);
    known.set(key, sets);
    return sets;
  };
  /** Finds the totals of agents who are scored by their teams, level by level. */
  const climb = (wanted: string, parts: readonly Part[]): void => {
    if (parts.length === 0) return;
    const { steps, circles } = orderTeams(
      metrics,
      wanted,
      parts.map((part) => teamPart(part.compiled.rubric, scales, part.rows)),
    );
    if (circles.length > 0) {
      const names = circles[0]!.map((row) => metrics.agentIds[row]!).join(", ");
      throw new Error(`${wanted}: agents lead each other in a circle: ${names}`);
    }
    const partOf = new Map<number, number>();
    parts.forEach(({ rows }, part) => rows.forEach((row) => partOf.set(row, part)));
    const fixed = parts.map((part) => createPartScorer(request(wanted, part)));
    for (const { rows, complete } of steps) {
      for (const [part, score] of fixed.entries()) {
        const own = Int32Array.from(rows.filter((row) => partOf.get(row) === part)).sort();
        if (own.length > 0) score(own, allStandings());
      }
      for (const part of complete) {
        const set = scorePart(wanted, parts[part]!);
        note(allStandings(), set, set.rows);
      }
    }
  };
  const isChosen = ({ name }: Rubric): boolean => onlyRubric === undefined || foldName(name) === foldName(onlyRubric);
  const chosen = rubrics.filter(isChosen);
  if (chosen.some((rubric) => dependsOn(rubric, metrics, "team"))) {
    return rankTogether(scoreAll(period).filter(({ rubric }) => isChosen(rubric.rubric)));
  }
  return rankTogether(partsOf(period, chosen).map((part) => scorePart(period, part)));
}

/**
 * Makes the function that scores some agents of a rubric once their members are scored. What does not come from teams is gathered once, for
 * all agents, because peers are all of them.
 */
function createPartScorer(
  request: Parameters<typeof gatherInputs>[0],
): (rows: Int32Array, standings: Standings) => void {
  const { compiled, sources, rows: all } = request;
  const placeOf = new Map(Array.from(all, (row, place) => [row, place]));
  const fixed = compiled.indicators.map((indicator): IndicatorInput | undefined =>
    inputOf(indicator.indicator, indicator.method, sources.metrics) === "team"
      ? undefined
      : gatherIndicator({ ...request, indicator }),
  );
  return (rows, standings) => {
    const places = rows.map((row) => placeOf.get(row)!);
    const inputs = compiled.indicators.map((indicator, k): IndicatorInput => {
      const input = fixed[k];
      if (!input) return gatherIndicator({ ...request, rows, indicator });
      return {
        ...input,
        values: take(input.values, places),
        kinds: take(input.kinds, places),
        given: input.given && take(input.given, places),
      };
    });
    note(standings, scoreInputs(compiled, inputs, rows.length), rows);
  };
}

function createStandings(count: number): Standings {
  return {
    totals: new Float64Array(count).fill(NaN),
    grades: new Int16Array(count).fill(-1),
    status: new Uint8Array(count).fill(STATUS.pending),
  };
}

function note(
  standings: Standings,
  { total, grade, status }: Pick<AgentTotals, "total" | "grade" | "status">,
  rows: Int32Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const scored = status[i] === STATUS.scored;
    standings.totals[rows[i]!] = scored ? total[i]! : NaN;
    standings.grades[rows[i]!] = scored ? grade[i]! : -1;
    standings.status[rows[i]!] = status[i]!;
  }
}
