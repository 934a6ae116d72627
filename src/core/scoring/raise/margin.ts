import type { EvaluationSet } from "../model/evaluation";
import { STATUS } from "../model/status";
import type { GradeLine } from "../total/grade-lines";
import { gradeLinesOf } from "../total/grade-lines";
import { SAME } from "../../text/tolerance";

/** An agent whose total lies near a line between two grades. */
export interface NearLine {
  readonly agent: number;
  readonly line: GradeLine;
  /** Total less the line: below 0 if the agent misses it, 0 at it. */
  readonly distance: number;
}

/** Agents within a margin of a grade line, above or below; the nearest first. */
export function nearLines(set: EvaluationSet, margin: number): readonly NearLine[] {
  const linesOf = gradeLinesOf(set);
  const near: NearLine[] = [];
  for (let agent = 0; agent < set.count; agent += 1) {
    if (set.status[agent] !== STATUS.scored) continue;
    for (const line of linesOf(agent)) {
      const distance = set.total[agent]! - line.at;
      if (Math.abs(distance) <= margin + SAME) near.push({ agent, line, distance });
    }
  }
  return near.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance) || a.agent - b.agent);
}
