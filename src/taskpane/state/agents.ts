import { STATUS } from "../../core/scoring/model/status";
import type { EvaluationSet } from "../../core/scoring/model/evaluation";
import type { Locale } from "../../core/text/locale";

export const AGENT_SORTS = ["rank", "name", "total", "grade"] as const;

export type AgentSort = (typeof AGENT_SORTS)[number];

/** A person's view of one rubric's list of agents. It is kept during other work. */
export interface AgentView {
  readonly filter: string;
  /** Shows only agents without a total: pending and failed. */
  readonly onlyOpen: boolean;
  readonly sort: AgentSort;
  readonly descending: boolean;
  readonly page: number;
}

export const FIRST_VIEW: AgentView = { filter: "", onlyOpen: false, sort: "rank", descending: false, page: 0 };

/** A page renders at once, and is long enough to be read without much turning. */
export const PAGE_SIZE = 50;

/** Columns whose first sorting is descending, so that the best agent comes first. */
const STARTS_DESCENDING: Readonly<Record<AgentSort, boolean>> = { rank: false, name: false, total: true, grade: true };

/** Sorts by a chosen column, or turns the order round if it is chosen again. Both start at the first page. */
export function sortedBy(view: AgentView, sort: AgentSort): AgentView {
  return { ...view, sort, descending: view.sort === sort ? !view.descending : STARTS_DESCENDING[sort], page: 0 };
}

/** Indices of the shown agents, in the order of showing. */
export function agentsShown(set: EvaluationSet, view: AgentView, locale: Locale): readonly number[] {
  const wanted = fold(view.filter);
  const shown: number[] = [];
  for (let agent = 0; agent < set.count; agent += 1) {
    if (view.onlyOpen && set.status[agent] === STATUS.scored) continue;
    if (wanted !== "" && !matches(set, agent, wanted)) continue;
    shown.push(agent);
  }
  return shown.sort(comparison(set, view, locale));
}

function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

function matches(set: EvaluationSet, agent: number, wanted: string): boolean {
  return [set.names[agent], set.agentIds[agent], set.teams[agent]].some((text) => fold(text ?? "").includes(wanted));
}

function comparison(set: EvaluationSet, view: AgentView, locale: Locale): (a: number, b: number) => number {
  const direction = view.descending ? -1 : 1;
  if (view.sort === "name") {
    const collator = new Intl.Collator(locale, { numeric: true });
    const name = (agent: number): string => set.names[agent] || set.agentIds[agent]!;
    return (a, b) => direction * collator.compare(name(a), name(b)) || a - b;
  }
  const value = (agent: number): number =>
    view.sort === "rank" ? set.rank[agent]! : view.sort === "total" ? set.total[agent]! : set.grade[agent]!;
  return (a, b) => {
    // Agents without a total have no place in the order. They come last in both directions.
    const open = Number(set.status[a] !== STATUS.scored) - Number(set.status[b] !== STATUS.scored);
    if (open !== 0 || set.status[a] !== STATUS.scored) return open || a - b;
    return direction * (value(a) - value(b)) || a - b;
  };
}

/** Names of the indicators that an agent's total waits for or that cannot be scored. */
export function openIndicators(set: EvaluationSet, agent: number): readonly string[] {
  const status = set.status[agent];
  if (status === STATUS.scored) return [];
  return set.rubric.rubric.indicators
    .filter((_, index) => set.indicators[index]!.status[agent] === status)
    .map((indicator) => indicator.name);
}
