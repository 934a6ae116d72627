import { runExample, typedLine } from "../../src/build/gen/command-examples";
import { COMMANDS } from "../../src/cli/commands";
import { optionsOf, type Command } from "../../src/cli/define";
import { LOCALES, type Locale } from "../../src/core/text/locale";
import { command as runCommand } from "../support/command";

const HAN = /\p{Script=Han}/u;
const ALL: readonly Command[] = COMMANDS;
const IN_BOTH = ALL.flatMap((command) =>
  LOCALES.map((locale): [string, Locale, Command] => [command.id, locale, command]),
);

test.each(IN_BOTH)("help of %s in %s names every operand and option", async (id, locale, command) => {
  for (const line of [
    ["help", id],
    [id, "--help"],
  ]) {
    const { status, out, err } = await runCommand(line, locale);
    expect([status, err]).toEqual([0, ""]);
    const [usage, ...rest] = out.split("\n");
    const described = rest.map((each) => each.trim());
    for (const name of Object.keys(optionsOf(command))) {
      expect(usage).toContain(`--${name}`);
      expect(described.filter((each) => new RegExp(`^--${name}\\b`).test(each))).toHaveLength(1);
    }
    for (const { text } of Object.values(command.operands)) {
      expect(usage).toContain(text[locale].name);
      expect(described.filter((each) => each.startsWith(`${text[locale].name}   `))).toHaveLength(1);
    }
    expect(HAN.test(out)).toBe(locale === "zh-CN");
  }
});

test.each(LOCALES)("the overview in %s holds every command", async (locale) => {
  const { out } = await runCommand(["--help"], locale);
  expect(await runCommand(["help"], locale)).toMatchObject({ status: 0, out });
  for (const { id, text } of ALL) {
    expect(out).toContain(`  qa-scorecard ${id} `);
    expect(out).toContain(text[locale].summary);
  }
});

test.each(ALL.map((command): [string, Command] => [command.id, command]))("%s: names and texts", (_id, command) => {
  const names = [...Object.keys(command.operands), ...Object.keys(optionsOf(command)), "locale"];
  expect(new Set(names).size).toBe(names.length);
  // Required words come first: an optional word cannot precede a required one.
  const required = Object.values(command.operands).map(({ missing }) => missing !== undefined);
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  for (const locale of LOCALES) {
    const texts = [
      command.text[locale].summary,
      command.tooMany[locale]("x"),
      ...[...Object.values(command.operands), ...Object.values(command.options)].map(({ text }) => text[locale].help),
      ...command.examples.map(({ note }) => note[locale]),
    ];
    for (const text of texts) {
      expect([text, HAN.test(text)]).toEqual([text, locale === "zh-CN"]);
      expect(text).toMatch(/[.。]$/);
    }
  }
});

const EXAMPLES = ALL.flatMap((command) =>
  command.examples.flatMap((example) =>
    LOCALES.map((locale) => [typedLine(command, example), locale, command, example] as const),
  ),
);

test.each(EXAMPLES)("%s in %s does what its example says", async (_line, locale, command, example) => {
  const { status, text } = await runExample(command, example, locale);
  expect(text).toContain(example.shows[locale]);
  expect(status).toBe(example.status);
});

test("every command has an example that ends with 0", () => {
  expect(ALL.filter(({ examples }) => !examples.some(({ status }) => status === 0)).map(({ id }) => id)).toEqual([]);
});

test.each([
  [["help", "frobnicate"], /no command frobnicate. The commands are adopt, compare,/],
  [["help", "score", "validate"], /help takes one command; validate is too much/],
  [["help", "--out", "x"], /help has no option --out/],
])("%j cannot be carried out", async (args, reason) => {
  const { status, out, err } = await runCommand(args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(reason);
});

test("help under --json is a document, too", async () => {
  const { out } = await runCommand(["help", "score", "--json"]);
  expect(JSON.parse(out)).toEqual({ help: expect.stringContaining("--out OUT.xlsx") });
});
