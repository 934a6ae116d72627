import type { Locale, Localised } from "../core/text/locale";
import { localeFor } from "../core/text/locale";
import type { FunctionCell, FunctionDefinition } from "./define";
import { FUNCTIONS } from "./definitions";
import { evaluate } from "./evaluate";

/** The language of messages in cells is that of Office. It is read when a function runs, because it is not known earlier. */
function officeLocale(): Locale {
  return localeFor(typeof Office === "undefined" ? undefined : Office.context?.displayLanguage);
}

function toExcelCell(cell: FunctionCell): number | string | CustomFunctions.Error {
  if (typeof cell !== "object") return cell;
  const code = cell.error === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, cell.message[officeLocale()]);
}

/** The function that Excel calls. It always answers with a rectangle, so that single cells and ranges take the same way. */
function toExcelFunction(
  definition: FunctionDefinition,
): (...raw: unknown[]) => (number | string | CustomFunctions.Error)[][] {
  // Excel adds the invocation behind the arguments of the metadata, which may be of a version with fewer of them.
  return (...raw) => evaluate(definition, raw.slice(0, -1)).map((row) => row.map(toExcelCell));
}

const NOT_LOADED: Localised = {
  en: "A part of the add-in could not be loaded. Check the connection, then recalculate.",
  "zh-CN": "插件的一部分未能加载。请检查网络后重新计算。",
};

/** A function that loads what it needs before its first run. */
function toPreparedFunction(definition: FunctionDefinition, prepare: () => Promise<void>) {
  const run = toExcelFunction(definition);
  return async (...raw: unknown[]): Promise<ReturnType<typeof run>> => {
    try {
      await prepare();
    } catch {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, NOT_LOADED[officeLocale()]);
    }
    return run(...raw);
  };
}

/** Connects every definition with its name in the metadata. */
export function associateAll(): void {
  for (const definition of FUNCTIONS as readonly FunctionDefinition[]) {
    const { id, prepare } = definition;
    CustomFunctions.associate(id, prepare ? toPreparedFunction(definition, prepare) : toExcelFunction(definition));
  }
}
