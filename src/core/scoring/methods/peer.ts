import { showDeviation, showMetric, showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { literal, scoreLine } from "../curve";
import { defineMethod } from "../method";

const PEERS = [80, 90, 100, 110, 120] as const;

/** Deviation from the mean as a fraction of it; NaN where the mean is 0 and nothing can be a fraction of it. */
function deviationFrom(mean: number, value: number): number {
  return mean === 0 ? NaN : (value - mean) / Math.abs(mean);
}

export default defineMethod({
  id: "peer",
  names: { en: ["peer", "peer-relative"], "zh-CN": ["同岗位均值比", "与同岗位均值比", "均值比"] },
  text: {
    en: {
      summary:
        "Compares with the mean of everybody with the same role in the same period, then scores the deviation on a straight line.",
      formula:
        "deviation = (value - peer mean) / peer mean; points x (deviation - zero at) / (full at - zero at), held between 0 and points",
    },
    "zh-CN": {
      summary: "先与同岗位同期间的均值比较得出偏差，再按直线计分。",
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
      parameters: { zeroAt: -0.2, fullAt: 0.2, points: 15 },
      value: 5,
      peers: [-5, 0, 5],
      points: "failed",
      note: { en: "The mean is 0: nothing can be a fraction of it.", "zh-CN": "均值为 0，无法计算偏差比例。" },
    },
  ],
  compile:
    ({ points, zeroAt, fullAt }) =>
    ({ peers }) => {
      const { mean } = peers;
      return (values, out, from, to) => {
        const size = mean === 0 ? NaN : Math.abs(mean);
        for (let i = from; i < to; i += 1) out[i] = (values[i]! - mean) / size;
        scoreLine(out, out, from, to, points, zeroAt, fullAt);
      };
    },
  landmarks: ({ zeroAt, fullAt }, { mean }) => [zeroAt, fullAt].map((deviation) => mean + deviation * Math.abs(mean)),
  nativeFormula: ({ points, zeroAt, fullAt }, { value, peers }) =>
    `${literal(points)}*MAX(0,MIN(1,((${value}-AVERAGE(${peers}))/ABS(AVERAGE(${peers}))-${literal(zeroAt)})/(${literal(fullAt)}-${literal(zeroAt)})))`,
  explain: ({ points, zeroAt, fullAt }, { value, points: earned, peers, showAs }) => {
    const { mean } = peers;
    const deviation = deviationFrom(mean, value);
    const sentence = (locale: Locale): string => {
      const [v, m] = [showMetric(value, showAs, locale), showMetric(mean, showAs, locale)];
      if (Number.isNaN(mean)) {
        return locale === "en" ? "No peer has a value: no points can be given." : "同岗位没有任何数据：不能计分。";
      }
      if (Number.isNaN(deviation)) {
        return locale === "en"
          ? `The peer mean is 0, so ${v} cannot be compared with it: no points can be given.`
          : `同岗位均值为 0，无法与 ${v} 比较：不能计分。`;
      }
      const [d, zero, full] = [deviation, zeroAt, fullAt].map((n) => showDeviation(n, locale));
      return locale === "en"
        ? `${v} is ${d} from the peer mean ${m}; from ${zero} (none) to ${full} (all) that gives ${showNumber(earned, locale)} of ${showNumber(points, locale)} points.`
        : `${v} 与同岗位均值 ${m} 的偏差为 ${d}；从 ${zero}（零分）到 ${full}（满分）计得 ${showNumber(earned, locale)} 分（满分 ${showNumber(points, locale)} 分）。`;
    };
    return {
      facts: {
        value,
        zeroAt,
        fullAt,
        ...(Number.isNaN(mean) ? {} : { peerMean: mean }),
        ...(Number.isNaN(deviation) ? {} : { deviation }),
      },
      sentence: { en: sentence("en"), "zh-CN": sentence("zh-CN") },
    };
  },
});

function example(value: number, expected: number, en: string, zh: string) {
  return {
    parameters: { zeroAt: -0.2, fullAt: 0.2, points: 15 },
    value,
    peers: PEERS,
    points: expected,
    note: { en, "zh-CN": zh },
  };
}
