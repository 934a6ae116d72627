import type { CellReader } from "../../metrics/columns";
import { readerOf, readNumber } from "../../metrics/columns";
import type { ParameterSpecs, ParametersOf, ScoringMethod } from "../model/method";

export type { Reading } from "../../metrics/columns";

/** Makes the function that reads a cell for a method. Metrics, custom functions and examples all use it. */
export function createReader<S extends ParameterSpecs>(
  method: Pick<ScoringMethod<S>, "words">,
  parameters: ParametersOf<S>,
): CellReader {
  return method.words ? readerOf(method.words(parameters)) : readNumber;
}
