import { orLess, orMore, pointsInWords } from "../scoring/curves/clauses";
import { methodNamed } from "../scoring/compile/registry";
import type { Metric } from "../scoring/model/sentence";
import type { Locale, Localised } from "../text/locale";
import { percent, plain } from "../text/plain";
import { looksLikePercent } from "./looks-like-percent";
import type { Rule } from "./rule";

export interface WriteOptions {
  /** Whether the metric is shown in per cent; left out: the size of the thresholds decides. */
  readonly asPercent?: boolean;
}

/**
 * Writes a rule in words. Reading them gives the same rule, for every rule that came from words. A parameter that the
 * rule leaves out is not mentioned, or becomes a blank if its method needs it.
 *
 * @example writeRule({ method: "linear", zeroAt: 0.97, fullAt: 0.99 }, "en") // 99% or more earns all points, 97% or less earns nothing, ...
 */
export function writeRule(rule: Rule, locale: Locale, options: WriteOptions = {}): string {
  const { say } = methodNamed(rule.method);
  if (!say) throw new Error(`no words state a rule of the method ${rule.method}`);
  const inPercent = options.asPercent ?? looksLikePercent(rule);
  const metric: Metric = { inPercent, show: inPercent ? percent : plain };
  const clauses = [...say(rule, metric), ...criticalOf(rule, metric)].flatMap((clause) => clause?.[locale] ?? []);
  const points = rule.points === undefined ? "" : outOf(rule.points)[locale];
  const said = `${points}${clauses.join(SIGNS.comma[locale])}${SIGNS.end[locale]}`.replace(/ (?=[，。：；（])/g, "");
  return locale === "en" ? said.charAt(0).toUpperCase() + said.slice(1) : said.replace(/([）]) /g, "$1");
}

const SIGNS = {
  comma: { en: ", ", "zh-CN": "，" },
  end: { en: ".", "zh-CN": "。" },
} as const satisfies Record<string, Localised>;

const outOf = (points: number): Localised => ({
  en: `Out of ${pointsInWords(points)}: `,
  "zh-CN": `分值 ${plain(points)} 分：`,
});

/** The values that fail a critical item: at or below Fail at if higher is better, else at or above it. */
function criticalOf(rule: Rule, { show }: Metric): readonly Localised[] {
  const { critical, failAt } = rule;
  if (!critical) return [];
  const effect = effectOf(critical);
  if (failAt !== undefined) {
    const fails = (isLowerBetter(rule) ? orMore : orLess)(show(failAt));
    return [{ en: `${fails.en} ${effect.en}`, "zh-CN": fails["zh-CN"] + effect["zh-CN"] }];
  }
  const item = { en: "critical item", "zh-CN": "一票否决项" };
  return critical.effect === "zero" ? [item] : [item, effect];
}

function effectOf(critical: NonNullable<Rule["critical"]>): Localised {
  switch (critical.effect) {
    case "zero":
      return { en: "fails the whole evaluation", "zh-CN": "一票否决" };
    case "section":
      return { en: "fails the section", "zh-CN": "本维度为0分" };
    case "cap":
      return {
        en: `makes the total score at most ${pointsInWords(critical.cap)}`,
        "zh-CN": `总分不超过 ${plain(critical.cap)} 分`,
      };
    case "times":
      return {
        en: `multiplies the total score by ${plain(critical.factor)}`,
        "zh-CN": `总分乘以 ${plain(critical.factor)}`,
      };
    case "grade": {
      const { steps } = critical;
      return { en: `lowers the grade by ${steps}`, "zh-CN": `等级降 ${steps} 级` };
    }
  }
}

/** Answers as for a compiled indicator, but for a rule that may lack parameters. */
function isLowerBetter(rule: Rule): boolean {
  const { zeroAt, fullAt, scale = [] } = rule;
  const { monotone, better } = methodNamed(rule.method);
  if (monotone === "down") return true;
  if (better) return better({ ...rule, points: 0 } as never) === "down";
  if (zeroAt !== undefined && fullAt !== undefined && monotone !== "none") return fullAt < zeroAt;
  const worths = scale.map(({ points, share }) => points ?? share ?? 0);
  return worths.length > 1 && worths[0]! > worths[worths.length - 1]!;
}
