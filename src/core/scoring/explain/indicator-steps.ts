import type { Facts, IndicatorStep, Explained } from "./explanation";
import { nextTo } from "../../rubric/scale";
import { showDeviation, showMetric, showNumber, showPercent } from "../../text/format";
import { localise } from "../../text/locale";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import { CENTRES } from "../curves/peer-statistic";
import { showValue } from "./show-value";
import { showPointsOf } from "../curves/points-in-words";
import { effectOf, whyFailed } from "./vetoes";
import { weightsOf } from "../total/shift";
import { isSame, lowered, raised } from "../../text/tolerance";

/** The long explanation of an indicator: from its value to the points that count for an agent. */
export function explainSteps(
  set: EvaluationSet,
  agent: number,
  index: number,
  explained: Explained,
): readonly IndicatorStep[] {
  const { decided } = explained;
  const scored = set.indicators[index]!.status[agent] === STATUS.scored;
  const steps = [
    valueStep(set, index, explained),
    ...(decided
      ? [
          peersStep(set, agent, index, decided.facts),
          decided.facts["place"] === undefined ? curveStep(set, agent, index) : undefined,
          { id: "method", facts: decided.facts, sentence: decided.sentence } as const,
          scored ? pointsStep(set, agent, index) : undefined,
        ]
      : [{ id: "missing", facts: missingFacts(explained), sentence: explained.short } as const]),
    ...(scored
      ? [
          shiftStep(set, agent, index, explained),
          criticalStep(set, agent, index),
          countsStep(set, agent, index, explained.counted!),
        ]
      : []),
  ];
  return steps.filter((step) => step !== undefined);
}

const missingFacts = ({ facts }: Explained): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name === "policy" || name === "peers"));

function valueStep(set: EvaluationSet, index: number, { cell, value, described }: Explained): IndicatorStep {
  if (described) return { id: "value", ...described };
  const { indicator } = set.rubric.indicators[index]!;
  const isNumber = cell.kind === "number" || cell.kind === "duration";
  const typed = isNumber && cell.fromText;
  return {
    id: "value",
    facts: { column: indicator.metric, ...(isNumber ? { value: cell.value } : { kind: cell.kind }) },
    sentence: localise((locale) => {
      const en = locale === "en";
      const [column, shown] = [indicator.metric, value[locale]];
      if (cell.kind === "blank") return en ? `The column “${column}” is blank.` : `“${column}”列为空白。`;
      if (cell.kind === "not-applicable")
        return en ? `The column “${column}” says that it does not apply.` : `“${column}”列填写为不适用。`;
      return en
        ? `The column “${column}” says ${shown}${typed ? ", a number typed as text" : ""}.`
        : `“${column}”列的值为 ${shown}${typed ? "（以文本形式填写的数字）" : ""}。`;
    }),
  };
}

/** States the statistic of the peers, and the distance of the value from it. */
function peersStep(set: EvaluationSet, agent: number, index: number, facts: Facts): IndicatorStep | undefined {
  if (set.rubric.indicators[index]!.method.comparesPeers !== true) return undefined;
  const { peers, frozenPeers, showAs, values } = set.inputs[index]!;
  const { statistic, centre, deviation, place } = facts;
  const count = peers.count;
  return {
    id: "peers",
    facts: {
      count,
      frozen: frozenPeers ? 1 : 0,
      ...Object.fromEntries(
        Object.entries({ statistic, centre, deviation, place }).flatMap(([name, fact]) =>
          fact === undefined ? [] : [[name, fact]],
        ),
      ),
    },
    sentence: localise((locale) => {
      const en = locale === "en";
      const own = showMetric(values[agent]!, showAs, locale);
      const frozen = frozenPeers ? (en ? ", as frozen in the baseline" : "（取自已冻结的基准）") : "";
      if (typeof place === "number") {
        const above = showPercent(place, locale);
        return en
          ? `Of the ${count} in the group${frozen}, ${own} stands above ${above} of the others.`
          : `同组共 ${count} 人${frozen}，${own} 高于其他人中的 ${above}。`;
      }
      if (typeof centre !== "number")
        return en ? `The group of ${count} gives nothing to compare with.` : `同组 ${count} 人，无法比较。`;
      const name = CENTRES[statistic === "median" ? "median" : "mean"].name[locale];
      const [middle, away] = [showMetric(centre, showAs, locale), deviation];
      const differs = typeof away === "number" ? showDeviation(away, locale) : "";
      if (en) return `The group's ${name} is ${middle}${frozen}${differs && `; ${own} is ${differs} from it`}.`;
      return `同组${name}为 ${middle}${frozen}${differs && `，${own} 与之偏差 ${differs}`}。`;
    }),
  };
}

