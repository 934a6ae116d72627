import { defineDoubt } from "../doubt";

export default defineDoubt<{ low: string; high: string }>()({
  code: "gap",
  severity: "error",
  message: {
    en: ({ low, high }) => ({
      what: `The rule says nothing about values between ${low} and ${high}.`,
      why: "Whoever lands there gets neither the points below nor those above; it is not guessed.",
      how: "Let one of the neighbouring ranges reach up to the other, or say what is in between.",
    }),
    "zh-CN": ({ low, high }) => ({
      what: `规则没有规定 ${low} 与 ${high} 之间的值。`,
      why: "落在其中的人没有分数；我们不会猜测。",
      how: "让相邻的一段延伸到另一段，或写明中间如何计分。",
    }),
  },
});
