import { foldName } from "../../cell/cell";
import type { Rating } from "../../metrics/ratings";
import { raterTypeKey } from "../../metrics/ratings";
import { raterWeights } from "../../scoring/gather/ratings";
import { namedScale } from "../../scoring/compile/parameters";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { nearAgent } from "../near-agent";
import type { RowProblem } from "../row-problems";
import { commaMessage, knownNames, numberProblem, reportAlike, rowsOf } from "../row-problems";

type Problem = "agent" | "near-agent" | "indicator" | "type" | "rating" | "comma" | "range" | "twice";

const RUBRIC = [{ Indicator: "Conduct", Points: 100, Method: "raters", "Zero at": 1, "Full at": 5 }];
const Scales = ["客户", "peer"].map((Grade) => ({ Scale: "Conduct", Grade, Share: 0.5 }));
const Metrics = [{ "Agent ID": "1", Period: "2026-10" }];
const ROW = { ...Metrics[0]!, Indicator: "Conduct", Rater: "A", "Rater type": "customer", Rating: 4 };

export default defineCheck<{ problem: Problem; name: string; other: string; count: number }>()({
  id: "rating-row-is-readable",
  severity: "warning",
  title: { en: "Every row of Ratings can be read and weighed", "zh-CN": "评价表的每一行都能识别并计入" },
  message: {
    en: ({ problem, name, other, count }) =>
      problem === "comma"
        ? commaMessage.en("Ratings", count, other)
        : {
            what: {
              agent: `${rowsOf("Ratings", count, "names", "name")} an agent who is not in Metrics.`,
              "near-agent": `${rowsOf("Ratings", count, "names", "name")} the agent “${name}”, who is not in Metrics; “${other}” is.`,
              indicator: `${rowsOf("Ratings", count, "names", "name")} “${name}”, which is no indicator that reads ratings.`,
              type: `${rowsOf("Ratings", count, "has", "have")} the rater type “${name}”, for which no weight is stated.`,
              rating: `${rowsOf("Ratings", count, "holds", "hold")} a rating that is no number.`,
              range: `${plural(count, "A rating lies", `${count} ratings lie`)} outside Zero at to Full at of “${name}”.`,
              twice: `${plural(count, "A rating is", `${count} ratings are`)} by a rater who has rated the same agent before.`,
            }[problem],
            why: {
              agent: "These ratings count for nobody.",
              "near-agent": "These ratings count for nobody.",
              indicator: "These ratings count for nobody.",
              type: "These agents get no total: nobody knows how much the rating weighs.",
              rating: "These agents get no total: nobody knows what the rating is.",
              range: "It is likely a slip; it counts in the mean as it stands.",
              twice: "Both count, so that this rater weighs more than the others.",
            }[problem],
            how: {
              agent: "Correct the agent ID, or delete the row.",
              "near-agent": `Write “${other}” as text, or correct the agent ID.`,
              indicator: "Write the indicator as it is called in Rubric.",
              type: "Correct the type, or add it with its weight to the scale named after the indicator.",
              rating: "Write a number, or leave the cell blank.",
              range: "Correct the rating, or Zero at and Full at.",
              twice: "Delete the rating that does not count.",
            }[problem],
          },
    "zh-CN": ({ problem, name, other, count }) =>
      problem === "comma"
        ? commaMessage["zh-CN"]("评价表", count, other)
        : {
            what: {
              agent: `评价表有 ${count} 行的工号不在指标数据中。`,
              "near-agent": `评价表有 ${count} 行的工号“${name}”不在指标数据中，但有“${other}”。`,
              indicator: `评价表有 ${count} 行写的是“${name}”，没有这样一个读取评价的指标。`,
              type: `评价表有 ${count} 行的评价人类型为“${name}”，没有写明其权重。`,
              rating: `评价表有 ${count} 行的评分不是数字。`,
              range: `“${name}”有 ${count} 个评分超出零分值到满分值的范围。`,
              twice: `有 ${count} 个评分是同一评价人对同一人的重复评价。`,
            }[problem],
            why: {
              agent: "这些评分不会计入任何人。",
              "near-agent": "这些评分不会计入任何人。",
              indicator: "这些评分不会计入任何人。",
              type: "相关人员没有总分：无法确定该评分的权重。",
              rating: "相关人员没有总分：无法确定评分是多少。",
              range: "很可能是笔误；目前按原样计入均值。",
              twice: "两次都会计入，使该评价人的权重大于他人。",
            }[problem],
            how: {
              agent: "更正工号，或删除该行。",
              "near-agent": `以文本写成“${other}”，或更正工号。`,
              indicator: "按评分标准中的名称填写指标。",
              type: "更正类型，或在与指标同名的等级表中增加该类型及其权重。",
              rating: "填写数字，或留空。",
              range: "更正评分，或更正零分值与满分值。",
              twice: "删除不应计入的评分。",
            }[problem],
          },
  },
  check: (subject, report) => {
    const { ratings, period, calendar, known, scales } = subject;
    if (!ratings) return;
    const { names, isAgent, isIndicator, narrowed } = knownNames(subject, "ratings");
    const readers = new Map(
      known.map((each) => {
        const { indicator, method } = each;
        return [foldName(indicator.name), { indicator, weights: raterWeights(namedScale(indicator, method, scales)) }];
      }),
    );
    const near = nearAgent(subject.metrics?.agentIds ?? []);
    const seen = new Set<string>();
    const problemsOf = (rating: Rating): readonly RowProblem<Problem>[] => {
      const { agentId, indicator: name, rater, raterType, value, kind, placeOf } = rating;
      if (!isIndicator(name)) return narrowed ? [] : [{ problem: "indicator", name, at: placeOf("indicator"), names }];
      if (!isAgent(agentId)) {
        const [other, at] = [near(agentId), placeOf("agentId")];
        if (other === undefined) return [{ problem: "agent", name: "", at }];
        return [{ problem: "near-agent", name: agentId, other, at, mends: [other] }];
      }
      if (kind === "unreadable") return [numberProblem("rating", subject.tables.ratings!.source, placeOf("rating"))];
      if (kind !== "number") return [];
      const { indicator, weights } = readers.get(foldName(name))!;
      const problems: RowProblem<Problem>[] = [];
      if (weights && !weights.has(raterTypeKey(raterType)))
        problems.push({ problem: "type", name: raterType, at: placeOf("raterType") });
      const { zeroAt, fullAt } = indicator;
      const bounded = zeroAt !== undefined && fullAt !== undefined && indicator.scale === "";
      if (bounded && (value < Math.min(zeroAt, fullAt) || value > Math.max(zeroAt, fullAt)))
        problems.push({ problem: "range", name: indicator.name, at: placeOf("rating") });
      const key = [agentId, rating.period, name, rater, raterTypeKey(raterType)].map(foldName).join("\n");
      if (rater !== "" && seen.has(key)) problems.push({ problem: "twice", name: "", at: placeOf("rater") });
      seen.add(key);
      return problems;
    };
    const rows = ratings.all.filter((rating) => period === undefined || calendar.belongs(rating.period, period));
    reportAlike(rows.flatMap(problemsOf), report);
  },
  valid: [
    exampleOf(RUBRIC, { Scales, Metrics, Ratings: [ROW, { ...ROW, Rater: "B", Rating: "" }, { ...ROW, Rater: "C" }] }),
  ],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Scales,
        Metrics,
        Ratings: [
          ROW,
          { ...ROW, "Agent ID": "9" },
          { ...ROW, Indicator: "Conducts", Rater: "D" },
          { ...ROW, "Rater type": "stranger", Rater: "B" },
          { ...ROW, Rating: "good" },
          { ...ROW, Rating: 50, Rater: "C" },
          ROW,
        ],
      }),
      at: ["Ratings!A3", "Ratings!C4", "Ratings!E5", "Ratings!F6", "Ratings!F7", "Ratings!D8"],
    },
    { tables: exampleOf(RUBRIC, { Scales, Metrics, Ratings: [{ ...ROW, Rating: "4,5" }] }), at: ["Ratings!F2"] },
  ],
});