/**
 * The piece of the method's curve that holds the value: its two ends, and the points just inside them. A place among
 * the peers has no such piece, because every peer is an end.
 */
function curveStep(set: EvaluationSet, agent: number, index: number): IndicatorStep | undefined {
  const compiled = set.rubric.indicators[index]!;
  const { method, parameters } = compiled;
  const { peers, showAs, values } = set.inputs[index]!;
  // A label lies on no curve. For events, the method itself states the price of each.
  if (method.valueKind === "whole" || (method.valueKind === "labels" && parameters.fullAt === undefined))
    return undefined;
  const value = values[agent]!;
  const marks = method.landmarks(parameters, peers).filter(Number.isFinite);
  if (marks.length === 0) return undefined;
  const low = Math.max(...marks.filter((mark) => mark <= value));
  const high = Math.min(...marks.filter((mark) => mark >= value));
  const ends = [low, high].filter(Number.isFinite);
  // A curve may jump at its ends. The points on the side of the value count.
  const inside = ends.map((end) =>
    end === value ? end : end < value ? nextTo(raised(end), 1) : nextTo(lowered(end), -1),
  );
  const earned = new Float64Array(ends.length + 1);
  compiled.scorer({ peers, given: undefined })(Float64Array.of(...inside, value), earned, 0, earned.length);
  if (earned.includes(NaN)) return undefined;
  const facts: Facts = {
    ...(low === value ? {} : Number.isFinite(low) ? { from: low, pointsAtFrom: earned[0]! } : {}),
    ...(high === value ? {} : Number.isFinite(high) ? { to: high, pointsAtTo: earned[ends.length - 1]! } : {}),
    ...(low === high ? { at: value } : {}),
  };
  return {
    id: "curve",
    facts,
    sentence: localise((locale) => {
      const en = locale === "en";
      const [own, ...shown] = [value, ...ends].map((end) => showValue(compiled, showAs, end, locale));
      const [first, second] = [...earned].map((points) => showNumber(isSame(points, 0) ? 0 : points, locale));
      const gives = (points: string | undefined): string => (en ? ` (gives ${points})` : `（${points} 分）`);
      if (low === high) {
        return en
          ? `${own} stands exactly at a bend or an end of the curve${gives(first)}.`
          : `${own} 正好位于计分曲线的转折点或端点${gives(first)}。`;
      }
      const flat = isSame(earned[0]!, earned[1]!);
      if (ends.length === 2 && flat) {
        return en
          ? `${own} lies between ${shown[0]} and ${shown[1]}; there everything gives ${first}.`
          : `${own} 位于 ${shown[0]} 与 ${shown[1]} 之间，其间一律 ${first} 分。`;
      }
      if (ends.length === 2) {
        return en
          ? `${own} lies between ${shown[0]}${gives(first)} and ${shown[1]}${gives(second)}.`
          : `${own} 位于 ${shown[0]}${gives(first)}与 ${shown[1]}${gives(second)}之间。`;
      }
      const above = ends[0]! < value;
      if (en) {
        const where = `${own} lies ${above ? "above" : "below"} ${shown[0]}`;
        return flat ? `${where}; everything beyond it gives ${first}.` : `${where}${gives(first)}.`;
      }
      const where = `${own} ${above ? "高于" : "低于"} ${shown[0]}`;
      return flat ? `${where}，再远一律 ${first} 分。` : `${where}${gives(first)}。`;
    }),
  };
}

