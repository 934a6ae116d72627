import { defineDoubt } from "../doubt";

export default defineDoubt<{ typed: string; meant: string }>()({
  code: "slip-mended",
  severity: "info",
  message: {
    en: ({ typed, meant }) => ({
      what: `“${typed}” was read as “${meant}”.`,
      why: "It looks like a typing slip that leaves the meaning clear.",
      how: "Correct the text if that is right.",
    }),
    "zh-CN": ({ typed, meant }) => ({
      what: `“${typed}”按“${meant}”理解。`,
      why: "看起来是不影响含义的笔误。",
      how: "如果理解正确，请更正原文。",
    }),
  },
});
