import type { Scale } from "../../rubric/scale";
import { quotasOf } from "../../rubric/scale";
import type { Rounding } from "../../text/round";
import type { CompiledRubric } from "../compile";
import { literal } from "../curve";
import type { IndicatorReferences } from "./indicator";
import { failedFormula } from "./indicator";

/** Cells of one agent's row that the formulas refer to, and ranges over everybody's. */
export interface TotalReferences {
  readonly indicators: readonly IndicatorReferences[];
  /** Cell of each section's result, in the order of the rubric's sections. */
  readonly sections: readonly string[];
  readonly present: string;
  readonly deductions: string;
  readonly bonuses: string;
  readonly exact: string;
  readonly total: string;
  readonly rank: string;
  /** Totals of all with the same role; of all in a group where grades go by quotas. */
  readonly totals: string;
}

/** Formulas of one agent's row, without the `=`; each stands in the cell that `TotalReferences` names for it. */
export interface TotalFormulas {
  /** Points of the indicators that count, after shares were handed on: what everything is scaled from. */
  readonly present: string;
  readonly sections: readonly string[];
  readonly deductions: string;
  readonly bonuses: string;
  /** The total before it is rounded: `""` while pending, an error where something cannot be scored. */
  readonly exact: string;
  readonly total: string;
  readonly rank: string;
  /** `""` without a Total scale. */
  readonly grade: string;
}

/** Sums of decimals are compared on the digits that people wrote. */
const SAME = "0.000000001";

/**
 * A rubric's total as plain formulas of Excel 2016: what `aggregate.ts` does, in the same order. Sections and the points that count are
 * cells of their own, because one formula for everything would grow beyond what Excel takes.
 */
export function totalFormulas(compiled: CompiledRubric, references: TotalReferences): TotalFormulas {
  return {
    present: presentFormula(compiled, references),
    sections: compiled.rubric.sections.map((_, section) => sectionFormula(compiled, references, section)),
    deductions: adjustmentsFormula(compiled, references, "deductions"),
    bonuses: adjustmentsFormula(compiled, references, "bonuses"),
    exact: exactFormula(compiled, references),
    total: `IF(${references.exact}="","",${rounded(references.exact, compiled.settings.decimals, compiled.settings.rounding)})`,
    rank: rankFormula(references.total, references.totals),
    grade: gradeFormula(compiled.totalScale, references),
  };
}

/** Indicators of a section, or of all, that earn points of their own. */
function earning(compiled: CompiledRubric, section?: number): readonly number[] {
  return compiled.indicators.flatMap(({ adjusts, section: own }, k) =>
    !adjusts && (section === undefined || own === section) ? [k] : [],
  );
}

const sumOf = (terms: readonly string[]): string => (terms.length === 0 ? "0" : terms.join("+"));

/** Points of a section's indicators that leave by `share`, and how many others of the section take them over. */
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

function sectionFormula(compiled: CompiledRubric, references: TotalReferences, section: number): string {
  const { indicators, present } = references;
  const all = earning(compiled, section);
  if (all.length === 0) return "0";
  const earned = sumOf(all.map((k) => `N(${indicators[k]!.points})`));
  const { any, gone, heirs } = shareOf(compiled, references, section);
  const worth = all.filter((k) => compiled.indicators[k]!.indicator.points > 0);
  const shared = worth.map((k) => `N(${indicators[k]!.points})/${literal(compiled.indicators[k]!.indicator.points)}`);
  const raw = any ? `(${earned}+IF(${heirs}>0,(${gone})/(${heirs})*(${sumOf(shared)}),0))` : `(${earned})`;
  const whole = literal(compiled.points);
  const scaled = `IF(OR(${present}=0,ABS(${present}-${whole})<=${SAME}),${raw},${raw}*${whole}/${present})`;
  const { lowest, highest } = compiled.bounds[section] ?? {};
  return hold(scaled, lowest, highest);
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
  const failed = compiled.indicators.map((each, k) => failedFormula(each, indicators[k]!));
  const failing = (wanted: (k: number) => boolean): readonly string[] =>
    failed.flatMap((condition, k) => (condition !== undefined && wanted(k) ? [condition] : []));
  const sum = sumOf(
    sections.map((cell, section) => {
      const gates = failing(
        (k) =>
          compiled.indicators[k]!.indicator.critical?.effect === "section" &&
          compiled.indicators[k]!.section === section,
      );
      return gates.length === 0 ? cell : `IF(OR(${gates.join(",")}),0,${cell})`;
    }),
  );
  const caps = failed.flatMap((condition, k) => {
    const rule = compiled.indicators[k]!.indicator.critical;
    if (condition === undefined || !rule || rule.effect === "section") return [];
    return [`IF(${condition},${rule.effect === "cap" ? literal(rule.cap) : "0"},1E+300)`];
  });
  const held = hold(`${sum}+${deductions}+${bonuses}`, lowestTotal, highestTotal);
  const exact = caps.length === 0 ? held : `MIN(${caps.join(",")},${held})`;
  const pending = indicators.map(({ points }) => `${points}=""`);
  const least = Math.max(0, coverage * compiled.points);
  const tooLittle = `${statedFormula(compiled, references)}<=${SAME}`;
  const covered = coverage > 0 ? `,${statedFormula(compiled, references)}<${literal(least)}-${SAME}` : "";
  const anyEarns = earning(compiled).length > 0;
  const noTotal = [...pending, ...(anyEarns ? [tooLittle + covered] : [])].join(",");
  return `IF(OR(${noTotal}),"",${exact})`;
}

