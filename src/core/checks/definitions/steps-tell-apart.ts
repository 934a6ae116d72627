import { placeOf } from "../../rubric/rubric";
import { foldName } from "../../cell/cell";
import type { KnownIndicator } from "../../book/contents";
import { showMetric, showNumber, showPercent } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { directionOf } from "../directions";
import { exampleOf, LINEAR } from "../examples";
import { sampleColumn } from "../../metrics/sample-column";
import { chancesBetween, commonCases } from "../sample-sizes";
import type { CheckSubject } from "../subject";
import { statistics } from "../units";

const RATE = { ...LINEAR, "Zero at": 0.97, "Full at": 0.99 };
const asked = (n: number, metric = "Test n") =>
  [1, 0.9, 1].map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test, [metric]: n }));
const shares = (cases: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    "Agent ID": String(index + 1),
    Period: "2026-10",
    Test: Math.round(1000 - (1000 * (index % 5)) / cases) / 1000,
  }));

/** The middle one of the stated numbers of cases, in the requested period. */
function usualCases({ metrics, period }: CheckSubject, metric: string): number | undefined {
  const column = metrics && sampleColumn(metrics, metric);
  if (!column) return undefined;
  const { codes, texts } = metrics.coded("period");
  const wanted = texts.map((text) => period === undefined || foldName(text) === foldName(period));
  const stated = column.values.filter((value, row) => value >= 1 && wanted[codes[row]!]).sort();
  return stated.length === 0 ? undefined : Math.round(stated[stated.length >> 1]!);
}

/** Zero at and Full at as shares of a whole; undefined if the metric is no share. */
function asShares(each: KnownIndicator, highest: number): readonly [zero: number, full: number] | undefined {
  const { zeroAt, fullAt } = each.indicator;
  if (each.method.parameters.fullAt?.unit !== "metric" || !directionOf(each)) return undefined;
  const [zero, full] = [zeroAt!, fullAt!];
  const most = Math.max(zero, full);
  if (Math.min(zero, full) < 0) return undefined;
  if (most <= 1 && highest <= 1) return [zero, full];
  // Shares in per cent, where the data are in per cent, too.
  return most > 1 && most <= 100 && highest > 1 && highest <= 100 ? [zero / 100, full / 100] : undefined;
}

export default defineCheck<{
  indicator: string;
  zeroAt: number;
  fullAt: number;
  cases: number;
  told: "stated" | "seen";
  between: number;
  nothing: number;
  part: number;
  all: number;
  showAs: ShowAs;
}>()({
  id: "steps-tell-apart",
  severity: "warning",
  title: { en: "Enough steps lie between zero and full", "zh-CN": "零分值与满分值之间有足够的台阶" },
  message: {
    en: ({ indicator, zeroAt, fullAt, cases, told, between, nothing, part, all, showAs }) => {
      const show = (value: number): string => showMetric(value, showAs, "en");
      const percent = (value: number): string => showPercent(value, "en", 0);
      return {
        what: `“${indicator}” runs from ${show(zeroAt)} to ${show(fullAt)} on ${counted(showNumber(cases, "en"), "case", "cases")}${told === "seen" ? ", as the values show" : ""}: one case is ${showPercent(1 / cases, "en")}, and ${
          between === 0 ? "no possible value lies" : `only ${showNumber(between, "en")} possible values lie`
        } between.`.replace("only 1 possible values lie", "only 1 possible value lies"),
        why: `Chance decides more than the agent does: one whose true value is ${show((zeroAt + fullAt) / 2)}, in the middle, gets nothing with a probability of ${percent(nothing)}, all points with ${percent(all)}${between === 0 ? "" : `, and a part with ${percent(part)}`}.`,
        how: "Move zero at and full at farther apart, or score a longer period with more cases.",
      };
    },
    "zh-CN": ({ indicator, zeroAt, fullAt, cases, told, between, nothing, part, all, showAs }) => {
      const show = (value: number): string => showMetric(value, showAs, "zh-CN");
      const percent = (value: number): string => showPercent(value, "zh-CN", 0);
      return {
        what: `“${indicator}”从 ${show(zeroAt)} 到 ${show(fullAt)}，而样本量为 ${showNumber(cases, "zh-CN")}${told === "seen" ? "（由数据看出）" : ""}：一个样本即 ${showPercent(1 / cases, "zh-CN")}，两者之间${
          between === 0 ? "没有任何可能出现的值" : `只有 ${showNumber(between, "zh-CN")} 个可能出现的值`
        }。`,
        why: `运气比本人的表现更起作用：真实水平恰在正中 ${show((zeroAt + fullAt) / 2)} 的人，得零分的概率为 ${percent(nothing)}，得满分的概率为 ${percent(all)}${between === 0 ? "" : `，得部分分的概率为 ${percent(part)}`}。`,
        how: "把零分值和满分值的距离拉大，或用更长的期间以增加样本。",
      };
    },
  },
  // Above this share of cases an agent in the middle gets nothing or all by chance.
  limits: { mostByChance: 0.5 },
  check: (subject, report, { mostByChance }) => {
    const { known, metrics } = subject;
    for (const each of known) {
      const { indicator, method } = each;
      const column =
        method.input === "metric" && method.valueKind === "continuous" && metrics?.column(indicator.metric);
      if (!column || directionOf(each) === undefined) continue;
      const ends = asShares(each, statistics(column).highest);
      if (!ends) continue;
      const stated = usualCases(subject, indicator.metric);
      const cases = stated ?? (indicator.fullAt! <= 1 ? commonCases(column) : undefined);
      const chances = cases === undefined ? undefined : chancesBetween(...ends, cases);
      if (!chances || chances.nothing + chances.all <= mostByChance) continue;
      const { zeroAt, fullAt, name } = indicator;
      report(
        placeOf(indicator, "fullAt"),
        {
          indicator: name,
          zeroAt: zeroAt!,
          fullAt: fullAt!,
          cases: cases!,
          told: stated === undefined ? "seen" : "stated",
          ...chances,
          showAs: column.showAs,
        },
        { related: [placeOf(indicator, "zeroAt")] },
      );
    }
  },
  valid: [
    exampleOf([RATE], { Metrics: asked(1000) }),
    exampleOf([{ ...RATE, "Zero at": 0.8 }], { Metrics: shares(30, 12) }),
    // Four rates may be fifths by chance.
    exampleOf([RATE], { Metrics: shares(30, 9) }),
    // The chance is 42 %.
    exampleOf([{ ...LINEAR, "Zero at": 0.8, "Full at": 0.95 }], { Metrics: asked(15) }),
  ],
  invalid: [
    { tables: exampleOf([RATE], { Metrics: asked(30) }), at: ["Rubric!F2"] },
    { tables: exampleOf([RATE], { Metrics: asked(30, "test 样本数") }), at: ["Rubric!F2"] },
    { tables: exampleOf([RATE], { Metrics: shares(30, 12) }), at: ["Rubric!F2"] },
    {
      tables: exampleOf([{ ...LINEAR, "Zero at": 0.03, "Full at": 0.01 }], {
        Metrics: asked(100).map((row) => ({ ...row, Test: 0.02 })),
      }),
      at: ["Rubric!F2"],
    },
  ],
});
