import type { ColumnSpec, ColumnSpecs } from "../cell/table";

export type RubricColumn =
  | "rubric"
  | "section"
  | "indicator"
  | "points"
  | "method"
  | "metric"
  | "zeroAt"
  | "fullAt"
  | "perEvent"
  | "step"
  | "limit"
  | "scale"
  | "ifMissing"
  | "critical"
  | "failAt"
  | "rule"
  | "note"
  | "added";

/** Columns that state what a rule in words says. Reading a rule may change these columns of a row and no others. */
export const RULE_COLUMNS = [
  "points",
  "method",
  "zeroAt",
  "fullAt",
  "perEvent",
  "step",
  "limit",
  "scale",
  "critical",
  "failAt",
] as const satisfies readonly RubricColumn[];

export type RuleColumn = (typeof RULE_COLUMNS)[number];

/**
 * What a row holds that its scheme does not state. Templates write it for every value of theirs; who decides that a row holds clears the
 * cell.
 */
const ADDED_COLUMN: ColumnSpec = { names: { en: ["Added"], "zh-CN": ["补充"] } };

export const RUBRIC_COLUMNS: ColumnSpecs<RubricColumn> = {
  rubric: { names: { en: ["Rubric"], "zh-CN": ["考核表"] } },
  section: { names: { en: ["Section"], "zh-CN": ["维度"] } },
  indicator: { names: { en: ["Indicator"], "zh-CN": ["指标"] } },
  points: { names: { en: ["Points"], "zh-CN": ["分值"] } },
  method: { names: { en: ["Method"], "zh-CN": ["计分方式"] } },
  metric: { names: { en: ["Metric"], "zh-CN": ["数据列"] } },
  zeroAt: { names: { en: ["Zero at"], "zh-CN": ["零分值"] } },
  fullAt: { names: { en: ["Full at"], "zh-CN": ["满分值"] } },
  perEvent: { names: { en: ["Per event"], "zh-CN": ["每次分值"] } },
  step: { names: { en: ["Step"], "zh-CN": ["步长"] } },
  limit: { names: { en: ["Limit"], "zh-CN": ["上限"] } },
  scale: { names: { en: ["Scale"], "zh-CN": ["等级表"] } },
  ifMissing: { names: { en: ["If missing"], "zh-CN": ["缺失处理"] } },
  critical: { names: { en: ["Critical"], "zh-CN": ["一票否决"] } },
  failAt: { names: { en: ["Fail at"], "zh-CN": ["否决值"] } },
  rule: { names: { en: ["Rule"], "zh-CN": ["评分细则"] } },
  note: { names: { en: ["Note"], "zh-CN": ["备注"] } },
  added: ADDED_COLUMN,
};

/** Rubric columns that hold numbers; text in them is a finding. */
export const RUBRIC_NUMBER_COLUMNS = ["points", "zeroAt", "fullAt", "perEvent", "step", "limit", "failAt"] as const;

export type ScaleColumn =
  "scale" | "grade" | "from" | "to" | "ends" | "points" | "pointsTo" | "share" | "shareTo" | "outcome" | "added";

export const SCALE_COLUMNS: ColumnSpecs<ScaleColumn> = {
  scale: { names: { en: ["Scale"], "zh-CN": ["等级表"] } },
  grade: { names: { en: ["Grade"], "zh-CN": ["等级"] } },
  from: { names: { en: ["From"], "zh-CN": ["起点"] } },
  to: { names: { en: ["To"], "zh-CN": ["止点"] } },
  ends: { names: { en: ["Ends"], "zh-CN": ["端点"] } },
  points: { names: { en: ["Points"], "zh-CN": ["分值"] } },
  pointsTo: { names: { en: ["Points to"], "zh-CN": ["终点分值"] } },
  share: { names: { en: ["Share"], "zh-CN": ["比例"] } },
  shareTo: { names: { en: ["Share to"], "zh-CN": ["终点比例"] } },
  outcome: { names: { en: ["Outcome"], "zh-CN": ["结果应用"] } },
  added: ADDED_COLUMN,
};

export const SCALE_NUMBER_COLUMNS = ["from", "to", "points", "pointsTo", "share", "shareTo"] as const;

export type SettingColumn = "setting" | "value" | "rubric" | "added";

export const SETTING_COLUMNS: ColumnSpecs<SettingColumn> = {
  setting: { names: { en: ["Setting"], "zh-CN": ["设置"] } },
  value: { names: { en: ["Value"], "zh-CN": ["值"] } },
  rubric: { names: { en: ["Rubric"], "zh-CN": ["考核表"] } },
  added: ADDED_COLUMN,
};

/** Names of the scale that turns totals into final grades. */
export const TOTAL_SCALE_NAMES = ["Total", "总分"] as const;
