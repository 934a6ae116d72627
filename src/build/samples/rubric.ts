import type { MethodId } from "../../core/scoring/compile/registry";
import type { Localised } from "../../core/text/locale";

/** The hotline agent's rubric: as the policy states it (`draft`), and mended. */

export type SampleVersion = "mended" | "draft";

export const RUBRIC_NAME: Localised = { en: "Hotline agent", "zh-CN": "热线话务员" };

const EXPERT_SCALE: Localised = { en: "Expert transfers", "zh-CN": "转专家坐席" };

export interface SampleIndicator {
  readonly section: Localised;
  readonly name: Localised;
  readonly points?: Readonly<Record<SampleVersion, number>>;
  readonly method: Localised & { readonly en: MethodId };
  readonly zeroAt?: Readonly<Record<SampleVersion, number | null>>;
  readonly fullAt?: number;
  readonly perEvent?: number;
  readonly limit?: number;
  readonly scale?: Localised;
  readonly ifMissing?: Localised;
  readonly thresholdFormat: string;
  readonly rule: Localised;
}

const LINEAR: SampleIndicator["method"] = { en: "linear", "zh-CN": "线性" };
const QUALITY: Localised = { en: "Service quality", "zh-CN": "服务质量" };
const KNOWLEDGE: Localised = { en: "Quarterly test", "zh-CN": "季度测试" };
const SERVICE: Localised = { en: "Service metrics", "zh-CN": "服务指标" };
const ADJUSTMENTS: Localised = { en: "Adjustments", "zh-CN": "加减分" };

const both = <T>(value: T): Readonly<Record<SampleVersion, T>> => ({ mended: value, draft: value });

export const INDICATORS: readonly SampleIndicator[] = [
  {
    section: QUALITY,
    name: { en: "Process conformity", "zh-CN": "流程规范" },
    points: both(15),
    method: LINEAR,
    zeroAt: both(0.8),
    fullAt: 0.95,
    thresholdFormat: "0%",
    rule: {
      en: "Share of the checked calls that follow the process. 95 % and more earns all points, 80 % and less none.",
      "zh-CN": "抽检通话中符合流程的比例。95% 及以上得满分，80% 及以下不得分，中间按直线计算。",
    },
  },
  {
    section: QUALITY,
    name: { en: "Answer accuracy", "zh-CN": "解答准确率" },
    points: both(15),
    method: LINEAR,
    zeroAt: both(0.85),
    fullAt: 0.98,
    thresholdFormat: "0%",
    rule: {
      en: "Share of the checked calls with a correct and complete answer. 98 % earns all points, 85 % none.",
      "zh-CN": "抽检通话中解答正确且完整的比例。98% 得满分，85% 不得分，中间按直线计算。",
    },
  },
  {
    section: KNOWLEDGE,
    name: { en: "Quarterly test", "zh-CN": "季度测试" },
    points: both(10),
    method: LINEAR,
    zeroAt: both(60),
    fullAt: 90,
    ifMissing: { en: "exclude", "zh-CN": "剔除" },
    thresholdFormat: "0",
    rule: {
      en: "Mark of the latest quarterly test: 90 earns all points, 60 none. Who has not sat one is scored without it.",
      "zh-CN": "最近一次季度测试成绩：90 分得满分，60 分不得分。尚未参加测试的人员不计此项。",
    },
  },
  {
    section: SERVICE,
    name: { en: "Call volume", "zh-CN": "话务量" },
    points: { mended: 15, draft: 10 },
    method: { en: "peer", "zh-CN": "同岗位均值比" },
    zeroAt: { mended: -0.2, draft: null },
    fullAt: 0.2,
    thresholdFormat: "+0%;-0%;0%",
    rule: {
      en: "Calls taken, against the mean of the post: 20 % above the mean earns all points.",
      "zh-CN": "接话量与同岗位均值比较：高于均值 20% 得满分。",
    },
  },
  {
    section: SERVICE,
    name: { en: "Hang-up satisfaction", "zh-CN": "挂机满意度" },
    points: { mended: 15, draft: 10 },
    method: LINEAR,
    zeroAt: both(0.97),
    fullAt: 0.99,
    thresholdFormat: "0%",
    rule: {
      en: "Share of satisfied answers to the survey after the call: 99 % earns all points, 97 % none.",
      "zh-CN": "挂机后满意度调查中满意的比例：99% 得满分，97% 不得分。",
    },
  },
  {
    section: SERVICE,
    name: { en: "Survey trigger rate", "zh-CN": "满意度触发率" },
    points: both(10),
    method: LINEAR,
    zeroAt: both(0.25),
    fullAt: 0.34,
    thresholdFormat: "0%",
    rule: {
      en: "Share of calls handed on to the survey: 34 % earns all points, 25 % none.",
      "zh-CN": "转入满意度调查的通话比例：34% 得满分，25% 不得分。",
    },
  },
  {
    section: SERVICE,
    name: { en: "First-call resolution", "zh-CN": "首次解决率" },
    points: { mended: 10, draft: 5 },
    method: LINEAR,
    zeroAt: both(0.8),
    fullAt: 0.92,
    thresholdFormat: "0%",
    rule: {
      en: "Share of requests solved in the first call: 92 % earns all points, 80 % none.",
      "zh-CN": "首次来电即解决的比例：92% 得满分，80% 不得分。",
    },
  },
  {
    section: SERVICE,
    name: { en: "Transfers to self-service", "zh-CN": "转自助服务率" },
    points: both(5),
    method: LINEAR,
    zeroAt: both(0.031),
    fullAt: 0.019,
    thresholdFormat: "0.0%",
    rule: {
      en: "Share of calls sent back to the self-service menu; lower is better. Below 1.9 % earns all points, above 3.1 % none.",
      "zh-CN": "转回自助语音的通话比例，越低越好。低于 1.9% 得满分，高于 3.1% 不得分。",
    },
  },
  {
    section: SERVICE,
    name: { en: "Transfers to expert desk", "zh-CN": "转专家坐席率" },
    points: both(5),
    method: { en: "piecewise", "zh-CN": "分段线性" },
    scale: EXPERT_SCALE,
    thresholdFormat: "0.0%",
    rule: {
      en: "Share of calls passed to the expert desk. Below 0.8 % earns all points, above 2 % none; see the scale.",
      "zh-CN": "转专家坐席的通话比例。低于 0.8% 得满分，高于 2% 不得分，详见等级表。",
    },
  },
  {
    section: ADJUSTMENTS,
    name: { en: "Attendance", "zh-CN": "考勤" },
    method: { en: "deduct", "zh-CN": "扣分" },
    perEvent: 2,
    limit: 10,
    thresholdFormat: "0",
    rule: {
      en: "2 points are taken away each time somebody is late, leaves early or is absent, 10 at most.",
      "zh-CN": "迟到、早退或缺勤每次扣 2 分，最多扣 10 分。",
    },
  },
  {
    section: ADJUSTMENTS,
    name: { en: "Discipline", "zh-CN": "纪律" },
    method: { en: "deduct", "zh-CN": "扣分" },
    perEvent: 5,
    limit: 20,
    thresholdFormat: "0",
    rule: {
      en: "5 points are taken away for each breach of discipline, 20 at most.",
      "zh-CN": "违反纪律每次扣 5 分，最多扣 20 分。",
    },
  },
  {
    section: ADJUSTMENTS,
    name: { en: "Commendation", "zh-CN": "表扬" },
    method: { en: "bonus", "zh-CN": "加分" },
    perEvent: 1,
    limit: 5,
    thresholdFormat: "0",
    rule: {
      en: "1 point for each commendation by a customer, 5 at most.",
      "zh-CN": "客户表扬每次加 1 分，最多加 5 分。",
    },
  },
];

