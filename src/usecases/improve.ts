import type { EvaluationSet } from "../core/scoring/model/evaluation";
import { STATUS } from "../core/scoring/model/status";
import { gradeLinesOf, nextLine } from "../core/scoring/total/grade-lines";
import { createInverse } from "../core/scoring/raise/inverse";
import { nearLines } from "../core/scoring/raise/margin";
import { showValue } from "../core/scoring/explain/show-value";
import { showNumber, showPoints, showTotal } from "../core/text/format";
import type { Locale } from "../core/text/locale";
import { SAME } from "../core/text/tolerance";
import { oncePer } from "../core/text/once-per";

/** One changed value that alone earns the next grade; ready to show. */
export interface ImprovingChange {
  readonly indicator: string;
  /** The value now, as the workbook shows it. */
  readonly from: string;
  readonly to: string;
  /** The total after the change. */
  readonly total: string;
}

export interface Improvement {
  /** The next better grade and its lower limit. Undefined at the top, without grades, and without a total. */
  readonly next:
    | {
        readonly grade: string;
        readonly from: string;
        /** Whether the limit itself belongs to the grade. */
        readonly belongs: boolean;
        /** The points missing to the limit. */
        readonly missing: string;
        /** True if the grade comes from quotas, so that other agents' totals decide. */
        readonly byQuota: boolean;
      }
    | undefined;
  /**
   * The single changes that earn the next grade, cheapest first. The cost is measured in standard deviations of the metric among the
   * agents.
   */
  readonly changes: readonly ImprovingChange[];
  /**
   * Points that each indicator can still add to the total, most first; `points` is undefined if unlimited. Indicators without room are left
   * out.
   */
  readonly rooms: readonly { readonly indicator: string; readonly points: string | undefined }[];
}

/** An agent with a total close to a line between two grades; ready to show. */
export interface NearGradeLine {
  readonly agentId: string;
  readonly name: string;
  readonly total: string;
  /** The grade above the line. */
  readonly grade: string;
  /** Points between the total and the line, unsigned. */
  readonly distance: string;
  /** below: the grade is just missed. above: it is just earned. at: the total is on the line and has the grade. */
  readonly side: "below" | "above" | "at";
}

const DISTANCE_DECIMALS = 4;

/** The inverse of a set, made once because it keeps how each metric can move. */
const inverseOf = oncePer(createInverse);

/** What would raise one agent's score: single changes to the next grade, and each indicator's room. */
export function improvementOf(set: EvaluationSet, agent: number, locale: Locale): Improvement {
  const { settings, totalScale, indicators } = set.rubric;
  const inverse = inverseOf(set);
  const total = (value: number): string => showTotal(value, settings.decimals, locale);
  const line = set.status[agent] === STATUS.scored ? nextLine(gradeLinesOf(set)(agent), set, agent) : undefined;
  const changes = line ? inverse.changes([{ agent, line }])[0]! : [];
  const rooms = inverse
    .rooms(agent)
    .map((points, index) => ({ indicator: indicators[index]!.indicator.name, points }))
    .filter(({ points }) => points > SAME)
    .sort((a, b) => b.points - a.points);
  return {
    next: line && {
      grade: line.grade,
      from: total(line.at),
      belongs: line.belongs,
      missing: showNumber(line.at - set.total[agent]!, locale, DISTANCE_DECIMALS),
      byQuota: totalScale?.bare === true,
    },
    changes: changes.map(({ index, from, stated, total: reached }) => {
      const { showAs } = set.inputs[index]!;
      const show = (value: number): string => showValue(indicators[index]!, showAs, value, locale);
      return {
        indicator: indicators[index]!.indicator.name,
        from: Number.isNaN(from) ? "" : show(from),
        to: show(stated),
        total: total(reached),
      };
    }),
    rooms: rooms.map(({ indicator, points }) => ({
      indicator,
      points: Number.isFinite(points) ? showPoints(points, locale) : undefined,
    })),
  };
}

/** Agents within a margin of a grade line, above or below, nearest first. */
export function nearGradeLines(set: EvaluationSet, margin: number, locale: Locale): readonly NearGradeLine[] {
  const { decimals } = set.rubric.settings;
  return nearLines(set, margin).map(({ agent, line, distance }) => ({
    agentId: set.agentIds[agent]!,
    name: set.names[agent]! || set.agentIds[agent]!,
    total: showTotal(set.total[agent]!, decimals, locale),
    grade: line.grade,
    distance: showNumber(Math.abs(distance), locale, DISTANCE_DECIMALS),
    side: distance > 0 ? "above" : distance === 0 && line.belongs ? "at" : "below",
  }));
}
