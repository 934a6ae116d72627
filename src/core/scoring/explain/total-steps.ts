import type { TotalStep } from "./explanation";
import { showNumber, showTotal } from "../../text/format";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { plural } from "../../text/plural";
import { intervalAt, quotasOf } from "../../rubric/scale";
import { ROUNDINGS } from "../../text/round";
import { centreRanks, centreSets } from "../period/centre-rank";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import { explainCaps, explainSections } from "./section-steps";
import { effectOf, vetoesOf } from "./vetoes";
import { gradesLost } from "../total/lowered-grades";
import { lastRankOf } from "../total/grade-quotas";
import { intervalInWords } from "../curves/interval-in-words";
import { showPointsOf } from "../curves/points-in-words";
import { isSame } from "../../text/tolerance";
import { oncePer } from "../../text/once-per";

/** Number of scored evaluations in a set, counted once. */
const scoredCount = oncePer(({ count, status }: EvaluationSet): number => {
  let scored = 0;
  for (let i = 0; i < count; i += 1) if (status[i] === STATUS.scored) scored += 1;
  return scored;
});

/** The steps to the exact total, in the order of `PRECEDENCE`. A rule without effect gives no step. */
export function explainSum(set: EvaluationSet, agent: number): readonly TotalStep[] {
  if (set.status[agent] !== STATUS.scored) return [explainNoTotal(set, agent)];
  const { settings, indicators } = set.rubric;
  const steps: TotalStep[] = [];
  const leaving = indicators.filter(
    (each, k) => !each.adjusts && set.indicators[k]!.status[agent] === STATUS.notApplicable,
  );
  if (leaving.length > 0) {
    const gone = leaving.reduce((sum, each) => sum + each.indicator.points, 0);
    steps.push({
      id: "shift",
      facts: { gone, indicators: leaving.map((each) => each.indicator.name).join(", ") },
      sentence: localise((locale) => {
        const names = leaving.map((each) => each.indicator.name).join(locale === "en" ? ", " : "、");
        const [points, present] = [set.rubric.points, set.present[agent]!].map((n) => showNumber(n, locale));
        // Where points are shared within a section, each indicator has a factor of its own, which stands with it.
        const by = set.rubric.shares
          ? ""
          : locale === "en"
            ? `, whose points count x ${points} / ${present}`
            : `，其得分 × ${points} ÷ ${present}`;
        return locale === "en"
          ? `${names} did not count; the ${showPointsOf(gone, locale)} ${plural(showNumber(gone, locale), "was", "were")} shifted to the others${by}.`
          : `${names}不计；其 ${showNumber(gone, locale)} 分已转移给其他指标${by}。`;
      }),
    });
  }
  const { steps: ofSections, earned } = explainSections(set, agent);
  steps.push(...ofSections);
  const caps = explainCaps(set, agent);
  if (caps) steps.push(caps);
  const [deductions, bonuses] = [set.deductions[agent]!, set.bonuses[agent]!];
  const raw = earned + (deductions + bonuses);
  if (deductions !== 0 || bonuses !== 0) {
    steps.push({
      id: "adjustments",
      facts: { deductions, bonuses, sum: raw },
      sentence: localise((locale) => {
        const parts = [
          ...(deductions !== 0
            ? [
                locale === "en"
                  ? `deductions ${showNumber(deductions, locale)}`
                  : `扣分 ${showNumber(deductions, locale)}`,
              ]
            : []),
          ...(bonuses !== 0
            ? [locale === "en" ? `bonuses +${showNumber(bonuses, locale)}` : `加分 +${showNumber(bonuses, locale)}`]
            : []),
        ];
        return locale === "en"
          ? `With ${parts.join(" and ")}: ${showNumber(raw, locale)}.`
          : `加减后（${parts.join("，")}）：${showNumber(raw, locale)}。`;
      }),
    });
  }
  const highest = settings.highestTotal ?? settings.fullScore;
  const held = Math.min(highest, Math.max(settings.lowestTotal, raw));
  if (!isSame(held, raw)) {
    steps.push({
      id: "held",
      facts: { held },
      sentence: localise((locale) =>
        locale === "en"
          ? `Held at the ${raw > held ? "highest" : "lowest"} total of ${showNumber(held, locale)}.`
          : `按${raw > held ? "最高" : "最低"}总分计为 ${showNumber(held, locale)}。`,
      ),
    });
  }
  const critical = explainCritical(set, agent, held);
  if (critical) steps.push(critical);
  return steps;
}

/** What becomes of the exact total: rounding, grade and rank. */
export function explainResult(set: EvaluationSet, agent: number): readonly TotalStep[] {
  if (set.status[agent] !== STATUS.scored) return [];
  return [explainRounding(set, agent), explainGrade(set, agent), explainRank(set, agent)].filter(
    (step) => step !== undefined,
  );
}

