import type { ParameterSpec, ParameterSpecs, ParametersOf, ScoringMethod } from "../core/scoring/model/method";
import { scoreColumn } from "../core/scoring/model/method";
import { createPeers } from "../core/scoring/model/peers";
import { createReader } from "../core/scoring/compile/read-value";
import type { Localised } from "../core/text/locale";
import type { ArgumentMatrix, FunctionMatrix, FunctionParameter } from "./define";
import { ArgumentError, mapReadings, numberArgument, valueError } from "./matrix";

/** Names of a parameter, for messages. */
export function nameOf(parameter: FunctionParameter): Localised {
  return { en: parameter.text.en.name, "zh-CN": parameter.text["zh-CN"].name };
}

/** Takes a function's parameter from a method's parameter, so that the method states name and help once. */
export function parameterFrom(name: string, spec: ParameterSpec, optional = !spec.required): FunctionParameter {
  return { name, text: spec.text, ...(optional ? { optional: true } : {}) };
}

export const POINTS_PARAMETER: FunctionParameter = {
  name: "points",
  text: {
    en: { name: "points", help: "Points of the indicator: the most that can be earned." },
    "zh-CN": { name: "分值", help: "指标的分值，即最多能得的分数。" },
  },
};

/** The points of an indicator: 0 or more. */
export function readPoints(matrix: ArgumentMatrix | undefined): number {
  const points = numberArgument(matrix, nameOf(POINTS_PARAMETER));
  return inDomain(points, points >= 0, nameOf(POINTS_PARAMETER), "0 or more", "不小于 0");
}

/** Scores a range by a method. It uses the same `compile` as a rubric, and the method's own words for a value that cannot be scored. */
export function scoreByMethod<S extends ParameterSpecs>(
  method: ScoringMethod<S>,
  parameters: ParametersOf<S>,
  values: ArgumentMatrix,
  peers?: Float64Array,
): FunctionMatrix {
  const group = peers && createPeers(peers);
  return mapReadings(
    values,
    createReader(method, parameters),
    (numbers) => scoreColumn(method, parameters, numbers, { peers: group ?? createPeers(numbers) }),
    (value) =>
      method.explain(parameters, {
        value,
        points: NaN,
        peers: group ?? createPeers(Float64Array.of(value)),
        showAs: "number",
      }).sentence,
  );
}

/** Refuses a number outside its domain and names the parameter and the value. */
export function inDomain(value: number, accepted: boolean, name: Localised, en: string, zh: string): number {
  if (!accepted)
    throw new ArgumentError(
      valueError(`${name.en} is ${value}; it must be ${en}.`, `“${name["zh-CN"]}”为 ${value}，应${zh}。`),
    );
  return value;
}
