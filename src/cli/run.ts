import { FAILURE_TEXT, WorkbookFailure } from "../workbook/port";
import { localeOf, parseArguments, UsageError } from "./arguments";
import { HELP } from "./help";
import { score } from "./score";
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
        console.out(HELP[command.locale]);
        return 0;
      case "validate":
        return await validate(command, console);
      case "score":
        return await score(command, console);
    }
  } catch (error) {
    if (error instanceof UsageError) console.err(`qa-scorecard: ${error.text[locale]}\n`);
    else if (error instanceof WorkbookFailure) {
      console.err(`qa-scorecard: ${FAILURE_TEXT[error.kind][locale]}\n  ${error.detail}\n`);
    } else throw error;
    return 2;
  }
}