/**
 * What failed critical items make of the total, one after the other, and the total without them. What they do to the grade
 * stands with the grade.
 *
 * @param held the total within its bounds, failed sections left out
 */
function explainCritical(set: EvaluationSet, agent: number, held: number): TotalStep | undefined {
  const failed = vetoesOf(set, agent).filter(({ rule }) => rule.effect !== "grade");
  if (failed.length === 0) return undefined;
  const without = set.totalWithoutCritical[agent]!;
  const exact = set.totalExact[agent]!;
  const factors = failed.flatMap(({ rule }) => (rule.effect === "times" ? [rule.factor] : []));
  const multiplied = factors.reduce((product, factor) => product * factor, held);
  const caps = failed.flatMap(({ rule }) => (rule.effect === "cap" ? [rule.cap] : rule.effect === "zero" ? [0] : []));
  const cap = Math.min(...caps);
  const capped = Math.min(multiplied, cap);
  return {
    id: "critical",
    facts: {
      without,
      indicators: failed.map(({ indicator }) => indicator).join(", "),
      ...(factors.length > 0 ? { multiplied } : {}),
      ...(caps.length > 0 ? { cap } : {}),
      total: exact,
    },
    sentence: localise((locale) => {
      const en = locale === "en";
      const show = (number: number): string => showNumber(number, locale);
      const shown = showTotal(without, set.rubric.settings.decimals, locale);
      const items = failed.map(({ indicator, rule }) =>
        en ? `${indicator} (${effectOf(rule).en})` : `${indicator}（${effectOf(rule)["zh-CN"]}）`,
      );
      const chain = [
        ...(factors.length > 0 ? [`${[held, ...factors].map(show).join(en ? " x " : "×")} = ${show(multiplied)}`] : []),
        // Without a factor the effect itself says it.
        ...(factors.length > 0 && capped < multiplied ? [en ? `at most ${show(cap)}` : `最高 ${show(cap)}`] : []),
        ...(capped > exact && !isSame(capped, exact)
          ? [en ? `never more than without it: ${show(exact)}` : `不高于未否决时的 ${show(exact)}`]
          : []),
      ];
      const steps = chain.length > 0 ? `${en ? ": " : "："}${chain.join(en ? ", " : "，")}` : "";
      return en
        ? `Critical item failed: ${items.join(", ")}${steps}. Without that the total would be ${shown}.`
        : `触发一票否决：${items.join("、")}${steps}。否则总分为 ${shown}。`;
    }),
  };
}

function explainRounding(set: EvaluationSet, agent: number): TotalStep {
  const { decimals, rounding } = set.rubric.settings;
  const [exact, total] = [set.totalExact[agent]!, set.total[agent]!];
  return {
    id: "rounding",
    facts: { exact, total, decimals, rounding },
    sentence: localise((locale) => {
      const en = locale === "en";
      const shown = showTotal(total, decimals, locale);
      if (isSame(exact, total)) return en ? `Total: ${shown}.` : `总分：${shown}。`;
      const [english, chinese] = ROUNDINGS[rounding];
      const full = showNumber(exact, locale, MOST_DIGITS);
      return en
        ? `${full} is rounded once, ${english}, to the total ${shown}.`
        : `${full} 按“${chinese}”取舍一次，总分为 ${shown}。`;
    }),
  };
}

/** Decimals of a total that is not rounded yet. */
const MOST_DIGITS = 8;

function explainGrade(set: EvaluationSet, agent: number): TotalStep | undefined {
  const { settings, totalScale } = set.rubric;
  const given = totalScale?.intervals[set.grade[agent]!];
  if (!totalScale || !given) return undefined;
  const { outcome } = given;
  const reached = gradeReached(set, agent);
  const interval = totalScale.intervals[reached]!;
  const { grade } = interval;
  const lowered = explainLowered(set, agent, reached);
  const follows = localise((locale) => {
    const outcomes = outcome === "" ? "" : locale === "en" ? ` Outcome: ${outcome}.` : `结果应用：${outcome}。`;
    return lowered[locale] + outcomes;
  });
  const quotas = quotasOf(totalScale);
  if (quotas) {
    const { rank, size, inTeam } = placeForQuotas(set, agent);
    const last = lastRankOf(quotas, size)[reached]!;
    return {
      id: "grade",
      facts: { grade: given.grade, rank, of: size, last },
      sentence: localise((locale) =>
        locale === "en"
          ? `By quotas ${inTeam ? "within the team" : "within the role"}, ${grade} is given up to place ${last} of ${size}; place ${rank}: grade ${grade}.${follows.en}`
          : `按${inTeam ? "班组" : "岗位"}内名额，等级 ${grade} 到第 ${last} 名为止（共 ${size} 人）；位列第 ${rank}：等级 ${grade}。${follows["zh-CN"]}`,
      ),
    };
  }
  return {
    id: "grade",
    facts: { grade: given.grade },
    sentence: localise((locale) => {
      const [total, range] = [
        showTotal(set.total[agent]!, settings.decimals, locale),
        intervalInWords(interval, (bound) => showNumber(bound, locale))[locale],
      ];
      return locale === "en"
        ? `${total} lies in “${range}”: grade ${grade}.${follows.en}`
        : `${total} 属于“${range}”：等级 ${grade}。${follows["zh-CN"]}`;
    }),
  };
}

