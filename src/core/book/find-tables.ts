import type { Localised } from "../text/locale";
import { foldName } from "../cell/cell";
import type { ReadTable, SourceTable } from "../cell/table";
import { hasColumns, readHeaders } from "../cell/table";
import type { RubricColumn, ScaleColumn, SettingColumn } from "../rubric/columns";
import type { BaselineColumn, LedgerColumn, MetricsIdentity, RatingColumn } from "../metrics/headers";
import { RUBRIC_COLUMNS, SCALE_COLUMNS, SETTING_COLUMNS } from "../rubric/columns";
import { BASELINE_COLUMNS, LEDGER_COLUMNS, METRICS_COLUMNS, RATING_COLUMNS } from "../metrics/headers";

/** The tables of the contract that a workbook has. */
export interface FoundTables {
  readonly rubric: ReadTable<RubricColumn> | undefined;
  readonly scales: ReadTable<ScaleColumn> | undefined;
  readonly metrics: ReadTable<MetricsIdentity> | undefined;
  readonly settings: ReadTable<SettingColumn> | undefined;
  readonly ledger: ReadTable<LedgerColumn> | undefined;
  readonly ratings: ReadTable<RatingColumn> | undefined;
  readonly baseline: ReadTable<BaselineColumn> | undefined;
  /** Tables that lack one column to be read. */
  readonly nearMisses: readonly NearMiss[];
  /** Tables that fit as well, but are not read. */
  readonly passedOver: readonly PassedOver[];
}

export type TableKind = "rubric" | "scales" | "metrics" | "settings" | "ledger" | "ratings" | "baseline";

interface NearMiss {
  readonly kind: "rubric" | "metrics";
  readonly source: SourceTable;
  /** The missing headers. */
  readonly missing: Localised;
}

interface PassedOver {
  readonly kind: TableKind;
  readonly source: SourceTable;
  /** The table that is read instead. */
  readonly chosen: SourceTable;
}

const NAMES: Readonly<Record<TableKind, readonly string[]>> = {
  rubric: ["Rubric", "Rubrics", "评分标准", "考核评分标准"],
  scales: ["Scales", "等级表"],
  metrics: ["Metrics", "指标数据"],
  settings: ["Settings", "设置"],
  ledger: ["Ledger", "奖惩台账"],
  ratings: ["Ratings", "评价"],
  baseline: ["Baseline", "同岗位基准"],
};

/** The tables that were found. Findings are shown in this order. */
export function tablesOf(found: FoundTables): readonly ReadTable<string>[] {
  const { rubric, scales, metrics, settings, ledger, ratings, baseline } = found;
  return [rubric, scales, metrics, settings, ledger, ratings, baseline].flatMap((table): ReadTable<string>[] =>
    table ? [table] : [],
  );
}

/**
 * Finds the contract's tables by their headers. If several fit, the one with the contract's name counts, else the
 * first.
 */
export function findTables(tables: readonly SourceTable[]): FoundTables {
  const passedOver: PassedOver[] = [];
  const pick = <Id extends string>(
    kind: TableKind,
    candidates: readonly ReadTable<Id>[],
  ): ReadTable<Id> | undefined => {
    // Of Metrics and its full-width twin the name that is written as in the contract counts.
    const named =
      candidates.find(({ source }) => NAMES[kind].includes(source.name)) ??
      candidates.find(({ source }) => NAMES[kind].some((name) => foldName(name) === foldName(source.name)));
    const chosen = named ?? candidates[0];
    for (const { source } of candidates)
      if (source !== chosen?.source) passedOver.push({ kind, source, chosen: chosen!.source });
    return chosen;
  };
  const rubrics = tables.map((table) => readHeaders(table, RUBRIC_COLUMNS));
  const scales = tables.map((table) => readHeaders(table, SCALE_COLUMNS));
  const metrics = tables.map((table) => readHeaders(table, METRICS_COLUMNS));
  const settings = tables.map((table) => readHeaders(table, SETTING_COLUMNS));
  const ledgers = tables.map((table) => readHeaders(table, LEDGER_COLUMNS));
  const ratings = tables.map((table) => readHeaders(table, RATING_COLUMNS));
  const baselines = tables.map((table) => readHeaders(table, BASELINE_COLUMNS));
  return {
    rubric: pick(
      "rubric",
      rubrics.filter((table) => hasColumns(table, ["indicator", "method"])),
    ),
    scales: pick(
      "scales",
      scales.filter(
        (table) =>
          (hasColumns(table, ["scale", "from"]) || hasColumns(table, ["scale", "grade"])) && !isRubric(table.source),
      ),
    ),
    metrics: pick(
      "metrics",
      metrics.filter((table) => hasColumns(table, ["agentId", "period"]) && !hasIndicator(table.source)),
    ),
    settings: pick(
      "settings",
      settings.filter((table) => hasColumns(table, ["setting", "value"])),
    ),
    ledger: pick(
      "ledger",
      ledgers.filter((table) => hasColumns(table, ["date", "agentId", "indicator"])),
    ),
    ratings: pick(
      "ratings",
      ratings.filter((table) => hasColumns(table, ["agentId", "indicator", "rating"])),
    ),
    baseline: pick(
      "baseline",
      baselines.filter((table) => hasColumns(table, ["period", "indicator", "statistic", "value"])),
    ),
    nearMisses: [...rubrics.flatMap(lacksForRubric), ...metrics.flatMap(lacksForMetrics)],
    passedOver,
  };
}

/**
 * A rubric needs a method beside indicator and points. The Ledger also states points of indicators, so a table with
 * agents is no rubric.
 */
function lacksForRubric(table: ReadTable<RubricColumn>): readonly NearMiss[] {
  if (!hasColumns(table, ["indicator", "points"]) || hasColumns(table, ["method"])) return [];
  if (hasColumns(readHeaders(table.source, METRICS_COLUMNS), ["agentId"])) return [];
  const { en, "zh-CN": zh } = RUBRIC_COLUMNS.method.names;
  return [{ kind: "rubric", source: table.source, missing: { en: en[0]!, "zh-CN": zh[0]! } }];
}

/** Metrics need agent IDs and periods. A table with periods and names lacks the agent IDs. */
function lacksForMetrics(table: ReadTable<MetricsIdentity>): readonly NearMiss[] {
  if (hasIndicator(table.source)) return [];
  const hasId = hasColumns(table, ["agentId"]);
  const hasPeriod = hasColumns(table, ["period"]);
  if (hasId === hasPeriod || (!hasId && !hasColumns(table, ["name"]))) return [];
  const { en, "zh-CN": zh } = METRICS_COLUMNS[hasId ? "period" : "agentId"].names;
  return [{ kind: "metrics", source: table.source, missing: { en: en[0]!, "zh-CN": zh[0]! } }];
}

function isRubric(source: SourceTable): boolean {
  return hasColumns(readHeaders(source, RUBRIC_COLUMNS), ["indicator", "method"]);
}

/** Ledger and Ratings also have agent IDs. Unlike Metrics, they hold one row per event or rating of an indicator. */
function hasIndicator(source: SourceTable): boolean {
  return hasColumns(readHeaders(source, RUBRIC_COLUMNS), ["indicator"]);
}
