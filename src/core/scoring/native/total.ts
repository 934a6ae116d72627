import type { Scale } from "../../rubric/scale";
import { quotasOf } from "../../rubric/scale";
import type { CriticalRule } from "../../rubric/critical";
import type { CompiledRubric } from "../model/compiled";
import { literal } from "../curves/curve";
import type { IndicatorReferences } from "./indicator";
import { failedFormula } from "./indicator";
import { SAME } from "../../text/tolerance";

/** Cells of one agent's row, and ranges over the rows of all agents. */
export interface TotalReferences {
  readonly indicators: readonly IndicatorReferences[];
  /** Result cell of each section, in the order of the rubric's sections. */
  readonly sections: readonly string[];
  readonly present: string;
  readonly deductions: string;
  readonly bonuses: string;
  readonly exact: string;
  readonly total: string;
  readonly rank: string;
  readonly teamRank: string;
  /** The agent's team, a cell or a literal. */
  readonly team: string;
  /** Totals and teams of all agents with the same role in the same period. */
  readonly totals: string;
  readonly teams: string;
}

/** Formulas of one agent's row, without the `=`. Each belongs in the cell that `TotalReferences` names for it. */
export interface TotalFormulas {
  /** Points of the counting indicators, after shares were handed on. Scaling starts from them. */
  readonly present: string;
  /** Counted points of each indicator in its section, shifted ones included. A value that is no number stays. */
  readonly counted: readonly string[];
  /** Result of a section; 0 if one of its critical items takes it. */
  readonly sections: readonly string[];
  readonly deductions: string;
  readonly bonuses: string;
  /** The total before rounding: `""` while pending, an error if an indicator cannot be scored. */
  readonly exact: string;
  readonly total: string;
  readonly rank: string;
  /** `""` for an agent without a team. */
  readonly teamRank: string;
  /** `""` without a Total scale. */
  readonly grade: string;
}

/**
 * The total of a rubric as plain formulas of Excel 2016. They do what `aggregate.ts` does, in the same order. Sections
 * and counted points have cells of their own, because a single formula would grow beyond the limits of Excel.
 */
export function totalFormulas(compiled: CompiledRubric, references: TotalReferences): TotalFormulas {
  return {
    present: presentFormula(compiled, references),
    counted: references.indicators.map((_, k) => countedFormula(compiled, references, k)),
    sections: compiled.rubric.sections.map((_, section) => sectionFormula(compiled, references, section)),
    deductions: adjustmentsFormula(compiled, references, "deductions"),
    bonuses: adjustmentsFormula(compiled, references, "bonuses"),
    exact: exactFormula(compiled, references),
    total: `IF(${references.exact}="","",${rounded(references.exact, compiled)})`,
    rank: rankFormula(references.total, references.totals),
    teamRank: `IF(${references.team}="","",${rankFormula(references.total, references.totals, references)})`,
    grade: gradeFormula(compiled, references),
  };
}

/** Indicators of a section, or of all sections, that earn points. */
function earning(compiled: CompiledRubric, section?: number): readonly number[] {
  return compiled.indicators.flatMap(({ adjusts, section: own }, k) =>
    !adjusts && (section === undefined || own === section) ? [k] : [],
  );
}

const sumOf = (terms: readonly string[]): string => (terms.length === 0 ? "0" : terms.join("+"));

/** Points of a section's indicators that leave by `share`, and the number of other indicators that take them over. */
function shareOf(compiled: CompiledRubric, { indicators }: TotalReferences, section: number) {
  const all = earning(compiled, section);
  const sharing = all.filter((k) => compiled.indicators[k]!.indicator.ifMissing === "share");
  const gone = sumOf(
    sharing.map((k) => `${literal(compiled.indicators[k]!.indicator.points)}*(${indicators[k]!.points}="N/A")`),
  );
  const heirs = sumOf(
    all.filter((k) => compiled.indicators[k]!.indicator.points > 0).map((k) => `(${indicators[k]!.points}<>"N/A")`),
  );
  return { any: sharing.length > 0, gone, heirs };
}

function statedFormula(compiled: CompiledRubric, { indicators }: TotalReferences): string {
  return sumOf(
    earning(compiled).map(
      (k) => `${literal(compiled.indicators[k]!.indicator.points)}*(${indicators[k]!.points}<>"N/A")`,
    ),
  );
}

function presentFormula(compiled: CompiledRubric, references: TotalReferences): string {
  const shares = compiled.rubric.sections.flatMap((_, section) => {
    const { any, gone, heirs } = shareOf(compiled, references, section);
    return any ? [`IF(${heirs}>0,${gone},0)`] : [];
  });
  return sumOf([statedFormula(compiled, references), ...shares]);
}

/** Scales a value from the points that count to all points of the rubric. */
function scaled(raw: string, { points }: CompiledRubric, { present }: TotalReferences): string {
  const whole = literal(points);
  return `IF(OR(${present}=0,ABS(${present}-${whole})<=${literal(SAME)}),${raw},${raw}*${whole}/${present})`;
}

