import type { CriticalRule } from "../../rubric/critical";
import { criticalWord } from "../../rubric/critical";
import { showNumber } from "../../text/format";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { plural } from "../../text/plural";
import { failsAt } from "../model/compiled";
import type { EvaluationSet } from "../model/evaluation";
import { showValue } from "./show-value";

/** A critical item that an agent failed. */
export interface Veto {
  readonly indicator: string;
  /** Index of the indicator. */
  readonly index: number;
  readonly rule: CriticalRule;
  /** The contract's word of the effect, in English: `cap 60`. */
  readonly effect: string;
  /** Why it failed, and what follows. */
  readonly why: Localised;
}

/** The critical items that an agent failed, in the order of the rubric. */
export function vetoesOf(set: EvaluationSet, agent: number): readonly Veto[] {
  return set.rubric.indicators.flatMap(({ indicator: { name, critical } }, index): Veto[] => {
    if (!critical || set.criticalFailed[index]?.[agent] !== 1) return [];
    const [reason, effect] = [whyFailed(set, agent, index), effectOf(critical)];
    const why = {
      en: `Failed, because ${reason.en}: ${effect.en}.`,
      "zh-CN": `${reason["zh-CN"]}，触发否决：${effect["zh-CN"]}。`,
    };
    return [{ indicator: name, index, rule: critical, effect: criticalWord(critical).en, why }];
  });
}

/** Why an agent failed a critical item, as a part of a sentence. */
export function whyFailed(set: EvaluationSet, agent: number, index: number): Localised {
  const compiled = set.rubric.indicators[index]!;
  const { failAt, better } = compiled;
  const { values, showAs } = set.inputs[index]!;
  const value = values[agent]!;
  if (Number.isNaN(value)) return { en: "a missing value earns nothing here", "zh-CN": "没有数据，按 0 分计" };
  if (failAt === undefined || !failsAt(compiled, value)) return { en: "it earns nothing", "zh-CN": "该项得 0 分" };
  return localise((locale) => {
    const [own, bound] = [value, failAt].map((n) => showValue(compiled, showAs, n, locale));
    if (locale === "en") return `${own} is ${bound} or ${better === "up" ? "less" : "more"}, where it fails`;
    return `${own} ${better === "up" ? "不高于" : "不低于"}否决值 ${bound}`;
  });
}

/** The effect of a failed critical item, as a part of a sentence. */
export function effectOf(rule: CriticalRule): Localised {
  switch (rule.effect) {
    case "zero":
      return { en: "the total is at most 0", "zh-CN": "总分最高 0" };
    case "section":
      return { en: "its section counts 0", "zh-CN": "所在维度计 0 分" };
    case "cap":
      return localise((locale) => {
        const cap = showNumber(rule.cap, locale);
        return locale === "en" ? `the total is at most ${cap}` : `总分最高 ${cap}`;
      });
    case "times":
      return localise((locale) => {
        const factor = showNumber(rule.factor, locale);
        return locale === "en" ? `the total is multiplied by ${factor}` : `总分乘以 ${factor}`;
      });
    case "grade": {
      const { steps } = rule;
      return {
        en: `the grade is ${steps} ${plural(steps, "step", "steps")} lower`,
        "zh-CN": `等级降 ${steps} 级`,
      };
    }
  }
}
