import type { Metric, RuleInterval, Sentence } from "../model/sentence";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { percent, plain } from "../../text/plain";
import { earnsAll, earnsNothing, orLess, orMore, pointsInWords } from "./clauses";

/** States the points interval by interval or grade by grade. Every method that a scale decides uses this sentence. */
export const sayScale: Sentence = ({ scale = [] }, metric) => scale.map((row) => sayRow(row, metric));

function sayRow(row: RuleInterval, metric: Metric): Localised {
  const condition = sayBounds(row, metric);
  if (row.grade === undefined) return sayWorth(row, condition ?? { en: "anything else", "zh-CN": "其他" });
  const { grade } = row;
  return sayWorth(
    row,
    condition === undefined
      ? { en: grade, "zh-CN": grade }
      : { en: `${grade} (${condition.en})`, "zh-CN": `${grade}（${condition["zh-CN"].trim()}）` },
  );
}

function sayBounds({ from, to, ends = "[)" }: RuleInterval, { show }: Metric): Localised | undefined {
  const [has, hasTo] = [ends.startsWith("["), ends.endsWith("]")];
  if (from !== undefined && to !== undefined) {
    const [low, high] = [show(from), show(to)];
    if (from === to) return { en: `exactly ${low}`, "zh-CN": `${low} ` };
    return {
      en: `${has ? `at least ${low}` : `above ${low}`} and ${hasTo ? `at most ${high}` : `below ${high}`}`,
      "zh-CN": `${has ? `${low} 及以上` : `高于 ${low}`}且${hasTo ? `不高于 ${high} ` : `低于 ${high} `}`,
    };
  }
  if (from !== undefined)
    return has ? orMore(show(from)) : { en: `above ${show(from)}`, "zh-CN": `高于 ${show(from)} ` };
  if (to === undefined) return undefined;
  return hasTo ? orLess(show(to)) : { en: `below ${show(to)}`, "zh-CN": `低于 ${show(to)} ` };
}

function sayWorth(row: RuleInterval, who: Localised): Localised {
  const { share, shareTo, pointsTo } = row;
  const isSloped = pointsTo !== undefined || shareTo !== undefined;
  if (!isSloped && share === 1) return earnsAll(who);
  if (!isSloped && share === 0) return earnsNothing(who);
  const worth = worthOf(row);
  const line = isSloped || !worth ? ON_LINE : { en: "", "zh-CN": "" };
  return localise((locale) => who[locale] + (worth?.[locale] ?? "") + line[locale]);
}

const ON_LINE: Localised = { en: " on a straight line", "zh-CN": "（线性）" };

function worthOf({ points, pointsTo, share, shareTo }: RuleInterval): Localised | undefined {
  if (share !== undefined) {
    const low = percent(share);
    if (shareTo === undefined) return { en: ` earns ${low} of the points`, "zh-CN": `得分值的 ${low}` };
    const high = percent(shareTo);
    return { en: ` earns ${low} to ${high} of the points`, "zh-CN": `得分值的 ${low} 至 ${high}` };
  }
  if (points === undefined) return undefined;
  if (pointsTo === undefined) return { en: ` earns ${pointsInWords(points)}`, "zh-CN": `得 ${plain(points)} 分` };
  return {
    en: ` earns ${plain(points)} to ${pointsInWords(pointsTo)}`,
    "zh-CN": `得 ${plain(points)} 至 ${plain(pointsTo)} 分`,
  };
}
