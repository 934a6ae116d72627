import { foldText } from "../cell/cell";
import type { Localised } from "../text/locale";

/**
 * Effect of a failed critical item. zero: the total is at most 0; section: its section is at most 0; cap: the total is at
 * most `cap`; times: the total is multiplied by `factor`; grade: the grade is so many steps lower.
 */
export type CriticalRule =
  | { readonly effect: "zero" | "section" }
  | { readonly effect: "cap"; readonly cap: number }
  | { readonly effect: "times"; readonly factor: number }
  | { readonly effect: "grade"; readonly steps: number };

/** Words that leave an item uncritical, beside a blank cell. */
const NONE = /^(?:|[-–—−/]|no|n|false|否|无)$/;
const ZERO = /^(?:zero|yes|y|true|是|√|✓|✔|零分|总分(?:为|计|记)?(?:零分?|0分?))$/;
const SECTION = /^(?:section|(?:本|该|所在)?维度(?:为|计|记)?(?:零分?|0分?)?)$/;
const CAP =
  /^(?:totalcap|cap|capat|capped(?:at)?|总分封顶|封顶|总分最高|最高|(?:总分)?(?:不超过|至多|最多))[:为]?(\d+(?:\.\d+)?)分?$/;
const TIMES = /^(?:total|总分)?(?:x|×|✕|✖|\*|times|乘以?|系数)[:为]?(\d+(?:\.\d+)?|\.\d+)(%)?$/;
const TENTHS = /^(?:总分)?打?([一二三四五六七八九\d])([一二三四五六七八九\d])?折$/;
const STEPS = "(\\d|[一二两三四五六七八九])";
const GRADE = new RegExp(
  `^(?:(?:grade|等级)(?:[-–—−]|minus|减)${STEPS}(?:级|档|等)?|(?:等级)?(?:降|降低|下降|下调|下浮|调低|降级)${STEPS}(?:个)?(?:级|档|等|等级|档次)?)$`,
);

const CHINESE_DIGITS = "零一二三四五六七八九";
const digitOf = (text: string): number =>
  text === "两" ? 2 : /\d/.test(text) ? Number(text) : CHINESE_DIGITS.indexOf(text);

/**
 * Reads a Critical cell, in English and Chinese, any width: `zero`, `yes`, `section`, `cap 60`, `x 0.8`, `grade -1`. Null for
 * a blank cell, undefined for any other text. A factor of 1 or more would be no veto and is not understood.
 *
 * @example readCriticalRule("×０.8") // { effect: "times", factor: 0.8 }
 */
export function readCriticalRule(text: string): CriticalRule | null | undefined {
  const folded = foldText(text).toLowerCase().replace(/ /g, "");
  if (NONE.test(folded)) return null;
  if (ZERO.test(folded)) return { effect: "zero" };
  if (SECTION.test(folded)) return { effect: "section" };
  const cap = CAP.exec(folded);
  if (cap) return { effect: "cap", cap: Number(cap[1]) };
  const factor = factorIn(folded);
  if (factor !== undefined) return factor < 1 ? { effect: "times", factor } : undefined;
  const lower = GRADE.exec(folded);
  const steps = lower ? digitOf(lower[1] ?? lower[2]!) : 0;
  return steps > 0 ? { effect: "grade", steps } : undefined;
}

function factorIn(folded: string): number | undefined {
  const times = TIMES.exec(folded);
  if (times) return Number(times[1]) / (times[2] ? 100 : 1);
  const tenths = TENTHS.exec(folded);
  if (!tenths) return undefined;
  const [first, second] = [digitOf(tenths[1]!), tenths[2] === undefined ? undefined : digitOf(tenths[2])];
  return second === undefined ? first / 10 : (first * 10 + second) / 100;
}

/**
 * The word of a Critical cell, as people write it. Reading it gives the same rule.
 *
 * @example criticalWord({ effect: "grade", steps: 1 })["zh-CN"] // 降1级
 */
export function criticalWord(rule: CriticalRule): Localised {
  switch (rule.effect) {
    case "zero":
      return { en: "zero", "zh-CN": "总分零分" };
    case "section":
      return { en: "section", "zh-CN": "维度零分" };
    case "cap":
      return { en: `cap ${rule.cap}`, "zh-CN": `封顶 ${rule.cap}` };
    case "times":
      return { en: `x ${rule.factor}`, "zh-CN": `×${rule.factor}` };
    case "grade":
      return { en: `grade -${rule.steps}`, "zh-CN": `降${rule.steps}级` };
  }
}
