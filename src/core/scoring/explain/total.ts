import { showNumber } from "../../text/format";
import { localise } from "../../text/locale";
import { counted } from "../../text/plural";
import type { EvaluationPart, EvaluationSet, JoinedParts } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { TotalStep } from "./explanation";
import { explainResult, explainSum } from "./total-steps";

/** Decimals of a total that is not rounded yet. */
const MOST_DIGITS = 8;

/** The steps of a total, from the points to grade and rank. An agent with several parts has the steps of each part, then their mean. */
export function explainTotal(set: EvaluationSet, agent: number): readonly TotalStep[] {
  const parts = set.parts?.get(agent);
  const sum = parts ? explainParts(set, agent, parts) : explainSum(set, agent);
  return [...sum, ...explainResult(set, agent)];
}

function explainParts(set: EvaluationSet, agent: number, { all }: JoinedParts): readonly TotalStep[] {
  const steps = all.flatMap((part, k) => [explainPart(part, k + 1, all.length), ...explainSum(part.set, part.agent)]);
  return set.status[agent] === STATUS.scored ? [...steps, explainMean(set, agent, all)] : steps;
}

function explainPart({ set, agent, days }: EvaluationPart, number: number, of: number): TotalStep {
  const name = [set.rubric.rubric.name, set.teams[agent]].filter(Boolean).join(" / ");
  return {
    id: "part",
    facts: { part: number, of, days, rubric: set.rubric.rubric.name, team: set.teams[agent]! },
    sentence: localise((locale) => {
      const long = showNumber(days, locale);
      return locale === "en"
        ? `Part ${number} of ${of}: ${name}, ${counted(long, "day", "days")}.`
        : `第 ${number} 部分（共 ${of} 部分）：${name}，${long} 天。`;
    }),
  };
}

/** The mean by days, with every figure that it is made of. */
function explainMean(set: EvaluationSet, agent: number, all: readonly EvaluationPart[]): TotalStep {
  const { fullScore } = set.rubric.settings;
  const counting = all.filter(({ days }) => days > 0);
  const exact = set.totalExact[agent]!;
  return {
    id: "mean",
    facts: { exact, days: counting.reduce((sum, { days }) => sum + days, 0) },
    sentence: localise((locale) => {
      const show = (number: number): string => showNumber(number, locale, MOST_DIGITS);
      const terms = counting.map(({ set: own, agent: place, days }) => {
        const full = own.rubric.settings.fullScore;
        const scaled = full === fullScore ? "" : ` x ${show(fullScore)} / ${show(full)}`;
        return `${show(own.totalExact[place]!)}${scaled} x ${show(days)}`;
      });
      const days = show(counting.reduce((sum, each) => sum + each.days, 0));
      return locale === "en"
        ? `Mean of the parts by days: (${terms.join(" + ")}) / ${days} = ${show(exact)}.`
        : `各部分按天数平均：（${terms.join(" + ")}）/ ${days} = ${show(exact)}。`;
    }),
  };
}
