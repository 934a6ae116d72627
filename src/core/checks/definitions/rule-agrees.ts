import { placeOf } from "../../rubric/rubric";
import type { RubricColumn } from "../../rubric/columns";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { showDeviation, showMetric, showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import type { Locale } from "../../text/locale";
import { defineCheck } from "../check";
import { directionInWords, directionOf } from "../directions";
import { exampleOf, LINEAR } from "../examples";
import type { Contradiction } from "../rule-numbers";
import { certainRule, contradictingNumbers, contradictingWorth } from "../rule-numbers";
import type { KnownIndicator } from "../../book/contents";

const SAID = { ...LINEAR, Rule: "90 or more earns all points, 60 or less earns nothing, linear in between" };
const LATE = { Indicator: "Late", Points: "", Method: "deduct", Metric: "Late", "Per event": 2, Limit: 10 };
const BANDS = { Indicator: "Test", Points: 100, Method: "bands", Metric: "Test", Scale: "Test" };
const worths = (...points: readonly number[]) =>
  points.map((Points, index) => ({ Scale: "Test", From: [90, 60, 0][index]!, Points }));

type Column = Contradiction["column"] & RubricColumn;
type Kind = "number" | "percent" | "deviation";

const show = (value: number, kind: Kind, locale: Locale): string =>
  kind === "deviation"
    ? showDeviation(value, locale)
    : kind === "percent"
      ? showMetric(value, "percent", locale)
      : showNumber(value, locale);

/** How to show the numbers of a column. */
function kindOf({ method }: KnownIndicator, column: Column, inPercent: boolean): Kind {
  const unit = column === "failAt" ? "metric" : column === "points" ? "points" : method.parameters[column]?.unit;
  if (unit === "deviation") return "deviation";
  return unit === "ratio" || (unit === "metric" && inPercent) ? "percent" : "number";
}

export default defineCheck<{
  indicator: string;
  column: Column | "scale";
  value: number;
  stated: number;
  said: number;
  kind: Kind;
}>()({
  id: "rule-agrees",
  severity: "warning",
  title: { en: "The numbers of a row are those of its rule", "zh-CN": "各项数值与评分细则一致" },
  message: {
    en: ({ indicator, column, value, stated, said, kind }) => ({
      what:
        column === "scale"
          ? `For ${show(value, kind, "en")} the scale of “${indicator}” gives ${counted(showNumber(stated, "en", 2), "point", "points")}; by the words of its rule it is ${showNumber(said, "en", 2)}.`
          : `${RUBRIC_COLUMNS[column].names.en[0]!} of “${indicator}” is ${show(stated, kind, "en")}, but its rule says ${show(said, kind, "en")}.`,
      why: "The row is what counts. Agents are told the rule and would be scored by something else.",
      how: "Write the number that is meant, or correct the rule.",
    }),
    "zh-CN": ({ indicator, column, value, stated, said, kind }) => ({
      what:
        column === "scale"
          ? `数值为 ${show(value, kind, "zh-CN")} 时，“${indicator}”的等级表给 ${showNumber(stated, "zh-CN", 2)} 分，而按评分细则应为 ${showNumber(said, "zh-CN", 2)} 分。`
          : `“${indicator}”的${RUBRIC_COLUMNS[column].names["zh-CN"][0]!}为 ${show(stated, kind, "zh-CN")}，而评分细则写的是 ${show(said, kind, "zh-CN")}。`,
      why: "计分以本行数值为准：告知员工的是细则，实际却按另一套数值打分。",
      how: "填写本意的数值，或更正评分细则。",
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const each of known) {
      const { indicator } = each;
      const said = certainRule(each);
      if (!said) continue;
      const direction = directionOf(each);
      const meant = directionInWords(indicator.rule);
      // Swapped thresholds are told as such.
      if (direction && meant && direction !== meant) continue;
      const inPercent = metrics?.column(indicator.metric)?.showAs === "percent";
      const apart = contradictingNumbers(each, said);
      const [first, ...others] = apart;
      const worth = first ? undefined : contradictingWorth(each, said);
      if (worth) {
        const kind = inPercent ? "percent" : "number";
        const related = [placeOf(indicator, "rule")];
        report(
          placeOf(indicator, "scale"),
          { indicator: indicator.name, column: "scale", kind, ...worth },
          { related },
        );
      }
      if (!first) continue;
      const { column, stated } = first;
      report(
        placeOf(indicator, column),
        {
          indicator: indicator.name,
          column,
          value: stated,
          stated,
          said: first.said,
          kind: kindOf(each, column, inPercent),
        },
        {
          related: [...others.map((other) => placeOf(indicator, other.column)), placeOf(indicator, "rule")],
          fix: {
            kind: "suggestion",
            label: { en: "Write what the rule says", "zh-CN": "改为细则所写的数值" },
            edits: apart.map((one) => ({ ...placeOf(indicator, one.column), value: one.said })),
          },
        },
      );
    }
  },
  valid: [
    exampleOf([SAID]),
    // The thresholds are in per cent, as the data are.
    exampleOf([{ ...SAID, Rule: "90% or more earns all points, 60% or less earns nothing, linear in between" }]),
    exampleOf([LINEAR, { ...LATE, Rule: "每次扣2分，最多扣10分" }]),
    exampleOf([{ ...LINEAR, Rule: "full points at 90, nothing at 60" }]),
    exampleOf([{ ...LINEAR, Rule: "About 95 is what we hope for, as far as possible" }]),
    exampleOf([{ ...BANDS, Rule: "90分及以上得100分，60分至90分得50分，60分以下得0分" }], {
      Scales: worths(100, 50, 0),
    }),
  ],
  invalid: [
    { tables: exampleOf([{ ...SAID, "Full at": 95 }]), at: ["Rubric!F2"] },
    {
      tables: exampleOf([{ ...LINEAR, Rule: "93%及以上得满分，60%及以下不得分，中间按线性计算" }]),
      at: ["Rubric!F2"],
    },
    { tables: exampleOf([{ ...LINEAR, Rule: "full points at 90, nothing at 70" }]), at: ["Rubric!E2"] },
    { tables: exampleOf([LINEAR, { ...LATE, "Per event": 3, Rule: "每次扣2分，最多扣10分" }]), at: ["Rubric!G3"] },
    {
      tables: exampleOf([{ ...BANDS, Rule: "90分及以上得100分，60分至90分得50分，60分以下得0分" }], {
        Scales: worths(100, 40, 0),
      }),
      at: ["Rubric!E2"],
    },
  ],
});
