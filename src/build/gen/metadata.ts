import { format } from "prettier";
import type { FunctionDefinition, FunctionParameter } from "../../functions/define";
import { LOCALES } from "../../core/text/locale";
import type { Locale } from "../../core/text/locale";
import type { Definitions } from "./definitions";
import { functionPage } from "./pages";

/** The build replaces it by the address of a deployment. */
const DEVELOPMENT_ORIGIN = "https://localhost:3000";

const metadataFile = (locale: Locale): string =>
  locale === "en" ? "src/functions/functions.json" : `src/functions/functions-${locale}.json`;

/** Words that Excel shows while a person types a formula, one file per language. The files differ in words only. */
export async function metadataOutputs({ functions }: Definitions): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  for (const locale of LOCALES) {
    const metadata = {
      // Without it, a cell with an error in its range would show that error and never call the function.
      allowErrorForDataTypeAny: true,
      functions: functions.map((definition) => describe(definition, locale)),
    };
    outputs.set(metadataFile(locale), await format(JSON.stringify(metadata), { parser: "json", printWidth: 120 }));
  }
  return outputs;
}

function describe(definition: FunctionDefinition, locale: Locale): object {
  return {
    id: definition.id,
    // The same in every language, because formulas are stored and written under this name.
    name: definition.id,
    description: definition.text[locale].summary,
    helpUrl: `${DEVELOPMENT_ORIGIN}/${functionPage(definition, locale)}`,
    result: { type: "any", dimensionality: "matrix" },
    parameters: definition.parameters.map((parameter) => ({
      name: parameterName(parameter, locale),
      description: parameter.text[locale].help,
      type: "any",
      dimensionality: "matrix",
      ...(parameter.optional ? { optional: true } : {}),
    })),
  };
}

export const parameterName = (parameter: FunctionParameter, locale: Locale): string =>
  locale === "en" ? parameter.name : parameter.text[locale].name;
