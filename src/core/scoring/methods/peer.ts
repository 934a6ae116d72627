import { explainComparison, sayComparison } from "../curves/comparison-in-words";
import { deviate, lineFormula, scoreLine } from "../curves/curve";
import { defineMethod } from "../model/method";
import { CENTRES, deviationFromZero, nativePlace, statisticOf } from "../curves/peer-statistic";

export default defineMethod({
  id: "peer",
  names: { en: ["peer", "peer-relative"], "zh-CN": ["同岗位均值比", "与同岗位均值比", "均值比"] },
  text: {
    en: {
      summary:
        "Compares with everybody with the same role in the same period - their mean, their median, or the place among them, as the settings state - then scores on a straight line.",
      formula:
        "deviation = (value - peer mean) / peer mean, or the share of the others below, half of the equal ones included; points x (deviation - zero at) / (full at - zero at), held between 0 and points",
    },
    "zh-CN": {
      summary: "先与同岗位同期间的均值、中位数或名次百分位比较（由设置决定），再按直线计分。",
      formula:
        "偏差 =（实际值 − 同岗位均值）÷ 同岗位均值；分值 ×（偏差 − 零分值）÷（满分值 − 零分值），限制在 0 与分值之间",
    },
  },
  source: "Call volume against the mean of the same post, +20 % for full points, as in the hotline-agent scheme.",
  parameters: {
    zeroAt: {
      unit: "deviation",
      required: true,
      domain: "any",
      text: {
        en: { name: "zero at", help: "Deviation from the peer mean at which nothing is earned, such as -20 %." },
        "zh-CN": { name: "零分值", help: "得零分的均值偏差，例如 -20%。" },
      },
    },
    fullAt: {
      unit: "deviation",
      required: true,
      domain: "any",
      text: {
        en: { name: "full at", help: "Deviation from the peer mean at which all points are earned, such as +20 %." },
        "zh-CN": { name: "满分值", help: "得满分的均值偏差，例如 +20%。" },
      },
    },
  },
  points: "required",
  monotone: "by-parameters",
  input: "metric",
  valueKind: "continuous",
  comparesPeers: true,
  examples: [
    example(100, 7.5, "At the mean: half-way between -20 % and +20 %.", "等于均值：位于 -20% 与 +20% 的正中间。"),
    example(120, 15, "20 % above the mean of 100: all points.", "高于均值 100 的 20%：得满分。"),
    example(80, 0, "20 % below the mean: nothing.", "低于均值 20%：不得分。"),
    example(110, 11.25, "10 % above the mean.", "高于均值 10%。"),
    {
      ...example(
        110,
        15,
        "10 % above the median of 100, which one very high value does not move.",
        "高于中位数 100 的 10%，不受极高值影响。",
      ),
      parameters: { zeroAt: -0.1, fullAt: 0.1, points: 15, settings: { peerStatistic: "median" } },
      peers: [80, 90, 100, 110, 900],
    },
    {
      ...example(
        110,
        7.5,
        "Above three of the four others: 75 %, half-way from 50 % to 100 %.",
        "高于其余四人中的三人，即 75%。",
      ),
      parameters: { zeroAt: 0.5, fullAt: 1, points: 15, settings: { peerStatistic: "percentile" } },
    },
    {
      parameters: { zeroAt: -0.2, fullAt: 0.2, points: 15 },
      value: 0,
      peers: [0, 0, 0],
      points: 7.5,
      note: { en: "Nobody has any: nobody deviates from the mean of 0.", "zh-CN": "大家都是 0，与均值没有偏差。" },
    },
    {
      ...example(10, 7.5, "All alike: half of the equal ones count as below.", "全部相同：相等者的一半计为低于。"),
      parameters: { zeroAt: 0, fullAt: 1, points: 15, settings: { peerStatistic: "percentile" } },
      peers: [10, 10, 10, 10],
    },
  ],
  compile: ({ points, zeroAt, fullAt, ...rest }) => {
    const statistic = statisticOf(rest);
    return ({ peers }) => {
      const centre = statistic === "percentile" ? 0 : CENTRES[statistic].centre(peers);
      const size = Math.abs(centre);
      return (values, out, from, to) => {
        if (statistic === "percentile") for (let i = from; i < to; i += 1) out[i] = peers.percentile(values[i]!);
        else if (centre === 0) for (let i = from; i < to; i += 1) out[i] = deviationFromZero(peers, values[i]!);
        else deviate(values, out, from, to, centre, size);
        scoreLine(out, out, from, to, points, zeroAt, fullAt);
      };
    };
  },
  landmarks: ({ zeroAt, fullAt, ...rest }, peers) => {
    const statistic = statisticOf(rest);
    if (statistic === "percentile") return [...peers.values].filter((value) => !Number.isNaN(value));
    const centre = CENTRES[statistic].centre(peers);
    return [zeroAt, fullAt].map((deviation) => centre + deviation * Math.abs(centre));
  },
  nativeFormula: ({ points, zeroAt, fullAt, ...rest }, { value, peers }) => {
    const statistic = statisticOf(rest);
    const place = lineFormula(points, nativePlace(statistic, value, peers), zeroAt, fullAt);
    return statistic === "percentile" ? `IF(COUNT(${peers})<2,NA(),${place})` : place;
  },
  explain: explainComparison,
  say: sayComparison,
});

function example(value: number, expected: number, en: string, zh: string) {
  return {
    parameters: { zeroAt: -0.2, fullAt: 0.2, points: 15 },
    value,
    peers: [80, 90, 100, 110, 120],
    points: expected,
    note: { en, "zh-CN": zh },
  };
}
