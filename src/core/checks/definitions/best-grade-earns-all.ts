import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { bestOf, gradeUses, worthInPoints } from "../grade-scales";
import { SAME } from "../../text/tolerance";

const TALK = { Indicator: "Talk", Points: 10, Method: "grade", Scale: "Grades" };
const REST = { Indicator: "Rest", Points: 90, Method: "manual" };
const METRICS = [{ "Agent ID": "1", Period: "2026-10", Talk: "A", Rest: 90 }];

export default defineCheck<{ scale: string; grade: string; worth: number; indicator: string; points: number }>()({
  id: "best-grade-earns-all",
  severity: "warning",
  title: { en: "The best grade earns all points", "zh-CN": "最高等级得满分" },
  message: {
    en: ({ scale, grade, worth, indicator, points }) => ({
      what: `The best grade of the scale “${scale}”, ${grade}, is worth ${counted(showNumber(worth, "en"), "point", "points")}, but “${indicator}” holds ${showNumber(points, "en")}.`,
      why: "The points between the two can be earned by nobody, so nobody can reach the full score.",
      how: "Raise the worth of the best grade, or lower the indicator's points.",
    }),
    "zh-CN": ({ scale, grade, worth, indicator, points }) => ({
      what: `等级表“${scale}”的最高等级 ${grade} 为 ${showNumber(worth, "zh-CN")} 分，而“${indicator}”的分值是 ${showNumber(points, "zh-CN")} 分。`,
      why: "两者之间的分数无人能得，因此没有人能得到满分。",
      how: "提高最高等级的分值，或降低指标的分值。",
    }),
  },
  check: (subject, report) => {
    const told = new Set<string>();
    for (const { scale, indicator } of gradeUses(subject)) {
      const best = bestOf(scale);
      const { name, points } = indicator;
      const key = `${scale.name}\n${points}`;
      if (!best || points <= 0 || told.has(key)) continue;
      const worth = worthInPoints(best, points);
      if (worth >= points - SAME) continue;
      told.add(key);
      report(
        best.places.worth,
        { scale: scale.name, grade: best.grade, worth, indicator: name, points },
        { related: [placeOf(indicator, "points")] },
      );
    }
  },
  valid: [
    exampleOf([TALK, REST], {
      Scales: [
        { Scale: "Grades", Grade: "C", Points: 4 },
        { Scale: "Grades", Grade: "A", Points: 10 },
      ],
      Metrics: METRICS,
    }),
  ],
  invalid: [
    {
      tables: exampleOf([TALK, REST], {
        Scales: [
          { Scale: "Grades", Grade: "A", Points: 9 },
          { Scale: "Grades", Grade: "C", Points: 4 },
        ],
        Metrics: METRICS,
      }),
      at: ["Scales!C2"],
    },
    {
      tables: exampleOf([TALK, REST], { Scales: [{ Scale: "Grades", Grade: "A", Share: 0.9 }], Metrics: METRICS }),
      at: ["Scales!C2"],
    },
  ],
});
