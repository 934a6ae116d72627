import type { IndicatorExplanation, Explained, IndicatorStep } from "./explanation";
import type { CellValue } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import { KIND } from "../../metrics/reading";
import type { ShowAs } from "../../text/format";
import { showDuration, showMetric, showNumber } from "../../text/format";
import { CENTRES } from "../curves/peer-statistic";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import type { EvaluationSet } from "../model/evaluation";
import { STATUS, STATUS_NAMES } from "../model/status";
import { explainSteps } from "./indicator-steps";
import { vetoesOf } from "./vetoes";
import type { IndicatorInput } from "../model/input";
import { countedPoints, weightsOf } from "../total/shift";
import { counted, plural } from "../../text/plural";

/** Explains any score of a set on demand. Several explanations share what they have in common. */
export interface Explainer {
  readonly indicator: (agent: number, index: number) => IndicatorExplanation;
  /** The long explanation: every step from the value to the points that count, in order. */
  readonly steps: (agent: number, index: number) => readonly IndicatorStep[];
}

export function createExplainer(set: EvaluationSet, metrics: Metrics): Explainer {
  /** Whether any indicator of the same section counts for the agent. */
  const hasHeirs = (index: number, weights: Float64Array): boolean =>
    set.rubric.rubric.sections[set.rubric.indicators[index]!.section]!.indicators.some((k) => weights[k]! > 0);
  const explain = (agent: number, index: number): Explained => {
    const { indicator, method, parameters, adjusts } = set.rubric.indicators[index]!;
    const input = set.inputs[index]!;
    const cell = cellOf(input, metrics, set.rows[agent]!, agent);
    const { earned, status } = set.indicators[index]!;
    const code = status[agent]!;
    const veto = vetoesOf(set, agent).find((each) => each.index === index)?.why;
    const scored = code === STATUS.scored;
    const weights = weightsOf(set, agent);
    const counted = countedPoints(set, index, agent);
    const value = input.values[agent]!;
    const described = input.describe?.(agent);
    const base = {
      status: STATUS_NAMES[code]!,
      earned: scored ? earned[agent]! : undefined,
      counted: scored ? counted : undefined,
      most: weights[index]!,
      cell,
      value: localise((locale) => showCell(cell, input.showAs, locale)),
    };
    if ((input.tooFewPeers || input.centreIsZero) && (cell.kind === "number" || cell.kind === "blank")) {
      const sentence = input.tooFewPeers
        ? explainTooFew(input.peers.count)
        : explainZeroCentre(set.rubric.settings.peerStatistic === "median" ? "median" : "mean");
      return { ...base, facts: { peers: input.peers.count }, short: sentence, sentence, described, decided: undefined };
    }
    if (Number.isNaN(value)) {
      const policy = indicator.ifMissing ?? "pending";
      const short = localise((locale) =>
        explainMissing(
          cell,
          policy,
          adjusts ? 0 : indicator.points,
          hasHeirs(index, weights),
          method.words === undefined && described === undefined,
          locale,
        ),
      );
      const tellMissing = (source: Localised | undefined): Localised =>
        localise((locale) => joined([source?.[locale], short[locale], veto?.[locale]], locale));
      const facts = { ...described?.facts, policy };
      const sentence = tellMissing(described?.sentence);
      return { ...base, facts, short: veto ? tellMissing(undefined) : short, sentence, described, decided: undefined };
    }
    const decided = method.explain(parameters, {
      value,
      points: scored ? earned[agent]! : NaN,
      peers: input.peers,
      given: input.given?.[agent] ?? 0,
      showAs: input.showAs,
    });
    const shifted = scored && counted !== earned[agent];
    const tell = (parts: (locale: Locale) => readonly (string | undefined)[]): Localised =>
      localise((locale) => joined(parts(locale), locale));
    return {
      ...base,
      facts: { ...described?.facts, ...decided.facts },
      short: tell((locale) => [
        decided.sentence[locale],
        shifted ? countsAs(counted, weights[index]!, locale) : undefined,
        veto?.[locale],
      ]),
      sentence: tell((locale) => [
        described?.sentence[locale],
        decided.sentence[locale],
        shifted ? explainShift(earned[agent]!, indicator.points, weights[index]!, counted, locale) : undefined,
        veto?.[locale],
      ]),
      described,
      decided,
    };
  };
  return {
    indicator: explain,
    steps: (agent, index) => explainSteps(set, agent, index, explain(agent, index)),
  };
}