/** Rounding as a formula. What Excel cuts off, it cuts off the 15 digits that it holds, as the engine does. */
function rounded(exact: string, decimals: number, rounding: Rounding): string {
  const digits = `ROUND(${exact},${decimals + 9})`;
  if (rounding === "half-away") return `ROUND(${exact},${decimals})`;
  if (rounding === "down") return `ROUNDDOWN(${digits},${decimals})`;
  if (rounding === "up") return `ROUNDUP(${digits},${decimals})`;
  const factor = String(10 ** decimals);
  const scaled = `ROUND(ABS(${exact})*${factor},9)`;
  const even = `IF(${scaled}-INT(${scaled})=0.5,INT(${scaled})+MOD(INT(${scaled}),2),ROUND(${scaled},0))`;
  return `SIGN(${exact})*${even}/${factor}`;
}

/**
 * Rank among totals: 1 is the best, equal totals share a rank and the next rank is skipped.
 *
 * @example rankFormula("F2", "F$2:F$9") // IF(ISNUMBER(F2),1+COUNTIF(F$2:F$9,">"&F2),"")
 */
export function rankFormula(total: string, totals: string): string {
  // A total is rounded to few decimals, so that no digit is lost where it becomes text; others' errors and blanks do not count.
  return `IF(ISNUMBER(${total}),1+COUNTIF(${totals},">"&${total}),"")`;
}

function gradeFormula(scale: Scale | undefined, { total, rank, totals }: TotalReferences): string {
  if (!scale) return '""';
  const text = (label: string): string => `"${label.replace(/"/g, '""')}"`;
  const quotas = quotasOf(scale);
  if (quotas) {
    let share = 0;
    // Best first: the last rank that still earns a grade is the rounded share of all who have a total.
    const best = scale.intervals.map(({ grade }, index) => ({ grade, quota: quotas[index]! })).reverse();
    const limits = best.map(({ grade, quota }) => ({ grade, share: (share += quota) }));
    const found = limits
      .slice(0, -1)
      .reduceRight(
        (otherwise, { grade, share: upTo }) =>
          `IF(${rank}<=ROUND(${literal(upTo)}*COUNT(${totals}),0),${text(grade)},${otherwise})`,
        text(limits[limits.length - 1]!.grade),
      );
    return `IF(ISNUMBER(${total}),${found},"")`;
  }
  const found = scale.intervals.reduceRight((otherwise, { grade, from, to, fromBelongs, toBelongs }) => {
    const ends = [
      ...(Number.isFinite(from) ? [`${total}${fromBelongs ? ">=" : ">"}${literal(from)}`] : []),
      ...(Number.isFinite(to) ? [`${total}${toBelongs ? "<=" : "<"}${literal(to)}`] : []),
    ];
    const condition = ends.length === 2 ? `AND(${ends.join(",")})` : (ends[0] ?? "TRUE");
    return `IF(${condition},${text(grade)},${otherwise})`;
  }, '""');
  return `IF(ISNUMBER(${total}),${found},"")`;
}
