import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../support/site";

/** A copy of the project takes a new definition, so that the real one stays unchanged. */
const copy = mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-gen-"));

beforeAll(() => {
  for (const entry of [
    "src",
    "assets/reference",
    "test",
    "package.json",
    "tsconfig.json",
    "jest.config.cjs",
    "manifest.xml",
    "README.md",
    "assets/samples",
  ]) {
    mkdirSync(path.dirname(path.join(copy, entry)), { recursive: true });
    cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
});

afterAll(() => rmSync(copy, { recursive: true }));

const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");

/** Runs gen in the copy. Gives the text of both streams and the exit status. */
function gen(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "src/build/gen.ts", ...args], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

const read = (file: string): string => readFileSync(path.join(copy, file), "utf8");

function write(file: string, text: string): void {
  writeFileSync(path.join(copy, file), text);
}

/** Makes a definition from another one by replacing words. Every replacement must find its words. */
function derive(from: string, to: string, replacements: readonly (readonly [string, string])[]): void {
  const text = replacements.reduce((before, [old, replacement]) => {
    if (!before.includes(old)) throw new Error(`${from} does not hold ${old}`);
    return before.replaceAll(old, replacement);
  }, read(from));
  write(to, text);
}

test("generated files are as they would be generated now", () => {
  expect(gen("--check")).toEqual({ status: 0, said: "" });
}, 30_000);

test.each<[string, (before: string | undefined) => string]>([
  ["src/functions/functions-zh-CN.json", () => "{}"],
  ["src/core/scoring/methods/index.ts", () => "export const METHODS = [];"],
  ["src/cli/commands/index.ts", () => "export const COMMANDS = [];"],
  ["assets/reference/en/methods/linear.html", () => "<p>old</p>"],
  ["assets/reference/en/methods/gone.html", () => "<p>of a method that is no more</p>"],
  ["README.md", (before) => before!.replace(/(<!-- count checks -->)\d+/, "$11")],
  ["README.md", (before) => before!.replace("[--period P]", "")],
])(
  "a stale %s is named",
  (file, change) => {
    const before = existsSync(path.join(copy, file)) ? read(file) : undefined;
    const text = change(before);
    expect(text).not.toBe(before);
    write(file, text);
    const { status, said } = gen("--check");
    expect(status).toBe(1);
    expect(said.trim()).toBe(`stale: ${file} - run "npm run gen"`);
    expect(read(file)).toBe(text);
    if (before === undefined) rmSync(path.join(copy, file));
    else write(file, before);
  },
  30_000,
);

test.each([
  [
    "src/core/scoring/methods/wrong.ts",
    'export default { id: "right" };',
    'its id is "right"; the file must be called right.ts',
  ],
  ["src/core/checks/definitions/empty.ts", "export const check = 1;", "has no default export with an id"],
  [
    "src/functions/definitions/lower.ts",
    'export default { id: "UPPER" };',
    'its id is "UPPER"; the file must be called upper.ts',
  ],
])(
  "%s is refused when it does not hold what its name promises",
  (file, text, expected) => {
    write(file, text);
    const index = path.posix.join(path.posix.dirname(file), "index.ts");
    const before = read(index);
    const { status, said } = gen();
    expect({ status, said: said.includes(`${file}: ${expected}`) }).toEqual({ status: 1, said: true });
    rmSync(path.join(copy, file));
    write(index, before);
  },
  30_000,
);

/** A whole check in one file. */
const DROPPED_CHECK = `import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

export default defineCheck<{ name: string }>()({
  id: "no-dropped-name",
  severity: "warning",
  title: { en: "No indicator is called Dropped", "zh-CN": "指标名称不是 Dropped" },
  message: {
    en: ({ name }) => ({ what: \`One is called \${name}.\`, why: "It is a test.", how: "Choose another name." }),
    "zh-CN": ({ name }) => ({ what: \`有指标名为 \${name}。\`, why: "仅用于测试。", how: "请改用其他名称。" }),
  },
  check: ({ rubrics }, report) => {
    for (const { name, at } of rubrics.flatMap((rubric) => rubric.indicators)) if (name === "Dropped") report(at, { name });
  },
  valid: [exampleOf([LINEAR])],
  invalid: [{ tables: exampleOf([{ ...LINEAR, Indicator: "Dropped" }]), at: ["Rubric!A2"] }],
});
`;

/** The registries, and the pane as a person sees it over a workbook that uses both. */
const DROPPED_TEST = `/** @jest-environment jsdom */
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ALL_CHECKS } from "../../src/core/checks/validate";
import { findMethod } from "../../src/core/scoring/compile/registry";
import { PaneSession } from "../../src/taskpane/state/session";
import { App } from "../../src/taskpane/view/App";
import * as usecases from "../../src/usecases";
import * as templates from "../../src/usecases/templates";
import { MemoryWorkbook } from "../support/memory-workbook";
import { tab } from "./taskpane/render";

const sheet = (name, rows) => ({ name, rows, tables: [{ name, row: 0, column: 0, rows: rows.length, columns: rows[0].length }] });

test("registries know them, the pane shows what the one found and scores by the other", async () => {
  expect(findMethod("直线")?.id).toBe("straight");
  expect(ALL_CHECKS.map((check) => check.id)).toContain("no-dropped-name");
  const port = new MemoryWorkbook({
    sheets: [
      sheet("Rubric", [["Indicator", "Points", "Method", "Metric", "Zero at", "Full at"], ["Dropped", 100, "直线", "Test", 60, 90]]),
      sheet("Metrics", [["Agent ID", "Name", "Period", "Test"], ["1001", "Ann", "2026-10", 79.8]]),
    ],
  });
  const session = new PaneSession({ port, usecases, templates: async () => templates, locale: "en" });
  render(<App session={session} excelIsDark={() => false} />);
  await act(() => session.start());
  expect(await screen.findByText("One is called Dropped.")).toBeInTheDocument();
  await userEvent.setup({ delay: null }).click(tab(/Score/));
  await waitFor(() => expect(document.body.textContent).toContain("66"));
});
`;

test("a method and a check are added by one file each", () => {
  derive("src/core/scoring/methods/linear.ts", "src/core/scoring/methods/straight.ts", [
    ['id: "linear"', 'id: "straight"'],
    ['en: ["linear", "linear score"], "zh-CN": ["线性", "线性得分"]', 'en: ["straight"], "zh-CN": ["直线"]'],
  ]);
  write("src/core/checks/definitions/no-dropped-name.ts", DROPPED_CHECK);
  expect(gen("--check").said).toMatch(/stale: src\/core\/scoring\/methods\/index.ts/);
  expect(gen().status).toBe(0);
  expect(gen("--check")).toEqual({ status: 0, said: "" });

  expect(read("src/core/scoring/methods/index.ts")).toContain('import straight from "./straight";');
  expect(read("src/core/checks/definitions/index.ts")).toContain('import noDroppedName from "./no-dropped-name";');
  for (const [locale, title] of [
    ["en", "straight"],
    ["zh-CN", "直线"],
  ] as const) {
    expect(read(`assets/reference/${locale}/methods/straight.html`)).toContain(`<h1>${title}</h1>`);
    expect(read(`assets/reference/${locale}/checks/no-dropped-name.html`)).toContain("Dropped");
    expect(read(`assets/reference/${locale}/index.html`)).toContain(`methods/straight.html">${title}</a>`);
  }

  write("test/unit/dropped.test.tsx", DROPPED_TEST);
  // The unedited contract tests of the copy now have cases for both.
  const jest = path.join(root, "node_modules/jest/bin/jest.js");
  const files = ["test/unit/dropped.test.tsx", "test/contracts/definitions.test.ts"];
  const args = [jest, "--selectProjects", "core", "unit", "--runInBand", "--json", "--runTestsByPath", ...files];
  const { QA_TEST_TALLY: _, ...env } = process.env;
  const output = execFileSync(process.execPath, [...args, "--reporters", "default"], {
    cwd: copy,
    encoding: "utf8",
    env,
    stdio: "pipe",
  });
  const { success, testResults } = JSON.parse(output) as {
    success: boolean;
    testResults: { assertionResults: { ancestorTitles: string[] }[] }[];
  };
  const titles = testResults.flatMap((result) => result.assertionResults.flatMap((each) => each.ancestorTitles));
  expect(success).toBe(true);
  expect(testResults).toHaveLength(files.length);
  expect(titles).toEqual(expect.arrayContaining(["method straight", "check no-dropped-name"]));
}, 60_000);
