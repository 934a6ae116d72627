import { placeOf } from "../../rubric/rubric";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import { hasDeviations } from "../../scoring/model/method";
import { showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

/** Beyond this the number was typed in per cent, which another check tells. */
const HIGHEST_DEVIATION = 2;

const PEER = { ...LINEAR, Method: "peer", "Zero at": 0.1, "Full at": 0.9 };
const Settings = [{ Setting: "Peer statistic", Value: "percentile" }];

export default defineCheck<{ indicator: string; column: "zeroAt" | "fullAt"; value: number }>()({
  id: "percentile-is-share",
  severity: "warning",
  title: { en: "Thresholds of a percentile lie within 0 to 100 %", "zh-CN": "百分位的阈值在 0 到 100% 之间" },
  message: {
    en: ({ indicator, column, value }) => ({
      what: `“${indicator}” is compared by percentile, but its ${RUBRIC_COLUMNS[column].names.en[0]!} is ${showPercent(value, "en")}.`,
      why: "A percentile is the place among the others, 0 % for the last and 100 % for the first. Outside of that nobody ever stands: it was most likely written for a deviation from the mean.",
      how: "Write places such as 10 % and 90 %, or set Peer statistic to mean.",
    }),
    "zh-CN": ({ indicator, column, value }) => ({
      what: `“${indicator}”按百分位比较，但${RUBRIC_COLUMNS[column].names["zh-CN"][0]!}为 ${showPercent(value, "zh-CN")}。`,
      why: "百分位是在同岗位中的名次位置，末位为 0%，首位为 100%，没有人会在此之外：这很可能是按均值偏差写的。",
      how: "请写名次位置，如 10% 和 90%；或把“同岗位统计量”设为均值。",
    }),
  },
  check: ({ known, settings }, report) => {
    for (const { indicator, method, rubric } of known) {
      if (!hasDeviations(method) || settings.forRubric(rubric.name).peerStatistic !== "percentile") continue;
      const outside = (["zeroAt", "fullAt"] as const).flatMap((column) => {
        const value = indicator[column];
        return value !== undefined && (value < 0 || value > 1) ? [{ column, value }] : [];
      });
      const [first, second] = outside;
      if (!first || outside.some(({ value }) => Math.abs(value) > HIGHEST_DEVIATION)) continue;
      report(
        placeOf(indicator, first.column),
        { indicator: indicator.name, ...first },
        { related: second ? [placeOf(indicator, second.column)] : [] },
      );
    }
  },
  valid: [exampleOf([PEER], { Settings }), exampleOf([{ ...PEER, "Zero at": -0.2, "Full at": 0.2 }])],
  invalid: [
    { tables: exampleOf([{ ...PEER, "Zero at": -0.2, "Full at": 0.2 }], { Settings }), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...PEER, "Full at": 1.2 }], { Settings }), at: ["Rubric!F2"] },
  ],
});
