import type { Localised } from "../../text/locale";
import { both, statedIn, type Both, type IndicatorSpec, type RubricSpec, type Template } from "../template";
import { freshName, teamName } from "./people";
import { SampleRandom } from "./random";
import { placesOf, valueAt } from "./values";
import { mendedMethod, RATER_WORDS } from "./words";

/** Newest first, as in the sample workbooks. */
const PERIODS = ["2026-10", "2026-09"] as const;
/** The first days of these months as date numbers of Excel. */
const FIRST_DAYS = [46_296, 46_266];

const PEOPLE = 40;
const FIRST_ID = 20_101;
const TEAMS = 4;
const LEADERS: Localised = { en: "Leaders", "zh-CN": "管理组" };

interface SampleAgent {
  readonly id: string;
  readonly name: Localised;
  readonly rubric: Both;
  readonly team: Localised;
  /** The team that this one leads. */
  readonly leads: Localised | undefined;
}

/** A number, or a label in one text for both languages or one for each. */
export type SampleValue = number | string | Localised;

interface SampleRow {
  readonly agent: SampleAgent;
  readonly period: string;
  /** By the header of the column. */
  readonly values: ReadonlyMap<Both, SampleValue>;
}

interface SampleRating {
  readonly agent: SampleAgent;
  readonly period: string;
  readonly indicator: Both;
  readonly rater: Localised;
  readonly raterType: Localised;
  readonly rating: number;
}

interface SampleEvent {
  /** The day as a date number of Excel. */
  readonly day: number;
  readonly agent: SampleAgent;
  readonly indicator: Both;
  readonly count: number;
}

export interface Sample {
  readonly rows: readonly SampleRow[];
  /** Columns of Metrics in the order of the rubric, each with its number format. */
  readonly metrics: ReadonlyMap<Both, string>;
  readonly ratings: readonly SampleRating[];
  readonly ledger: readonly SampleEvent[];
}

/** Name of an indicator in the mended form. */
const nameOf = (spec: IndicatorSpec): Both => statedIn<Both>(spec.name, "mended")!;

/** Where an indicator's values are: in a column, in rows of Ratings or Ledger, or nowhere for team results. */
function inputOf(spec: IndicatorSpec): "column" | "ratings" | "ledger" | "none" {
  switch (mendedMethod(spec).input) {
    case "team":
    case "periods":
      return "none";
    case "ratings":
      return "ratings";
    default:
      return spec.sample?.ledger ? "ledger" : "column";
  }
}

export const indicatorsOf = (rubric: RubricSpec): readonly IndicatorSpec[] => Object.values(rubric.sections).flat();

/**
 * 40 agents in two periods, the same on every machine and in both languages. Good and bad values of each indicator are
 * independent of other indicators. From one period to the next an agent changes little.
 */
export function sampleOf(template: Template): Sample {
  const random = new SampleRandom(7_919 * Number(template.number.slice(1)));
  const agents = peopleOf(template, random);
  const metrics = new Map<Both, string>();
  const values = PERIODS.map(() => new Map(agents.map((agent) => [agent, new Map<Both, SampleValue>()])));
  const ratings: SampleRating[] = [];
  const ledger: SampleEvent[] = [];
  for (const rubric of template.rubrics) {
    const group = agents.filter((agent) => agent.rubric === rubric.name);
    for (const stated of indicatorsOf(rubric)) {
      const input = inputOf(stated);
      if (input === "none") continue;
      const spec: IndicatorSpec = { ...stated, method: statedIn(stated.method, "mended")! };
      const header = statedIn<Both>(spec.metric, "mended") ?? nameOf(spec);
      if (input === "column" && !metrics.has(header)) metrics.set(header, spec.show ?? "0");
      const usual = group.map(() => random.bell());
      PERIODS.forEach((period, index) => {
        const places = placesOf(random, usual);
        group.forEach((agent, at) => {
          if (input === "ratings") ratings.push(...ratingsOf(spec, agent, period, places[at]!, random));
          else {
            const value = valueAt(spec, places[at]!, template, random);
            if (input === "column") values[index]!.get(agent)!.set(header, localised(value));
            else if (Number(value) > 0) ledger.push(eventOf(spec, agent, FIRST_DAYS[index]!, Number(value), random));
          }
        });
      });
    }
  }
  const rows = PERIODS.flatMap((period, index) =>
    agents.map((agent): SampleRow => ({ agent, period, values: values[index]!.get(agent)! })),
  );
  return { rows, metrics, ratings, ledger: [...ledger].sort((a, b) => b.day - a.day) };
}

const localised = (value: number | string): SampleValue =>
  typeof value === "string" && value.includes(" | ") ? both(value as Both) : value;

function peopleOf(template: Template, random: SampleRandom): readonly SampleAgent[] {
  const leaders = template.rubrics.find(({ leads }) => leads)?.people ?? 0;
  const teams = leaders || TEAMS;
  const taken = new Set<string>();
  const stated = template.rubrics.reduce((sum, { people = 0 }) => sum + people, 0);
  const groups = template.rubrics.flatMap((rubric) =>
    Array.from({ length: rubric.people ?? PEOPLE - stated }, (_, index) => ({ rubric, index })),
  );
  if (groups.length !== PEOPLE) throw new Error(`${template.id} has ${groups.length} people; ${PEOPLE} were meant`);
  return groups.map(({ rubric, index }, number) => ({
    id: String(FIRST_ID + number * 7),
    name: freshName(random, taken),
    rubric: rubric.name,
    team: rubric.leads ? LEADERS : teamName((index % teams) + 1),
    leads: rubric.leads ? teamName(index + 1) : undefined,
  }));
}

/** Whole numbers on the rating scale, around the agent's place. */
function ratingsOf(
  spec: IndicatorSpec,
  agent: SampleAgent,
  period: string,
  place: number,
  random: SampleRandom,
): SampleRating[] {
  const [low, high] = [statedIn(spec.zeroAt, "mended") ?? 0, statedIn(spec.fullAt, "mended") ?? 0];
  const types = spec.sample?.raters ?? (["superior", "peer", "peer"] as const);
  return types.map((type, index) => {
    const meant = low + (0.1 + 0.9 * place) * (high - low) + 0.5 * random.bell();
    return {
      agent,
      period,
      indicator: nameOf(spec),
      rater: { en: `Rater ${index + 1}`, "zh-CN": `评价人${index + 1}` },
      raterType: RATER_WORDS[type],
      rating: Math.min(high, Math.max(low, Math.round(meant))),
    };
  });
}

function eventOf(
  spec: IndicatorSpec,
  agent: SampleAgent,
  firstDay: number,
  count: number,
  random: SampleRandom,
): SampleEvent {
  return { day: firstDay + Math.floor(28 * random.even()), agent, indicator: nameOf(spec), count };
}
