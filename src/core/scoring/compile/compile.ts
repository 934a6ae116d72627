import type { CompiledIndicator, CompiledRubric } from "../model/compiled";
import { CANCELLED } from "../../text/tolerance";
import { foldName } from "../../cell/cell";
import { TOTAL_SCALE_NAMES } from "../../rubric/columns";
import type { Rubric } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import { closeSteps } from "../../rubric/scale";
import type { RubricSettings } from "../../rubric/settings";
import type { ParameterSpecs, ParametersOf, ScoringMethod } from "../model/method";
import { isAdjustment } from "../model/method";
import { readParameters } from "./parameters";
import { createReader } from "./read-value";
import { findMethod } from "./registry";
import { latestPer } from "../../text/once-per";

/** The scale named Total (总分), if there is one. */
export function findTotalScale(scales: readonly Scale[]): Scale | undefined {
  return scales.find((scale) => TOTAL_SCALE_NAMES.some((name) => foldName(name) === foldName(scale.name)));
}

/**
 * Compiles a rubric without findings of level error. The result is kept for the same rubric, scales and settings,
 * because reading, scoring and explaining a workbook all ask for it.
 *
 * @throws Error naming the indicator and what is wrong: compiling a faulty rubric is a programmer's mistake, people get findings first
 */
export const compileRubric = latestPer(compile);

function compile(rubric: Rubric, scales: readonly Scale[], settings: RubricSettings): CompiledRubric {
  const sectionOf = new Int32Array(rubric.indicators.length);
  rubric.sections.forEach((section, index) =>
    section.indicators.forEach((indicator) => (sectionOf[indicator] = index)),
  );
  const indicators = rubric.indicators.map((indicator, index): CompiledIndicator => {
    const method = findMethod(indicator.method);
    if (!method) throw new Error(`${rubric.name} / ${indicator.name}: unknown method “${indicator.method}”`);
    const { parameters, faults } = readParameters(indicator, method, scales, settings);
    if (faults.length > 0) {
      const what = faults.map((fault) => `${fault.column} (${fault.reason})`).join(", ");
      throw new Error(`${rubric.name} / ${indicator.name}: cannot be compiled because of ${what}`);
    }
    if (indicator.ifMissing === undefined || indicator.critical === undefined) {
      throw new Error(`${rubric.name} / ${indicator.name}: If missing or Critical was not understood`);
    }
    const read = createReader(method, parameters);
    const cell = indicator.cells.failAt?.value;
    const isWord = cell !== undefined && cell.kind !== "number" && cell.kind !== "duration";
    const failAt = isWord || method.valueKind === "labels" ? cell && read(cell).value : undefined;
    return {
      indicator,
      method,
      parameters,
      scorer: method.compile(parameters),
      read,
      failAt: failAt === undefined || Number.isNaN(failAt) ? indicator.failAt : failAt,
      adjusts: isAdjustment(method, indicator.points),
      section: sectionOf[index]!,
      better: betterWhen(method, parameters),
    };
  });
  const stated = findTotalScale(scales);
  const totalScale = stated && closeSteps(stated, settings.decimals);
  return {
    rubric,
    indicators,
    settings,
    points: indicators.reduce((sum, each) => (each.adjusts ? sum : sum + each.indicator.points), 0),
    slack: indicators.some(({ adjusts }) => adjusts) ? settings.fullScore * CANCELLED : 0,
    shares: indicators.some(({ indicator }) => indicator.ifMissing === "share"),
    bounds: rubric.sections.map(({ name }) => settings.sections.find(({ section }) => section === foldName(name))),
    totalScale,
    grades: totalScale ? totalScale.intervals.map((interval) => interval.grade) : [],
  };
}

function betterWhen(method: ScoringMethod, parameters: ParametersOf<ParameterSpecs>): "up" | "down" {
  if (method.better) return method.better(parameters);
  if (method.monotone === "up" || method.monotone === "down") return method.monotone;
  const { scale } = parameters as { readonly scale?: Scale };
  // A scale alone decides the direction. With only one of the two thresholds, higher is better.
  if (method.monotone === "by-parameters" && !scale) return parameters.fullAt! < parameters.zeroAt! ? "down" : "up";
  const intervals = scale?.intervals ?? [];
  const inPoints = (worth: (typeof intervals)[number]["worth"], end: "from" | "to"): number =>
    worth ? worth[end] * (worth.unit === "share" ? parameters.points : 1) : 0;
  const first = inPoints(intervals[0]?.worth, "from");
  const last = inPoints(intervals[intervals.length - 1]?.worth, "to");
  return last >= first ? "up" : "down";
}
