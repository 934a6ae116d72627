import { foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import { KIND } from "../../metrics/metrics";
import type { Calendar } from "../../metrics/periods";
import type { MissingPolicy } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import type { ShowAs } from "../../text/format";
import { showMetric, showNumber } from "../../text/format";
import type { Locale } from "../../text/locale";
import { localise } from "../../text/locale";
import { weightOf } from "../compile/checklist-scale";
import { STATUS } from "../model/status";
import type { InputDescription } from "../model/input";
import { weightedMean } from "../model/mean";
import type { Standings } from "./other-results";
import { readPeriodMetric } from "./other-results";
import { namedScale } from "../compile/parameters";
import { take } from "./rows";
import type { Gather } from "./request";

/** An inner period and its weight. The period is undefined if a scale names a period without data. */
export interface PeriodPart {
  readonly label: string;
  readonly period: string | undefined;
  readonly weight: number;
}

/**
 * The inner periods of a period: those that the scale of weights lists, else those that lie within it, with equal
 * weights.
 */
export function periodParts(
  { innerPeriods, isLabelOf }: Calendar,
  outer: string,
  periods: readonly string[],
  scale: Scale | undefined,
): readonly PeriodPart[] {
  if (!scale) return innerPeriods(outer, periods).map((period) => ({ label: period, period, weight: 1 }));
  return scale.intervals.map((interval) => ({
    label: interval.grade,
    period: periods.find((period) => isLabelOf(interval.grade, outer, period)),
    weight: weightOf(interval),
  }));
}

/** One inner period and its values for the agents. */
interface PartValues extends PeriodPart {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
}

/**
 * Mean of an agent's results in the inner periods. Periods before the agent's first row and after the last are not expected. A hole
 * between them follows If missing by itself. A result that is not there yet keeps the value open, unless If missing is exclude or share;
 * one that cannot be scored makes the outer period wait. A result that does not apply never counts. A filled cell in the agent's own row
 * replaces the mean.
 */
export const gatherPeriods: Gather = ({ compiled, indicator, sources, period, rows, standings }) => {
  const { metrics, scales } = sources;
  const { metric, name, ifMissing } = indicator.indicator;
  const wanted = readPeriodMetric(indicator.indicator, metrics);
  if (wanted.kind === "unknown") {
    throw new Error(`${compiled.rubric.name} / ${name}: “${metric}” is neither the total nor a column of Metrics`);
  }
  const column = metrics.column(metric, indicator.read);
  const scale = namedScale(indicator.indicator, indicator.method, scales);
  const inner = periodParts(metrics.calendar, period, metrics.coded("period").texts, scale).map((part) => ({
    ...part,
    found: part.period === undefined ? undefined : rowsOfAgents(metrics, part.period, rows),
  }));
  const parts = inner.map(({ found, ...part }): PartValues => {
    if (!found) return { ...part, values: new Float64Array(rows.length).fill(NaN), kinds: blankKinds(rows.length) };
    return {
      ...part,
      ...(wanted.kind === "column" ? pick(column!, found) : pick(resultsOf(standings(part.period!)), found)),
    };
  });
  const full = indicator.indicator.fullAt ?? compiled.settings.fullScore;
  fillHoles(metrics, period, rows, inner, parts, ifMissing, full);
  const own = column && { values: take(column.values, rows), kinds: take(column.kinds, rows) };
  const values = new Float64Array(rows.length);
  const kinds = new Uint8Array(rows.length);
  const leaves = ifMissing === "exclude" || ifMissing === "share";
  const isOwn = (agent: number): boolean => own !== undefined && own.kinds[agent] !== KIND.blank;
  for (let agent = 0; agent < rows.length; agent += 1) {
    const kind = isOwn(agent) ? own!.kinds[agent]! : kindOf(parts, agent, leaves);
    kinds[agent] = kind;
    values[agent] = kind !== KIND.number ? NaN : isOwn(agent) ? own!.values[agent]! : meanOf(parts, agent);
  }
  const showAs = column?.showAs ?? "number";
  return {
    values,
    kinds,
    given: undefined,
    showAs,
    column: undefined,
    describe: (agent) => describe(isOwn(agent) ? undefined : parts, agent, values[agent]!, showAs),
  };
};

const blankKinds = (count: number): Uint8Array => new Uint8Array(count).fill(KIND.blank);

interface InnerRows extends PeriodPart {
  /** Row of each agent; undefined for a period without data. */
  readonly found: Int32Array | undefined;
}

/** Decides what counts where an agent has no row in an inner period. Agents without any row in them are left as they are. */
function fillHoles(
  metrics: Metrics,
  outer: string,
  rows: Int32Array,
  inner: readonly InnerRows[],
  parts: readonly PartValues[],
  ifMissing: MissingPolicy | undefined,
  full: number,
): void {
  const isMissing = inner.some(({ found }) => found?.some((row) => row < 0));
  if (!isMissing) return;
  const staysOf = stays(metrics, outer);
  for (let agent = 0; agent < rows.length; agent += 1) {
    if (!inner.some(({ found }) => found !== undefined && found[agent]! >= 0)) continue;
    const stay = staysOf.get(foldName(metrics.agentIds[rows[agent]!]!));
    inner.forEach(({ found, period }, k) => {
      if (!found || found[agent]! >= 0) return;
      const { values, kinds } = parts[k]!;
      const days = metrics.calendar.daysOf(period!);
      const isHole = !days || !stay || (stay.first < days.first && stay.last > days.last);
      if (!isHole || ifMissing === "exclude" || ifMissing === "share") kinds[agent] = KIND.notApplicable;
      else if (ifMissing === "zero" || ifMissing === "full") {
        kinds[agent] = KIND.number;
        values[agent] = ifMissing === "zero" ? 0 : full;
      }
    });
  }
}

/** First and last day of each agent's rows, by folded ID. Periods as wide as the outer one say nothing of what lies in it. */
function stays(metrics: Metrics, outer: string): ReadonlyMap<string, { first: number; last: number }> {
  const { calendar } = metrics;
  const { codes, texts } = metrics.coded("period");
  const spans = texts.map((text) =>
    calendar.same(text, outer) || calendar.holds(text, outer) ? undefined : calendar.daysOf(text),
  );
  const found = new Map<string, { first: number; last: number }>();
  for (let row = 0; row < codes.length; row += 1) {
    const days = spans[codes[row]!];
    if (!days) continue;
    const key = foldName(metrics.agentIds[row]!);
    const known = found.get(key);
    if (!known) found.set(key, { first: days.first, last: days.last });
    else {
      known.first = Math.min(known.first, days.first);
      known.last = Math.max(known.last, days.last);
    }
  }
  return found;
}

/** Row of each agent in another period; -1 if the agent has none. */
function rowsOfAgents(metrics: Metrics, period: string, rows: Int32Array): Int32Array {
  const { codes, texts } = metrics.coded("period");
  const fits = texts.map((text) => foldName(text) === foldName(period));
  const rowOf = new Map<string, number>();
  for (let row = 0; row < codes.length; row += 1)
    if (fits[codes[row]!]) rowOf.set(foldName(metrics.agentIds[row]!), row);
  return rows.map((row) => rowOf.get(foldName(metrics.agentIds[row]!)) ?? -1);
}

type Values = Pick<PartValues, "values" | "kinds">;

function pick({ values, kinds }: Values, rows: Int32Array): Values {
  return {
    values: Float64Array.from(rows, (row) => (row < 0 ? NaN : values[row]!)),
    kinds: Uint8Array.from(rows, (row) => (row < 0 ? KIND.blank : kinds[row]!)),
  };
}

/** Totals as values. A total that cannot be scored makes who asks for it wait. */
function resultsOf({ totals, status }: Standings): Values {
  const kinds = status.map((code) =>
    code === STATUS.scored ? KIND.number : code === STATUS.failed ? KIND.waiting : KIND.blank,
  );
  return { values: totals, kinds };
}

function kindOf(parts: readonly PartValues[], agent: number, missingLeaves: boolean): number {
  const has = (kind: number): boolean => parts.some(({ kinds, weight }) => weight > 0 && kinds[agent] === kind);
  if (has(KIND.unreadable)) return KIND.unreadable;
  if (has(KIND.waiting)) return KIND.waiting;
  if (has(KIND.blank) && !missingLeaves) return KIND.blank;
  if (has(KIND.number)) return KIND.number;
  return has(KIND.notApplicable) && !has(KIND.blank) ? KIND.notApplicable : KIND.blank;
}

function meanOf(parts: readonly PartValues[], agent: number): number {
  return weightedMean(
    parts.map(({ values }) => values[agent]!),
    parts.map(({ weight }) => weight),
  );
}

const INSTEAD = {
  [KIND.blank]: { en: "nothing yet", "zh-CN": "尚无数据" },
  [KIND.notApplicable]: { en: "not applicable", "zh-CN": "不适用" },
  [KIND.unreadable]: { en: "cannot be scored", "zh-CN": "无法计分" },
  [KIND.waiting]: { en: "cannot be scored", "zh-CN": "无法计分" },
} as const;

function describe(
  parts: readonly PartValues[] | undefined,
  agent: number,
  value: number,
  showAs: ShowAs,
): InputDescription {
  if (!parts) {
    return { facts: {}, sentence: { en: "Stated in the row itself.", "zh-CN": "本行已直接填写。" } };
  }
  const weighed = new Set(parts.map(({ weight }) => weight)).size > 1;
  const show = ({ label, period, weight, values, kinds }: PartValues, locale: Locale): string => {
    const kind = kinds[agent]! as keyof typeof INSTEAD | 0;
    const shown = kind === KIND.number ? showMetric(values[agent]!, showAs, locale) : INSTEAD[kind][locale];
    const by = weighed ? (locale === "en" ? ` x ${showNumber(weight, locale)}` : `×${showNumber(weight, locale)}`) : "";
    return `${period ?? label} ${shown}${by}`;
  };
  return {
    facts: Object.fromEntries(
      parts.map(({ label, period, values }) => [
        `period ${period ?? label}`,
        Number.isNaN(values[agent]!) ? "" : values[agent]!,
      ]),
    ),
    sentence: localise((locale) => {
      const en = locale === "en";
      const list = parts.map((part) => show(part, locale)).join(en ? ", " : "、");
      const mean = Number.isNaN(value) ? "" : showMetric(value, showAs, locale);
      if (en) return mean === "" ? `Periods: ${list}.` : `Mean of its periods (${list}): ${mean}.`;
      return mean === "" ? `所含期间：${list}。` : `所含期间（${list}）的平均：${mean}。`;
    }),
  };
}
