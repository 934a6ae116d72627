import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import folders from "../../src/build/definition-folders.json";
import { TEMPLATES } from "../../src/core/templates";
import { root } from "../support/site";

// Tests the README's promise: adding a definition is writing one file and running `npm run gen`.

const FIXTURES = path.join(root, "test/support/fixtures-of-each-kind");
const copy = mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-one-file-"));

/** Files of the repository and new ones, without ignored files. */
const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString("utf8")
  .split("\0")
  .filter((file) => file !== "" && existsSync(path.join(root, file)));

interface Added {
  readonly kind: string;
  readonly id: string;
  readonly file: string;
}

const added: readonly Added[] = Object.values(folders).map(({ kind, folder }) => {
  const [fixture, ...others] = readdirSync(path.join(FIXTURES, kind));
  if (fixture === undefined || others.length > 0) throw new Error(`${kind}: exactly one fixture is wanted`);
  const id = fixture.slice(0, -".ts.txt".length);
  return { kind, id, file: `${folder}/${id}.ts` };
});

const read = (file: string): string => readFileSync(path.join(copy, file), "utf8");

/** Files of the copy that differ from those of the repository. */
const changed = (): readonly string[] =>
  readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(copy, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !file.startsWith("node_modules/"))
    .filter((file) => {
      const original = path.join(root, file);
      return !existsSync(original) || !readFileSync(original).equals(readFileSync(path.join(copy, file)));
    })
    .sort();

/** Runs a program of node_modules in the copy. Gives its output and its exit status. */
function runIn(program: string, ...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { QA_TEST_TALLY: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "node_modules", program), ...args], {
    cwd: copy,
    encoding: "utf8",
    env,
    maxBuffer: 1 << 28,
  });
  return { status, said: stdout + stderr };
}

const gen = (...args: readonly string[]) => runIn("tsx/dist/cli.mjs", "src/build/gen.ts", ...args);
const CLEAN = { status: 0, said: "" };

beforeAll(() => {
  for (const file of tracked) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file));
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
  for (const { kind, id, file } of added) {
    const text = readFileSync(path.join(FIXTURES, kind, `${id}.ts.txt`), "utf8");
    // Templates are numbered consecutively, and their number in the repository grows.
    writeFileSync(path.join(copy, file), text.replace('number: "T0"', `number: "T${TEMPLATES.length + 1}"`));
  }
  expect(changed()).toEqual(added.map(({ file }) => file).sort());
  expect(gen()).toMatchObject({ status: 0 });
}, 600_000);

afterAll(() => rmSync(copy, { recursive: true }));

test("what is generated holds each of them", () => {
  expect(gen("--check")).toEqual(CLEAN);
  for (const { id, file } of added) {
    expect(read(path.posix.join(path.posix.dirname(file), "index.ts"))).toContain(`from "./${id}";`);
    for (const locale of ["en", "zh-CN"])
      expect(read(`assets/reference/${locale}/index.html`)).toContain(`/${id}.html`);
  }
  expect(read("README.md")).toContain(`<!-- count templates -->${TEMPLATES.length + 1}<!--`);
  expect(read("README.md")).toContain("\n    npx qa-scorecard periods BOOK.xlsx [--newest]");
  expect(JSON.parse(read("src/functions/functions-zh-CN.json")).functions).toContainEqual(
    expect.objectContaining({ id: "SHORTFALL", description: "实际值低于目标多少。" }),
  );
});

test("types hold", () => {
  expect(runIn("typescript/bin/tsc", "--noEmit")).toEqual(CLEAN);
}, 600_000);

test("style holds in what was added and generated", () => {
  const files = changed();
  expect(runIn("eslint/bin/eslint.js", ...files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)))).toEqual(CLEAN);
  expect(runIn("prettier/bin/prettier.cjs", "--list-different", ...files)).toEqual(CLEAN);
}, 600_000);

/** Tests about definitions, all unedited. */
const RELATED = [
  "test/contracts",
  "test/property",
  "test/unit/cli",
  "test/unit/functions",
  "test/unit/core/ruletext",
  "test/unit/usecases/templates.test.ts",
  "test/unit/taskpane/templates.test.tsx",
];

test("contract tests and those of the rooms concerned pass, with cases for each of them", () => {
  const { status, said } = runIn(
    "jest/bin/jest.js",
    ...RELATED,
    ...[
      "--selectProjects",
      "core",
      "pane",
      "unit",
      "--maxWorkers=2",
      "--json",
      "--reporters",
      "default",
      "--outputFile=result.json",
    ],
  );
  const { testResults } = JSON.parse(read("result.json")) as {
    testResults: { name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const failed = testResults.flatMap(({ message }) => (message === "" ? [] : [message]));
  expect(failed).toEqual([]);
  expect({ status, said: status === 0 ? "" : said }).toEqual(CLEAN);
  const titles = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName));
  const template = `T${TEMPLATES.length + 1}`;
  for (const words of [
    "method proportional",
    "check no-placeholder-name",
    "function SHORTFALL",
    `template ${template}`,
  ])
    expect(titles.filter((title) => title.startsWith(`${words} `)).length).toBeGreaterThan(0);
  expect(titles).toContain("help of periods in zh-CN names every operand and option");
}, 600_000);
