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
    en: "A failed critical item of effect section makes its section 0 at most. Its deductions and bonuses stay.",
    "zh-CN": "效果为“维度”的一票否决项未通过时，该维度最多计 0 分；该维度的扣分与加分仍然有效。",
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
    en: "Failed critical items: first the total is multiplied by all factors (x 0.8), then held at the lowest of all caps (zero is a cap of 0). A veto never raises a total above what it would be without vetoes, and the lowest total never lifts it again. The total without critical items is kept beside it.",
    "zh-CN":
      "一票否决项未通过：先将总分依次乘以各系数（×0.8），再以各封顶分中最低者为限（“总分零分”即封顶 0）。否决不会使总分高于未否决时的总分，最低总分也不会再将其抬高。不计否决的总分同时保留。",
  },
  {
    en: "The total is rounded once, by the rubric's rounding and decimals.",
    "zh-CN": "按考核表的舍入方式和小数位对总分舍入一次。",
  },
  {
    en: "The rounded total decides the grade, by cut-offs or by quotas, and the ranks.",
    "zh-CN": "由舍入后的总分按分数线或名额确定等级，并确定排名。",
  },
  {
    en: "Failed critical items of effect grade (grade -1) lower the grade, all steps added up, to the worst grade at most. Rank and place in the quotas stay.",
    "zh-CN":
      "效果为降级（降1级）的一票否决项未通过时，等级相应下降，级数累加，最低为最差等级。排名与名额中的位次不变。",
  },
];