export interface SampleInterval {
  readonly scale: Localised;
  readonly grade?: Localised;
  readonly from: Readonly<Record<SampleVersion, number | null>>;
  readonly to?: number | null;
  readonly ends?: string;
  readonly share?: number;
  readonly shareTo?: number;
  readonly outcome?: Localised;
  readonly boundFormat: string;
}

const TOTAL: Localised = { en: "Total", "zh-CN": "总分" };

function grade(label: string, from: number | null, en: string, zh: string): SampleInterval {
  return {
    scale: TOTAL,
    grade: { en: label, "zh-CN": label },
    from: both(from),
    outcome: { en, "zh-CN": zh },
    boundFormat: "0",
  };
}

export const INTERVALS: readonly SampleInterval[] = [
  grade("A", 90, "Pay coefficient 1.2; proposed for the award of the month", "绩效系数 1.2；推荐参评月度之星"),
  grade("B", 80, "Pay coefficient 1.1", "绩效系数 1.1"),
  grade("C", 70, "Pay coefficient 1.0", "绩效系数 1.0"),
  grade("D", 60, "Pay coefficient 0.9; coaching by the business coach", "绩效系数 0.9；由业务教练辅导"),
  grade("E", null, "Pay coefficient 0.8; improvement talk and a second check", "绩效系数 0.8；绩效面谈并复查"),
  { scale: EXPERT_SCALE, from: both(null), to: 0.008, ends: "[)", share: 1, boundFormat: "0.0%" },
  {
    scale: EXPERT_SCALE,
    from: { mended: 0.008, draft: 0.018 },
    to: 0.02,
    ends: "[)",
    share: 1,
    shareTo: 0,
    boundFormat: "0.0%",
  },
  { scale: EXPERT_SCALE, from: both(0.02), to: null, ends: "[)", share: 0, boundFormat: "0.0%" },
];
