import type { Locale, Localised } from "../core/text/locale";
import { FAILURE_TEXT, WorkbookFailure } from "../workbook/failure";
import { COMMANDS } from "./commands";
import type { Command, Console, ExitStatus } from "./define";
import { findCommand, helpCommand, helpText, overviewText } from "./help";
import { localeOf, readArguments } from "./parse";
import { UsageError } from "./usage-error";

const HELP = helpCommand(COMMANDS);

export async function run(args: readonly string[], console: Console): Promise<ExitStatus> {
  const locale = localeOf(args, console.env);
  const [id, ...words] = args;
  if (id === undefined) {
    // Status 2 warns a script that lost its arguments: no work was done.
    console.err(overviewText(COMMANDS, locale));
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    const asked = COMMANDS.find((command: Command) => command.id === id);
    console.out(asked ? helpText(asked, locale) : overviewText(COMMANDS, locale));
    return 0;
  }
  try {
    const command = id === HELP.id ? HELP : findCommand(COMMANDS, id);
    return await command.run(readArguments(command, words, locale), console);
  } catch (error) {
    const told = tell(error, locale);
    if (told === undefined) throw error;
    console.err(`qa-scorecard: ${told.message}\n${told.detail === undefined ? "" : `  ${told.detail}\n`}`);
    // Under --json standard output is always a document, even if it holds only the reason.
    if (args.includes("--json")) console.out(`${JSON.stringify({ error: told })}\n`);
    return 2;
  }
}

/** The command can ask no question, so the pane's sentence would not help here. */
const SHEET_OF_A_PERSON: Localised = {
  en: "A sheet of that name is there, and a person made it. Rename or delete it in Excel, then run the command again. Nothing was written.",
  "zh-CN": "同名工作表已存在，且由人工创建。请在 Excel 中重命名或删除后再运行。未写入任何内容。",
};

/** V8 and Node refuse texts and buffers beyond their limits. The file is too large then, and the program has no fault. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ERR_STRING_TOO_LONG" || code === "ERR_BUFFER_TOO_LARGE" || code === "ERR_MEMORY_ALLOCATION_FAILED") {
    return true;
  }
  return (
    error instanceof RangeError &&
    /^(Invalid string length|Array buffer allocation failed|Map maximum size)/.test(error.message)
  );
}

/** An error in plain words. Undefined for a programmer's error. */
function tell(error: unknown, locale: Locale): { readonly message: string; readonly detail?: string } | undefined {
  if (error instanceof UsageError) return { message: error.text[locale] };
  if (isOutOfMemory(error)) return { message: FAILURE_TEXT.oversized[locale], detail: String(error) };
  if (!(error instanceof WorkbookFailure)) return undefined;
  const text = error.kind === "exists" ? SHEET_OF_A_PERSON : FAILURE_TEXT[error.kind];
  return { message: text[locale], detail: error.details[locale] };
}
