import type { Localised } from "../../text/locale";

/** Words with which a rule is put back into a sentence; numbers come as they are written. Each of them is read again as the same. */
export interface RuleWords {
  readonly points: (points: string) => string;
  readonly comma: string;
  readonly end: string;
  readonly full: string;
  readonly zero: string;
  readonly earns: (points: string, to?: string) => string;
  readonly share: (share: string, to?: string) => string;
  readonly linear: string;
  readonly onLine: string;
  readonly orMore: (bound: string) => string;
  readonly orLess: (bound: string) => string;
  readonly above: (bound: string) => string;
  readonly below: (bound: string) => string;
  readonly exactly: (bound: string) => string;
  readonly between: (low: string, lowBelongs: boolean, high: string, highBelongs: boolean) => string;
  readonly graded: (grade: string, condition: string) => string;
  readonly any: string;
  readonly peers: string;
  readonly aboveMean: (deviation: string) => string;
  readonly belowMean: (deviation: string) => string;
  readonly atMean: string;
  readonly eachCosts: (points: string) => string;
  readonly eachAdds: (points: string) => string;
  readonly mostOff: (points: string) => string;
  readonly mostAdded: (points: string) => string;
  readonly nthCosts: (nth: number, points: string, onwards: boolean) => string;
  readonly target: (value: string) => string;
  readonly stepDown: (size: string, points: string, below: boolean) => string;
  readonly stepUp: (size: string, points: string, above: boolean) => string;
  readonly stepAway: (size: string, points: string) => string;
  readonly stepSize: (size: string) => string;
  readonly percentagePoints: (size: string) => string;
  readonly part: Readonly<Record<string, (size: string) => string>>;
  readonly closer: (target: string) => string;
  readonly offBy: (distance: string, orMore: boolean) => string;
  readonly rating: (low: string | undefined, high: string) => string;
  readonly attainment: string;
  readonly ceiling: (share: string) => string;
  readonly otherwise: string;
  readonly passed: string;
  readonly failed: string;
  readonly checklist: string;
  readonly byHand: string;
  readonly most: (points: string) => string;
  readonly critical: Readonly<Record<"zero" | "section", string>> & { readonly cap: (points: string) => string };
  readonly criticalItem: string;
}

const points = (n: string): string => (n === "1" ? "1 point" : `${n} points`);

const ENGLISH: RuleWords = {
  points: (n) => `Out of ${points(n)}: `,
  comma: ", ",
  end: ".",
  full: " earns all points",
  zero: " earns nothing",
  earns: (n, to) => (to === undefined ? ` earns ${points(n)}` : ` earns ${n} to ${points(to)}`),
  share: (n, to) => (to === undefined ? ` earns ${n} of the points` : ` earns ${n} to ${to} of the points`),
  linear: "linear in between",
  onLine: " on a straight line",
  orMore: (n) => `${n} or more`,
  orLess: (n) => `${n} or less`,
  above: (n) => `above ${n}`,
  below: (n) => `below ${n}`,
  exactly: (n) => `exactly ${n}`,
  between: (a, has, b, hasTo) => `${has ? `at least ${a}` : `above ${a}`} and ${hasTo ? `at most ${b}` : `below ${b}`}`,
  graded: (grade, condition) => `${grade} (${condition})`,
  any: "anything else",
  peers: "compared with the peer mean: ",
  aboveMean: (n) => `${n} above the mean`,
  belowMean: (n) => `${n} below the mean`,
  atMean: "at the mean",
  eachCosts: (n) => `deduct ${points(n)} for each event`,
  eachAdds: (n) => `add ${points(n)} for each event`,
  mostOff: (n) => `deduct at most ${points(n)}`,
  mostAdded: (n) => `add at most ${points(n)}`,
  nthCosts: (nth, n, onwards) => `the ${ordinal(nth)}${onwards ? " and every further one" : ""} costs ${points(n)}`,
  target: (n) => `target ${n}`,
  stepDown: (size, n, below) => `deduct ${points(n)} for each ${size} ${below ? "below" : "above"} target`,
  stepUp: (size, n, above) => `add ${points(n)} for each ${size} ${above ? "above" : "below"} target`,
  stepAway: (size, n) => `${n} points for each ${size} away from target`,
  stepSize: (size) => size,
  percentagePoints: (size) => (size === "1" ? "1 percentage point" : `${size} percentage points`),
  part: {
    full: () => "only full steps count",
    started: () => "a started step counts in full",
    proportional: () => "in proportion",
  },
  closer: (n) => `the closer to ${n} the better`,
  offBy: (n, orMore) => `a deviation of ${n} or ${orMore ? "more" : "less"}`,
  rating: (low, high) =>
    low === undefined ? `${high}-point scale, in proportion` : `rated ${low} to ${high}, in proportion`,
  attainment: "by attainment",
  ceiling: (n) => `capped at ${n}`,
  otherwise: "otherwise",
  passed: "passed",
  failed: "failed",
  checklist: "share of the checklist items met, in proportion",
  byHand: "given by hand",
  most: (n) => `capped at ${points(n)}`,
  critical: {
    zero: " fails the whole evaluation",
    section: " fails the section",
    cap: (n) => ` makes the total score at most ${points(n)}`,
  },
  criticalItem: "critical item",
};

