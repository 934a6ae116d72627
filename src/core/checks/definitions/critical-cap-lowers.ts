import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { findTotalScale } from "../../scoring/compile/compile";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ indicator: string; cap: number; highest: number }>()({
  id: "critical-cap-lowers",
  severity: "warning",
  title: { en: "Failing a critical item has an effect", "zh-CN": "一票否决有实际后果" },
  message: {
    en: ({ indicator, cap, highest }) => ({
      what: Number.isNaN(cap)
        ? `Failing “${indicator}” lowers the grade, but no scale Total gives grades.`
        : `Failing “${indicator}” caps the total at ${showNumber(cap, "en")}, but nobody can have more than ${showNumber(highest, "en")} anyway.`,
      why: "Who fails the item would not notice.",
      how: Number.isNaN(cap)
        ? "State a scale named Total, or another effect in Critical."
        : `State a cap below ${showNumber(highest, "en")}, or clear Critical.`,
    }),
    "zh-CN": ({ indicator, cap, highest }) => ({
      what: Number.isNaN(cap)
        ? `“${indicator}”否决后降级，但没有名为“总分”的等级表。`
        : `“${indicator}”否决后总分封顶 ${showNumber(cap, "zh-CN")}，而总分本来就不会超过 ${showNumber(highest, "zh-CN")}。`,
      why: "否决等于没有任何后果。",
      how: Number.isNaN(cap)
        ? "补上名为“总分”的等级表，或改写“一票否决”的后果。"
        : `填写低于 ${showNumber(highest, "zh-CN")} 的封顶分，或清除“一票否决”。`,
    }),
  },
  check: ({ known, scales, settings }, report) => {
    for (const { indicator, rubric } of known) {
      const { critical, name } = indicator;
      const { fullScore, highestTotal: highest = fullScore } = settings.forRubric(rubric.name);
      const isIdle =
        critical?.effect === "grade" ? !findTotalScale(scales) : critical?.effect === "cap" && critical.cap >= highest;
      if (!isIdle) continue;
      const cap = critical?.effect === "cap" ? critical.cap : NaN;
      report(placeOf(indicator, "critical"), { indicator: name, cap, highest });
    }
  },
  valid: [exampleOf([{ ...LINEAR, Critical: "cap 60" }])],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Critical: "cap 100" }]), at: ["Rubric!G2"] },
    { tables: exampleOf([{ ...LINEAR, Critical: "grade -1" }]), at: ["Rubric!G2"] },
  ],
});
