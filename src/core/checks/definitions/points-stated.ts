import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ indicator: string; points: number; problem: "missing" | "negative" | "unused" }>()({
  id: "points-stated",
  severity: "error",
  title: { en: "Points are stated where they are needed", "zh-CN": "需要分值的指标都写明分值" },
  message: {
    en: ({ indicator, points, problem }) => ({
      what: {
        missing: `“${indicator}” states no points.`,
        negative: `“${indicator}” has ${counted(showNumber(points, "en"), "point", "points")}.`,
        unused: `“${indicator}” is a bonus item, but has ${counted(showNumber(points, "en"), "point", "points")} of its own.`,
      }[problem],
      why: {
        missing: "Nobody could earn anything on it.",
        negative: "Points are the most that can be earned; what is taken away is a deduction.",
        unused: "A bonus only adds; its points would never be earned and the full score is out of reach.",
      }[problem],
      how: {
        missing: "State the points, or use the method deduct or bonus for an item that only takes away or adds.",
        negative: "Use the method deduct with a positive number per event.",
        unused: "Leave Points blank, and state the most that can be added as Limit.",
      }[problem],
    }),
    "zh-CN": ({ indicator, points, problem }) => ({
      what: {
        missing: `“${indicator}”没有写分值。`,
        negative: `“${indicator}”的分值为 ${showNumber(points, "zh-CN")}。`,
        unused: `“${indicator}”是加分项，却有 ${showNumber(points, "zh-CN")} 分的分值。`,
      }[problem],
      why: {
        missing: "任何人在这个指标上都得不到分。",
        negative: "分值是最多能得的分数；要扣的分属于扣分项。",
        unused: "加分项只加分；它的分值永远得不到，满分也无法达到。",
      }[problem],
      how: {
        missing: "填写分值；只扣分或只加分的项目请用“扣分”或“加分”。",
        negative: "请用“扣分”，每次分值填正数。",
        unused: "分值留空，把最多能加的分写在上限。",
      }[problem],
    }),
  },
  check: ({ rubrics, known }, report) => {
    // Neither points nor a method: two holes of the policy, and each is to be filled.
    for (const indicator of rubrics.flatMap(({ indicators }) => indicators)) {
      if (indicator.name === "" || indicator.method !== "") continue;
      if ((indicator.cells.points?.value.kind ?? "blank") === "blank")
        report(placeOf(indicator, "points"), { indicator: indicator.name, points: 0, problem: "missing" });
    }
    for (const { indicator, method } of known) {
      const kind = indicator.cells.points?.value.kind ?? "blank";
      if (kind !== "number" && kind !== "blank") continue;
      const problem =
        indicator.points < 0
          ? "negative"
          : method.points === "required" && indicator.points === 0
            ? "missing"
            : method.points === "none" && indicator.points > 0
              ? "unused"
              : undefined;
      if (problem)
        report(placeOf(indicator, "points"), { indicator: indicator.name, points: indicator.points, problem });
    }
  },
  valid: [
    exampleOf([LINEAR, { Indicator: "Attendance", Points: "", Method: "deduct", Metric: "Late", "Per event": 2 }]),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Points: "" }]), at: ["Rubric!B2"] },
    { tables: exampleOf([{ ...LINEAR, Points: -5 }]), at: ["Rubric!B2"] },
    {
      tables: exampleOf([
        LINEAR,
        { Indicator: "Praise", Points: 5, Method: "bonus", Metric: "Praise", "Per event": 1 },
      ]),
      at: ["Rubric!B3"],
    },
  ],
});
