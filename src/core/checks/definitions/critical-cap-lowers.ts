import { placeOf } from "../../rubric/rubric";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ indicator: string; cap: number; highest: number }>()({
  id: "critical-cap-lowers",
  severity: "warning",
  title: { en: "The cap of a critical item lowers totals", "zh-CN": "一票否决的封顶分低于最高总分" },
  message: {
    en: ({ indicator, cap, highest }) => ({
      what: `Failing “${indicator}” caps the total at ${showNumber(cap, "en")}, but nobody can have more than ${showNumber(highest, "en")} anyway.`,
      why: "Who fails the item would not notice.",
      how: `State a cap below ${showNumber(highest, "en")}, or clear Critical.`,
    }),
    "zh-CN": ({ indicator, cap, highest }) => ({
      what: `“${indicator}”否决后总分封顶 ${showNumber(cap, "zh-CN")}，而总分本来就不会超过 ${showNumber(highest, "zh-CN")}。`,
      why: "否决等于没有任何后果。",
      how: `填写低于 ${showNumber(highest, "zh-CN")} 的封顶分，或清除“一票否决”。`,
    }),
  },
  check: ({ known, settings }, report) => {
    for (const { indicator, rubric } of known) {
      const { critical, name } = indicator;
      const { fullScore, highestTotal: highest = fullScore } = settings.forRubric(rubric.name);
      if (critical?.effect !== "cap" || critical.cap < highest) continue;
      report(placeOf(indicator, "critical"), { indicator: name, cap: critical.cap, highest });
    }
  },
  valid: [exampleOf([{ ...LINEAR, Critical: "cap 60" }])],
  invalid: [{ tables: exampleOf([{ ...LINEAR, Critical: "cap 100" }]), at: ["Rubric!G2"] }],
});
