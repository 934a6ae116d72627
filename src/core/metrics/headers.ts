import type { ColumnSpecs } from "../cell/table";
import { RUBRIC_COLUMNS, SETTING_COLUMNS } from "../rubric/columns";

export type MetricsIdentity = "agentId" | "name" | "rubric" | "team" | "leads" | "period" | "days";

export const METRICS_COLUMNS: ColumnSpecs<MetricsIdentity> = {
  agentId: { names: { en: ["Agent ID"], "zh-CN": ["工号"] } },
  name: { names: { en: ["Name"], "zh-CN": ["姓名"] } },
  rubric: { names: { en: ["Rubric", "Role"], "zh-CN": ["考核表", "岗位"] } },
  team: { names: { en: ["Team"], "zh-CN": ["班组"] } },
  leads: { names: { en: ["Leads"], "zh-CN": ["带班"] } },
  period: { names: { en: ["Period"], "zh-CN": ["期间"] } },
  days: { names: { en: ["Days"], "zh-CN": ["在岗天数"] } },
};

export type LedgerColumn = "date" | "agentId" | "indicator" | "count" | "points" | "status" | "note";

export const LEDGER_COLUMNS: ColumnSpecs<LedgerColumn> = {
  date: { names: { en: ["Date"], "zh-CN": ["日期"] } },
  agentId: METRICS_COLUMNS.agentId,
  indicator: RUBRIC_COLUMNS.indicator,
  count: { names: { en: ["Count"], "zh-CN": ["次数"] } },
  points: RUBRIC_COLUMNS.points,
  status: { names: { en: ["Status"], "zh-CN": ["状态"] } },
  note: RUBRIC_COLUMNS.note,
};

export type RatingColumn = "agentId" | "period" | "indicator" | "rater" | "raterType" | "rating";

export const RATING_COLUMNS: ColumnSpecs<RatingColumn> = {
  agentId: METRICS_COLUMNS.agentId,
  period: METRICS_COLUMNS.period,
  indicator: RUBRIC_COLUMNS.indicator,
  rater: { names: { en: ["Rater"], "zh-CN": ["评价人"] } },
  raterType: { names: { en: ["Rater type"], "zh-CN": ["评价人类型"] } },
  rating: { names: { en: ["Rating"], "zh-CN": ["评分"] } },
};

export type BaselineColumn = "rubric" | "period" | "indicator" | "statistic" | "value";

export const BASELINE_COLUMNS: ColumnSpecs<BaselineColumn> = {
  rubric: RUBRIC_COLUMNS.rubric,
  period: METRICS_COLUMNS.period,
  indicator: RUBRIC_COLUMNS.indicator,
  statistic: { names: { en: ["Statistic"], "zh-CN": ["统计量"] } },
  value: SETTING_COLUMNS.value,
};
