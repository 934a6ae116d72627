import { LOCALES, type Locale, type Localised } from "../core/text/locale";

/** A command's view of its environment. */
export interface Console {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder in which names of files begin. The default is that of the process. */
  readonly folder?: string;
  /** What stands on standard input. The default is that of the process. */
  readonly input?: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0 done; 1 findings of level error; 2 the command or the file cannot be used. */
export type ExitStatus = 0 | 1 | 2;

/** A word in the usage, and its meaning. */
interface Named {
  readonly name: string;
  readonly help: string;
}

/** A word of the command line outside of options. */
export interface OperandSpec {
  /** The sentence that asks for a missing operand. Omit it for an optional operand. */
  readonly missing?: Localised;
  readonly text: Localised<Named>;
}

/** An option that is either stated or not. */
interface FlagSpec {
  readonly kind: "flag";
  readonly text: Localised<Pick<Named, "help">>;
}

/** An option with one value, stated at most once. */
interface ValueSpec {
  readonly kind: "value";
  /** The meaning of the value, for the sentence that asks for it. Omit it for an optional option. */
  readonly required?: Localised;
  readonly choices?: readonly string[];
  /** The fault of a value. */
  readonly refuse?: (value: string) => Localised | undefined;
  readonly text: Localised<Named>;
}

/** An option that takes every word up to the next option. It may be stated again. */
interface ValuesSpec {
  readonly kind: "values";
  readonly text: Localised<Named>;
}

export type OptionSpec = FlagSpec | ValueSpec | ValuesSpec;
export type OperandSpecs = Readonly<Record<string, OperandSpec>>;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A worked example: a test and documentation. It runs in a folder with the sample workbooks. */
export interface CommandExample {
  /** The words typed after the command's name. */
  readonly line: readonly string[];
  /** What stands on standard input, if the line reads it. */
  readonly input?: string;
  readonly status: ExitStatus;
  /** Words of the output, on either stream. */
  readonly shows: Localised;
  readonly note: Localised;
}

/** The values of a command line, by the names of operands and options. */
export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

type OperandValue<S> = S extends { missing: Localised } ? string : string | undefined;

type OptionValue<S> = S extends { kind: "flag" }
  ? boolean
  : S extends { kind: "values" }
    ? readonly string[]
    : S extends { required: Localised }
      ? string
      : string | undefined;

/** The same values, with types from the definition. */
type GivenBy<A extends OperandSpecs, O extends OptionSpecs> = {
  readonly [K in keyof A]: OperandValue<A[K]>;
} & { readonly [K in keyof O]: OptionValue<O[K]> } & { readonly locale: Locale; readonly json: boolean };

/** One command. Its file holds everything about it. */
export interface CommandDefinition<A extends OperandSpecs = OperandSpecs, O extends OptionSpecs = OptionSpecs> {
  /** The word typed after `qa-scorecard`. It equals the file name. */
  readonly id: string;
  /** `summary` is one sentence; each line of `details` is one more. */
  readonly text: Localised<{ readonly summary: string; readonly details: string }>;
  /** Operands in the order of typing. No operand may have an option's name. */
  readonly operands: A;
  /** The sentence about surplus operands. It tells what the command takes. */
  readonly tooMany: Localised<(more: string) => string>;
  /** Options beyond those of every command. */
  readonly options: O;
  readonly examples: readonly CommandExample[];
  readonly run: (given: GivenBy<A, O>, console: Console) => Promise<ExitStatus>;
}

/** A command for the parser, the help and the reference. Only the command's own file knows what its words mean. */
export interface Command extends Omit<CommandDefinition, "run"> {
  readonly run: (given: Given, console: Console) => Promise<ExitStatus>;
}

/** Declares a command. Its operands and options type the argument of `run`. */
export const defineCommand = <const A extends OperandSpecs, const O extends OptionSpecs>(
  definition: CommandDefinition<A, O>,
): Command => definition as unknown as Command;

/** Options of every command. They follow the command's own. */
export const COMMON_OPTIONS = {
  lang: {
    kind: "value",
    choices: LOCALES,
    text: {
      en: { name: LOCALES.join("|"), help: "Language of messages and of the sheet; else that of the system." },
      "zh-CN": { name: LOCALES.join("|"), help: "消息和工作表的语言；未指明时取系统语言。" },
    },
  },
  json: {
    kind: "flag",
    text: {
      en: { help: "Standard output is one JSON document and nothing else." },
      "zh-CN": { help: "标准输出只有一个 JSON 文档。" },
    },
  },
} as const satisfies OptionSpecs;

export const optionsOf = ({ options }: Pick<Command, "options">): OptionSpecs => ({ ...options, ...COMMON_OPTIONS });

/** Words that most commands share. */
export const OUT_OPTION = {
  kind: "value",
  required: { en: "which file to write", "zh-CN": "要写入的文件" },
  text: {
    en: { name: "OUT.xlsx", help: "File to write." },
    "zh-CN": { name: "输出.xlsx", help: "要写入的文件。" },
  },
} as const satisfies OptionSpec;

export const RUBRIC_OPTION = {
  kind: "value",
  text: {
    en: { name: "NAME", help: "This rubric only." },
    "zh-CN": { name: "名称", help: "只处理这一个考核表。" },
  },
} as const satisfies OptionSpec;

export const BOOK_OPERAND = {
  missing: { en: "state the workbook.", "zh-CN": "请指明工作簿文件。" },
  text: {
    en: { name: "BOOK.xlsx", help: "The workbook with rubric, scales and metrics." },
    "zh-CN": { name: "工作簿.xlsx", help: "含评分标准、等级表和指标数据的工作簿。" },
  },
} as const satisfies OperandSpec;

export const ONE_WORKBOOK: Localised<(more: string) => string> = {
  en: (more) => `takes one workbook; ${more} is too much.`,
  "zh-CN": (more) => `只接受一个工作簿；多余的参数：${more}。`,
};
