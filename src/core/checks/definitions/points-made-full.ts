import { placeOf } from "../../rubric/rubric";
import type { StatedPoints } from "../../rubric/rubric";
import { showNumber, showPercent } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const thirds = (...points: readonly (number | string)[]) =>
  points.map((each, k) => ({ ...LINEAR, Indicator: `Part ${k + 1}`, Points: each }));

export default defineCheck<{ rubric: string; sum: number; full: number; as: StatedPoints["as"] }>()({
  id: "points-made-full",
  severity: "info",
  title: { en: "Points that stand for the full score", "zh-CN": "分值按满分折算" },
  message: {
    en: ({ rubric, sum, full, as }) => ({
      what:
        as === "percent"
          ? `The points of “${rubric}” are percentages that add up to ${showPercent(sum, "en")}; they count as shares of the full score of ${showNumber(full, "en")}.`
          : `The points of “${rubric}” add up to ${showNumber(sum, "en")}, because they are rounded; they count in proportion, as ${showNumber(full, "en")}.`,
      why: "The points that an explanation shows differ from those in the cells.",
      how: "Nothing needs to be done. Write points that add up to the full score where each should count as it stands.",
    }),
    "zh-CN": ({ rubric, sum, full, as }) => ({
      what:
        as === "percent"
          ? `“${rubric}”的分值为百分比，合计 ${showPercent(sum, "zh-CN")}；按满分 ${showNumber(full, "zh-CN")} 的份额计。`
          : `“${rubric}”的分值因取整合计为 ${showNumber(sum, "zh-CN")}；按比例折算为 ${showNumber(full, "zh-CN")}。`,
      why: "说明中显示的分值与单元格中的不同。",
      how: "无需处理；如需按原分值计分，请写出合计等于满分的分值。",
    }),
  },
  check: ({ rubrics, settings }, report) => {
    for (const { name, indicators, statedPoints } of rubrics) {
      if (!statedPoints) continue;
      const [first, ...related] = indicators.filter(({ points }) => points > 0).map((each) => placeOf(each, "points"));
      const { fullScore } = settings.forRubric(name);
      report(first!, { rubric: name, sum: statedPoints.sum, full: fullScore, as: statedPoints.as }, { related });
    }
  },
  valid: [exampleOf([LINEAR]), exampleOf(thirds(33, 33, 34))],
  invalid: [
    { tables: exampleOf(thirds(33, 33, 33)), at: ["Rubric!B2"] },
    { tables: exampleOf(thirds(33.3, 33.3, 33.3)), at: ["Rubric!B2"] },
    { tables: exampleOf(thirds("60%", "40%")), at: ["Rubric!B2"] },
  ],
});
