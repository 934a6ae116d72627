import type { CellValue, RawCell } from "../core/cell/cell";
import { parseCell } from "../core/cell/cell";
import type { FunctionDefinition, FunctionMatrix } from "./define";
import { ArgumentError } from "./matrix";

/**
 * Evaluates a custom function on arguments as Excel passes them. Excel passes null for an omitted argument, a rectangle for a range, an
 * error object for an error cell, and one invocation object after the parameters.
 */
export function evaluate(definition: FunctionDefinition, raw: readonly unknown[]): FunctionMatrix {
  const inputs = definition.parameters.map((parameter, index) => {
    const argument = raw[index];
    if ((argument === null || argument === undefined) && parameter.optional) return undefined;
    return toMatrix(argument);
  });
  try {
    return definition.run(...inputs);
  } catch (error) {
    if (error instanceof ArgumentError) return [[error.cell]];
    throw error;
  }
}

function toMatrix(argument: unknown): readonly (readonly CellValue[])[] {
  if (!Array.isArray(argument)) return [[toCell(argument)]];
  return argument.map((row: unknown) => (Array.isArray(row) ? row.map(toCell) : [toCell(row)]));
}

/** Excel passes an error cell as an object with its code. */
function toCell(value: unknown): CellValue {
  if (typeof value === "object" && value !== null) {
    const { code, basicValue } = value as { code?: unknown; basicValue?: unknown };
    const text = typeof code === "string" ? code : basicValue;
    return typeof text === "string" || typeof text === "number" || typeof text === "boolean"
      ? parseCell(text)
      : { kind: "error", code: "#VALUE!" };
  }
  return parseCell(value as RawCell);
}
