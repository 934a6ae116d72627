import { defineDoubt } from "../doubt";
import { counted } from "../../text/plural";

export default defineDoubt<{ amount: number }>()({
  code: "sign-not-stated",
  severity: "error",
  message: {
    en: ({ amount }) => ({
      what: `“${counted(amount, "point", "points")} each” does not say whether they are added or taken away.`,
      why: "The two are opposites.",
      how: "Write “minus” or “plus”.",
    }),
    "zh-CN": ({ amount }) => ({
      what: `“每次 ${amount} 分”没有说明是加分还是扣分。`,
      why: "两者正好相反。",
      how: "写明“扣”或“加”。",
    }),
  },
});
