import type { Standings } from "../gather/other-results";
import { STATUS } from "../model/status";
import type { AgentTotals } from "../total/draft";

/** Standings before any agent is scored. */
export function createStandings(rowCount: number): Standings {
  return {
    totals: new Float64Array(rowCount).fill(NaN),
    grades: new Int16Array(rowCount).fill(-1),
    status: new Uint8Array(rowCount).fill(STATUS.pending),
  };
}

/** Enters the result of one agent at all rows that it was joined from. */
export function enterJoined(
  standings: Standings,
  { total, grade, status }: Pick<AgentTotals, "total" | "grade" | "status">,
  agent: number,
  rows: Int32Array,
): void {
  for (const row of rows)
    enterResults(
      standings,
      {
        total: total.subarray(agent, agent + 1),
        grade: grade.subarray(agent, agent + 1),
        status: status.subarray(agent, agent + 1),
      },
      Int32Array.of(row),
    );
}

/** Enters the results of the agents at these rows of Metrics. */
export function enterResults(
  standings: Standings,
  { total, grade, status }: Pick<AgentTotals, "total" | "grade" | "status">,
  rows: Int32Array,
): void {
  rows.forEach((row, agent) => {
    const scored = status[agent] === STATUS.scored;
    standings.totals[row] = scored ? total[agent]! : NaN;
    standings.grades[row] = scored ? grade[agent]! : -1;
    standings.status[row] = status[agent]!;
  });
}
