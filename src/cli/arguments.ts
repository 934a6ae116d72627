import { parseCell } from "../core/cell/cell";
import { LOCALES, localeFor, type Locale, type Localised } from "../core/text/locale";

/** What was asked for on the command line. */
export type Command =
  | { readonly kind: "help"; readonly locale: Locale }
  | {
      readonly kind: "validate";
      readonly locale: Locale;
      readonly json: boolean;
      readonly book: string;
      readonly rubric: string | undefined;
    }
  | {
      readonly kind: "score";
      readonly locale: Locale;
      readonly json: boolean;
      readonly book: string;
      readonly rubric: string | undefined;
      readonly period: string | undefined;
      readonly out: string;
    }
  | {
      readonly kind: "template";
      readonly locale: Locale;
      readonly json: boolean;
      /** Undefined asks which templates there are. */
      readonly name: string | undefined;
      readonly out: string | undefined;
      /** With the holes of the scheme filled. */
      readonly mended: boolean;
    }
  | {
      readonly kind: "rule";
      readonly locale: Locale;
      readonly json: boolean;
      readonly text: string;
      readonly points: number | undefined;
      /** As typed: a number, a percentage, a grade. */
      readonly values: readonly string[];
    }
  | {
      readonly kind: "compare";
      readonly locale: Locale;
      readonly json: boolean;
      readonly book: string;
      /** Undefined: both rubrics are of the same workbook. */
      readonly other: string | undefined;
      readonly rubric: string | undefined;
      readonly with: string | undefined;
      readonly period: string | undefined;
    };

/** The command cannot be carried out as it was given; the sentence says what to change. */
export class UsageError extends Error {
  readonly text: Localised;

  constructor(en: string, zh: string) {
    super(en);
    this.name = "UsageError";
    this.text = { en, "zh-CN": zh };
  }
}

const OPTIONS = {
  validate: ["--rubric", "--lang", "--json"],
  score: ["--out", "--period", "--rubric", "--fill", "--lang", "--json"],
  template: ["--out", "--mended", "--lang", "--json"],
  rule: ["--points", "--value", "--lang", "--json"],
  compare: ["--rubric", "--with", "--period", "--lang", "--json"],
} as const;

const FLAGS: readonly string[] = ["--json", "--mended"];

/** Options that take every value up to the next option, and may be stated again. */
const LISTS: readonly string[] = ["--value"];

