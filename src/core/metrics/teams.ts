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

/** A team under Leads: its name as it is written, and folded. */
export interface LedTeam {
  readonly name: string;
  readonly key: string;
}

/** Commas stand between the teams of one agent. */
const BETWEEN_TEAMS = /[,，、;；]/;

/** What each text of the column Leads names. A team whose own name has a comma is taken as a whole. */
const ledByText = oncePer((metrics: Metrics) => {
  const known = new Set(metrics.coded("team").texts.map(foldName));
  return metrics.coded("leads").texts.map((text): readonly LedTeam[] => {
    const names = known.has(foldName(text)) ? [text] : text.split(BETWEEN_TEAMS);
    const teams = new Map(names.map((name) => [foldName(name), name.trim()]));
    teams.delete("");
    return [...teams].map(([key, name]) => ({ name, key }));
  });
});

/** The teams that the agent of a row leads, each once. */
export const teamsLed = (metrics: Metrics, row: number): readonly LedTeam[] =>
  ledByText(metrics)[metrics.coded("leads").codes[row]!]!;

/** Folded text under Leads of a row. */
export function leadsText(metrics: Metrics, row: number): string {
  const { codes, texts } = metrics.coded("leads");
  return foldName(texts[codes[row]!]!);
}
