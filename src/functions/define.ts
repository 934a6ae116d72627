import type { CellValue, RawCell } from "../core/cell/cell";
import type { Localised } from "../core/text/locale";

/** The two Excel errors that can carry a sentence. */
export interface FunctionError {
  readonly error: "#VALUE!" | "#N/A";
  readonly message: Localised;
}

/**
 * One cell of a function's result. The results read back as what they mean: `""` is pending, `N/A` is not applicable. So one function's
 * result can be another's argument.
 */
export type FunctionCell = number | string | FunctionError;

export type FunctionMatrix = readonly (readonly FunctionCell[])[];

/** An argument after parsing: always a rectangle, 1 x 1 for a single cell. Undefined when it was left out. */
export type ArgumentMatrix = readonly (readonly CellValue[])[];

export interface FunctionParameter {
  /** Name in code and in the English metadata; camelCase. */
  readonly name: string;
  readonly text: Localised<{ readonly name: string; readonly help: string }>;
  readonly optional?: boolean;
  /** Holds what was measured: a 0 counts there, so only the person can tell an empty cell of the desktop from it. */
  readonly measured?: boolean;
}

export interface FunctionExample {
  /** One entry per parameter: a single value or a rectangle. Undefined leaves an optional one out. */
  readonly arguments: readonly (RawCell | readonly (readonly RawCell[])[])[];
  /** A single value or a rectangle; `{ error }` where Excel shows an error. */
  readonly result:
    | number
    | string
    | { readonly error: string }
    | readonly (readonly (number | string | { readonly error: string })[])[];
  readonly note: Localised;
}

/** One custom function. Its file holds everything about it. */
export interface FunctionDefinition {
  /** Upper case, never changed after release. The file name is its lower case. Cells show it as `QA.<id>`. */
  readonly id: string;
  readonly text: Localised<{ readonly summary: string; readonly details: string }>;
  readonly parameters: readonly FunctionParameter[];
  readonly examples: readonly FunctionExample[];
  /** Loads what `run` needs and not every workbook should load. It runs once before the first `run` and is cheap afterwards. */
  readonly prepare?: () => Promise<void>;
  readonly run: (...inputs: readonly (ArgumentMatrix | undefined)[]) => FunctionMatrix;
}

export const defineFunction = (definition: FunctionDefinition): FunctionDefinition => definition;
