/**
 * The closed class of words that carry a rule. Everything else of a text is description, and never a complaint. To add
 * a cue, add its words to the line of its kind; no other file knows words.
 */
export type Cue =
  | "ge"
  | "gt"
  | "le"
  | "lt"
  | "up"
  | "down"
  | "incl"
  | "excl"
  | "range"
  | "between"
  | "mid"
  | "and"
  | "take"
  | "taken"
  | "add"
  | "added"
  | "earn"
  | "full"
  | "zero"
  | "none"
  | "untouched"
  | "per"
  | "low"
  | "high"
  | "cap"
  | "floor"
  | "until"
  | "allow"
  | "after"
  | "onwards"
  | "else"
  | "linear"
  | "target"
  | "asTarget"
  | "either"
  | "ofPoints"
  | "half"
  | "rank"
  | "weight"
  | "base"
  | "started"
  | "whole"
  | "or"
  | "fullOnly"
  | "block"
  | "comma"
  | "stop"
  | "colon"
  | "open"
  | "close"
  | "skip";

/** Splits a list of phrases: Chinese ones at spaces, English ones at commas. */
const list = (zh: string, en: string): readonly string[] => [
  ...zh.split(" "),
  ...en.split(",").map((phrase) => phrase.trim()),
];

const WORDS: Readonly<Record<Cue, readonly string[]>> = {
  ge: list(
    "不低于 不小于 不少于 不得低于 不得少于 不能低于 大于等于 大于或等于 高于或等于 高于等于 至少 达到或超过 达到和超过 达到 达 ≥ >= ≧ 须达 已达 等于或大于 等于或高于 等于或超过 大于或等于 高于或等于 满足",
    "at least, no less than, not less than, not below, not under, no lower than, not lower than, minimum of, a minimum of, greater than or equal to, equal to or above, equal to or greater than, reaching, reaches, reach, no fewer than, at or above, at or over, meets or exceeds, equal or above, no worse than, from at least, not fewer than, hits, hit, of at least, no fewer",
  ),
  gt: list(
    "高于 大于 超过 多于 超出 优于 > 超 高出 大過 突破",
    "more than, greater than, above, over, exceeding, exceeds, exceed, higher than, in excess of, beyond, better than, longer than, past, later than, slower than, larger than, any more than",
  ),
  le: list(
    "不高于 不大于 不超过 不多于 不得超过 不得高于 不得多于 不得大于 不能超过 小于等于 小于或等于 低于或等于 低于等于 至多 控制在 不超出 ≤ <= ≦ 不迟于 不晚于 低于或等于 累计不超过 合计不超过 少于或等于 不晚于 限于 不高於",
    "and up to, at most, no more than, not more than, not above, not over, not exceeding, no higher than, not higher than, less than or equal to, equal to or below, at or below, at or under, within, up to and including, no longer than, no later than, not longer than, up to, not later than, up to but not over, or under",
  ),
  lt: list(
    "低于 小于 少于 不足 未达到 未达 不到 没达到 未满 不满 达不到 <",
    "below, under, less than, lower than, fewer than, short of, shorter than, beneath, worse than, quicker than, faster than, sooner than, earlier than, up to but excluding, up to but not including, but under, but below, but less than, under the",
  ),
  up: list(
    "及以上 以上 或以上 和以上 及其以上 之上 或更高 及更高 或更多 以士 己上 已上 以丄 及更多 或超过",
    "or more, or above, or higher, or over, or better, and above, and over, and more, and higher, and up, upwards, or greater, and better, or longer, +, and beyond, or up, plus and above, or faster than, or greater than, or beyond, or upward, and upward, and beyond, or later",
  ),
  down: list(
    "及以下 以下 或以下 和以下 及其以下 之下 以内 之内 及以内 内 或更低 及更低 或更少 之前 以前 前 以卞 己下 已下 及更少",
    "or less, or below, or lower, or fewer, or under, and below, and under, and less, and lower, and fewer, or shorter, or earlier, or worse, or quicker, or faster, or sooner, or smaller, or earlier, and earlier, and below, or underneath",
  ),
  incl: list("包含 包括 含 闭区间 含本数", "inclusive, included, including, incl"),
  excl: list("不包含 不包括 不含 开区间 不含本数", "exclusive, excluded, excluding, excl, not included, not including"),
  range: list("- ~ 至 到", "to, through, thru, until"),
  between: list("介于 处于 位于 从 在", "between, from, in the range of, in the range"),
  mid: list(
    "之间 间的 中间 其间 两者之间 区间内 范围内 区间 范围 间",
    "in between, in-between, range, between them, in the middle",
  ),
  and: list("且 并且 并 但 同时", "and, but, &"),
  take: list(
    "减少 扣 扣除 扣减 减 减去 扣分 倒扣 罚 扣罚 少得 减分 扣考核分 扣绩效分 各扣 分别扣 分别扣除 分别减",
    "deduct, deducts, deducting, minus, subtract, subtracts, lose, loses, losing, cost, costs, take off, take away, takes off, takes away, deduction of, penalty of, reduce by, reduced by, reduces, knocks off, will subtract, penalty is, deduction is, forfeit, forfeits, deducted by, loss of, fall by, falls by, drop by, drops by, is reduced by, reduces it by, goes down by, takes, removes, remove, reduces the score by, strips, strip, will be reduced by, take, less than full by",
  ),
  taken: list(
    "",
    "deducted, off, taken off, taken away, lost, subtracted, penalty, penalties, deduction, deductions, be deducted, demerits, demerit, removed, docked, forfeited, penalty applies, reduction, less, points less, are removed, is removed, taken, demerit points, penalty points",
  ),
  add: list(
    "增加 增 加 加分 奖励 奖 奖分 额外加 另加 各加 分别加 再加 奖励加",
    "add, adds, plus, bonus of, award an extra",
  ),
  added: list("", "added, extra, additional, are added, is added, more, bonus"),
  earn: list(
    "得分值的 得该项分值的 得本项分值的 得满分的 得总分的 得 计 记 得分 可得 获得 给 只得 仅得 得分为 计分 记分 赋 评 获 得到 拿 为 = => → 可获 均得 对应 折合 各得 分别得 均得 即得 可得到 就得",
    "earns, earn, gets, get, scores, score of, score, is worth, are worth, worth, gives, give, receives, receive, awarded, awards, award, are awarded, is awarded, yields, =>, ->, equals, is, are, earned, will earn, will receive, will score, credited, is given, are given, scored, results in, pays, receives a score of, picks up, pick up, collects, collect, brings, carries, carry, rates, counts for, counts, earning, gaining, gains, gain, achieves, receiving",
  ),
  full: list(
    "满分 全分 全部分 全部分值 全部得分 全额得分 全部分数",
    "all points, all the points, full points, full marks, full mark, full score, maximum points, maximum score, all marks, the full points, full credit, all of the points, top marks, top score, max points, all available points, everything, perfect score, maximum marks, the maximum",
  ),
  zero: list(
    "不得分 不计分 不给分 零分 0分 不予计分 不予得分 无分 没有分 扣完 扣光 全扣 扣除全部 扣全部分 扣全分 不加分 全部扣完 全部扣除 扣除全部分值 分值全扣 扣除该项分 不得该项分 得零",
    "no points, no point, no marks, zero points, zero marks, nothing, no credit, no score, none of the points, no bonus, loses all, loses all points, all points are lost, lose all points, forfeits all points, all points lost",
  ),
  none: list("无 零 没有 未发生 未出现 全勤且无", "no, zero, none, without"),
  untouched: list(
    "不扣分 不扣 不予扣分 免扣 不做扣分 无扣分 无需扣分",
    "no deduction, nothing is deducted, without deduction, no points off, no points deducted, no penalty, nothing off, free, is free, are free, costs nothing, cost nothing, not penalised, not penalized, without penalty, lose nothing, loses nothing, without consequence, no points lost, nothing lost",
  ),
  per: list(
    "每 每出现 每发生 每发现 每有 每存在 毎 每次出现 每再 每逢 每项 每有一",
    "per, each, every, for each, for every, for any, each time, every time, apiece, /, an instance, an occurrence, a time, for every single, for each one, with each, with every, for each and every",
  ),
  low: list(
    "低 低于 降低 下降 降 减少 少 下滑 差 缺少 缺 欠 落后 减少了 递减 下降了 低于目标 低于标准 低于基准 低出 短少",
    "below, under, fewer, short, lost, falls below, lower, drop, decrease, less, missing, short of, beneath, down",
  ),
  high: list(
    "高 提高 提升 上升 增加 超 多 增长 高出 超出 超时 延迟 延误 延后 晚 迟 递增 增 逾期 超期 超过 高于 晚于 推迟 拖延 迟延 超标",
    "above, over, beyond, late, higher, increase, more, exceeding, in excess of, longer, overdue, past, additional, delay, later, of delay, increment",
  ),
  cap: list(
    "封顶 上限 最多 最高 至多 为限 上限为 最高不超过 最多不超过 封顶为 累计不超过 合计不超过 总计不超过 最大 累计最多 扣分不超过 加分不超过 扣分上限 加分上限 扣分最高 扣分最多 最多扣分 加扣分不超过 加减分不超过 加扣分最多 加扣分上限 加减分最多 总扣分不超过 累计扣分不超过 累计扣分 限 不超过",
    "capped at, cap of, cap, limited to, limit of, limit, a maximum of, maximum of, maximum, max, up to a maximum of, to a maximum of, ceiling of, ceiling, in total at most, max of, max., at most, up to, no more than, not more than, not exceeding, not to exceed, but no more than",
  ),
  floor: list(
    "最低 最低得 最低为 最低分 保底 底线 最少得 至少得 扣至 扣到 减至 减到 不低于 最低扣至 扣减至 减至 降至 直至剩余 直至剩 剩余 扣减至该项得分为 最低保留 最低扣到 保留 不少于",
    "not below, minimum, min, a minimum of, down to, floor of, never below, no lower than, but not below, floor, minimum of, to a minimum of, at least, stopping at, stops at, stop at, never under, not under, drop lower than, not drop lower than, not fall below, cannot fall below, never less than, will not drop below, not go below, not drop below, no less than, never lower than, but no lower than, drop below, bottoming out at, leaving at least",
  ),
  until: list(
    "扣完为止 扣完本项分值为止 扣完该项分值为止 扣完本项为止 扣完该项为止 扣光为止 扣至0分为止 扣至零分为止 扣到0分为止 扣到0为止 扣至0分 扣到零为止 直至扣完 扣完即止 至扣完为止 减完为止 扣完止 扣满为止 不低于0分 最低0分 最低为0分 最低得0分 最低分为0分 不倒扣 不计负分 不得负分 以扣完为止 直到扣完 扣完所有分值为止 扣完此项分为止 扣完本项分为止 扣完本项得分为止 扣完为 扣完该项得分为止 扣完标准分为止 扣完本指标分为止 不出现负分 扣完本项分数为止 为止 减至零分为止 减至0分为止 减至0分 减到0分为止 扣到没有为止 以扣完本项分为止 扣完为准 至零分为止 止",
    "until used up, until nothing is left, until zero, until 0, down to zero, down to 0, not below 0, not below zero, no lower than 0, no lower than zero, to a minimum of 0, to a minimum of zero, until the points are gone, never below 0, never below zero, minimum 0, floor at 0, but not below 0, until exhausted, until none are left, until all points are used up, until no points remain, with a floor of 0, with a minimum of 0, minimum of 0, with a minimum of zero, floor of zero, floor of 0, until no points are left, until none remain, minimum zero, min 0, until it is used up, down to nothing, until gone, until nothing remains, never negative, not negative, min 0, stopping at zero, stopping at 0, stops at zero, never below zero",
  ),
  allow: list(
    "允许 可有 容许 豁免 免责 免扣 容忍 容忍度 宽限 免扣次数 可免",
    "allowed, permitted, tolerated, is allowed, are allowed, are permitted, is permitted, may, grace, grace of, allowance of, tolerance of, grace, allowance, tolerance, excused, may be missed, do not count, does not count",
  ),
  after: list(
    "后 之后 以后 此后 超过后 超出后 超出部分 超过部分 超出的 超过的 再 另外 超过后 超过部分 从第二次起 此外",
    "thereafter, after that, then, further, beyond that, subsequent, after, each further, every further, additional, from the second onward, from the third onward, from the fourth onward, from the second on, from the third on, from the fourth on, from the second, from the third, from the fourth, beyond this, over that, on top of that, above that",
  ),
  onwards: list("起 开始 及以后 以后", "onwards, on, and later, and after, and subsequent, and every further"),
  else: list(
    "其余 其他 其它 否则 反之 其他情况 其余情况 其它情况 其余的 不在此范围 以外",
    "otherwise, else, or else, anything else, everything else, the rest, if not, all others, any other, others, all else, anything lower, anything less, anything below, anything higher, anything more, anything above, any lower, any less, in any other case, in all other cases, any other result, all other cases, everyone else, remaining, remainder",
  ),
  linear: list(
    "线性 线性得分 线性计分 按线性 按线性计算 按线性得分 线性计算 直线 按直线 线性插值 插值 插值法 按插值法 内插法 内插 直线内插 按比例 按比例得分 按比例计分 按比例计算 等比例 按等比例 取线性 取线性计分 按线性插值 按比例递减 线性递减 按插值计 线性计 按直线计算 按直线插值 按比例给分 按比例折算 按线性比例 线性变化",
    "linear, linearly, straight line, a straight line, on a straight line, straight-line, interpolate, interpolated, interpolation, in a straight line, linear scale, sliding scale, a sliding scale, on a sliding scale, pro rata, pro-rata, prorated, proportionally, proportional, in proportion, pro rata between, linear interpolation, linear between, evenly, on a line, in a line, straight line between, proportionately, on a straight line between",
  ),
  target: list(
    "目标 目标值 目标为 目标值为 标准值 标准值为 基准 基准值 基准值为 指标值 达标值 考核值 考核目标 目标线 计划值 任务量 任务值 目标是 目标数 考核指标 定额 指标",
    "target, target of, target is, the target, the target is, goal, goal of, goal is, baseline, baseline of, benchmark, target value, quota of, quota, the quota, required, set at, plan, plan of, standard of, the goal, the standard, target rate",
  ),
  asTarget: list(
    "为基准 为目标 为标准 为基数 为基线 为限 为准 为达标 为合格 为目标值 为基准值 为满分线",
    "is the target, is the goal, as target, as the target, as the baseline, is the standard",
  ),
  either: list(
    "上下 上下浮动 正负 浮动 ± 上下偏差",
    "±, +/-, plus or minus, either way, in either direction, either side",
  ),
  ofPoints: list(
    "分值 的分值 的分数 该项分值 本项分值 总分 的得分 该项得分 本项得分 标准分 该项分 本项分 的分 分数",
    "of the points, of points, the points, of the score, of its points, of available points, of the available points, of the total points, of the maximum, of target bonus, target bonus, of the weight, of monthly fee, monthly fee, of the monthly fee, bonus, credit, of all points, of full points, payout, of the bonus, of full marks, of the marks, the marks",
  ),
  half: list("一半 半数", "half, half the, half of the, half of"),
  rank: list("排名 名次 排序 位次 排在 排名前 排名后 第", "rank, ranked, ranking, top, bottom"),
  weight: list("权重 权重为 占比权重 占 所占权重", "weight, weighting, weightage, weight of, weighted"),
  base: list(
    "分值 分值为 本项分值 该项分值 标准分 基础分 起评分 起始分 初始分 基准分 本项满分 满分为 该项满分 共计 总计 起始 满分基数 基数",
    "starting from, start with, starts with, starting with, out of, start from, starts at, start at, begins with, opening balance, opening score, start at, begin at, begins at, opens at, starting score, starting balance, initial score",
  ),
  started: list(
    "不足一步按一步 不足一个按一个计 不足一档按一档计 不足按一个计 不足1按1计",
    "a started step counts in full, a started step counts, started steps count in full, started steps count, each started one counts, rounded up, or part thereof, or portion thereof, or fraction thereof, or part of it, or any part, or part",
  ),
  whole: list("满 整 足 累计达 达到 达 累计", "full, complete, whole, completed"),
  or: list("或 或者", "or, either"),
  fullOnly: list(
    "只计整步 不足一步不计 不足部分不计",
    "only full steps count, full steps only, only full steps, only whole steps count, only whole steps, only complete steps count, full ones only, only full ones count, rounded down",
  ),
  block: list(
    "另扣 再扣 又扣 总分为 总分零 总分0 总分清零 总成绩 本维度 该维度 大项 特殊情况 不可抗力 例外 偏离 偏差 相差 加倍 翻倍 双倍 除外 除非 酌情 视情节 视情况 视情 视具体 连续 另行 奖金 罚款 任一 其中之一 加重 递增扣 情节 均值 均量 人均 平均水平 平均值 平均数 同岗位 同岗 同组 环比 同比 分制 左右 大约 原则上 若干 分别 乘以 × * 除以 ÷ 系数 折算 一票否决 否决 累计三 升级 负激励 绩效工资 工资 一级 二级 三级 四级 五级",
    "the next, the total, total score, the section, section is, except in, except for, missed by, if missed, double, doubled, doubles, unless, except, approximately, about, around, discretion, depending, peer, average of, mean of, mean, team average, the average, multiplied, times, divided, coefficient, critical, auto-fail, automatic failure, knock-out, knockout, consecutive, warning, termination, if repeatedly, repeatedly, twice, triple, verbal, bump, sigma, ratio, percentile, may receive, as appropriate, case by case, verbal, warnings",
  ),
  comma: [",", "、"],
  stop: [".", "。", ";", "!", "?", "\n", "•", "|"],
  colon: [":"],
  open: ["("],
  close: [")"],
  skip: list(
    "的 则 即 就 可 将 者 均 都 时 为 该 本项 该项 其 若 如 如果 当 计算 予以 进行 给予 再 有 出现 发生 发现 了 是 处 部分 此项 一律 直接 及 或等于 由 让 令 各 也 还 才 方 能 应 需 须 达到的 者得 因 所 对",
    "the, a, an, will be, be, then, will, would, this, that, it, its, of, by, for, in, on, at, if, when, with, as, points, point, only, also, has, have, been, total, shall, any, who, which, you, agent, agents, we, there, their, so, do, does, did, been, being, i.e., e.g., same, them, they, these, those, monthly, per month, a month, per quarter, mark, marks",
  ),
};