const CHINESE: RuleWords = {
  points: (n) => `分值 ${n} 分：`,
  comma: "，",
  end: "。",
  full: "得满分",
  zero: "不得分",
  earns: (n, to) => (to === undefined ? `得 ${n} 分` : `得 ${n} 至 ${to} 分`),
  share: (n, to) => (to === undefined ? `得分值的 ${n}` : `得分值的 ${n} 至 ${to}`),
  linear: "之间线性计分",
  onLine: "（线性）",
  orMore: (n) => `${n} 及以上`,
  orLess: (n) => `${n} 及以下`,
  above: (n) => `高于 ${n} `,
  below: (n) => `低于 ${n} `,
  exactly: (n) => `${n} `,
  between: (a, has, b, hasTo) => `${has ? `${a} 及以上` : `高于 ${a}`}且${hasTo ? `不高于 ${b} ` : `低于 ${b} `}`,
  graded: (grade, condition) => `${grade}（${condition.trim()}）`,
  any: "其他",
  peers: "与同岗位均值比较：",
  aboveMean: (n) => `高于均值 ${n} `,
  belowMean: (n) => `低于均值 ${n} `,
  atMean: "等于均值",
  eachCosts: (n) => `每次扣 ${n} 分`,
  eachAdds: (n) => `每次加 ${n} 分`,
  mostOff: (n) => `最多扣 ${n} 分`,
  mostAdded: (n) => `最多加 ${n} 分`,
  nthCosts: (nth, n, onwards) => `第 ${nth} 次${onwards ? "起每次" : ""}扣 ${n} 分`,
  target: (n) => `目标值 ${n}`,
  stepDown: (size, n, below) => `每${below ? "低" : "高"} ${size}扣 ${n} 分`,
  stepUp: (size, n, above) => `每${above ? "高" : "低"} ${size}加 ${n} 分`,
  stepAway: (size, n) => `每偏离 ${size} ${n} 分`,
  stepSize: (size) => `${size} `,
  percentagePoints: (size) => `${size} 个百分点`,
  part: {
    full: (size) => `不足 ${size}不计`,
    started: (size) => `不足 ${size}按 ${size}计`,
    proportional: (size) => `不足 ${size}按比例计`,
  },
  closer: (n) => `越接近 ${n} 越好`,
  offBy: (n, orMore) => `偏差 ${n} ${orMore ? "及以上" : "以内"}`,
  rating: (low, high) => (low === undefined ? `${high} 分制，按比例折算` : `${low} 至 ${high} 分制，按比例折算`),
  attainment: "按完成率计分",
  ceiling: (n) => `封顶 ${n}`,
  otherwise: "否则",
  passed: "达标",
  failed: "不达标",
  checklist: "按检查表达标项所占比例得分",
  byHand: "人工评分",
  most: (n) => `最多 ${n} 分`,
  critical: { zero: "一票否决", section: "本维度为0分", cap: (n) => `总分不超过 ${n} 分` },
  criticalItem: "一票否决项",
};

function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${n}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

/** Stands where a rule leaves out what its method needs. */
export const HOLE = "___";

export const WORDS: Localised<RuleWords> = { en: ENGLISH, "zh-CN": CHINESE };
