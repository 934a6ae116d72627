import type { Metrics } from "../../metrics/metrics";
import { leadOf, teamsIn } from "../../metrics/teams";
import type { Rubric } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import { quotasOf } from "../../rubric/scale";
import { findTotalScale } from "../compile/compile";
import { readTeamMetric } from "../gather/other-results";
import { findMethod } from "../compile/registry";

/** Agents scored by one rubric whose results depend on the results of others. */
export interface TeamPart {
  readonly rows: Int32Array;
  /** Whether an indicator asks for members' grades. */
  readonly readsGrades: boolean;
  /** Whether grades are given by quotas: nobody has one before all of the part have totals. */
  readonly quotas: boolean;
}

/** What the order needs to know of a rubric and the agents that it scores. */
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

/** Agents that can be scored at the same time, and the parts that are complete once they are. */
interface TeamStep {
  readonly rows: readonly number[];
  readonly complete: readonly number[];
}

export interface TeamOrder {
  /** Members before their leaders. */
  readonly steps: readonly TeamStep[];
  /** Agents who wait for each other, by rows, each circle once; empty where everybody can be scored. */
  readonly circles: readonly (readonly number[])[];
}

/** Puts agents who are scored by their teams in order, from those who lead nobody upwards; works without recursion, however deep. */
export function orderTeams(metrics: Metrics, period: string, parts: readonly TeamPart[]): TeamOrder {
  const teams = teamsIn(metrics, period);
  const partOf = new Map<number, number>();
  parts.forEach(({ rows }, part) => rows.forEach((row) => partOf.set(row, part)));
  // Everything that can be waited for: an agent, a team, a whole part; each counts what it still waits for itself.
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
    const team = leadOf(metrics, row);
    const members = teams.get(team)?.filter((member) => partOf.has(member)) ?? [];
    if (members.length === 0) continue;
    wait(row, teamKey(team));
    if (!reached.has(team)) for (const member of members) wait(teamKey(team), member);
    reached.add(team);
    if (!parts[part]!.readsGrades) continue;
    for (const other of new Set(members.map((member) => partOf.get(member)!)))
      if (parts[other]!.quotas) wait(row, partKey(other));
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

/** Follows what is still waited for until somebody stands there twice. */
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
