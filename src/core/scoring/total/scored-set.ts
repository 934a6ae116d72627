import type { CodedColumn } from "../../metrics/columns";
import type { Metrics } from "../../metrics/metrics";
import type { Draft } from "./draft";
import type { EvaluationSet } from "../model/evaluation";
import type { IndicatorInput } from "../model/input";
import { rankByTotal, rankWithin } from "./rank";
import { isRun, take } from "../gather/rows";

/**
 * A finished draft with what the whole group decides. What not everybody asks for is made on demand. A class because of its accessors: those of
 * an object literal keep all that they see in memory until the next full collection, here the columns of every scoring.
 */
export class ScoredSet implements EvaluationSet {
  readonly team: CodedColumn;
  readonly agentIds: readonly string[];
  readonly rank: Int32Array;
  private made: { -readonly [Name in "names" | "teams" | "sections" | "teamRank"]?: EvaluationSet[Name] } = {};

  constructor(
    private readonly draft: Draft,
    private readonly metrics: Metrics,
    readonly period: string,
    readonly rows: Int32Array,
    readonly inputs: readonly IndicatorInput[],
  ) {
    const { codes, texts } = metrics.coded("team");
    this.team = { codes: take(codes, rows), texts };
    this.agentIds = pick(metrics.agentIds, rows);
    this.rank = rankByTotal(draft.total, draft.status, draft.compiled.settings.decimals);
  }

  get names(): EvaluationSet["names"] {
    return (this.made.names ??= pick(this.metrics.names, this.rows));
  }

  get teams(): EvaluationSet["teams"] {
    return (this.made.teams ??= pick(this.metrics.teams, this.rows));
  }

  get sections(): EvaluationSet["sections"] {
    return (this.made.sections ??= this.draft.sections());
  }

  get teamRank(): EvaluationSet["teamRank"] {
    const { codes, texts } = this.team;
    const { total, status, compiled } = this.draft;
    const { decimals } = compiled.settings;
    return (this.made.teamRank ??= rankWithin(codes, texts.length, texts.indexOf(""), total, status, decimals));
  }

  get rubric(): EvaluationSet["rubric"] {
    return this.draft.compiled;
  }

  get count(): EvaluationSet["count"] {
    return this.draft.count;
  }

  get indicators(): EvaluationSet["indicators"] {
    return this.draft.columns;
  }

  get shifted(): EvaluationSet["shifted"] {
    return this.draft.shifted;
  }

  get gone(): EvaluationSet["gone"] {
    return this.draft.gone;
  }

  get incomplete(): EvaluationSet["incomplete"] {
    return this.draft.incomplete;
  }

  get deductions(): EvaluationSet["deductions"] {
    return this.draft.deductions;
  }

  get bonuses(): EvaluationSet["bonuses"] {
    return this.draft.bonuses;
  }

  get status(): EvaluationSet["status"] {
    return this.draft.status;
  }

  get totalExact(): EvaluationSet["totalExact"] {
    return this.draft.totalExact;
  }

  get total(): EvaluationSet["total"] {
    return this.draft.total;
  }

  get totalWithoutCritical(): EvaluationSet["totalWithoutCritical"] {
    return this.draft.totalWithoutCritical;
  }

  get criticalFailed(): EvaluationSet["criticalFailed"] {
    return this.draft.criticalFailed;
  }

  get grade(): EvaluationSet["grade"] {
    return this.draft.grade;
  }
}

function pick(texts: readonly string[], rows: Int32Array): readonly string[] {
  if (isRun(rows) && rows.length === texts.length) return texts;
  const result = new Array<string>(rows.length);
  for (let i = 0; i < rows.length; i += 1) result[i] = texts[rows[i]!]!;
  return result;
}
