import type { ColumnSpecs } from "../cell/table";
import { BASELINE_COLUMNS, LEDGER_COLUMNS, METRICS_COLUMNS, RATING_COLUMNS } from "../metrics/headers";
import { RUBRIC_COLUMNS, SCALE_COLUMNS, SETTING_COLUMNS } from "../rubric/columns";
import { once, oncePer } from "../text/once-per";
import { foldHeader } from "./fold-header";

/** What a table of a workbook can be. */
export type Role =
  "rubric" | "scales" | "metrics" | "settings" | "ledger" | "ratings" | "baseline" | "roster" | "reviews";

/** Other headers of a column, beside the contract's own. */
interface OtherNames {
  /** They say by themselves what the column holds. */
  readonly names?: readonly string[];
  /** They count only with what stands in the column. */
  readonly bare?: readonly string[];
}

const AGENT: Readonly<Record<string, OtherNames>> = {
  agentId: {
    names: [
      ...[
        "Emp ID",
        "Emp No",
        "Emp Number",
        "Employee ID",
        "Employee No",
        "Employee Number",
        "Employee Code",
        "Staff ID",
        "Staff No",
      ],
      ...[
        "Staff Number",
        "Agent No",
        "Agent Number",
        "Agent Code",
        "Agent Login",
        "Login ID",
        "员工编号",
        "员工号",
        "员工工号",
        "员工ID",
      ],
      ...[
        "人员编号",
        "人员工号",
        "坐席号",
        "座席号",
        "坐席工号",
        "座席工号",
        "坐席编号",
        "座席编号",
        "客服工号",
        "客服编号",
      ],
    ],
    bare: ["Login", "编号", "Agent", "Employee", "坐席", "座席", "客服"],
  },
  name: {
    names: [
      ...[
        "Agent Name",
        "Employee Name",
        "Staff Name",
        "Full Name",
        "员工姓名",
        "人员姓名",
        "坐席姓名",
        "座席姓名",
        "客服姓名",
        "名字",
      ],
      ...["客服人员", "坐席人员"],
    ],
    bare: ["Agent", "Employee", "客服", "坐席", "座席", "员工"],
  },
  team: {
    names: ["Team Leader", "Team Name", "Supervisor", "组别", "小组", "团队", "组长", "班组长", "所属班组", "所属团队"],
    bare: ["Group"],
  },
  rubric: { names: ["Scorecard"], bare: ["Role", "Position", "Form"] },
  period: {
    names: ["考核月份", "考核周期", "考核期间", "统计月份", "数据月份", "Reporting month", "Review month"],
    bare: ["Month", "月份", "周期"],
  },
};
const INDICATOR = {
  names: [
    "KPI",
    "KPI Name",
    "Criterion",
    "考核项目",
    "考核内容",
    "考核指标",
    "KPI指标",
    "指标名称",
    "二级指标",
    "评分项",
  ],
  bare: ["Item", "Measure", "Criteria"],
};

const OTHERS: Readonly<Record<Role, Readonly<Record<string, OtherNames>>>> = {
  rubric: {
    rubric: { names: ["Scorecard"], bare: ["Role", "Position", "Form", "岗位"] },
    section: { names: ["Category", "Dimension", "考核维度", "一级指标"], bare: ["项目"] },
    indicator: INDICATOR,
    points: {
      names: [
        "Weight",
        "Weightage",
        "Weight %",
        "Weighting",
        "Max score",
        "Max points",
        "权重",
        "权重%",
        "满分",
        "标准分",
        "权重占比",
      ],
    },
    fullAt: { names: ["Target", "Goal", "Target value", "目标", "目标值"] },
    zeroAt: { names: ["Minimum", "Floor", "Threshold", "Min", "底线", "底线值", "最低值"] },
    rule: {
      names: ["Scoring rule", "Scoring rules", "评分标准", "考核办法", "计分规则", "评分规则", "考核标准", "计分标准"],
      bare: ["Criteria", "Description"],
    },
    note: { names: ["Notes", "Remark", "Remarks", "Comment", "Comments", "说明"] },
  },
  scales: {},
  metrics: AGENT,
  settings: {},
  ledger: {
    agentId: AGENT["agentId"]!,
    date: { names: ["发生日期", "Event date"], bare: ["时间"] },
    indicator: { names: ["Event", "事项", "事由", ...INDICATOR.names], bare: ["Reason", ...INDICATOR.bare] },
  },
  ratings: { ...AGENT, indicator: INDICATOR },
  baseline: { indicator: INDICATOR },
  roster: AGENT,
  reviews: {
    agentId: AGENT["agentId"]!,
    name: AGENT["name"]!,
    team: AGENT["team"]!,
    date: { names: ["Review date", "Call date", "质检日期", "录音日期"], bare: ["时间"] },
    reviewer: { names: ["Evaluator", "QA analyst", "评分人", "质检人", "评分员"] },
    contact: {
      names: ["Call ID", "Contact ID", "Ticket ID", "Interaction ID", "流水号", "会话ID", "通话ID", "录音流水号"],
      bare: ["Ticket"],
    },
    comment: { names: ["Comments", "Feedback"] },
  },
};

