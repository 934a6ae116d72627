import { foldName } from "../cell/cell";
import type { ReadTable, SourceTable } from "../cell/table";
import { hasColumns, readHeaders } from "../cell/table";
import type { MetricsIdentity, RubricColumn, ScaleColumn, SettingColumn } from "./columns";
import { METRICS_COLUMNS, RUBRIC_COLUMNS, SCALE_COLUMNS, SETTING_COLUMNS } from "./columns";

/** The tables of the contract that a workbook has. */
export interface FoundTables {
  readonly rubric: ReadTable<RubricColumn> | undefined;
  readonly scales: ReadTable<ScaleColumn> | undefined;
  readonly metrics: ReadTable<MetricsIdentity> | undefined;
  readonly settings: ReadTable<SettingColumn> | undefined;
}

const NAMES = {
  rubric: ["Rubric", "Rubrics", "评分标准", "考核评分标准"],
  scales: ["Scales", "等级表"],
  metrics: ["Metrics", "指标数据"],
  settings: ["Settings", "设置"],
} as const;

/** Finds the contract's tables by their headers; of several that fit, the one with the contract's name, else the first. */
export function findTables(tables: readonly SourceTable[]): FoundTables {
  const pick = <Id extends string>(
    names: readonly string[],
    candidates: readonly ReadTable<Id>[],
  ): ReadTable<Id> | undefined =>
    candidates.find((table) => names.some((name) => foldName(name) === foldName(table.source.name))) ?? candidates[0];
  const rubric = tables
    .map((table) => readHeaders(table, RUBRIC_COLUMNS))
    .filter((table) => hasColumns(table, ["indicator", "method"]));
  const scales = tables
    .map((table) => readHeaders(table, SCALE_COLUMNS))
    .filter((table) => hasColumns(table, ["scale", "from"]) && !isRubric(table.source));
  const metrics = tables
    .map((table) => readHeaders(table, METRICS_COLUMNS))
    .filter((table) => hasColumns(table, ["agentId", "period"]) && !hasIndicator(table.source));
  const settings = tables
    .map((table) => readHeaders(table, SETTING_COLUMNS))
    .filter((table) => hasColumns(table, ["setting", "value"]));
  return {
    rubric: pick(NAMES.rubric, rubric),
    scales: pick(NAMES.scales, scales),
    metrics: pick(NAMES.metrics, metrics),
    settings: pick(NAMES.settings, settings),
  };
}

function isRubric(source: SourceTable): boolean {
  return hasColumns(readHeaders(source, RUBRIC_COLUMNS), ["indicator", "method"]);
}

/** Ledger and Ratings also have an agent ID; what sets them apart is one row per event or rating of an indicator. */
function hasIndicator(source: SourceTable): boolean {
  return hasColumns(readHeaders(source, RUBRIC_COLUMNS), ["indicator"]);
}