function countedFormula(compiled: CompiledRubric, references: TotalReferences, k: number): string {
  const { points } = references.indicators[k]!;
  const { adjusts, section, indicator } = compiled.indicators[k]!;
  if (adjusts) return points;
  const { any, gone, heirs } = shareOf(compiled, references, section);
  const raw =
    any && indicator.points > 0
      ? `(${points}*(1+IF(${heirs}>0,(${gone})/(${heirs})/${literal(indicator.points)},0)))`
      : points;
  return `IF(ISNUMBER(${points}),${scaled(raw, compiled, references)},${points})`;
}

/** The points of a section within its bounds, before a failed critical item takes it. */
function heldSection(compiled: CompiledRubric, references: TotalReferences, section: number): string {
  const { indicators } = references;
  const all = earning(compiled, section);
  const { lowest, highest } = compiled.bounds[section] ?? {};
  const earned = sumOf(all.map((k) => `N(${indicators[k]!.points})`));
  const { any, gone, heirs } = shareOf(compiled, references, section);
  const worth = all.filter((k) => compiled.indicators[k]!.indicator.points > 0);
  const shared = worth.map((k) => `N(${indicators[k]!.points})/${literal(compiled.indicators[k]!.indicator.points)}`);
  const raw = any ? `(${earned}+IF(${heirs}>0,(${gone})/(${heirs})*(${sumOf(shared)}),0))` : `(${earned})`;
  return hold(all.length === 0 ? "0" : scaled(raw, compiled, references), lowest, highest);
}

function sectionFormula(compiled: CompiledRubric, references: TotalReferences, section: number): string {
  const { indicators } = references;
  const held = heldSection(compiled, references, section);
  const gates = compiled.indicators.flatMap((each, k) =>
    each.section === section && each.indicator.critical?.effect === "section"
      ? [failedFormula(each, indicators[k]!)!]
      : [],
  );
  return gates.length === 0 ? held : `IF(OR(${gates.join(",")}),MIN(0,${held}),${held})`;
}

function hold(formula: string, lowest: number | undefined, highest: number | undefined): string {
  const raised = lowest === undefined ? formula : `MAX(${literal(lowest)},${formula})`;
  return highest === undefined ? raised : `MIN(${literal(highest)},${raised})`;
}

function adjustmentsFormula(
  compiled: CompiledRubric,
  { indicators }: TotalReferences,
  which: "deductions" | "bonuses",
): string {
  const side = which === "deductions" ? "MIN" : "MAX";
  const sections = compiled.rubric.sections.flatMap((_, section) => {
    const terms = compiled.indicators.flatMap(({ adjusts, section: own }, k) =>
      adjusts && own === section ? [`${side}(0,N(${indicators[k]!.points}))`] : [],
    );
    if (terms.length === 0) return [];
    const cap = compiled.bounds[section]?.[which];
    if (cap === undefined) return [sumOf(terms)];
    return [which === "deductions" ? `MAX(${literal(-cap)},${sumOf(terms)})` : `MIN(${literal(cap)},${sumOf(terms)})`];
  });
  return sumOf(sections);
}

function exactFormula(compiled: CompiledRubric, references: TotalReferences): string {
  const { indicators, sections, deductions, bonuses } = references;
  const { lowestTotal, fullScore, highestTotal = fullScore, coverage } = compiled.settings;
  const gatesOf = (effect: CriticalRule["effect"], of: (rule: CriticalRule) => string): readonly string[] =>
    compiled.indicators.flatMap((each, k) =>
      each.indicator.critical?.effect === effect
        ? [`IF(${failedFormula(each, indicators[k]!)!},${of(each.indicator.critical)}`]
        : [],
    );
  const caps = [
    ...gatesOf("cap", (rule) => (rule.effect === "cap" ? `${literal(rule.cap)},1E+300)` : "")),
    ...gatesOf("zero", () => "0,1E+300)"),
  ];
  const factors = gatesOf("times", (rule) => (rule.effect === "times" ? `${literal(rule.factor)},1)` : ""));
  const adjusted = (sum: string): string => hold(`${sum}+${deductions}+${bonuses}`, lowestTotal, highestTotal);
  const held = adjusted(sumOf(sections));
  // Only what is negative is raised by a factor.
  const free =
    factors.length > 0 && lowestTotal < 0
      ? [adjusted(sumOf(compiled.rubric.sections.map((_, section) => heldSection(compiled, references, section))))]
      : [];
  const all = [...free, ...caps, [held, ...factors].join("*")];
  const exact = all.length === 1 ? all[0]! : `MIN(${all.join(",")})`;
  const pending = indicators.map(({ points }) => `${points}=""`);
  const least = Math.max(0, coverage * compiled.points);
  const tooLittle = `${statedFormula(compiled, references)}<=${literal(SAME)}`;
  const covered = coverage > 0 ? `,${statedFormula(compiled, references)}<${literal(least)}-${literal(SAME)}` : "";
  const anyEarns = earning(compiled).length > 0;
  const noTotal = [...pending, ...(anyEarns ? [tooLittle + covered] : [])].join(",");
  return `IF(OR(${noTotal}),"",${exact})`;
}