/** Index of the grade before failed critical items lowered it. */
function gradeReached(set: EvaluationSet, agent: number): number {
  const { totalScale } = set.rubric;
  const own = set.grade[agent]!;
  if (gradesLost(set, agent) === 0) return own;
  const quotas = quotasOf(totalScale!);
  if (!quotas) return intervalAt(totalScale!, set.total[agent]!);
  const { rank, size } = placeForQuotas(set, agent);
  const limits = lastRankOf(quotas, size);
  for (let g = limits.length - 1; g > 0; g -= 1) if (rank <= limits[g]!) return g;
  return 0;
}

/** States which critical items lower the grade, and to which; "" if none does. */
function explainLowered(set: EvaluationSet, agent: number, reached: number): Localised {
  const steps = gradesLost(set, agent);
  const { grades } = set.rubric;
  if (steps === 0) return { en: "", "zh-CN": "" };
  const names = vetoesOf(set, agent).flatMap(({ rule, indicator }) => (rule.effect === "grade" ? [indicator] : []));
  const now = grades[set.grade[agent]!]!;
  const most = reached < steps;
  return {
    en: ` Critical item failed: ${names.join(", ")}: ${steps} ${plural(steps, "grade", "grades")} lower${most ? ", the worst at most" : ""}: grade ${now}.`,
    "zh-CN": `触发一票否决：${names.join("、")}：降 ${steps} 级${most ? "，最低为最差等级" : ""}：等级 ${now}。`,
  };
}

/** The agent's place in the group that the quotas apply to, and the number of agents with a place. */
function placeForQuotas(
  set: EvaluationSet,
  agent: number,
): { readonly rank: number; readonly size: number; readonly inTeam: boolean } {
  const inTeam = set.rubric.settings.quotaGroup === "team";
  if (!inTeam) return { rank: set.rank[agent]!, size: scoredCount(set), inTeam };
  const team = set.teams[agent]!;
  let [rank, size] = [1, 0];
  set.teams.forEach((name, other) => {
    if (set.status[other] !== STATUS.scored || name !== team) return;
    size += 1;
    if (set.total[other]! > set.total[agent]!) rank += 1;
  });
  return { rank, size, inTeam };
}

function explainRank(set: EvaluationSet, agent: number): TotalStep {
  const [rank, teamRank, team] = [set.rank[agent]!, set.teamRank[agent]!, set.teams[agent]!];
  const scored = scoredCount(set);
  const centreRank = centreRanks(set)?.[agent];
  const inCentre = centreSets(set).reduce((sum, each) => sum + scoredCount(each), 0);
  return {
    id: "rank",
    facts: { rank, of: scored, teamRank, ...(centreRank === undefined ? {} : { centreRank, inCentre }) },
    sentence: localise((locale) => {
      const en = locale === "en";
      const inTeam = en ? `; ${teamRank} within ${team}` : `；在班组“${team}”中第 ${teamRank}`;
      const among = en ? `; ${centreRank} of ${inCentre} in the centre` : `；在全中心 ${inCentre} 人中第 ${centreRank}`;
      const more = `${team ? inTeam : ""}${centreRank === undefined ? "" : among}`;
      return en ? `Rank ${rank} of ${scored}${more}.` : `排名第 ${rank}（共 ${scored} 人）${more}。`;
    }),
  };
}

function explainNoTotal(set: EvaluationSet, agent: number): TotalStep {
  const failed = set.status[agent] === STATUS.failed;
  const wanted = failed ? STATUS.failed : STATUS.pending;
  const names = set.rubric.indicators
    .filter((_, k) => set.indicators[k]!.status[agent] === wanted)
    .map((each) => each.indicator.name);
  return {
    id: "missing",
    facts: { indicators: names.join(", ") },
    sentence: localise((locale) => {
      const list = names.join(locale === "en" ? ", " : "、");
      if (names.length === 0) {
        return locale === "en" ? "Not scored: too little of the rubric has data." : "未评分：有数据的指标太少。";
      }
      if (failed) return locale === "en" ? `No total: ${list} cannot be scored.` : `没有总分：${list}无法计分。`;
      return locale === "en" ? `No total yet: no value for ${list}.` : `总分待定：${list}尚无数据。`;
    }),
  };
}
