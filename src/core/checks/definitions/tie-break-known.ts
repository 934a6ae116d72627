import { foldName } from "../../cell/cell";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { settingCell } from "../setting-cell";

const tieBreak = (value: string) => exampleOf([LINEAR], { Settings: [{ Setting: "Tie-break", Value: value }] });

export default defineCheck<{ name: string; rubric: string }>()({
  id: "tie-break-known",
  severity: "error",
  title: { en: "A tie is broken by indicators of the rubric", "zh-CN": "并列判定使用考核表中的指标" },
  message: {
    en: ({ name, rubric }) => ({
      what: `Ties are to be broken by “${name}”, but “${rubric}” has no such indicator.`,
      why: "Ranks and quotas would be decided by something that is not there.",
      how: "Name indicators of the rubric, with commas between.",
    }),
    "zh-CN": ({ name, rubric }) => ({
      what: `并列判定写有“${name}”，但考核表“${rubric}”中没有这个指标。`,
      why: "排名和名额将无从判定。",
      how: "请填写考核表中的指标名称，以逗号分隔。",
    }),
  },
  check: (subject, report) => {
    for (const { name: rubric, indicators } of subject.rubrics) {
      const names = new Set(indicators.map(({ name }) => foldName(name)));
      const strange = subject.settings.forRubric(rubric).tieBreak.filter((each) => !names.has(each));
      const at = strange.length > 0 ? settingCell(subject, "tieBreak", rubric) : undefined;
      for (const name of strange) report(at, { name, rubric });
    }
  },
  valid: [tieBreak(" quarterly test")],
  invalid: [{ tables: tieBreak("Quarterly test, Calls"), at: ["Settings!B2"] }],
});
