import { foldText } from "../cell/cell";
import type { Rubric, Section } from "../rubric/rubric";
import { findMethod } from "../scoring/compile/registry";
import { isAdjustment } from "../scoring/model/method";
import { isSame } from "../text/tolerance";
import { hasUnclearPoints } from "./unclear-points";

/**
 * A section with a stated total in its name, as policies write it: `服务质量（30分）`, `Quality (30 points)`, `Quality (30
 * %)`.
 */
export interface StatedSection {
  readonly section: Section;
  readonly stated: number;
  readonly sum: number;
}

/**
 * The total at the end of a name: in brackets, or followed by the word points. A bare number may be the number of the
 * section.
 */
const STATED = /(?:\( ?(\d+(?:\.\d+)?) ?(%|分|points?|pts?\.?)? ?\)|[ :：]?(\d+(?:\.\d+)?) ?(分|points|pts\.?))$/i;

/** The total that a section's name states; undefined if it states none. */
export function statedTotal(name: string, fullScore: number): number | undefined {
  const match = STATED.exec(foldText(name));
  if (!match) return undefined;
  const [, bracketed, unit, bare] = match;
  const value = Number(bracketed ?? bare);
  return unit === "%" ? (value * fullScore) / 100 : value;
}

/** Sections whose lines do not add up to the stated total. */
export function sectionsOff(rubric: Rubric, fullScore: number): readonly StatedSection[] {
  return rubric.sections.flatMap((section): StatedSection[] => {
    const stated = statedTotal(section.name, fullScore);
    if (stated === undefined) return [];
    const sum = section.indicators.reduce((total, index) => {
      const { method, points } = rubric.indicators[index]!;
      const known = findMethod(method);
      return known && isAdjustment(known, points) ? total : total + points;
    }, 0);
    return isSame(sum, stated) ? [] : [{ section, stated, sum }];
  });
}

/**
 * Whether the differences of the sections explain the difference of the whole rubric. One mistake then gives one
 * finding, at its own place.
 */
export function explainedBySections(rubric: Rubric, sum: number, fullScore: number): boolean {
  const off = sectionsOff(rubric, fullScore);
  const difference = off.reduce((total, { stated, sum: own }) => total + own - stated, 0);
  return off.length > 0 && isSame(difference, sum - fullScore);
}

/**
 * The sum of the totals that the sections' names state, if it is not the full score, so that no split of the points among the lines adds up.
 * Undefined unless every section with lines that earn points states one, and if lines that miss their section's total are the cause.
 */
export function statedSumOff(rubric: Rubric, fullScore: number): number | undefined {
  const { sections, indicators } = rubric;
  const earns = (line: number): boolean => {
    const { method, points } = indicators[line]!;
    const known = findMethod(method);
    return !(known && isAdjustment(known, points));
  };
  const totals = sections
    .filter((section) => section.indicators.some(earns))
    .map(({ name }) => statedTotal(name, fullScore));
  const stated = totals.filter((total) => total !== undefined);
  const sum = stated.reduce((a, b) => a + b, 0);
  if (stated.length === 0 || stated.length < totals.length || isSame(sum, fullScore)) return undefined;
  return hasUnclearPoints(rubric) || sectionsOff(rubric, fullScore).length === 0 ? sum : undefined;
}
