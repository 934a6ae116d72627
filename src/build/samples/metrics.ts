import type { Locale, Localised } from "../../core/text/locale";
import type { SampleAgent } from "./agents";
import type { SampleRandom } from "../../core/templates/make/random";

/** Newest first, so that the scored rows stand at the top. */
export const PERIODS = ["2026-10", "2026-09", "2026-08"] as const;

const NOT_APPLICABLE: Localised = { en: "N/A", "zh-CN": "不适用" };

export interface SampleMetric {
  readonly header: Localised;
  readonly numberFormat: string;
  readonly width: number;
  /** Undefined stays blank. Null is not applicable. */
  readonly draw: (situation: Situation) => number | undefined | null;
}

interface Situation {
  readonly random: SampleRandom;
  readonly agent: SampleAgent;
  /** This month's skill: the agent's own, varied a little each time. */
  readonly form: number;
  readonly isNewest: boolean;
  /** The agent is on loan to another desk for the month, so the hotline's own services are not measured. */
  readonly isAway: boolean;
}

function fraction(value: number, decimals: number): number {
  const held = Math.min(1, Math.max(0, value));
  return Math.round(held * 10 ** decimals) / 10 ** decimals;
}

/** A rate that is usually low and sometimes far higher. */
function skewed(usual: number, bell: number): number {
  const factor = 0.55 + 0.45 * (1 + 0.35 * bell) * (1 + 0.35 * bell);
  return usual * factor;
}

export const METRICS: readonly SampleMetric[] = [
  {
    header: { en: "Process conformity", "zh-CN": "流程规范" },
    numberFormat: "0.0%",
    width: 11,
    draw: ({ random, form }) => fraction(0.925 + 0.018 * form + 0.017 * random.bell(), 3),
  },
  {
    header: { en: "Answer accuracy", "zh-CN": "解答准确率" },
    numberFormat: "0.0%",
    width: 11,
    draw: ({ random, form }) => fraction(0.957 + 0.013 * form + 0.012 * random.bell(), 3),
  },
  {
    header: { en: "Quarterly test", "zh-CN": "季度测试" },
    numberFormat: "0",
    width: 10,
    // An agent who came after the last test has no mark yet.
    draw: ({ random, agent, form }) => {
      const mark = Math.round(Math.min(100, Math.max(0, 83 + 4 * form + 4 * random.bell())));
      return agent.isNew && random.chance(0.6) ? undefined : mark;
    },
  },
  {
    header: { en: "Call volume", "zh-CN": "话务量" },
    numberFormat: "#,##0",
    width: 10,
    draw: ({ random, agent, form, isAway }) => {
      const calls = Math.round((agent.isNew ? 1_200 : 1_480) + 50 * form + 125 * random.bell());
      return isAway ? null : calls;
    },
  },
  {
    header: { en: "Hang-up satisfaction", "zh-CN": "挂机满意度" },
    numberFormat: "0.00%",
    width: 12,
    // Survey answers come in late, so the newest month lacks some.
    draw: ({ random, form, isNewest, isAway }) => {
      const share = fraction(1 - skewed(0.0132, random.bell() - 0.5 * form), 4);
      return isAway ? null : isNewest && random.chance(0.04) ? undefined : share;
    },
  },
  {
    header: { en: "Survey trigger rate", "zh-CN": "满意度触发率" },
    numberFormat: "0.0%",
    width: 11,
    draw: ({ random, form, isAway }) => (isAway ? null : fraction(0.319 + 0.007 * form + 0.019 * random.bell(), 3)),
  },
  {
    header: { en: "First-call resolution", "zh-CN": "首次解决率" },
    numberFormat: "0.0%",
    width: 11,
    draw: ({ random, form, isAway }) => (isAway ? null : fraction(0.897 + 0.014 * form + 0.016 * random.bell(), 3)),
  },
  {
    header: { en: "Transfers to self-service", "zh-CN": "转自助服务率" },
    numberFormat: "0.00%",
    width: 12,
    draw: ({ random, form, isAway }) => (isAway ? null : fraction(skewed(0.0205, 0.6 * random.bell() - 0.4 * form), 4)),
  },
  {
    header: { en: "Transfers to expert desk", "zh-CN": "转专家坐席率" },
    numberFormat: "0.00%",
    width: 12,
    draw: ({ random, form, isAway }) => (isAway ? null : fraction(skewed(0.0084, random.bell() - 0.5 * form), 4)),
  },
  {
    header: { en: "Attendance", "zh-CN": "考勤" },
    numberFormat: "0",
    width: 12,
    draw: ({ random }) => random.pick([0.86, 0.105, 0.025, 0.01]),
  },
  {
    header: { en: "Discipline", "zh-CN": "纪律" },
    numberFormat: "0",
    width: 11,
    draw: ({ random }) => random.pick([0.955, 0.037, 0.008]),
  },
  {
    header: { en: "Commendation", "zh-CN": "表扬" },
    numberFormat: "0",
    width: 15,
    draw: ({ random, form }) => random.pick(form > 0.8 ? [0.72, 0.2, 0.06, 0.02] : [0.92, 0.07, 0.01]),
  },
];

export interface SampleRow {
  readonly agent: SampleAgent;
  readonly period: string;
  /** In the order of METRICS. */
  readonly values: readonly (number | undefined | null)[];
}

/** One row per agent and period. */
export function sampleRows(agents: readonly SampleAgent[], random: SampleRandom): SampleRow[] {
  return PERIODS.flatMap((period, index) =>
    agents.map((agent): SampleRow => {
      const isAway = random.chance(0.015);
      const form = agent.skill + 0.35 * random.bell() - 0.06 * index;
      const situation: Situation = { random, agent, form, isNewest: index === 0, isAway };
      return { agent, period, values: METRICS.map((metric) => metric.draw(situation)) };
    }),
  );
}

export function metricCell(value: number | undefined | null, locale: Locale): number | string | null {
  return value === undefined ? null : value === null ? NOT_APPLICABLE[locale] : value;
}
