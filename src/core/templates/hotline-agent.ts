import { defineTemplate, instead, unstated, type Both, type IndicatorSpec, type RubricSpec } from "./template";

/** A share of calls that the scheme only names. */
const share = (
  name: Both,
  points: number,
  [zeroAt, fullAt]: readonly [number, number],
  meant: Both,
): IndicatorSpec => ({
  name,
  method: unstated("linear"),
  points: unstated(points),
  zeroAt: unstated(zeroAt),
  fullAt: unstated(fullAt),
  show: "0.0%",
  meant,
});

/** A rate whose thresholds the scheme states, but not its points. */
const between = (name: Both, [zeroAt, fullAt]: readonly [number, number], show: string): IndicatorSpec => ({
  name,
  method: "linear",
  points: unstated(10),
  zeroAt,
  fullAt,
  show,
  rule: `Linear from ${percent(zeroAt)} % to ${percent(fullAt)} %. | ${percent(zeroAt)}% 到 ${percent(fullAt)}% 线性得分。`,
});

const deduction = (name: Both, perEvent: number): IndicatorSpec => ({
  name,
  method: "deduct",
  perEvent: unstated(perEvent),
  rule: "Deduction item. | 扣分项。",
  meant: "Points each time. | 每次的分值。",
});

const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}`;

/** The two kinds of desks differ in the thresholds of one indicator. */
const hotline = (name: Both, [fullAt, zeroAt]: readonly [number, number], more: Partial<RubricSpec>): RubricSpec => ({
  name,
  ...more,
  sections: {
    "Service quality (30 points) | 服务质量（30 分）": [
      share(
        "Process conformity | 流程规范",
        15,
        [0.8, 0.95],
        "Share of the checked calls that follow the process. | 抽检通话中符合流程的比例。",
      ),
      share(
        "Answer accuracy | 解答准确性",
        15,
        [0.85, 0.98],
        "Share of the checked calls with a correct answer. | 抽检通话中解答正确的比例。",
      ),
    ],
    "Quarterly test (10 points) | 季度测试（10 分）": [
      {
        name: "Quarterly test | 季度测试",
        method: "linear",
        points: 10,
        zeroAt: 60,
        fullAt: 90,
        rule: "Linear from 60 to 90. | 60 分到 90 分线性得分。",
      },
    ],
    "Service metrics (45 points) | 服务指标（45 分）": [
      {
        name: "Call volume | 话务量",
        method: "peer",
        points: unstated(10),
        zeroAt: unstated(-0.2),
        fullAt: 0.2,
        show: "#,##0",
        rule: "Against the mean of the post; 20 % above it earns all points. | 与同岗位均值比较，高于均值 20% 得满分。",
        sample: { middle: 1480 },
      },
      between("Hang-up satisfaction | 挂机满意度", [0.97, 0.99], "0.00%"),
      between("Survey trigger rate | 满意度调查触发率", [0.25, 0.34], "0.0%"),
      share(
        "First-call resolution | 首次解决率",
        5,
        [0.8, 0.92],
        "Share of requests solved in the first call. | 首次来电即解决的比例。",
      ),
      {
        name: "Transfers to self-service | 转自助服务率",
        method: "linear",
        points: 5,
        zeroAt,
        fullAt,
        show: "0.0%",
        rule: `Below ${percent(fullAt)} % all points, above ${percent(zeroAt)} % none. | 低于 ${percent(fullAt)}% 得满分，高于 ${percent(zeroAt)}% 不得分。`,
      },
      {
        name: "Transfers to expert desk | 转专家坐席率",
        method: "piecewise",
        points: 5,
        scale: "Expert transfers | 转专家坐席",
        show: "0.0%",
        rule: "Below 0.8 % all points, above 2 % none, linear from 1.8 % to 2 %. | 低于 0.8% 得满分，高于 2% 不得分，1.8% 到 2% 线性得分。",
        sample: { range: [0.022, 0.006] },
      },
    ],
    "Deductions | 扣分项": [deduction("Attendance | 考勤", 2), deduction("Discipline | 纪律", 5)],
  },
});

const NAMED_ONLY = ["Process conformity", "Answer accuracy", "First-call resolution"];

const NO_POINTS = ["Call volume", "Hang-up satisfaction", "Survey trigger rate"];

/** What is known about one of these rubrics, also where another template borrows it. */
export const hotlineFindings = (rubric: string) => {
  const of = (...names: readonly string[]) => names.map((name) => `${rubric} / ${name}`);
  return [
    { code: "known-method", column: "method", of: of(...NAMED_ONLY) },
    { code: "points-stated", column: "points", of: of(...NAMED_ONLY, ...NO_POINTS) },
    { code: "section-totals-add-up", column: "section", of: of("Process conformity") },
    { code: "threshold-stated", column: "zeroAt", of: of("Call volume") },
    { code: "threshold-stated", column: "perEvent", of: of("Attendance", "Discipline") },
  ] as const;
};

export default defineTemplate({
  id: "hotline-agent",
  number: "T7",
  name: "Hotline agent | 热线话务员",
  summary:
    "Service quality 30, quarterly test 10, service metrics 45, deductions for attendance and discipline; premium desks have a rubric of their own. | 服务质量 30、季度测试 10、服务指标 45，考勤与纪律为扣分项；高端坐席另有考核表。",
  rubrics: [
    hotline("Hotline agent | 热线话务员", [0.019, 0.031], {}),
    hotline("Premium desk agent | 高端坐席话务员", [0.023, 0.042], { people: 10 }),
  ],
  scales: {
    "Expert transfers | 转专家坐席": [
      { to: 0.008, ends: "[)", share: 1, show: "0.0%" },
      { from: instead(0.018, 0.008), to: 0.02, ends: "[)", share: 1, shareTo: 0, show: "0.0%" },
      { from: 0.02, ends: "[)", share: 0, show: "0.0%" },
    ],
  },
  settings: [{ added: true, setting: "Full score | 满分", value: 85 }],
  known: [
    ...hotlineFindings("Hotline agent"),
    ...hotlineFindings("Premium desk agent"),
    { code: "no-interval-gap", scale: "Expert transfers", row: 1, column: "from" },
  ],
});
