import type { StatusName } from "../../core/scoring/evaluation";
import { showNumber } from "../../core/text/format";
import type { Localised } from "../../core/text/locale";
import type { AgentSort } from "../state/agents";

const agents = (count: number): string => (count === 1 ? "1 agent" : `${showNumber(count, "en")} agents`);

const en = {
  heading: "Scores",
  summary: "Summary",
  scored: "Scored",
  pending: "Pending",
  failed: "Failed",
  mean: "Mean",
  grades: "Grades",
  gradeShare: (grade: string, count: number, share: string) => `${grade}: ${agents(count)}, ${share}`,
  noGrades: "There is no scale named Total, so totals get no grade.",
  waiting: "What totals are waiting for",
  waitingFor: (indicator: string, count: number) => `${indicator}: ${agents(count)}`,
  filter: "Filter by name, ID or team",
  onlyOpen: "Only those without a total",
  shown: (count: number, of: number) => (count === of ? agents(of) : `${showNumber(count, "en")} of ${agents(of)}`),
  noMatch: "Nobody matches the filter.",
  clearFilter: "Clear the filter",
  table: "Evaluations",
  columns: { rank: "Rank", name: "Agent", total: "Total", grade: "Grade" } satisfies Record<AgentSort, string>,
  statusOf: {
    scored: "scored",
    pending: "pending",
    "not-applicable": "not applicable",
    failed: "failed",
  } satisfies Record<StatusName, string>,
  pendingWhy: (indicators: readonly string[]) => `Waiting for ${indicators.join(", ")}`,
  failedWhy: (indicators: readonly string[]) => `Cannot be scored: ${indicators.join(", ")}`,
  explain: (name: string) => `Explain the score of ${name}`,
  pages: "Pages",
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previousPage: "Previous page",
  nextPage: "Next page",
  back: "All agents",
  agentLine: (id: string, team: string) => (team === "" ? id : `${id} · ${team}`),
  rankOf: (rank: number, of: number) => `Rank ${rank} of ${showNumber(of, "en")}`,
  total: "Total",
  totalChain: "How the total comes about",
  indicators: "Indicator by indicator",
  steps: "Step by step",
  stepsOf: (indicator: string) => `Step by step: ${indicator}`,
  noValue: "no value",
  gone: "This agent is not in the evaluation any more.",
  blocked: (count: number) =>
    count === 1 ? "1 error stands in the way of scoring." : `${count} errors stand in the way of scoring.`,
  blockedWhy: "Mend it under Check; then scores and the sheet can be made.",
  toCheck: "Go to Check",
};

export type ScoreText = typeof en;

export const SCORE_TEXT: Localised<ScoreText> = {
  en,
  "zh-CN": {
    heading: "评分结果",
    summary: "概况",
    scored: "已评分",
    pending: "待定",
    failed: "无法评分",
    mean: "平均分",
    grades: "等级分布",
    gradeShare: (grade, count, share) => `${grade}：${showNumber(count, "zh-CN")} 人，${share}`,
    noGrades: "没有名为“总分”的等级表，因此总分没有等级。",
    waiting: "总分待定的原因",
    waitingFor: (indicator, count) => `${indicator}：${showNumber(count, "zh-CN")} 人`,
    filter: "按姓名、工号或班组筛选",
    onlyOpen: "只看没有总分的人",
    shown: (count, of) =>
      count === of
        ? `${showNumber(of, "zh-CN")} 人`
        : `${showNumber(of, "zh-CN")} 人中的 ${showNumber(count, "zh-CN")} 人`,
    noMatch: "没有符合筛选条件的人。",
    clearFilter: "清除筛选",
    table: "评分表",
    columns: { rank: "名次", name: "坐席", total: "总分", grade: "等级" },
    statusOf: { scored: "已评分", pending: "待定", "not-applicable": "不适用", failed: "无法评分" },
    pendingWhy: (indicators) => `等待：${indicators.join("、")}`,
    failedWhy: (indicators) => `无法评分：${indicators.join("、")}`,
    explain: (name) => `说明 ${name} 的得分`,
    pages: "分页",
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    previousPage: "上一页",
    nextPage: "下一页",
    back: "全部人员",
    agentLine: (id, team) => (team === "" ? id : `${id} · ${team}`),
    rankOf: (rank, of) => `${showNumber(of, "zh-CN")} 人中第 ${rank} 名`,
    total: "总分",
    totalChain: "总分的由来",
    indicators: "各指标得分",
    steps: "逐步说明",
    stepsOf: (indicator) => `逐步说明：${indicator}`,
    noValue: "无数值",
    gone: "此人已不在本次评分中。",
    blocked: (count) => `有 ${count} 个错误，无法评分。`,
    blockedWhy: "请先在“检查”中修正，然后即可评分并填写工作表。",
    toCheck: "前往检查",
  },
};
