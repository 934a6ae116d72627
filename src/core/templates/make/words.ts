import type { ColumnSpec } from "../../cell/table";
import type { MissingPolicy } from "../../rubric/rubric";
import type { MethodId } from "../../scoring/compile/registry";
import { methodNamed } from "../../scoring/compile/registry";
import type { ScoringMethod } from "../../scoring/model/method";
import type { Locale, Localised } from "../../text/locale";
import { statedIn, type IndicatorSpec } from "../template";

/** Names of a template's sheets, and of the tables on them. */
export const SHEET_NAMES = {
  rubric: { en: "Rubric", "zh-CN": "评分标准" },
  scales: { en: "Scales", "zh-CN": "等级表" },
  settings: { en: "Settings", "zh-CN": "设置" },
  metrics: { en: "Metrics", "zh-CN": "指标数据" },
  ratings: { en: "Ratings", "zh-CN": "评价" },
  ledger: { en: "Ledger", "zh-CN": "奖惩台账" },
} as const satisfies Record<string, Localised>;

export type SheetKind = keyof typeof SHEET_NAMES;

export const MISSING_WORDS: Readonly<Record<MissingPolicy, Localised>> = {
  pending: { en: "pending", "zh-CN": "待定" },
  exclude: { en: "exclude", "zh-CN": "剔除" },
  share: { en: "share", "zh-CN": "均摊" },
  zero: { en: "zero", "zh-CN": "零分" },
  full: { en: "full", "zh-CN": "满分" },
};

export const RATER_WORDS = {
  customer: { en: "customer", "zh-CN": "客户" },
  superior: { en: "superior", "zh-CN": "上级" },
  peer: { en: "peer", "zh-CN": "同事" },
  self: { en: "self", "zh-CN": "本人" },
} as const satisfies Record<string, Localised>;

/** The shown header of a column of the contract. */
export const headerOf = ({ names }: ColumnSpec, locale: Locale): string => names[locale][0]!;

/** The text of the Method column for a method. */
export const methodWord = (id: MethodId, locale: Locale): string => methodNamed(id).names[locale][0]!;

/** The method of an indicator in the mended form. */
export const mendedMethod = ({ method }: IndicatorSpec): ScoringMethod => methodNamed(statedIn(method, "mended")!);
