import type { Localised } from "../core/text/locale";

/** The command line cannot be carried out. The sentence says what to change. */
export class UsageError extends Error {
  readonly text: Localised;

  constructor(en: string, zh: string) {
    super(en);
    this.name = "UsageError";
    this.text = { en, "zh-CN": zh };
  }
}

/** Asks for an option that this command line needs. `what` is the meaning of its value. */
export const unstatedOption = (command: string, option: string, what: Localised): UsageError =>
  new UsageError(
    `${command}: state with --${option} ${what.en}.`,
    `${command}：请用 --${option} 指明${what["zh-CN"]}。`,
  );
