import type { CellValue } from "../cell/cell";
import type { Metrics } from "../metrics/metrics";
import { showMetric, showNumber } from "../text/format";
import type { Locale, Localised } from "../text/locale";
import { localise } from "../text/locale";
import type { EvaluationSet, StatusName } from "./evaluation";
import { STATUS, STATUS_NAMES } from "./evaluation";
import { createWeigher } from "./shift";

/** One indicator of one agent, replayed: facts for programs, a sentence for people. */
export interface IndicatorExplanation {
  readonly status: StatusName;
  /** Points before and after points of missing indicators were shifted; undefined unless scored. */
  readonly earned: number | undefined;
  readonly counted: number | undefined;
  /** The most that this indicator can count for this agent: its points, with what was shifted here; 0 for adjustments and what leaves. */
  readonly most: number;
  readonly cell: CellValue;
  readonly value: Localised;
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

/** Explains any score of a set on demand; what several explanations share is made once. */
export interface Explainer {
  readonly indicator: (agent: number, index: number) => IndicatorExplanation;
}

export function createExplainer(set: EvaluationSet, metrics: Metrics): Explainer {
  const peersOf = new Map<number, Float64Array>();
  const weigh = createWeigher(set.rubric, set.indicators);
  const weights = new Float64Array(set.rubric.indicators.length);
  let weighed = -1;
  const peers = (index: number, values: Float64Array): Float64Array => {
    let result = peersOf.get(index);
    if (!result) peersOf.set(index, (result = Float64Array.from(set.rows, (row) => values[row]!)));
    return result;
  };
  /** Whether anything in the indicator's section counts for the agent weighed last. */
  const hasHeirs = (index: number): boolean =>
    set.rubric.rubric.sections[set.rubric.indicators[index]!.section]!.indicators.some((k) => weights[k]! > 0);
  return {
    indicator: (agent, index) => {
      const { indicator, method, parameters, adjusts } = set.rubric.indicators[index]!;
      const column = metrics.column(indicator.metric)!;
      const row = set.rows[agent]!;
      const cell = metrics.cellAt(row, column.column);
      const { earned, counted, status } = set.indicators[index]!;
      const code = status[agent]!;
      const scored = code === STATUS.scored;
      if (weighed !== agent) weigh(agent, weights);
      weighed = agent;
      const base = {
        status: STATUS_NAMES[code]!,
        earned: scored ? earned[agent]! : undefined,
        counted: scored ? counted[agent]! : undefined,
        most: weights[index]!,
        cell,
        value: localise((locale) => showCell(cell, column.showAs, locale)),
      };
      if (cell.kind !== "number") {
        return {
          ...base,
          facts: { policy: indicator.ifMissing ?? "pending" },
          sentence: localise((locale) =>
            explainMissing(
              cell,
              indicator.ifMissing ?? "pending",
              adjusts ? 0 : indicator.points,
              hasHeirs(index),
              locale,
            ),
          ),
        };
      }
      const points = scored ? earned[agent]! : NaN;
      const explained = method.explain(parameters, {
        value: cell.value,
        points,
        peers: peers(index, column.values),
        showAs: column.showAs,
      });
      const shifted = scored && counted[agent] !== earned[agent];
      return {
        ...base,
        facts: explained.facts,
        sentence: shifted
          ? localise((locale) => explained.sentence[locale] + explainShift(counted[agent]!, locale))
          : explained.sentence,
      };
    },
  };
}

function showCell(cell: CellValue, showAs: "number" | "percent", locale: Locale): string {
  switch (cell.kind) {
    case "number":
      return showMetric(cell.value, showAs, locale);
    case "blank":
      return "";
    case "not-applicable":
      return locale === "en" ? "N/A" : "不适用";
    case "text":
      return cell.text;
    case "logical":
      return cell.value ? "TRUE" : "FALSE";
    case "error":
      return cell.code;
  }
}

function explainShift(counted: number, locale: Locale): string {
  const points = showNumber(counted, locale);
  return locale === "en"
    ? ` It counts as ${points} because points of indicators that do not count were shifted here.`
    : `因部分指标不计，其分值转移到此，计为 ${points} 分。`;
}

function explainMissing(cell: CellValue, policy: string, points: number, heirs: boolean, locale: Locale): string {
  const en = locale === "en";
  if (cell.kind !== "blank" && cell.kind !== "not-applicable") {
    const shown = showCell(cell, "number", locale);
    return en
      ? `“${shown}” is not a number: no points can be given until it is mended.`
      : `“${shown}”不是数字：更正之前不能计分。`;
  }
  const why =
    cell.kind === "not-applicable" ? (en ? "Does not apply" : "不适用") : en ? "There is no value" : "没有数据";
  const p = showNumber(points, locale);
  const leaves = cell.kind === "not-applicable" || policy === "exclude" || policy === "share";
  if (points === 0 && (leaves || policy !== "pending")) {
    return en ? `${why}: nothing is added or taken away.` : `${why}：不加分也不扣分。`;
  }
  if (leaves) {
    const equal = policy === "share" && heirs;
    if (en)
      return `${why}: its ${p} points are not counted here and go ${equal ? "in equal parts to the others of its section" : "to all others in proportion"}.`;
    return `${why}：此处的 ${p} 分不计，${equal ? "均摊给同维度的其他指标" : "按比例分给其他指标"}。`;
  }
  if (policy === "zero") return en ? `${why}; the rubric counts that as 0 points.` : `${why}；按考核表规定计 0 分。`;
  if (policy === "full")
    return en ? `${why}; the rubric gives all ${p} points.` : `${why}；按考核表规定给满分 ${p} 分。`;
  return en ? "There is no value yet: the total is pending." : "尚无数据：总分待定。";
}
