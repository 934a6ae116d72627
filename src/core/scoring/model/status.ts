import type { Localised } from "../../text/locale";

/** Codes of a status column. A score is never a bare number. */
export const STATUS = { scored: 0, pending: 1, notApplicable: 2, failed: 3 } as const;

export type StatusCode = (typeof STATUS)[keyof typeof STATUS];

export type StatusName = "scored" | "pending" | "not-applicable" | "failed";

export const STATUS_NAMES: readonly StatusName[] = ["scored", "pending", "not-applicable", "failed"];

export const STATUS_TEXT: Readonly<Record<StatusName, Localised>> = {
  scored: { en: "scored", "zh-CN": "已评分" },
  pending: { en: "pending", "zh-CN": "待定" },
  "not-applicable": { en: "not applicable", "zh-CN": "不适用" },
  failed: { en: "cannot be scored", "zh-CN": "无法评分" },
};
