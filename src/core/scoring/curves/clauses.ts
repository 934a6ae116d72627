import type { Clause } from "../model/sentence";
import { HOLE } from "../model/sentence";
import type { Localised } from "../../text/locale";
import { plain } from "../../text/plain";
import { counted } from "../../text/plural";

/** A number in digits that the reader of rules reads back exactly; a missing number leaves a hole. */
export const stated = (value: number | undefined): string => (value === undefined ? HOLE : plain(value));

/** Points in an English clause: `1 point`, `2.5 points`. */
export const pointsInWords = (points: number | undefined): string => counted(stated(points), "point", "points");

/** Values from a bound on, the bound included in both languages. */
export const orMore = (bound: string): Localised => ({ en: `${bound} or more`, "zh-CN": `${bound} 及以上` });
export const orLess = (bound: string): Localised => ({ en: `${bound} or less`, "zh-CN": `${bound} 及以下` });

/** Clauses for the points of a group of values: all, nothing. */
export const earnsAll = (who: Localised): Localised => ({
  en: `${who.en} earns all points`,
  "zh-CN": `${who["zh-CN"]}得满分`,
});
export const earnsNothing = (who: Localised): Localised => ({
  en: `${who.en} earns nothing`,
  "zh-CN": `${who["zh-CN"]}不得分`,
});

export const LINE_BETWEEN: Localised = { en: "linear in between", "zh-CN": "之间线性计分" };

export const targetOf = (target: string | undefined): Localised => ({
  en: `target ${target ?? HOLE}`,
  "zh-CN": `目标值 ${target ?? HOLE}`,
});

/** The most that is taken away, or added. */
export const mostOff = (limit: number | undefined): Clause =>
  limit === undefined
    ? undefined
    : { en: `deduct at most ${pointsInWords(limit)}`, "zh-CN": `最多扣 ${plain(limit)} 分` };
export const mostAdded = (limit: number | undefined): Clause =>
  limit === undefined ? undefined : { en: `add at most ${pointsInWords(limit)}`, "zh-CN": `最多加 ${plain(limit)} 分` };
