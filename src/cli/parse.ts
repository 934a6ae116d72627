import { parseArgs } from "node:util";
import { localeFor, type Locale } from "../core/text/locale";
import { optionsOf, type Command, type Given, type OptionSpecs } from "./define";
import { unstatedOption, UsageError } from "./usage-error";

/** The language of the command line. It must be known even if the rest cannot be read, because the error needs a language. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const stated = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.slice("--lang=".length) : args[at + 1];
  // LC_ALL wins over LC_MESSAGES, which wins over LANG. Their form is zh_CN.UTF-8.
  const machine = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return localeFor(stated ?? machine?.replace("_", "-"));
}

/** Reads the words after a command's name. It reports mistakes in the order of typing, then missing words. */
export function readArguments(command: Command, args: readonly string[], locale: Locale): Given {
  const { operands, values } = splitWords(command, args);
  refuseOtherChoices(optionsOf(command), values);
  checkOperands(command, operands);
  checkOptions(command, values);
  const names = Object.keys(command.operands);
  return {
    ...Object.fromEntries(names.map((name, index) => [name, operands[index]])),
    ...Object.fromEntries(
      Object.entries(optionsOf(command)).map(([name, { kind }]) => {
        const stated = values.get(name);
        return [name, kind === "flag" ? stated !== undefined : kind === "values" ? (stated ?? []) : stated?.[0]];
      }),
    ),
    locale,
  };
}

interface Words {
  readonly operands: readonly string[];
  /** Values of the stated options by name. A flag has none. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function splitWords(command: Command, args: readonly string[]): Words {
  const specs = optionsOf(command);
  const operands: string[] = [];
  const values = new Map<string, readonly string[]>();
  /** The option that takes the following words. */
  let open: { readonly name: string; readonly words: string[] } | undefined;
  const close = (): void => {
    if (!open) return;
    if (open.words.length === 0) throw needsValue(open.name);
    values.set(open.name, [...(values.get(open.name) ?? []), ...open.words]);
    open = undefined;
  };
  for (const part of partsOf(args, specs)) {
    if (part.kind === "word") {
      (open?.words ?? operands).push(part.text);
      continue;
    }
    close();
    if (part.kind === "end of options") continue;
    const { name, value } = part;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw unknownOption(command, name);
    if (spec.kind === "values") {
      open = { name, words: value === undefined ? [] : [value] };
      if (value !== undefined) close();
      continue;
    }
    if (values.has(name)) throw new UsageError(`--${name} is stated twice.`, `--${name} 写了两次。`);
    if (spec.kind === "flag") {
      if (value !== undefined) throw new UsageError(`--${name} takes no value.`, `--${name} 不需要值。`);
      values.set(name, []);
    } else {
      if (value === undefined || value === "") throw needsValue(name);
      values.set(name, [value]);
    }
  }
  close();
  return { operands, values };
}

type Part =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "option"; readonly name: string; readonly value: string | undefined }
  | { readonly kind: "end of options" };

/** The parts of the command line. There are no short options but `-h`: a word with one dash is a word, such as the value -1. */
function* partsOf(args: readonly string[], specs: OptionSpecs): Generator<Part> {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    // `parseArgs` sees an option with several words as a flag with words after it.
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { kind }]) => [name, { type: kind === "value" ? "string" : "boolean" }]),
    ),
  });
  let last = -1;
  for (const token of tokens) {
    if (token.kind === "option-terminator") yield { kind: "end of options" };
    else if (token.kind === "positional") yield { kind: "word", text: token.value };
    else if (token.rawName.startsWith("--")) yield { kind: "option", name: token.name, value: token.value };
    // `parseArgs` splits a word such as -10 into one token per letter.
    else if (token.index !== last) yield { kind: "word", text: args[token.index]! };
    last = token.index;
  }
}

function unknownOption(command: Command, name: string): UsageError {
  const known = Object.keys(optionsOf(command)).map((each) => `--${each}`);
  return new UsageError(
    `${command.id} has no option --${name}. Its options are ${known.join(", ")}.`,
    `${command.id} 没有选项 --${name}。可用选项：${known.join("、")}。`,
  );
}

const needsValue = (name: string): UsageError => new UsageError(`--${name} needs a value.`, `--${name} 需要一个值。`);

function refuseOtherChoices(specs: OptionSpecs, values: Words["values"]): void {
  for (const [name, spec] of Object.entries(specs)) {
    const value = values.get(name)?.[0];
    if (spec.kind !== "value" || !spec.choices || value === undefined || spec.choices.includes(value)) continue;
    throw new UsageError(
      `--${name} ${value} is not one of ${spec.choices.join(", ")}.`,
      `--${name} ${value} 不是 ${spec.choices.join("、")} 之一。`,
    );
  }
}

function checkOperands({ id, operands: specs, tooMany }: Command, operands: readonly string[]): void {
  for (const [index, { missing }] of Object.values(specs).entries()) {
    if (missing && (operands[index] ?? "").trim() === "")
      throw new UsageError(`${id}: ${missing.en}`, `${id}：${missing["zh-CN"]}`);
  }
  const more = operands.slice(Object.keys(specs).length).join(" ");
  if (operands.length > Object.keys(specs).length)
    throw new UsageError(`${id} ${tooMany.en(more)}`, `${id} ${tooMany["zh-CN"](more)}`);
}

function checkOptions(command: Command, values: Words["values"]): void {
  const specs = Object.entries(command.options);
  for (const [name, spec] of specs) {
    const value = values.get(name)?.[0];
    const refused = spec.kind === "value" && value !== undefined ? spec.refuse?.(value) : undefined;
    if (refused) throw new UsageError(refused.en, refused["zh-CN"]);
  }
  for (const [name, spec] of specs) {
    if (spec.kind === "value" && spec.required && !values.has(name))
      throw unstatedOption(command.id, name, spec.required);
  }
}
