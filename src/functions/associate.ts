import type { Locale } from "../core/text/locale";
import { localeFor } from "../core/text/locale";
import type { FunctionCell, FunctionDefinition } from "./define";
import { FUNCTIONS } from "./definitions";
import { evaluate } from "./evaluate";

/** The language of messages in cells: that of Office, asked when a function runs, because it is not known earlier. */
function officeLocale(): Locale {
  return localeFor(typeof Office === "undefined" ? undefined : Office.context?.displayLanguage);
}

function toExcelCell(cell: FunctionCell): number | string | CustomFunctions.Error {
  if (typeof cell !== "object") return cell;
  const code = cell.error === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, cell.message[officeLocale()]);
}

type ExcelMatrix = (number | string | CustomFunctions.Error)[][];

/** What Excel calls: always answers with a rectangle, so that single cells and ranges take the same way; a promise while it is loading. */
export function toExcelFunction(
  definition: FunctionDefinition,
): (...raw: unknown[]) => ExcelMatrix | Promise<ExcelMatrix> {
  const now = (raw: readonly unknown[]): ExcelMatrix => evaluate(definition, raw).map((row) => row.map(toExcelCell));
  let isLoaded = definition.load === undefined;
  const load = async (): Promise<void> => {
    await definition.load?.();
    isLoaded = true;
  };
  return (...raw) => (isLoaded ? now(raw) : load().then(() => now(raw)));
}

/** Connects every definition with the name under which the metadata announce it. */
export function associateAll(): void {
  for (const definition of FUNCTIONS) CustomFunctions.associate(definition.id, toExcelFunction(definition));
}
