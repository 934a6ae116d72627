import type { Locale, Localised } from "../core/text/locale";
import { COMMON_OPTIONS, defineCommand, optionsOf, type Command, type OptionSpec } from "./define";
import { UsageError } from "./usage-error";

const TITLE: Localised = {
  en: "qa-scorecard - scores contact-centre metrics by the rubric in an Excel workbook",
  "zh-CN": "qa-scorecard - 按 Excel 工作簿中的评分标准为呼叫中心指标计分",
};

export const EXIT_STATUS: Localised = {
  en: "Exit status: 0 done; 1 findings of level error, nothing is written; 2 the command or the file cannot be used.",
  "zh-CN": "退出状态：0 完成；1 存在错误级问题，不写入任何文件；2 命令或文件无法使用。",
};

/** An option with its value, as typed. */
function optionUsage(name: string, spec: OptionSpec, locale: Locale): string {
  if (spec.kind === "flag") return `--${name}`;
  return `--${name} ${spec.text[locale].name}${spec.kind === "values" ? " ..." : ""}`;
}

const isRequired = (spec: OptionSpec): boolean => spec.kind === "value" && spec.required !== undefined;

/** The whole command line: `qa-scorecard score BOOK.xlsx --out OUT.xlsx [--period P] ...`. */
export function usageOf(command: Command, locale: Locale): string {
  const optional = (text: string, needed: boolean): string => (needed ? text : `[${text}]`);
  return [
    "qa-scorecard",
    command.id,
    ...Object.values(command.operands).map(({ missing, text }) => optional(text[locale].name, missing !== undefined)),
    ...Object.entries(optionsOf(command)).map(([name, spec]) =>
      optional(optionUsage(name, spec, locale), isRequired(spec)),
    ),
  ].join(" ");
}

/** Every word of a command with its meaning. */
export function wordsOf(command: Command, locale: Locale): readonly (readonly [word: string, help: string])[] {
  return [
    ...Object.values(command.operands).map(({ text }) => [text[locale].name, text[locale].help] as const),
    ...optionWords(optionsOf(command), locale),
  ];
}

const optionWords = (options: Command["options"], locale: Locale) =>
  Object.entries(options).map(([name, spec]) => [optionUsage(name, spec, locale), spec.text[locale].help] as const);

/** All commands, each with its usage and purpose. */
export function overviewText(commands: readonly Command[], locale: Locale): string {
  const parts = [...commands, helpCommand(commands)].map((command) =>
    [`  ${usageOf(command, locale)}`, ...sentencesOf(command, locale).map((line) => `      ${line}`)].join("\n"),
  );
  return [TITLE[locale], ...parts, columns(optionWords(COMMON_OPTIONS, locale)), `${EXIT_STATUS[locale]}\n`].join(
    "\n\n",
  );
}

/** One command with all its words. */
export function helpText(command: Command, locale: Locale): string {
  const sentences = sentencesOf(command, locale).map((line) => `  ${line}`);
  return [
    usageOf(command, locale),
    sentences.join("\n"),
    columns(wordsOf(command, locale)),
    `${EXIT_STATUS[locale]}\n`,
  ].join("\n\n");
}

const sentencesOf = ({ text }: Command, locale: Locale): readonly string[] =>
  [text[locale].summary, ...text[locale].details.split("\n")].filter((line) => line !== "");

function columns(rows: readonly (readonly [string, string])[]): string {
  const most = Math.max(...rows.map(([word]) => widthOf(word)));
  return rows.map(([word, help]) => `  ${word}${" ".repeat(most - widthOf(word))}   ${help}`).join("\n");
}

/** Width in terminal columns: a Chinese character takes two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** `help` knows the other commands, so it cannot stand in their folder. */
export const helpCommand = (commands: readonly Command[]): Command =>
  defineCommand({
    id: "help",
    text: {
      en: { summary: "Shows all commands, or one with every option.", details: "" },
      "zh-CN": { summary: "显示全部命令，或一个命令及其全部选项。", details: "" },
    },
    operands: {
      command: {
        text: {
          en: { name: "COMMAND", help: "Name of a command." },
          "zh-CN": { name: "命令", help: "命令的名称。" },
        },
      },
    },
    tooMany: {
      en: (more) => `takes one command; ${more} is too much.`,
      "zh-CN": (more) => `只接受一个命令；多余的参数：${more}。`,
    },
    options: {},
    examples: [],
    run: async ({ command, locale, json }, console) => {
      const text =
        command === undefined ? overviewText(commands, locale) : helpText(findCommand(commands, command), locale);
      console.out(json ? `${JSON.stringify({ help: text })}\n` : text);
      return 0;
    },
  });

export function findCommand(commands: readonly Command[], id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (found) return found;
  const known = commands.map((command) => command.id);
  throw new UsageError(
    `There is no command ${id}. The commands are ${known.join(", ")}.`,
    `没有命令 ${id}。可用命令：${known.join("、")}。`,
  );
}
