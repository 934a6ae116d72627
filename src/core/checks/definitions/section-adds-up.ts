import { placeOf } from "../../rubric/rubric";
import { roundHalfAwayFromZero } from "../../text/round";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { explainedBySections, sectionsOff } from "../section-totals";
import { hasUnclearPoints } from "../unclear-points";
import { isSame } from "../../text/tolerance";

const row = (Section: string, Indicator: string, Points: number) => ({ Section, ...LINEAR, Indicator, Points });

export default defineCheck<{ rubric: string; section: string; stated: number; sum: number }>()({
  id: "section-adds-up",
  severity: "warning",
  title: { en: "A section's lines add up to its stated total", "zh-CN": "维度内分值合计等于标明的分值" },
  message: {
    en: ({ section, stated, sum }) => ({
      what: `The lines of “${section}” add up to ${showNumber(sum, "en")}, but its name says ${showNumber(stated, "en")}.`,
      why: "One of the two is wrong; agents would be told another weight than the one that is scored.",
      how: `Change the points of its lines until they add up to ${showNumber(stated, "en")}, or correct the section's name.`,
    }),
    "zh-CN": ({ section, stated, sum }) => ({
      what: `“${section}”各项分值合计为 ${showNumber(sum, "zh-CN")}，而名称中写的是 ${showNumber(stated, "zh-CN")}。`,
      why: "两者必有一个有误；人员看到的权重与实际计分的不一致。",
      how: `调整各项分值使合计为 ${showNumber(stated, "zh-CN")}，或更正维度名称。`,
    }),
  },
  check: ({ rubrics, settings }, report) => {
    for (const rubric of rubrics) {
      if (hasUnclearPoints(rubric)) continue;
      const { fullScore } = settings.forRubric(rubric.name);
      const whole = rubric.indicators.reduce((total, { points }) => total + points, 0);
      // If the whole rubric is off by the same amount, scoring is impossible, and this section is the place to mend it.
      const severity = explainedBySections(rubric, whole, fullScore) && !isSame(whole, fullScore);
      for (const { section, stated, sum } of sectionsOff(rubric, fullScore)) {
        const [first, ...others] = section.indicators.map((index) => rubric.indicators[index]!);
        report(
          placeOf(first!, "section"),
          { rubric: rubric.name, section: section.name, stated, sum: roundHalfAwayFromZero(sum, 9) },
          {
            related: [first!, ...others].map((indicator) => placeOf(indicator, "points")),
            severity: severity ? "error" : "warning",
          },
        );
      }
    }
  },
  valid: [
    exampleOf([row("Quality (60 points)", "A", 40), row("Quality (60 points)", "B", 20), row("知识 40分", "C", 40)]),
    exampleOf([row("Quality (60 %)", "A", 60), row("Stage 2", "B", 40)]),
  ],
  invalid: [
    {
      tables: exampleOf([
        row("Quality (60 points)", "A", 40),
        row("Quality (60 points)", "B", 15),
        row("Rest", "C", 45),
      ]),
      at: ["Rubric!A2"],
    },
    {
      tables: exampleOf([row("服务质量（60分）", "A", 50), row("业务知识（40分）", "B", 40)]),
      at: ["Rubric!A2"],
    },
  ],
});