/** Rounding as a formula. Cutting off starts from the 15 digits that Excel holds, as in the engine. */
function rounded(exact: string, { settings: { decimals, rounding, lowestTotal }, slack }: CompiledRubric): string {
  const digits = `ROUND(${exact},${decimals + 9})`;
  const signed = lowestTotal < 0 ? `SIGN(${exact})*` : "";
  if (rounding === "half-away") return `ROUND(${exact}${slack > 0 ? `+${signed}${literal(slack)}` : ""},${decimals})`;
  if (rounding === "down") return `ROUNDDOWN(${digits},${decimals})`;
  if (rounding === "up") return `ROUNDUP(${digits},${decimals})`;
  const factor = String(10 ** decimals);
  const scaled = `ROUND(ABS(${exact})*${factor},9)`;
  const even = `IF(${scaled}-INT(${scaled})=0.5,INT(${scaled})+MOD(INT(${scaled}),2),ROUND(${scaled},0))`;
  return `SIGN(${exact})*${even}/${factor}`;
}

/**
 * Rank among totals: 1 is the best, ties share a rank and the next rank is skipped. With a team, the rank is within the
 * team.
 *
 * @example rankFormula("F2", "F$2:F$9") // IF(ISNUMBER(F2),1+COUNTIFS(F$2:F$9,">"&F2),"")
 */
function rankFormula(total: string, totals: string, within?: Pick<TotalReferences, "team" | "teams">): string {
  // A rounded total has few decimals, so it loses no digit as text. Errors and blanks of other agents do not count.
  return `IF(ISNUMBER(${total}),1+COUNTIFS(${totals},">"&${total}${within ? `,${sameTeam(within)}` : ""}),"")`;
}

/** Criterion of COUNTIFS for the agent's own team. Wildcards in the name are escaped. */
function sameTeam({ team, teams }: Pick<TotalReferences, "team" | "teams">): string {
  const plain = ["~", "*", "?"].reduce((text, each) => `SUBSTITUTE(${text},"${each}","~${each}")`, team);
  return `${teams},IF(${team}="","","="&${plain})`;
}

/** A label as a text literal of a formula. */
const quoted = (label: string): string => `"${label.replace(/"/g, '""')}"`;

function quotaFormula(
  { intervals }: Scale,
  quotas: readonly number[],
  { settings }: CompiledRubric,
  references: TotalReferences,
  show: (grade: string) => string,
): string {
  const { total, totals } = references;
  const within = settings.quotaGroup === "team" ? references : undefined;
  const rank = within ? rankFormula(total, totals, within) : references.rank;
  const size = within ? `COUNTIFS(${totals},">-1E+300",${sameTeam(within)})` : `COUNT(${totals})`;
  let share = 0;
  // Best grade first. The last rank with a grade is the rounded share of all agents with a total.
  const limits = intervals.map(({ grade }, index) => ({ grade, quota: quotas[index]! })).reverse();
  const best = limits.map(({ grade, quota }) => ({ grade, upTo: (share += quota) }));
  return best
    .slice(0, -1)
    .reduceRight(
      (otherwise, { grade, upTo }) => `IF(${rank}<=ROUND(${literal(upTo)}*${size},0),${show(grade)},${otherwise})`,
      show(best[best.length - 1]!.grade),
    );
}

function gradeFormula(compiled: CompiledRubric, references: TotalReferences): string {
  const { totalScale: scale } = compiled;
  if (!scale) return '""';
  const { total } = references;
  const quotas = quotasOf(scale);
  const steps = compiled.indicators.flatMap((each, k) => {
    const rule = each.indicator.critical;
    return rule?.effect === "grade" ? [`IF(${failedFormula(each, references.indicators[k]!)!},${rule.steps},0)`] : [];
  });
  // What lowers grades needs their places, the worst being 1.
  const place = (grade: string): string => String(compiled.grades.indexOf(grade) + 1);
  const lowers = steps.length > 0;
  const show = lowers ? place : quoted;
  const given = (formula: string): string => {
    if (!lowers) return `IF(ISNUMBER(${total}),${formula},"")`;
    const lowered = `CHOOSE(MAX(1,${formula}-(${sumOf(steps)})),${compiled.grades.map(quoted).join(",")})`;
    return `IF(ISNUMBER(${total}),${quotas ? lowered : `IF(${formula}=0,"",${lowered})`},"")`;
  };
  if (quotas) return given(quotaFormula(scale, quotas, compiled, references, show));
  const found = scale.intervals.reduceRight(
    (otherwise, { grade, from, to, fromBelongs, toBelongs }) => {
      const ends = [
        ...(Number.isFinite(from) ? [`${total}${fromBelongs ? ">=" : ">"}${literal(from)}`] : []),
        ...(Number.isFinite(to) ? [`${total}${toBelongs ? "<=" : "<"}${literal(to)}`] : []),
      ];
      const condition = ends.length === 2 ? `AND(${ends.join(",")})` : (ends[0] ?? "TRUE");
      return `IF(${condition},${show(grade)},${otherwise})`;
    },
    lowers ? "0" : '""',
  );
  return given(found);
}
