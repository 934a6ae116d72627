import { foldName } from "../cell/cell";
import type { Metrics } from "./metrics";
import { oncePer, oncePerName } from "../text/once-per";

/** Rows of each team in a period, by the folded name of the team. */
export type Teams = ReadonlyMap<string, readonly number[]>;

/** Keeps the teams of each period, because every leader asks for a team. */
const teamsByPeriod = oncePer((metrics: Metrics) => oncePerName((period: string) => findTeams(metrics, period)));

/** The rows of each team in a period. Rows without an agent or a team belong to none. */
export const teamsIn = (metrics: Metrics, period: string): Teams => teamsByPeriod(metrics)(foldName(period));

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

/** Folded name of the team that the agent of a row leads; "" if there is none. */
export function leadOf(metrics: Metrics, row: number): string {
  const { codes, texts } = metrics.coded("leads");
  return foldName(texts[codes[row]!]!);
}