interface Entry {
  readonly cues: readonly Cue[];
  readonly length: number;
}

/** Phrases by their first character, longest first. One phrase may be several cues; the place decides. */
const byFirst = new Map<string, (Entry & { readonly phrase: string })[]>();
const cuesOf = new Map<string, Cue[]>();
for (const [cue, phrases] of Object.entries(WORDS) as [Cue, readonly string[]][]) {
  for (const phrase of phrases) if (phrase !== "") cuesOf.set(phrase, [...(cuesOf.get(phrase) ?? []), cue]);
}
for (const [phrase, cues] of cuesOf) {
  const entries = byFirst.get(phrase[0]!) ?? [];
  entries.push({ phrase, cues, length: phrase.length });
  byFirst.set(phrase[0]!, entries);
}
for (const entries of byFirst.values()) entries.sort((a, b) => b.length - a.length);

const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z]/.test(character);

/** The longest cue at a place of a folded text. English cues are whole words. */
export function cueAt(text: string, at: number): Entry | undefined {
  if (isLetter(text[at]) && isLetter(text[at - 1])) return undefined;
  for (const entry of byFirst.get(text[at]!) ?? []) {
    if (!text.startsWith(entry.phrase, at)) continue;
    if (isLetter(text[at + entry.length - 1]) && isLetter(text[at + entry.length])) continue;
    return entry;
  }
  return undefined;
}
