import type { HostContext } from "../host-object";
import { selfOf } from "../host-object";
import type { ModelRect, ModelSheet } from "../model";
import { HostError } from "../protocol";
import { isOnSheet, parseRect, splitAddress } from "../rects";

/** The place of a range. */
export interface RangeSelf {
  readonly sheetId: string;
  readonly rect: ModelRect;
}

export function invalid(what: string): HostError {
  return new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${what}`);
}

export function wholeNumber(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalid(what);
  return value;
}

export function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw invalid(what);
  return value;
}

export function logical(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") throw invalid(what);
  return value;
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((each) => typeof value === "string" && each.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw invalid(`${what}: ${String(value)}`);
  return found;
}

/** `#RRGGBB` in upper case. The few colour names of Excel's documentation are accepted too. */
export function colour(value: unknown, what: string): string {
  const names: Readonly<Record<string, string>> = {
    black: "#000000",
    white: "#FFFFFF",
    red: "#FF0000",
    green: "#008000",
    blue: "#0000FF",
    yellow: "#FFFF00",
    orange: "#FFA500",
  };
  const name = text(value, what).toLowerCase();
  if (Object.hasOwn(names, name)) return names[name]!;
  if (!/^#[0-9a-f]{6}$/.test(name)) throw invalid(`${what}: ${name}`);
  return name.toUpperCase();
}

export function sheetById(host: HostContext, id: string): ModelSheet {
  const sheet = host.model.sheets().find((each) => each.id === id);
  if (!sheet) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
  return sheet;
}

export function findSheet(host: HostContext, key: unknown): ModelSheet | undefined {
  const wanted = text(key, "worksheet").toLowerCase();
  return host.model.sheets().find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted);
}

/** Every change of cells passes this check. */
export function writable(host: HostContext, sheetId: string): void {
  sheetById(host, sheetId);
  if (host.model.isProtected(sheetId)) {
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the sheet is protected.");
  }
}

/** Every change of the list of sheets passes this check. */
export function structureWritable(host: HostContext): void {
  if (host.model.isWorkbookProtected()) {
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the workbook is protected.");
  }
}

/** Every call passes this check that Excel refuses while another workbook is in front. */
export function needsFront({ surroundings }: HostContext): void {
  if (!surroundings.inFront) {
    throw new HostError("GeneralException", "There was an internal error while processing the request.");
  }
}

/** Every question for what the person looks at passes this check. */
export function needsCells({ surroundings }: HostContext): void {
  if (surroundings.chartSheet) {
    throw new HostError("UnsupportedSheet", "This sheet type does not support this operation.");
  }
}

/** A range argument: a Range object, or an address on the sheet or with a sheet name. */
export function rangeArgument(host: HostContext, value: unknown, sheetId: string): RangeSelf {
  const range = selfOf<RangeSelf>(value, "Range");
  if (range) return range;
  const { sheet, rest } = splitAddress(text(value, "range"));
  const rect = parseRect(rest);
  const on = sheet === undefined ? sheetId : findSheet(host, sheet)?.id;
  if (!rect || on === undefined) throw invalid(`range ${String(value)}`);
  return { sheetId: on, rect };
}

export function onSheet(rect: ModelRect): ModelRect {
  if (!isOnSheet(rect)) throw invalid("the range does not lie on the sheet");
  return rect;
}
