import type { Localised } from "../../text/locale";

/** What applies after what when points become a total. Published in the reference; `aggregate.ts` does it in this order. */
export const PRECEDENCE: readonly Localised[] = [
  {
    en: "Every indicator's own points, by its method: floors, ceilings and limits of the indicator included. A value that is not there yet is dealt with by If missing: zero and full give points here, pending and a value that cannot be scored leave the evaluation without a total.",
    "zh-CN":
      "按各指标的计分方式得出其分数，包括该指标自身的下限、上限与封顶。尚无数据时按“缺失处理”：零分、满分在此计分；待定或无法计分的值使考核没有总分。",
  },
  {
    en: "Points of indicators that do not count (not applicable, or missing with exclude or share): share is split equally over the others of the section first, then all the rest is scaled in proportion over the rubric. Only earned points are scaled, never deductions or bonuses. Below the stated coverage, or with nothing left, there is no total.",
    "zh-CN":
      "不计的指标（不适用，或缺失且为剔除、均摊）的分值：先将“均摊”的分值平均分给同维度其他指标，再将其余分值在整个考核表内按比例放大。只放大所得分，扣分与加分不放大。覆盖率不足或没有任何可计指标时没有总分。",
  },
  {
    en: "Sections are summed, and each sum is held between the section's lowest and highest, where the settings state them.",
    "zh-CN": "汇总各维度；设置中写有维度最低分、最高分时，将小计限制在其间。",
  },
  {
    en: "A failed critical item of effect section makes its section 0.",
    "zh-CN": "效果为“维度”的一票否决项未通过时，该维度计 0 分。",
  },
  {
    en: "Deductions and bonuses are added, those of a section held at its caps where the settings state them.",
    "zh-CN": "加上扣分与加分；设置中写有维度扣分上限、加分上限时先封顶。",
  },
  {
    en: "The total is held between the lowest and the highest total; above the full score only where the settings allow it.",
    "zh-CN": "总分限制在最低总分与最高总分之间；只有设置允许时才能超过满分。",
  },
  {
    en: "Failed critical items: zero makes the total 0, cap holds it at most at the cap. The total without critical items is kept beside it.",
    "zh-CN": "一票否决项未通过：“总分零分”使总分为 0，“封顶”使总分不超过所写分数。不计否决的总分同时保留。",
  },
  {
    en: "The total is rounded once, by the rubric's rounding and decimals.",
    "zh-CN": "按考核表的舍入方式和小数位对总分舍入一次。",
  },
  {
    en: "The rounded total decides the grade, by cut-offs or by quotas, and the ranks.",
    "zh-CN": "由舍入后的总分按分数线或名额确定等级，并确定排名。",
  },
];