const spec = (en: readonly string[], zh: readonly string[]) => ({ names: { en, "zh-CN": zh } });

const { agentId, name, team, rubric, leads } = METRICS_COLUMNS;

/** The contract's columns of each role. */
const COLUMNS: Readonly<Record<Role, ColumnSpecs<string>>> = {
  rubric: RUBRIC_COLUMNS,
  scales: SCALE_COLUMNS,
  metrics: METRICS_COLUMNS,
  settings: SETTING_COLUMNS,
  ledger: LEDGER_COLUMNS,
  ratings: RATING_COLUMNS,
  baseline: BASELINE_COLUMNS,
  roster: {
    ...{ agentId, name, team, rubric, leads },
    from: spec(["From"], ["起始"]),
    to: spec(["To"], ["截止"]),
    payBase: spec(["Pay base"], ["绩效基数"]),
  },
  reviews: {
    ...{ agentId, name, team },
    review: spec(["Review"], ["质检编号"]),
    date: spec(["Date"], ["日期"]),
    period: METRICS_COLUMNS.period,
    form: spec(["Form"], ["质检表"]),
    reviewer: spec(["Reviewer"], ["质检员"]),
    contact: spec(["Contact"], ["录音编号"]),
    kind: spec(["Kind"], ["类别"]),
    comment: spec(["Comment"], ["评语"]),
  },
};

/** How surely a header names a column: the contract's own name, another known one, or one that needs the values. */
export type NameKind = "own" | "other" | "bare";

export interface Named {
  readonly id: string;
  readonly kind: NameKind;
}

export const ROLES = Object.keys(COLUMNS) as readonly Role[];

const indexOf = oncePer((columns: ColumnSpecs<string>): ReadonlyMap<string, readonly Named[]> => {
  const role = ROLES.find((each) => COLUMNS[each] === columns)!;
  const byName = new Map<string, Named[]>();
  const add = (text: string, named: Named): void => {
    const key = foldHeader(text);
    byName.set(key, [...(byName.get(key) ?? []), named]);
  };
  for (const [id, { names }] of Object.entries(columns))
    for (const text of Object.values(names).flat()) add(text, { id, kind: "own" });
  for (const [id, { names = [], bare = [] }] of Object.entries(OTHERS[role])) {
    for (const text of names) add(text, { id, kind: "other" });
    for (const text of bare) add(text, { id, kind: "bare" });
  }
  return byName;
});

const allNames = once(() => new Set(ROLES.flatMap((role) => [...indexOf(COLUMNS[role]).keys()])));

/** Whether a header names a column of any role. */
export const isKnownName = (header: string): boolean => allNames().has(foldHeader(header));

/** What a header can mean in a table of a role. */
export const meaningsOf = (role: Role, header: string): readonly Named[] =>
  indexOf(COLUMNS[role]).get(foldHeader(header)) ?? [];

/** The header by which the readers of a role know a column. */
export const ownHeader = (role: Role, id: string): string => COLUMNS[role][id]!.names.en[0]!;
