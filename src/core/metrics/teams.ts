import { foldName } from "../cell/cell";
import type { Metrics } from "./metrics";

/** Rows of each team in a period, by the folded name of the team. */
export type Teams = ReadonlyMap<string, readonly number[]>;

/** Teams of the periods that were asked for: leaders ask for theirs one after the other. */
const known = new WeakMap<Metrics, Map<string, Teams>>();

/** Who is in which team in a period; rows without an agent or a team are in none. */
export function teamsIn(metrics: Metrics, period: string): Teams {
  const periods = known.get(metrics) ?? new Map<string, Teams>();
  known.set(metrics, periods);
  const key = foldName(period);
  const teams = periods.get(key) ?? findTeams(metrics, key);
  periods.set(key, teams);
  return teams;
}

function findTeams(metrics: Metrics, period: string): Teams {
  const [teams, periods] = [metrics.coded("team"), metrics.coded("period")];
  const names = teams.texts.map(foldName);
  const fits = periods.texts.map((text) => foldName(text) === period);
  const found = new Map<string, number[]>();
  const { anonymous } = metrics;
  for (let row = 0; row < metrics.rowCount; row += 1) {
    const name = names[teams.codes[row]!]!;
    if (name === "" || !fits[periods.codes[row]!] || anonymous.has(row)) continue;
    const members = found.get(name);
    if (members) members.push(row);
    else found.set(name, [row]);
  }
  return found;
}

/** Folded name of the team that the agent of a row leads; "" for none. */
export function leadOf(metrics: Metrics, row: number): string {
  const { codes, texts } = metrics.coded("leads");
  return foldName(texts[codes[row]!]!);
}
