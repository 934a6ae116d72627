import { foldText } from "../cell/cell";
import type { KnownIndicator } from "../book/contents";

export type Direction = "up" | "down";

/**
 * The direction of a line between two thresholds in the metric's unit, or against the mean; undefined for other
 * methods.
 */
export function directionOf({ indicator, method, faults }: KnownIndicator): Direction | undefined {
  const { zeroAt, fullAt } = indicator;
  const both = method.parameters.zeroAt?.required === true && method.parameters.fullAt?.required === true;
  if (faults.length > 0 || method.monotone !== "by-parameters" || !both) return undefined;
  if (zeroAt === undefined || fullAt === undefined || zeroAt === fullAt) return undefined;
  return fullAt > zeroAt ? "up" : "down";
}

const NUMBER = String.raw`-?\d+(?:\.\d+)? ?(?:%|分|次|秒|分钟|s|min)?`;
const FULL_ZH = "(?:得|为|即|计)?(?:全部分值|满分)";
const NONE_ZH = "(?:不得分|不计分|得 ?0 ?分|为 ?0 ?分|零分|得零分)";
// The character before a word that can be denied is checked, so that 不超过 does not match 超过.
const ABOVE_ZH = "(?:不低于|不少于|不小于|(?:^|[^不])(?:高于|超过|大于|达到))";
const BELOW_ZH = "(?:不高于|不超过|不大于|不足|(?:^|[^不])(?:低于|少于|小于))";
const FULL_EN = "(?:full|all) (?:points|marks|score)";
const NONE_EN = "(?:no|zero|none|nothing|0) ?(?:points|marks|score)?";

/** Phrases that state the better direction without doubt. Other phrases state nothing. */
const PHRASES: readonly (readonly [Direction, RegExp])[] = [
  ["up", /越高越好|越多越好|越大越好|\bhigher is better\b|\bthe higher the better\b|\bmore is better\b/i],
  ["down", /越低越好|越少越好|越小越好|\blower is better\b|\bthe lower the better\b|\bless is better\b/i],
  ["up", new RegExp(`${ABOVE_ZH} ?${NUMBER},? ?${FULL_ZH}`)],
  ["up", new RegExp(`${NUMBER} ?(?:及|\\(含\\))?以上,? ?${FULL_ZH}`)],
  ["up", new RegExp(`${BELOW_ZH} ?${NUMBER},? ?${NONE_ZH}`)],
  ["up", new RegExp(`${NUMBER} ?(?:及|\\(含\\))?以下,? ?${NONE_ZH}`)],
  ["down", new RegExp(`${BELOW_ZH} ?${NUMBER},? ?${FULL_ZH}`)],
  ["down", new RegExp(`${NUMBER} ?(?:及|\\(含\\))?以[下内],? ?${FULL_ZH}`)],
  ["down", new RegExp(`${ABOVE_ZH} ?${NUMBER},? ?${NONE_ZH}`)],
  ["down", new RegExp(`${NUMBER} ?(?:及|\\(含\\))?以上,? ?${NONE_ZH}`)],
  ["up", new RegExp(`\\b${FULL_EN} (?:at or )?(?:above|over|from) ${NUMBER}`, "i")],
  ["up", new RegExp(`\\b${NONE_EN} (?:at or )?(?:below|under) ${NUMBER}`, "i")],
  ["down", new RegExp(`\\b${FULL_EN} (?:at or )?(?:below|under|up to) ${NUMBER}`, "i")],
  ["down", new RegExp(`\\b${NONE_EN} (?:at or )?(?:above|over) ${NUMBER}`, "i")],
];

/** The rule reader splits longer texts. This search only looks for plain words of one rule. */
const LONGEST_RULE = 2000;

/**
 * The better direction that a rule states; undefined if it states none, or both.
 *
 * @example directionInWords("低于 1.9% 得满分，高于 3.1% 不得分") // "down"
 */
export function directionInWords(rule: string): Direction | undefined {
  if (rule === "") return undefined;
  const text = foldText(rule.slice(0, LONGEST_RULE));
  const said = new Set(PHRASES.filter(([, phrase]) => phrase.test(text)).map(([direction]) => direction));
  return said.size === 1 ? [...said][0] : undefined;
}

/** Rates that are worse when higher, in any business: names that end exactly in one of these. */
const WORSE_WHEN_HIGHER =
  /(?:(?:投诉|差错|出错|错误|失误|离职|流失|缺勤|旷工|迟到|放弃|呼损|退货|返工|违规)率)$|\b(?:complaint|error|defect|mistake|turnover|attrition|churn|absence|absenteeism|abandon(?:ment)?|rework|return) (?:rate|ratio|share|percentage)$/i;

/** Whether a metric of this name is better when lower. Only unmistakable names count; `投诉处理率` does not. */
export const isBetterLow = (name: string): boolean => WORSE_WHEN_HIGHER.test(foldText(name));
