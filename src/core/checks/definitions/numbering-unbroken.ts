import { foldName } from "../../cell/cell";
import { placeOf } from "../../rubric/rubric";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { isNumbered, numberingBreaks } from "../numbering";

const rows = (...names: readonly string[]) =>
  names.map((Indicator) => ({ ...LINEAR, Indicator, Points: 100 / names.length }));

export default defineCheck<{ rubric: string; name: string; expected: string; found: string }>()({
  id: "numbering-unbroken",
  severity: "warning",
  title: { en: "Numbers of lines follow one another", "zh-CN": "编号连续" },
  message: {
    en: ({ name, expected, found }) => ({
      what: `“${name}” is numbered ${found} where ${expected} would follow.`,
      why: "A line may be missing, stand twice, or have been moved: the rubric would not be the policy it was taken from.",
      how: "Compare with the policy: add the missing line, or correct the number.",
    }),
    "zh-CN": ({ name, expected, found }) => ({
      what: `“${name}”的编号是 ${found}，按顺序应为 ${expected}。`,
      why: "可能漏了一行、重复了一行或调换了位置，评分标准与制度原文不一致。",
      how: "请与制度原文核对：补上漏掉的行，或更正编号。",
    }),
  },
  check: ({ rubrics }, report) => {
    for (const { name: rubric, indicators, sections } of rubrics) {
      // A line that overwrote another one is a finding of another check.
      if (new Set(indicators.map(({ name }) => foldName(name))).size < indicators.length) continue;
      // Numbers run through the whole rubric, or start anew in each section, or only some sections have them.
      const names = indicators.map(({ name }) => name);
      const whole = isNumbered(names) ? numberingBreaks(names) : undefined;
      const own = sections.flatMap((section) =>
        numberingBreaks(section.indicators.map((index) => indicators[index]!.name)).map((each) => ({
          ...each,
          index: section.indicators[each.index]!,
        })),
      );
      for (const { index, expected, found } of !whole || own.length < whole.length ? own : whole) {
        const indicator = indicators[index]!;
        report(indicator.at, { rubric, name: indicator.name, expected, found });
      }
      for (const { index, expected, found } of numberingBreaks(sections.map(({ name }) => name))) {
        const section = sections[index]!;
        const at = placeOf(indicators[section.indicators[0]!]!, "section");
        report(at, { rubric, name: section.name, expected, found });
      }
    }
  },
  valid: [
    exampleOf(rows("1.1 Tone", "1.2 Speed", "2.1 Answer", "2.2 Record")),
    exampleOf(rows("24-hour callback", "3G sales", "5S of the desk", "Late")),
    exampleOf(
      ["一、态度", "一、态度", "二、能力", "二、能力"].map((Section, index) => ({
        Section,
        ...LINEAR,
        Indicator: `${(index % 2) + 1}、${"甲乙丙丁"[index]!}`,
        Points: 25,
      })),
    ),
  ],
  invalid: [
    { tables: exampleOf(rows("1.1 Tone", "1.2 Speed", "1.4 Answer", "1.5 Record")), at: ["Rubric!A4"] },
    {
      tables: exampleOf(
        ["1. Tasks", "3. Needs", "4. Reports", "Speed", "Quality"].map((Indicator, index) => ({
          Section: index < 3 ? "Work" : "Efficiency",
          ...LINEAR,
          Indicator,
          Points: 20,
        })),
      ),
      at: ["Rubric!B3"],
    },
    { tables: exampleOf(rows("1、礼貌用语", "2、语速", "2、解答", "3、记录")), at: ["Rubric!A4"] },
  ],
});
