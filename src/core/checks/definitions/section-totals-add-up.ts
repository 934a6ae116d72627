import { placeOf } from "../../rubric/rubric";
import { roundHalfAwayFromZero } from "../../text/round";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { statedSumOff } from "../section-totals";

const row = (Section: string, Indicator: string, Points: number) => ({ Section, ...LINEAR, Indicator, Points });

export default defineCheck<{ rubric: string; sum: number; full: number }>()({
  id: "section-totals-add-up",
  severity: "error",
  title: { en: "Stated totals of sections add up to the full score", "zh-CN": "各维度标明的分值合计等于满分" },
  message: {
    en: ({ rubric, sum, full }) => ({
      what: `The sections of “${rubric}” state ${counted(showNumber(sum, "en"), "point", "points")} together, not ${showNumber(full, "en")}.`,
      why: "However the points are split among the lines, they cannot add up to the full score.",
      how: `Correct the totals in the names of the sections, add the section that is missing, or state ${showNumber(sum, "en")} as the full score in the Settings table.`,
    }),
    "zh-CN": ({ rubric, sum, full }) => ({
      what: `“${rubric}”各维度标明的分值合计为 ${showNumber(sum, "zh-CN")}，不是 ${showNumber(full, "zh-CN")}。`,
      why: "无论各指标如何分配，分值合计都不会等于满分。",
      how: `更正维度名称中的分值，补上缺少的维度，或在“设置”表中把满分写为 ${showNumber(sum, "zh-CN")}。`,
    }),
  },
  check: ({ rubrics, settings }, report) => {
    for (const rubric of rubrics) {
      const { fullScore } = settings.forRubric(rubric.name);
      const sum = statedSumOff(rubric, fullScore);
      if (sum === undefined) continue;
      const places = rubric.sections.map(({ indicators }) => placeOf(rubric.indicators[indicators[0]!]!, "section"));
      const data = { rubric: rubric.name, sum: roundHalfAwayFromZero(sum, 9), full: fullScore };
      report(places[0], data, { related: places.slice(1) });
    }
  },
  valid: [
    exampleOf([row("Quality (60 points)", "A", 60), row("Rest (40 points)", "B", 40)]),
    exampleOf([row("Quality (60 points)", "A", 60), row("Rest (25 %)", "B", 20)], {
      Settings: [{ Setting: "Full score", Value: 80 }],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([
        row("服务质量（30分）", "A", 15),
        row("服务质量（30分）", "B", 15),
        row("测试（10分）", "C", 10),
        row("服务指标（45分）", "D", 45),
        { Section: "考勤", Indicator: "迟到", Points: "", Method: "deduct", "Per event": 2 },
      ]),
      at: ["Rubric!A2"],
    },
    {
      tables: exampleOf([row("Quality (60 points)", "A", 60), row("Rest (20 points)", "B", 20)], {
        Settings: [{ Setting: "Full score", Value: 90 }],
      }),
      at: ["Rubric!A2"],
    },
  ],
});