function pointsStep(set: EvaluationSet, agent: number, index: number): IndicatorStep {
  const { adjusts, indicator } = set.rubric.indicators[index]!;
  const earned = set.indicators[index]!.earned[agent]!;
  const share = earned / indicator.points;
  return {
    id: "points",
    facts: adjusts ? { earned } : { points: indicator.points, share, earned },
    sentence: localise((locale) => {
      const en = locale === "en";
      const [own, all] = [showNumber(Math.abs(earned), locale), showNumber(indicator.points, locale)];
      if (adjusts && earned === 0) return en ? "It adds nothing and takes nothing away." : "不加分也不扣分。";
      if (adjusts && en) return `It has no points of its own and ${earned < 0 ? "takes away" : "adds"} ${own}.`;
      if (adjusts) return `本身没有分值，${earned < 0 ? "扣" : "加"} ${own} 分。`;
      const part = showPercent(share, locale);
      return en
        ? `That is ${part} of its ${showPointsOf(indicator.points, locale)}: ${own}.`
        : `即其分值 ${all} 分的 ${part}：${own} 分。`;
    }),
  };
}

function shiftStep(
  set: EvaluationSet,
  agent: number,
  index: number,
  { counted, earned }: Explained,
): IndicatorStep | undefined {
  const { adjusts, indicator } = set.rubric.indicators[index]!;
  const most = weightsOf(set, agent)[index]!;
  if (adjusts || set.shifted[agent] === 0 || isSame(most, indicator.points)) return undefined;
  return {
    id: "shift",
    facts: { points: indicator.points, most, counted: counted! },
    sentence: localise((locale) => {
      const [own, all, can, points] = [earned!, indicator.points, most, counted!].map((n) => showNumber(n, locale));
      return locale === "en"
        ? `Points of indicators that do not count were shifted here: it counts for up to ${can} instead of ${all}, and ${own} becomes ${points}.`
        : `部分指标不计，其分值转移到此：满分由 ${all} 分变为 ${can} 分，${own} 分折算为 ${points} 分。`;
    }),
  };
}

/** Whether a critical item failed, why, and with what effect. */
function criticalStep(set: EvaluationSet, agent: number, index: number): IndicatorStep | undefined {
  const rule = set.rubric.indicators[index]!.indicator.critical;
  if (!rule) return undefined;
  const failed = set.criticalFailed[index]?.[agent] === 1;
  return {
    id: "critical",
    facts: { failed: failed ? 1 : 0, ...rule },
    sentence: localise((locale) => {
      const en = locale === "en";
      if (!failed) return en ? "It is a critical item and did not fail." : "这是一票否决项，未触发否决。";
      const [why, effect] = [whyFailed(set, agent, index)[locale], effectOf(rule)[locale]];
      return en
        ? `It is a critical item and failed, because ${why}: ${effect}.`
        : `这是一票否决项，${why}，触发否决：${effect}。`;
    }),
  };
}

function countsStep(set: EvaluationSet, agent: number, index: number, counted: number): IndicatorStep | undefined {
  const { adjusts, section } = set.rubric.indicators[index]!;
  if (adjusts && counted === 0) return undefined;
  const name = set.rubric.rubric.sections[section]!.name;
  const sum = adjusts ? (counted < 0 ? set.deductions : set.bonuses)[agent]! : set.sections[section]![agent]!;
  return {
    id: "counts",
    facts: adjusts ? { counted, [counted < 0 ? "deductions" : "bonuses"]: sum } : { counted, section: name, sum },
    sentence: localise((locale) => {
      const en = locale === "en";
      const [own, all] = [showNumber(counted, locale), showNumber(sum, locale)];
      if (adjusts && en) return `It counts among the ${counted < 0 ? "deductions" : "bonuses"}, which come to ${all}.`;
      if (adjusts) return `计入${counted < 0 ? "扣分" : "加分"}，合计 ${all} 分。`;
      return en
        ? `It counts ${own}; the section${name && ` “${name}”`} comes to ${all}.`
        : `计 ${own} 分；维度${name && `“${name}”`}合计 ${all} 分。`;
    }),
  };
}
