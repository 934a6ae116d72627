import { showMetric, showNumber } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { failAtMisfit } from "../fail-at-unit";
import { rescale } from "../rescale";
import { statistics } from "../units";

const CRITICAL = { ...LINEAR, Critical: "cap 60", "Fail at": 50 };
const RATE = { ...CRITICAL, "Zero at": 0.85, "Full at": 0.98, "Fail at": 0.8 };
const tests = (...values: readonly number[]) => ({
  Metrics: values.map((Test, index) => ({ "Agent ID": String(index + 1), Period: "2026-10", Test })),
});

export default defineCheck<{ indicator: string; failAt: number; value: number; meant: number; showAs: ShowAs }>()({
  id: "fail-at-in-unit",
  severity: "error",
  title: { en: "Fail at is in the unit of the data", "zh-CN": "否决值与数据的单位一致" },
  message: {
    en: ({ indicator, failAt, value, meant, showAs }) => ({
      what: `“${indicator}” fails at ${showNumber(failAt, "en")}, while its data are such as ${showMetric(value, showAs, "en")}: they differ by a factor of 100.`,
      why: "In the wrong unit a critical item fails everybody, or nobody.",
      how: `Write ${showMetric(meant, showAs, "en")}.`,
    }),
    "zh-CN": ({ indicator, failAt, value, meant, showAs }) => ({
      what: `“${indicator}”的否决值为 ${showNumber(failAt, "zh-CN")}，而数据如 ${showMetric(value, showAs, "zh-CN")}：相差 100 倍。`,
      why: "单位不对时，一票否决项会否决所有人，或谁也不否决。",
      how: `请写 ${showMetric(meant, showAs, "zh-CN")}。`,
    }),
  },
  check: ({ known, metrics }, report) => {
    for (const each of known) {
      const wrong = failAtMisfit(each, metrics);
      const column = wrong && metrics?.column(each.indicator.metric);
      if (!column) continue;
      const { failAt, factor } = wrong;
      report(
        failAt.at,
        {
          indicator: each.indicator.name,
          failAt: failAt.value,
          value: statistics(column).example,
          meant: Number((failAt.value * factor).toPrecision(12)),
          showAs: column.showAs,
        },
        { fix: rescale([failAt], factor) },
      );
    }
  },
  valid: [
    exampleOf([CRITICAL], tests(40, 95)),
    exampleOf([RATE], tests(0.7, 0.99)),
    exampleOf([{ ...CRITICAL, "Fail at": 8 }], tests(40, 95)),
  ],
  invalid: [
    { tables: exampleOf([{ ...CRITICAL, "Fail at": 0.5 }], tests(40, 95)), at: ["Rubric!H2"] },
    { tables: exampleOf([{ ...RATE, "Fail at": 80 }], tests(0.7, 0.99)), at: ["Rubric!H2"] },
  ],
});