/** The language of the command line, also when the rest of it cannot be read: that has to be said in some language. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const stated = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.slice("--lang=".length) : args[at + 1];
  // LC_ALL wins over LC_MESSAGES, which wins over LANG; their form is zh_CN.UTF-8.
  const machine = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return localeFor(stated ?? machine?.replace("_", "-"));
}

export function parseArguments(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Command {
  const locale = localeOf(args, env);
  if (args.length === 0 || args.includes("--help") || args.includes("-h")) return { kind: "help", locale };
  const [name, ...rest] = args;
  if (!isCommand(name)) {
    const known = Object.keys(OPTIONS);
    throw new UsageError(
      `There is no command ${name}. The commands are ${known.join(", ")}.`,
      `没有命令 ${name}。可用命令：${known.join("、")}。`,
    );
  }
  const { operands, options, values } = split(rest, OPTIONS[name], name);
  const language = options.get("--lang");
  if (language !== undefined && !LOCALES.some((known) => known === language)) {
    throw new UsageError(
      `--lang ${language} is not one of ${LOCALES.join(", ")}.`,
      `--lang ${language} 不是 ${LOCALES.join("、")} 之一。`,
    );
  }
  if (name === "rule") return ruleCommand(operands, options, values, locale);
  if (name === "template") return templateCommand(operands, options, locale);
  const [book, ...others] = operands;
  if (book === undefined) throw new UsageError(`${name}: state the workbook.`, `${name}：请指明工作簿文件。`);
  const more = others.slice(name === "compare" ? 1 : 0);
  if (more.length > 0) {
    const [most, zh] = name === "compare" ? ["two workbooks", "两个工作簿"] : ["one workbook", "一个工作簿"];
    throw new UsageError(
      `${name} takes ${most}; ${more.join(" ")} is too much.`,
      `${name} 只接受${zh}；多余的参数：${more.join(" ")}。`,
    );
  }
  const common = { locale, json: options.has("--json"), book, rubric: options.get("--rubric") };
  if (name === "compare") {
    return {
      kind: "compare",
      ...common,
      other: others[0],
      with: options.get("--with"),
      period: options.get("--period"),
    };
  }
  if (name === "validate") return { kind: "validate", ...common };
  refuseFill(options.get("--fill"));
  const out = options.get("--out");
  if (out === undefined) {
    throw new UsageError("score: state with --out which file to write.", "score：请用 --out 指明要写入的文件。");
  }
  return { kind: "score", ...common, period: options.get("--period"), out };
}

function isCommand(name: string | undefined): name is keyof typeof OPTIONS {
  return name !== undefined && Object.hasOwn(OPTIONS, name);
}

function templateCommand(
  [name, ...more]: readonly string[],
  options: ReadonlyMap<string, string>,
  locale: Locale,
): Command {
  if (more.length > 0) {
    throw new UsageError(
      `template takes one name; ${more.join(" ")} is too much. Put a name of several words in quotes.`,
      `template 只接受一个名称；多余的参数：${more.join(" ")}。名称含空格时请加引号。`,
    );
  }
  if (name === undefined && (options.has("--out") || options.has("--mended"))) {
    throw new UsageError(
      'template: state which one to write; "qa-scorecard template" lists them all.',
      "template：请指明模板；用“qa-scorecard template”可列出全部模板。",
    );
  }
  const [json, mended, out] = [options.has("--json"), options.has("--mended"), options.get("--out")];
  return { kind: "template", locale, json, name, out, mended };
}

function ruleCommand(
  operands: readonly string[],
  options: ReadonlyMap<string, string>,
  values: readonly string[],
  locale: Locale,
): Command {
  const [text, ...more] = operands;
  if (text === undefined || text.trim() === "") throw new UsageError("rule: state the rule.", "rule：请写明规则。");
  if (more.length > 0) {
    throw new UsageError(
      `rule takes one text; put it in quotation marks. ${more.join(" ")} is too much.`,
      `rule 只接受一段文字，请加引号。多余的参数：${more.join(" ")}。`,
    );
  }
  const stated = options.get("--points");
  const cell = stated === undefined ? undefined : parseCell(stated);
  if (cell && (cell.kind !== "number" || cell.value < 0)) {
    throw new UsageError(`--points ${stated} is no number of points.`, `--points ${stated} 不是有效的分值。`);
  }
  const points = cell?.kind === "number" ? cell.value : undefined;
  return { kind: "rule", locale, json: options.has("--json"), text, points, values };
}

function split(args: readonly string[], allowed: readonly string[], command: string) {
  const operands: string[] = [];
  const options = new Map<string, string>();
  const values: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at]!;
    if (argument === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!argument.startsWith("--")) {
      operands.push(argument);
      continue;
    }
    const equals = argument.indexOf("=");
    const name = equals < 0 ? argument : argument.slice(0, equals);
    if (!allowed.includes(name)) {
      throw new UsageError(
        `${command} has no option ${name}. Its options are ${allowed.join(", ")}.`,
        `${command} 没有选项 ${name}。可用选项：${allowed.join("、")}。`,
      );
    }
    if (LISTS.includes(name)) {
      const first = values.length;
      if (equals >= 0) values.push(argument.slice(equals + 1));
      else while (at + 1 < args.length && !args[at + 1]!.startsWith("--")) values.push(args[++at]!);
      if (values.length === first) throw new UsageError(`${name} needs a value.`, `${name} 需要一个值。`);
      continue;
    }
    if (options.has(name)) throw new UsageError(`${name} is stated twice.`, `${name} 写了两次。`);
    const isFlag = FLAGS.includes(name);
    if (isFlag && equals >= 0) throw new UsageError(`${name} takes no value.`, `${name} 不需要值。`);
    const value = isFlag ? "" : equals >= 0 ? argument.slice(equals + 1) : args[++at];
    if (value === undefined || (!isFlag && value === "")) {
      throw new UsageError(`${name} needs a value.`, `${name} 需要一个值。`);
    }
    options.set(name, value);
  }
  return { operands, options, values };
}

function refuseFill(fill: string | undefined): void {
  if (fill === undefined || fill === "values") return;
  if (fill === "live" || fill === "portable") {
    throw new UsageError(`--fill ${fill} is not there yet; values is.`, `--fill ${fill} 尚不支持；目前只支持 values。`);
  }
  throw new UsageError(`--fill ${fill} is not known; values is.`, `--fill ${fill} 无法识别；目前只支持 values。`);
}
