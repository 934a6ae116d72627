import { showNumber, showTotal } from "../text/format";
import type { Localised } from "../text/locale";
import { localise } from "../text/locale";
import { centreRanks, centreSets } from "./centre-rank";
import type { EvaluationSet } from "./evaluation";
import { STATUS } from "./evaluation";
import { showInterval } from "./methods/piecewise";

/** One step on the way from points to grade and rank. */
export interface TotalStep {
  readonly id: "missing" | "sections" | "shift" | "adjustments" | "held" | "critical" | "rounding" | "grade" | "rank";
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

/** Sums of the same numbers in another order differ in the last digits; that is no step. */
const SAME = 1e-9;

/** Names of the critical items that an agent failed. */
export function failedCriticals(set: EvaluationSet, agent: number): readonly string[] {
  return set.rubric.indicators.flatMap(({ indicator }, k) =>
    set.criticalFailed[k]?.[agent] === 1 ? [indicator.name] : [],
  );
}

/** How many evaluations of a set are scored; counted once. */
const scoredCounts = new WeakMap<EvaluationSet, number>();

function scoredCount(set: EvaluationSet): number {
  let count = scoredCounts.get(set);
  if (count === undefined) {
    count = 0;
    for (let i = 0; i < set.count; i += 1) if (set.status[i] === STATUS.scored) count += 1;
    scoredCounts.set(set, count);
  }
  return count;
}

/** The chain of a total: sections, shift, deductions and bonuses, bounds, critical items, rounding, grade, rank. */
export function explainTotal(set: EvaluationSet, agent: number): readonly TotalStep[] {
  if (set.status[agent] !== STATUS.scored) return [explainNoTotal(set, agent)];
  const { settings, rubric, points, indicators, totalScale } = set.rubric;
  const steps: TotalStep[] = [];
  const named = rubric.sections.map((section, index) => ({ name: section.name, points: set.sections[index]![agent]! }));
  const earning = named.filter((_, index) => rubric.sections[index]!.indicators.some((k) => !indicators[k]!.adjusts));
  // Added up in the same order as the total was, so that no difference in the last digit pretends to be a step.
  const earned = named.reduce((sum, section) => sum + section.points, 0);
  steps.push({
    id: "sections",
    facts: { earned, ...Object.fromEntries(earning.map((section) => [`section ${section.name}`, section.points])) },
    sentence: localise((locale) => {
      const parts = earning
        .map((section) => `${section.name} ${showNumber(section.points, locale)}`.trim())
        .join(" + ");
      return locale === "en"
        ? `Earned: ${parts} = ${showNumber(earned, locale)} of ${showNumber(points, locale)} points.`
        : `得分：${parts} = ${showNumber(earned, locale)}（满分 ${showNumber(points, locale)}）。`;
    }),
  });
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
        return locale === "en"
          ? `${names} did not count; the ${showNumber(gone, locale)} points were shifted to the others.`
          : `${names}不计；其 ${showNumber(gone, locale)} 分已转移给其他指标。`;
      }),
    });
  }
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
  if (Math.abs(held - raw) > SAME) {
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
  const failed = failedCriticals(set, agent);
  if (failed.length > 0) {
    const without = set.totalWithoutCritical[agent]!;
    steps.push({
      id: "critical",
      facts: { without, indicators: failed.join(", ") },
      sentence: localise((locale) => {
        const shown = showTotal(without, settings.decimals, locale);
        return locale === "en"
          ? `Critical item failed: ${failed.join(", ")}. Without that the total would be ${shown}.`
          : `触发一票否决：${failed.join("、")}。否则总分为 ${shown}。`;
      }),
    });
  }
  const [exact, total] = [set.totalExact[agent]!, set.total[agent]!];
  steps.push({
    id: "rounding",
    facts: { exact, total, decimals: settings.decimals },
    sentence: localise((locale) => {
      const shown = showTotal(total, settings.decimals, locale);
      if (Math.abs(exact - total) < SAME) return locale === "en" ? `Total: ${shown}.` : `总分：${shown}。`;
      return locale === "en"
        ? `${showNumber(exact, locale, 8)} is rounded once, half away from zero, to the total ${shown}.`
        : `${showNumber(exact, locale, 8)} 一次性四舍五入，总分为 ${shown}。`;
    }),
  });
  const interval = totalScale?.intervals[set.grade[agent]!];
  if (interval) {
    steps.push({
      id: "grade",
      facts: { grade: interval.grade },
      sentence: localise((locale) => {
        const range = showInterval(interval, "number", locale);
        const outcome = interval.outcome
          ? locale === "en"
            ? ` Outcome: ${interval.outcome}.`
            : `结果应用：${interval.outcome}。`
          : "";
        return locale === "en"
          ? `${showTotal(total, settings.decimals, locale)} lies in ${range}: grade ${interval.grade}.${outcome}`
          : `${showTotal(total, settings.decimals, locale)} 位于 ${range}：等级 ${interval.grade}。${outcome}`;
      }),
    });
  }
  steps.push(explainRank(set, agent));
  return steps;
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
