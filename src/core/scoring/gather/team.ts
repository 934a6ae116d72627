import { KIND } from "../../metrics/reading";
import { partsIn, weightInTeam, type PartsByRow } from "../../metrics/parts";
import { leadsText, teamsIn, teamsLed } from "../../metrics/teams";
import { showNumber, showPercent } from "../../text/format";
import { localise } from "../../text/locale";
import { plural } from "../../text/plural";
import type { InputDescription } from "../model/input";
import { weightedMean } from "../model/mean";
import type { Standings } from "./other-results";
import { readTeamMetric } from "./other-results";
import type { Gather } from "./request";

/** The result of a team. */
interface TeamResult {
  /** NaN if no member counts. */
  readonly value: number;
  readonly members: number;
  readonly counted: number;
}

/**
 * Mean of the totals of the members of all teams that an agent leads, or the share of members with certain grades. There is no value yet if
 * the agent leads no team, or no member has a total. Saying "not applicable" instead would hide a mistake.
 */
export const gatherTeam: Gather = ({ compiled, indicator, sources, period, rows, standings }) => {
  const { metrics } = sources;
  const wanted = readTeamMetric(indicator.indicator, compiled.grades);
  if (wanted.kind === "unknown") {
    const { name, metric } = indicator.indicator;
    throw new Error(`${compiled.rubric.name} / ${name}: “${metric}” is neither the total nor a list of grades`);
  }
  const teams = teamsIn(metrics, period);
  const parts = partsIn(metrics, period);
  const standing = standings(period);
  const share = wanted.kind === "share";
  const results = new Map<string, TeamResult>();
  const resultOf = (row: number): TeamResult | undefined => {
    const led = leadsText(metrics, row);
    const known = results.get(led);
    if (known) return known;
    const members = teamsLed(metrics, row).flatMap(({ key }) => teams.get(key) ?? []);
    if (members.length === 0) return undefined;
    const result = summarise(members, standing, parts, share ? wanted.grades : undefined);
    results.set(led, result);
    return result;
  };
  const values = Float64Array.from(rows, (row) => resultOf(row)?.value ?? NaN);
  return {
    values,
    kinds: Uint8Array.from(values, (value) => (Number.isNaN(value) ? KIND.blank : KIND.number)),
    given: undefined,
    showAs: share ? "percent" : "number",
    column: undefined,
    describe: (agent) => {
      const row = rows[agent]!;
      const names = teamsLed(metrics, row).map(({ name }) => name);
      return describe(names, resultOf(row), share ? indicator.indicator.metric : undefined);
    },
  };
};

function summarise(
  members: readonly number[],
  { totals, grades }: Standings,
  parts: PartsByRow,
  wanted: readonly number[] | undefined,
): TeamResult {
  const own = wanted
    ? members.map((row) => (grades[row]! < 0 ? NaN : Number(wanted.includes(grades[row]!))))
    : members.map((row) => totals[row]!);
  return {
    value: weightedMean(
      own,
      members.map((row) => weightInTeam(parts, row)),
    ),
    members: members.length,
    counted: own.filter((value) => !Number.isNaN(value)).length,
  };
}

function describe(
  names: readonly string[],
  result: TeamResult | undefined,
  grades: string | undefined,
): InputDescription {
  const team = names.join(", ");
  const [en, zh] = [" and ", "和"].map((and) => names.map((name) => `“${name}”`).join(and));
  if (!result) {
    return {
      facts: { team, members: 0 },
      sentence: {
        en:
          team === ""
            ? "Leads no team."
            : `Leads ${en}, but nobody is in ${plural(names.length, "that team", "those teams")}.`,
        "zh-CN": team === "" ? "未带班组。" : `所带班组${zh}中没有人员。`,
      },
    };
  }
  const { value, members, counted } = result;
  return {
    facts: { team, members, counted, ...(counted > 0 ? { [grades === undefined ? "mean" : "share"]: value } : {}) },
    sentence: localise((locale) => {
      if (locale === "en") {
        const who = `Leads ${en} with ${members} ${plural(members, "member", "members")}`;
        if (counted === 0) return `${who}, none of whom has a ${grades === undefined ? "total" : "grade"} yet.`;
        return grades === undefined
          ? `${who}; the mean total of the ${counted} that count is ${showNumber(value, locale)}.`
          : `${who}; of the ${counted} that count, ${showPercent(value, locale)} have a grade of ${grades}.`;
      }
      const who = `所带班组${zh}共 ${members} 人`;
      if (counted === 0) return `${who}，均尚无${grades === undefined ? "总分" : "等级"}。`;
      return grades === undefined
        ? `${who}，计入 ${counted} 人，总分平均 ${showNumber(value, locale)}。`
        : `${who}，计入 ${counted} 人，等级为 ${grades} 的占 ${showPercent(value, locale)}。`;
    }),
  };
}
