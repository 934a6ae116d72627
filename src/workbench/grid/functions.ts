import { registries } from "@odoo/o-spreadsheet";
import { addressOf, quoteSheet } from "../../core/cell/place";
import type {
  CustomFunctionArgument,
  CustomFunctionCall,
  CustomFunctionError,
  CustomFunctionResult,
  CustomFunctionValue,
} from "../host/custom-functions";
import { BUSY, excelError } from "./errors";

/** The parts of functions.json that a host uses. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly dimensionality?: "scalar" | "matrix" };
}

interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: "any" | "number" | "string" | "boolean";
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** The host's value for an empty cell: Excel on the desktop passes 0, on the web null. */
export type BlankFlavour = "desktop" | "web";

export interface FunctionHost {
  blank(): BlankFlavour;
  lookUp(call: CustomFunctionCall, place: GridPlace): CustomFunctionResult | undefined;
  /** A result of this size is about to spill from this place. */
  spills(place: GridPlace, rows: number, columns: number): void;
}

export interface GridPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** A value on o-spreadsheet's side of a function. Its matrices are lists of columns. */
interface GridValue {
  readonly value: unknown;
  readonly message?: string;
}
type GridArgument = GridValue | readonly (readonly GridValue[])[] | undefined;

interface EvaluationContext {
  readonly __originCellPosition?: GridPlace;
  readonly getters: { getSheetName(sheetId: string): string };
}

/** Registers the add-in's functions in the grid as `NAMESPACE.NAME`, with the words of the metadata. */
export function registerFunctions(metadata: FunctionsMetadata, namespace: string, host: FunctionHost): void {
  const takesErrors = metadata.allowErrorForDataTypeAny === true;
  for (const declared of metadata.functions) {
    registries.functionRegistry.replace(`${namespace}.${declared.name}`, {
      description: declared.description ?? "",
      category: namespace,
      args: declared.parameters.map((parameter) => ({
        name: argumentName(parameter.name),
        description: parameter.description ?? "",
        type: [parameter.dimensionality === "matrix" ? "RANGE<ANY>" : "ANY"],
        acceptMatrix: parameter.dimensionality === "matrix",
        acceptErrors: true,
        optional: parameter.optional === true,
        repeating: parameter.repeating === true,
      })),
      compute: function (this: EvaluationContext, ...given: GridArgument[]) {
        return evaluate(this, declared, given, takesErrors, host);
      } as never,
    });
  }
}

/** The grid's help shows names as identifiers. */
function argumentName(name: string): string {
  return name.replace(/\s+/gu, "_");
}

function evaluate(
  context: EvaluationContext,
  declared: FunctionMetadata,
  given: readonly GridArgument[],
  takesErrors: boolean,
  host: FunctionHost,
): unknown {
  const place = context.__originCellPosition;
  if (place === undefined) return { value: "#VALUE!", message: "Custom functions work in cells only" };
  let failed: GridValue | undefined;
  const convert = (argument: GridArgument, parameter: ParameterMetadata): CustomFunctionArgument => {
    if (argument === undefined) return null;
    const matrix = isMatrix(argument) ? argument : [[argument]];
    const rows = transposed(matrix).map((line) =>
      line.map((cell) => {
        const converted = toRuntime(cell, parameter.type ?? "any", takesErrors, host.blank());
        failed ??= converted.failure;
        return converted.value;
      }),
    );
    return parameter.dimensionality === "matrix" ? rows : (rows[0]?.[0] ?? null);
  };
  const args = declared.parameters.map((parameter, index) =>
    parameter.repeating === true
      ? given.slice(index).map((argument) => convert(argument, parameter))
      : convert(given[index], parameter),
  );
  if (failed !== undefined) return failed;
  const address = `${quoteSheet(context.getters.getSheetName(place.sheetId))}!${addressOf(place.row, place.col)}`;
  const result = host.lookUp({ name: declared.id, args, address, errorsAsArguments: takesErrors }, place);
  if (result === undefined) return { value: BUSY };
  if (isRows(result)) host.spills(place, result.length, result[0]?.length ?? 0);
  return toGrid(result);
}

function isMatrix(argument: GridArgument): argument is readonly (readonly GridValue[])[] {
  return Array.isArray(argument);
}

function transposed<T>(columns: readonly (readonly T[])[]): T[][] {
  const height = columns[0]?.length ?? 0;
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row]!));
}

interface Converted {
  readonly value: CustomFunctionArgument;
  /** The cell's content if the function is not called. */
  readonly failure?: GridValue;
}

function toRuntime(
  cell: GridValue,
  type: NonNullable<ParameterMetadata["type"]>,
  takesErrors: boolean,
  blank: BlankFlavour,
): Converted {
  const { value } = cell;
  if (value === null || value === undefined) {
    if (type === "string") return { value: "" };
    if (type === "boolean") return { value: false };
    return { value: type === "any" && blank === "web" ? null : 0 };
  }
  if (typeof value === "string" && isError(value)) {
    const code = excelError(value);
    // A pending result must not count as an error of the data.
    if (code === BUSY || type !== "any" || !takesErrors) return { value: null, failure: { ...cell, value: code } };
    return { value: { error: code } };
  }
  return type === "any" ? { value: value as CustomFunctionValue } : coerced(value, type);
}

function isError(value: string): boolean {
  return value.startsWith("#") && (registries.errorTypes as Set<string>).has(value);
}

function coerced(value: unknown, type: "number" | "string" | "boolean"): Converted {
  if (type === "string") return { value: typeof value === "boolean" ? String(value).toUpperCase() : String(value) };
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) return { value: null, failure: { value: "#VALUE!" } };
  return { value: type === "number" ? number : number !== 0 };
}

function toGrid(result: CustomFunctionResult): GridValue | GridValue[][] {
  if (!isRows(result)) return cellOf(result);
  const width = result[0]?.length ?? 0;
  if (width === 0) return { value: "#CALC!" };
  return Array.from({ length: width }, (_, column) => result.map((row) => cellOf(row[column] ?? null)));
}

function isRows(
  result: CustomFunctionResult,
): result is readonly (readonly (CustomFunctionValue | CustomFunctionError)[])[] {
  return Array.isArray(result);
}

/** Excel shows null as 0. */
function cellOf(value: CustomFunctionValue | CustomFunctionError): GridValue {
  if (typeof value !== "object" || value === null) return { value: value ?? 0 };
  return { value: value.error, ...(value.message === undefined ? {} : { message: value.message }) };
}
