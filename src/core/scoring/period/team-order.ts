import type { Metrics } from "../../metrics/metrics";
import { teamsIn, teamsLed } from "../../metrics/teams";
import type { Rubric } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import { quotasOf } from "../../rubric/scale";
import { findTotalScale } from "../compile/compile";
import { readTeamMetric } from "../gather/other-results";
import { findMethod } from "../compile/registry";

/** Agents of one rubric whose results depend on results of others. */
export interface TeamPart {
  readonly rows: Int32Array;
  /** Whether an indicator asks for members' grades. */
  readonly readsGrades: boolean;
  /** Whether quotas give the grades. No agent then has a grade until all agents of the part have totals. */
  readonly quotas: boolean;
}

/** What the order needs to know of a rubric and its agents. */
export function teamPart({ indicators }: Rubric, scales: readonly Scale[], rows: Int32Array): TeamPart {
  const total = findTotalScale(scales);
  const grades = total?.intervals.map(({ grade }) => grade) ?? [];
  return {
    rows,
    readsGrades: indicators.some(
      (each) => findMethod(each.method)?.input === "team" && readTeamMetric(each, grades).kind === "share",
    ),
    quotas: total !== undefined && quotasOf(total) !== undefined,
  };
}

/** Agents that can be scored at the same time, and the parts that are then complete. */
interface TeamStep {
  readonly rows: readonly number[];
  readonly complete: readonly number[];
}

export interface TeamOrder {
  /** Members before their leaders. */
  readonly steps: readonly TeamStep[];
  /** Rows of agents that wait for each other, each circle once; empty if every agent can be scored. */
  readonly circles: readonly (readonly number[])[];
}

/**
 * Sorts agents that are scored by their teams, so that members come before leaders. It works without recursion, at any
 * depth.
 */
export function orderTeams(metrics: Metrics, period: string, parts: readonly TeamPart[]): TeamOrder {
  const teams = teamsIn(metrics, period);
  const partOf = new Map<number, number>();
  parts.forEach(({ rows }, part) => rows.forEach((row) => partOf.set(row, part)));
  // Counts what each agent, team or whole part still waits for.
  const open = new Map<string | number, number>();
  const waitFor = new Map<string | number, (string | number)[]>();
  const waiters = new Map<string | number, (string | number)[]>();
  const wait = (who: string | number, what: string | number): void => {
    open.set(who, (open.get(who) ?? 0) + 1);
    append(waitFor, who, what);
    append(waiters, what, who);
  };
  const reached = new Set<string>();
  for (const [row, part] of partOf) {
    open.set(row, open.get(row) ?? 0);
    if (parts[part]!.quotas) wait(partKey(part), row);
    const whole = new Set<number>();
    for (const { key } of teamsLed(metrics, row)) {
      const members = teams.get(key)?.filter((member) => partOf.has(member)) ?? [];
      if (members.length === 0) continue;
      wait(row, teamKey(key));
      if (!reached.has(key)) for (const member of members) wait(teamKey(key), member);
      reached.add(key);
      for (const member of members) whole.add(partOf.get(member)!);
    }
    if (!parts[part]!.readsGrades) continue;
    for (const other of whole) if (parts[other]!.quotas) wait(row, partKey(other));
  }
  const steps: TeamStep[] = [];
  let ready = [...partOf.keys()].filter((row) => open.get(row) === 0);
  while (ready.length > 0) {
    const next: number[] = [];
    const complete: number[] = [];
    const done: (string | number)[] = [...ready];
    for (let what = done.pop(); what !== undefined; what = done.pop()) {
      open.delete(what);
      for (const who of waiters.get(what) ?? []) {
        const left = open.get(who)! - 1;
        open.set(who, left);
        if (left > 0) continue;
        if (typeof who === "number") next.push(who);
        else done.push(who);
        if (typeof who === "string" && who.startsWith(PART)) complete.push(Number(who.slice(PART.length)));
      }
    }
    steps.push({ rows: ready, complete });
    ready = next;
  }
  return { steps, circles: findCircles(open, waitFor) };
}

const PART = "part:";
const partKey = (part: number): string => `${PART}${part}`;
const teamKey = (team: string): string => `team:${team}`;

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Follows open waits until an agent, team or part appears twice. */
function findCircles(
  open: ReadonlyMap<string | number, number>,
  waitFor: ReadonlyMap<string | number, readonly (string | number)[]>,
): readonly (readonly number[])[] {
  const circles: number[][] = [];
  const seen = new Set<string | number>();
  for (const start of open.keys()) {
    const way: (string | number)[] = [];
    const place = new Map<string | number, number>();
    let at: string | number | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      place.set(at, way.length);
      way.push(at);
      at = waitFor.get(at)?.find((what) => open.has(what));
    }
    const from = at === undefined ? undefined : place.get(at);
    if (from !== undefined) circles.push(way.slice(from).filter((each) => typeof each === "number"));
  }
  return circles;
}