/** Joins sentences. */
function joined(parts: readonly (string | undefined)[], locale: Locale): string {
  return parts.filter((part) => part !== undefined).join(locale === "en" ? " " : "");
}

/** The cell of a value. A value from several cells shows its number, or the reason for having none. */
function cellOf({ column, values, kinds }: IndicatorInput, metrics: Metrics, row: number, agent: number): CellValue {
  if (column) return metrics.cellAt(row, column.column);
  if (kinds[agent] === KIND.number) return { kind: "number", value: values[agent]!, fromText: false };
  if (kinds[agent] === KIND.notApplicable) return { kind: "not-applicable" };
  if (kinds[agent] === KIND.waiting) return { kind: "blank" };
  return kinds[agent] === KIND.blank ? { kind: "blank" } : { kind: "error", code: "#VALUE!" };
}

function explainTooFew(count: number): Localised {
  return {
    en: `With ${count} in the group there are too few peers to compare with: it does not count here.`,
    "zh-CN": `同岗位仅 ${count} 人，人数不足，无法比较：此处不计。`,
  };
}

function explainZeroCentre(statistic: "mean" | "median"): Localised {
  const name = CENTRES[statistic].name;
  return {
    en: `The peer ${name.en} is 0 and values differ, so that nothing can be compared with it: it does not count here.`,
    "zh-CN": `同岗位${name["zh-CN"]}为 0 且各人不同，无法比较：此处不计。`,
  };
}

function showCell(cell: CellValue, showAs: ShowAs, locale: Locale): string {
  switch (cell.kind) {
    case "number":
      return showMetric(cell.value, showAs, locale);
    case "duration":
      return showDuration(cell.value);
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

function explainShift(earned: number, points: number, most: number, counted: number, locale: Locale): string {
  const [own, stated, can, result] = [earned, points, most, counted].map((n) => showNumber(n, locale));
  return locale === "en"
    ? `Points of indicators that do not count were shifted here: ${own} x ${can} / ${stated} = ${result}.`
    : `因部分指标不计，其分值转移到此：${own} × ${can} ÷ ${stated} = ${result} 分。`;
}

function countsAs(counted: number, most: number, locale: Locale): string {
  const [points, of] = [showNumber(counted, locale), showNumber(most, locale)];
  return locale === "en" ? `Counts as ${points} of ${of}.` : `计为 ${points} 分（满分 ${of} 分）。`;
}

function explainMissing(
  cell: CellValue,
  policy: string,
  points: number,
  heirs: boolean,
  onlyNumbers: boolean,
  locale: Locale,
): string {
  const en = locale === "en";
  if (cell.kind !== "blank" && cell.kind !== "not-applicable") {
    const shown = showCell(cell, "number", locale);
    if (en)
      return `“${shown}” ${onlyNumbers ? "is not a number" : "cannot be read here"}: no points can be given until it is mended.`;
    return `“${shown}”${onlyNumbers ? "不是数字" : "在此处无法识别"}：更正之前不能计分。`;
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
      return `${why}: its ${counted(p, "point is", "points are")} not counted here and ${plural(p, "goes", "go")} ${equal ? "in equal parts to the others of its section" : "to all others in proportion"}.`;
    return `${why}：此处的 ${p} 分不计，${equal ? "均摊给同维度的其他指标" : "按比例分给其他指标"}。`;
  }
  if (policy === "zero") return en ? `${why}; the rubric counts that as 0 points.` : `${why}；按考核表规定计 0 分。`;
  if (policy === "full")
    return en
      ? `${why}; the rubric gives ${plural(p, "the 1 point", `all ${p} points`)}.`
      : `${why}；按考核表规定给满分 ${p} 分。`;
  return en ? "There is no value yet: the total is pending." : "尚无数据：总分待定。";
}
