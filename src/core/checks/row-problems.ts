import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { Report } from "./check";
import { closestNameFix } from "./closest-name";
import { FIRST_CELLS } from "./finding";
import type { CheckSubject } from "./subject";
import type { InputKind } from "../scoring/model/method";

/** The problem of one row of a table. */
export interface RowProblem<P extends string> {
  readonly problem: P;
  /**
   * The text of the cell; rows with the same problem and text give one finding. "" to put all rows with the problem
   * together.
   */
  readonly name: string;
  readonly at: CellPlace;
  /** Names that may have been meant. */
  readonly names?: readonly string[];
}

/** Reports rows with the same problem as one finding, in the order of the table. */
export function reportAlike<P extends string>(
  problems: readonly RowProblem<P>[],
  report: Report<{ problem: P; name: string; count: number }>,
): void {
  const groups = new Map<string, RowProblem<P>[]>();
  for (const each of problems) {
    const key = `${each.problem}\n${foldName(each.name)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  for (const group of groups.values()) {
    const { problem, name, names } = group[0]!;
    const places = group.map(({ at }) => at);
    report(
      places[0],
      { problem, name, count: places.length },
      { related: places.slice(1, FIRST_CELLS), ...(names ? closestNameFix(name, names, places) : {}) },
    );
  }
}

/** Names that rows of the Ledger and of Ratings may use: agents of Metrics, and indicators that read the table. */
export function knownNames({ known, metrics, rubrics, rubricNames }: CheckSubject, input: InputKind) {
  const agents = new Set((metrics?.agentIds ?? []).map(foldName));
  const names = known
    .filter(({ method, indicator }) => method.input === input && !metrics?.has(indicator.metric))
    .map(({ indicator }) => indicator.name);
  const indicators = new Set(names.map(foldName));
  // Contents narrowed to one rubric do not show the indicators of the others.
  const narrowed = rubrics.length < rubricNames.length;
  return {
    names,
    isAgent: (id: string): boolean => id !== "" && agents.has(foldName(id)),
    isIndicator: (name: string): boolean => indicators.has(foldName(name)),
    narrowed,
  };
}
