import { showNumber, showPercent } from "../../text/format";
import { counted } from "../../text/plural";
import type { Interval, Scale } from "../../rubric/scale";
import { isAdjustment } from "../../scoring/model/method";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { labelUses, scaleOf } from "../used-scales";

const SCALED = { Indicator: "Transfers", Points: 100, Method: "piecewise", Metric: "Rate", Scale: "Rates" };
const rates = (...rows: readonly Readonly<Record<string, string | number>>[]) =>
  exampleOf([SCALED], { Scales: rows.map((row) => ({ Scale: "Rates", ...row })) });

type Problem = "none" | "open" | "both" | "share" | "points" | "weight";

/** The problem of a row's worth for an indicator with so many points; undefined if there is none. */
function problemOf({ worth, from, to, worthStatedTwice }: Interval, points: number): Problem | undefined {
  if (!worth) return "none";
  if (worthStatedTwice) return "both";
  const most = worth.unit === "share" ? 1 : points;
  if ([worth.from, worth.to].some((each) => !(each >= 0 && each <= most))) return worth.unit;
  return worth.from !== worth.to && !(Number.isFinite(from) && Number.isFinite(to)) ? "open" : undefined;
}

/** The problem of an item's weight. A weight may be blank, and of any size. */
function problemOfWeight({ worth, worthStatedTwice }: Interval): Problem | undefined {
  if (worthStatedTwice) return "both";
  return worth && worth.from < 0 ? "weight" : undefined;
}

export default defineCheck<{ scale: string; grade: string; problem: Problem; worth: number; most: number }>()({
  id: "interval-has-worth",
  severity: "error",
  title: { en: "Every interval states what it is worth", "zh-CN": "每个区间都写明分值" },
  message: {
    en: ({ scale, grade, problem, worth, most }) => ({
      what: `A row of the scale “${scale}”${grade ? ` (${grade})` : ""} ${
        {
          none: "states neither Points nor Share.",
          both: "states both Points and Share.",
          open: "rises or falls but is open at one end.",
          share: `is worth a share of ${showNumber(worth, "en")}, which is not between 0 and 1.`,
          points: `is worth ${counted(showNumber(worth, "en"), "point", "points")}, but the indicator holds ${showNumber(most, "en")}.`,
          weight: `weighs ${showNumber(worth, "en")}.`,
        }[problem]
      }`,
      why: {
        none: "Whoever gets it would earn an unknown number of points.",
        both: "Only one of the two can count.",
        open: "A straight line needs two ends.",
        share: `A share of 1 is all of the indicator's points, shown as ${showPercent(1, "en")}.`,
        points: "Nobody can earn more than the indicator's points, or less than nothing.",
        weight: "An item that is met cannot take away from the others.",
      }[problem],
      how: {
        none: "Fill in Points or Share; 0 is a statement too.",
        both: "Clear one of them.",
        open: "State both From and To, or let Points to and Share to be blank.",
        share: "Write it as a percentage from 0% to 100%.",
        points: "Lower the worth, or raise the indicator's points.",
        weight: "Write a weight of 0 or more, or leave it blank for 1.",
      }[problem],
    }),
    "zh-CN": ({ scale, grade, problem, worth, most }) => ({
      what: `等级表“${scale}”有一行${grade ? `（${grade}）` : ""}${
        {
          none: "没有写分值或比例。",
          both: "同时写了分值和比例。",
          open: "有升降，但一端是开放的。",
          share: `的比例为 ${showNumber(worth, "zh-CN")}，不在 0 到 1 之间。`,
          points: `的分值为 ${showNumber(worth, "zh-CN")}，而指标只有 ${showNumber(most, "zh-CN")} 分。`,
          weight: `的权重为 ${showNumber(worth, "zh-CN")}。`,
        }[problem]
      }`,
      why: {
        none: "它对应多少分不明确。",
        both: "两者只能有一个有效。",
        open: "直线需要两个端点。",
        share: `比例 1 即指标的全部分值，显示为 ${showPercent(1, "zh-CN")}。`,
        points: "得分不能超过指标的分值，也不能小于 0。",
        weight: "达标的项目不能抵减其他项目。",
      }[problem],
      how: {
        none: "填写分值或比例；0 也要写明。",
        both: "清除其中一个。",
        open: "同时写明起点和止点，或不填终点分值和终点比例。",
        share: "请写成 0% 到 100% 的百分比。",
        points: "降低该分值，或提高指标的分值。",
        weight: "填写不小于 0 的权重；留空即为 1。",
      }[problem],
    }),
  },
  check: (subject, report) => {
    const told = new Set<Interval>();
    const tell = (scale: Scale, most: number, problemOfEach: (interval: Interval) => Problem | undefined): void => {
      for (const interval of scale.intervals) {
        const problem = problemOfEach(interval);
        if (!problem || told.has(interval)) continue;
        told.add(interval);
        const { grade, places } = interval;
        const worth = Math.max(interval.worth?.from ?? 0, interval.worth?.to ?? 0);
        const at = problem === "open" ? places.row : places.worth;
        report(at, { scale: scale.name, grade, problem, worth, most });
      }
    };
    for (const each of subject.known) {
      const { indicator, method } = each;
      const scale = method.input === "checklist" ? undefined : scaleOf(each);
      // An adjustment has no points of its own that a worth could exceed.
      const points = isAdjustment(method, indicator.points) ? Infinity : indicator.points;
      if (scale) tell(scale, indicator.points, (interval) => problemOf(interval, points));
    }
    for (const { as, scale, indicator } of labelUses(subject)) {
      if (as === "items") tell(scale, indicator.points, problemOfWeight);
    }
  },
  valid: [
    rates(
      { From: "", To: 60, Share: 0, "Share to": "" },
      { From: 60, To: 90, Share: 0.6, "Share to": 1 },
      { From: 90, Share: 1 },
    ),
    exampleOf([{ Indicator: "Opening", Points: 100, Method: "checklist" }], {
      Scales: [{ Scale: "Opening", Grade: "Greets", Share: 3 }],
      Metrics: [{ "Agent ID": "1", Period: "2026-10", Greets: "yes" }],
    }),
  ],
  invalid: [
    { tables: rates({ From: "", To: 60, Share: 0 }, { From: 60, To: "", Share: "" }), at: ["Scales!D3"] },
    {
      tables: rates({ From: "", To: 60, Share: 0 }, { From: 60, To: "", Share: 0.5, "Share to": 1 }),
      at: ["Scales!A3"],
    },
    {
      tables: rates(
        { From: "", To: 60, Share: 0 },
        { From: 60, To: 90, Share: 60 },
        { From: 90, Share: 1, Points: 50 },
      ),
      at: ["Scales!D3", "Scales!D4"],
    },
    { tables: rates({ From: 0, Points: 120 }), at: ["Scales!C2"] },
    {
      tables: exampleOf([{ Indicator: "Opening", Points: 100, Method: "checklist" }], {
        Scales: [{ Scale: "Opening", Grade: "Greets", Share: -1 }],
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Greets: "yes" }],
      }),
      at: ["Scales!C2"],
    },
  ],
});
