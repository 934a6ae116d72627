import type { Localised } from "../../core/text/locale";
import { freshName, teamName } from "../../core/templates/make/people";
import type { SampleRandom } from "../../core/templates/make/random";

export interface SampleAgent {
  /** IDs are text, because they are never added up. */
  readonly id: string;
  readonly name: Localised;
  readonly team: Localised;
  /** The agent's ability, with 0 in the middle. It makes one agent's metrics correlate. */
  readonly skill: number;
  readonly isNew: boolean;
}

const AGENT_COUNT = 300;
const TEAM_COUNT = 12;
const FIRST_ID = 100_201;

/** 300 agents in 12 teams. The later an agent stands in a team, the likelier the agent is new. */
export function sampleAgents(random: SampleRandom): SampleAgent[] {
  const taken = new Set<string>();
  const teamSkill = Array.from({ length: TEAM_COUNT }, () => 0.35 * random.bell());
  return Array.from({ length: AGENT_COUNT }, (_, index) => {
    const team = Math.floor((index * TEAM_COUNT) / AGENT_COUNT);
    const isNew = random.chance(0.12);
    const skill = teamSkill[team]! + 0.9 * random.bell() - (isNew ? 0.9 : 0);
    const name = freshName(random, taken);
    return { id: String(FIRST_ID + index * 7), name, team: teamName(team + 1), skill, isNew };
  });
}
