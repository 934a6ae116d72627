import { foldName } from "../../cell/cell";
import type { Indicator } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import type { MethodSettings } from "../../rubric/settings";
import type {
  InputKind,
  ParameterColumn,
  ParameterSpec,
  ParameterSpecs,
  ParametersOf,
  ScoringMethod,
} from "../model/method";
import { findVariant } from "./registry";

/** A parameter fault that makes compiling impossible. */
interface ParameterFault {
  readonly column: ParameterColumn;
  /** missing: required but blank; domain: a number outside the domain; unknown-scale: no scale has that name. */
  readonly reason: "missing" | "domain" | "unknown-scale";
  readonly spec: ParameterSpec;
}

export interface ReadParameters {
  readonly parameters: ParametersOf<ParameterSpecs>;
  readonly faults: readonly ParameterFault[];
}

/** Finds a scale by its name; case, width and spaces do not matter. */
export function findScale(scales: readonly Scale[], name: string): Scale | undefined {
  const key = foldName(name);
  return scales.find((scale) => foldName(scale.name) === key);
}

/** Inputs that use a scale named after the indicator: it lists the items, or the weights of the parts. */
const WEIGHED: readonly InputKind[] = ["checklist", "ratings", "periods"];

/** The scale named after an indicator, if the input of the method uses one. */
export function namedScale(indicator: Indicator, method: ScoringMethod, scales: readonly Scale[]): Scale | undefined {
  return WEIGHED.includes(method.input) ? findScale(scales, indicator.name) : undefined;
}

/** Reads the parameters of a method from an indicator, and states their faults. */
export function readParameters(
  indicator: Indicator,
  method: ScoringMethod,
  scales: readonly Scale[],
  settings?: MethodSettings,
): ReadParameters {
  const faults: ParameterFault[] = [];
  const parameters: Record<string, number | string | Scale | MethodSettings | undefined> = {
    points: indicator.points,
    variant: findVariant(indicator.method),
    settings,
  };
  for (const [key, spec] of Object.entries(method.parameters)) {
    const column = key as ParameterColumn;
    if (column === "scale") {
      const scale = indicator.scale === "" ? undefined : findScale(scales, indicator.scale);
      parameters[column] = scale;
      if (indicator.scale === "" ? isNeeded(indicator, spec) : !scale) {
        faults.push({ column, spec, reason: indicator.scale === "" ? "missing" : "unknown-scale" });
      }
      continue;
    }
    const value = indicator[column];
    parameters[column] = value;
    // Text in a number cell is a finding of another check. The parameter is unreadable, not missing.
    const kind = indicator.cells[column]?.value.kind ?? "blank";
    const blank = kind === "blank" || kind === "not-applicable";
    if (value === undefined) {
      if (blank && isNeeded(indicator, spec)) faults.push({ column, spec, reason: "missing" });
      else if (!blank) faults.push({ column, spec, reason: "domain" });
    } else if (!inDomain(value, spec)) {
      faults.push({ column, spec, reason: "domain" });
    }
  }
  return { parameters: parameters as unknown as ParametersOf<ParameterSpecs>, faults };
}

/** Whether a blank parameter is missing: it is required, or its substitute is blank as well. */
function isNeeded(indicator: Indicator, spec: ParameterSpec): boolean {
  if (spec.neededWithout === undefined) return spec.required;
  const other = indicator[spec.neededWithout];
  return other === undefined || other === "";
}

function inDomain(value: number, spec: ParameterSpec): boolean {
  if (spec.domain === "positive") return value > 0;
  if (spec.domain === "non-zero") return value !== 0;
  return spec.domain === "any" || value >= 0;
}
