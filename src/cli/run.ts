import type { Locale, Localised } from "../core/text/locale";
import { FAILURE_TEXT, WorkbookFailure } from "../workbook/port";
import { localeOf, parseArguments, UsageError } from "./arguments";
import { HELP } from "./help";
import { rule } from "./rule";
import { score } from "./score";
import { template } from "./template";
import { validate } from "./validate";

/** What a command needs of the world around it. */
export interface Console {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0 done; 1 findings of level error; 2 the command or the file cannot be used. */
export type ExitStatus = 0 | 1 | 2;

export async function run(args: readonly string[], console: Console): Promise<ExitStatus> {
  const locale = localeOf(args, console.env);
  try {
    const command = parseArguments(args, console.env);
    switch (command.kind) {
      case "help":
        if (args.length > 0) {
          console.out(HELP[command.locale]);
          return 0;
        }
        // A script that lost its arguments must not look as if it had done its work.
        console.err(HELP[command.locale]);
        return 2;
      case "validate":
        return await validate(command, console);
      case "score":
        return await score(command, console);
      case "template":
        return await template(command, console);
      case "rule":
        return rule(command, console);
    }
  } catch (error) {
    const told = tell(error, locale);
    if (told === undefined) throw error;
    console.err(`qa-scorecard: ${told.message}\n${told.detail === undefined ? "" : `  ${told.detail}\n`}`);
    // Whoever reads the document must find one, also where there is nothing but the reason.
    if (args.includes("--json")) console.out(`${JSON.stringify({ error: told })}\n`);
    return 2;
  }
}

/** Here nobody can be asked, so the sentence of the pane would lead nowhere. */
const SHEET_OF_A_PERSON: Localised = {
  en: "A sheet of that name is there, and a person made it. Rename or delete it in Excel, then run the command again. Nothing was written.",
  "zh-CN": "同名工作表已存在，且由人工创建。请在 Excel 中重命名或删除后再运行。未写入任何内容。",
};

/** What an error is in plain words; undefined when it is a programmer's. */
function tell(error: unknown, locale: Locale): { readonly message: string; readonly detail?: string } | undefined {
  if (error instanceof UsageError) return { message: error.text[locale] };
  if (!(error instanceof WorkbookFailure)) return undefined;
  const text = error.kind === "exists" ? SHEET_OF_A_PERSON : FAILURE_TEXT[error.kind];
  return { message: text[locale], detail: error.detail };
}
