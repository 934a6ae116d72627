import { placeOf } from "../../rubric/rubric";
import { readParameters } from "../../scoring/compile/parameters";
import { findVariant } from "../../scoring/compile/registry";
import { scoreColumn } from "../../scoring/model/method";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { SAME } from "../../text/tolerance";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import type { Fix } from "../finding";

const STEP = { Indicator: "Rate", Points: 100, Method: "step", "Full at": 90, "Per event": 2, Step: 1 };
const people = (...values: readonly number[]) => ({
  Metrics: values.map((Rate, k) => ({ "Agent ID": String(k + 1), Period: "2026-10", Rate })),
});

export default defineCheck<{ indicator: string; value: number; points: number; least: number; most: number }>()({
  id: "step-part-stated",
  severity: "warning",
  title: { en: "What a part of a step counts is stated", "zh-CN": "写明不足一步如何计算" },
  message: {
    en: ({ indicator, value, points, least, most }) => ({
      what: `“${indicator}” does not say what a part of a step counts. ${showNumber(value, "en")} gets ${counted(showNumber(points, "en"), "point", "points")}, because only full steps count; it could be ${showNumber(least, "en")} to ${showNumber(most, "en")}.`,
      why: "Two and a half steps may be two, two and a half or three, and people are paid by the difference.",
      how: "Write in Method: step (full), step (started) or step (proportional).",
    }),
    "zh-CN": ({ indicator, value, points, least, most }) => ({
      what: `“${indicator}”没有写明不足一步如何计算。${showNumber(value, "zh-CN")} 现只计满的步，得 ${showNumber(points, "zh-CN")} 分；也可能是 ${showNumber(least, "zh-CN")} 至 ${showNumber(most, "zh-CN")} 分。`,
      why: "两步半可以算两步、两步半或三步，结果不同。",
      how: "在“计分方式”中写明：步长（每满一步）、步长（不足一步按一步）或步长（按比例）。",
    }),
  },
  check: ({ known, metrics, scales, settings }, report) => {
    for (const { rubric, indicator, method } of known) {
      const column = metrics?.column(indicator.metric);
      if (!method.variants || !column || findVariant(indicator.method) !== undefined) continue;
      const { parameters, faults } = readParameters(indicator, method, scales, settings.forRubric(rubric.name));
      if (faults.length > 0) continue;
      const ways = method.variants.map(({ id }) => scoreColumn(method, { ...parameters, variant: id }, column.values));
      const row = column.values.findIndex((_, k) => ways.some((way) => Math.abs(way[k]! - ways[0]![k]!) > SAME));
      if (row < 0) continue;
      const points = ways.map((way) => way[row]!);
      const at = placeOf(indicator, "method");
      const language = /[a-z]/i.test(indicator.method) ? "en" : "zh-CN";
      const fixes = method.variants.map(({ names, text }): Fix => {
        const word = names[language][0]!;
        const value = language === "en" ? `${indicator.method} (${word})` : `${indicator.method}（${word}）`;
        return { kind: "suggestion", label: text, edits: [{ ...at, value }] };
      });
      const [least, most] = [Math.min(...points), Math.max(...points)];
      const data = { indicator: indicator.name, value: column.values[row]!, points: points[0]!, least, most };
      report(at, data, { fixes });
    }
  },
  valid: [
    exampleOf([STEP], people(90, 88, 85)),
    exampleOf([{ ...STEP, Method: "step (full)" }], people(90, 88.5)),
    exampleOf([{ ...STEP, Method: "步长（按比例）" }], people(90, 88.5)),
  ],
  invalid: [{ tables: exampleOf([STEP], people(90, 88.5)), at: ["Rubric!C2"] }],
});
