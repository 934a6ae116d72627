import type { CellReader } from "../../metrics/reading";
import { readerOf, readNumber, readPlainNumber } from "../../metrics/reading";
import type { ParameterSpecs, ParametersOf, ScoringMethod } from "../model/method";

export type { Reading } from "../../metrics/reading";

/** Makes the function that reads a cell for a method. Metrics, custom functions and examples all use it. */
export function createReader<S extends ParameterSpecs>(
  method: Pick<ScoringMethod<S>, "words" | "valueKind" | "valuesAre">,
  parameters: ParametersOf<S>,
): CellReader {
  if (method.words) return readerOf(method.words(parameters));
  return method.valueKind === "whole" || method.valuesAre !== undefined ? readPlainNumber : readNumber;
}
