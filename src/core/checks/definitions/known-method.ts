import { placeOf } from "../../rubric/rubric";
import { ALL_METHODS, findMethod } from "../../scoring/compile/registry";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

/** Known names in the language of the unknown name. */
function namesLike(text: string): readonly string[] {
  const locale = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  return ALL_METHODS.map((method) => method.names[locale][0]!);
}

export default defineCheck<{ indicator: string; method: string; known: string }>()({
  id: "known-method",
  severity: "error",
  title: { en: "The method is known", "zh-CN": "计分方式可识别" },
  message: {
    en: ({ indicator, method, known }) => ({
      what:
        method === ""
          ? `“${indicator}” states no method.`
          : `“${indicator}” states the method “${method}”, which is not known.`,
      why: "Without a method a value cannot become points.",
      how: `Use one of: ${known}.`,
    }),
    "zh-CN": ({ indicator, method, known }) => ({
      what: method === "" ? `“${indicator}”没有填写计分方式。` : `“${indicator}”的计分方式“${method}”无法识别。`,
      why: "没有计分方式就无法把数值变成分数。",
      how: `请使用以下之一：${known}。`,
    }),
  },
  check: ({ rubrics }, report) => {
    for (const { indicators } of rubrics) {
      for (const indicator of indicators) {
        // A row without a name has a finding of its own. A missing method is then a consequence.
        if (findMethod(indicator.method) || (indicator.name === "" && indicator.method === "")) continue;
        const at = placeOf(indicator, "method");
        const names = namesLike(indicator.method || indicator.name);
        report(
          at,
          { indicator: indicator.name, method: indicator.method, known: names.join(", ") },
          closestNameFix(indicator.method, names, [at]),
        );
      }
    }
  },
  valid: [exampleOf([LINEAR]), exampleOf([{ ...LINEAR, Method: "线性" }])],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Method: "liner" }]), at: ["Rubric!C2"] },
    { tables: exampleOf([{ ...LINEAR, Method: "" }]), at: ["Rubric!C2"] },
  ],
});
