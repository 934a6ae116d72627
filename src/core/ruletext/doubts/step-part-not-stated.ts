import { defineDoubt } from "../doubt";

export default defineDoubt<{ size: string }>()({
  code: "step-part-not-stated",
  severity: "warning",
  message: {
    en: ({ size }) => ({
      what: `The rule does not say what a part of a step counts: ${size} is one step.`,
      why: "Two and a half steps are two, two and a half or three, and people are paid by the difference. Only whole steps can be scored as it stands.",
      how: "Say whether a started step counts, only a full one, or parts in proportion.",
    }),
    "zh-CN": ({ size }) => ({
      what: `规则没有说明不足一步如何计算（每步为 ${size}）。`,
      why: "两步半可以算两步、两步半或三步，结果不同。照现在的写法只能给整步的值计分。",
      how: "写明不足一步按一步计、不计，还是按比例计。",
    }),
  },
  answers: ({ size }) => [
    {
      label: { en: "A started step counts as a full one", "zh-CN": "不足一步按一步计" },
      words: { en: ", a started step counts in full", "zh-CN": `，不足 ${size} 按 ${size} 计` },
    },
    {
      label: { en: "Only full steps count", "zh-CN": "不足一步不计" },
      words: { en: ", only full steps count", "zh-CN": `，不足 ${size} 不计` },
    },
    {
      label: { en: "Parts count in proportion", "zh-CN": "不足一步按比例计" },
      words: { en: ", in proportion", "zh-CN": `，不足 ${size} 按比例计` },
    },
  ],
});
