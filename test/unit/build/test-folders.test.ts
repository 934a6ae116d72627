import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../../..");

interface Project {
  readonly displayName: string;
  readonly testMatch: readonly string[];
  readonly testPathIgnorePatterns?: readonly string[];
}
const { projects } = jest.requireActual<{ projects: readonly Project[] }>("../../../jest.config.cjs");

interface Time {
  readonly file: string;
  readonly took: number;
}
const times = jest.requireActual<{
  budgetsIn: (readme: string) => readonly { readonly folder: string; readonly seconds: number }[];
  timesIn: (log: string) => readonly Time[];
  table: (times: readonly Time[], budgets: readonly { folder: string; seconds: number }[]) => string;
}>("../../../src/build/test-times.cjs");

const budgets = times.budgetsIn(readFileSync(path.join(root, "test/README.md"), "utf8"));

const files = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /\.test\.tsx?$/.test(file));

/** A pattern of jest.config.cjs is either a file or all tests below a folder. */
const isIn = (file: string, patterns: readonly string[] = []): boolean =>
  patterns.some((pattern) => {
    const place = pattern.replace("<rootDir>/test/", "").replace("**/*.test.ts?(x)", "");
    return place.endsWith(".ts") ? file === place : new RegExp(`^${place}`).test(file);
  });

test("every test file runs in one project, the laws also in the long one", () => {
  for (const file of files) {
    const runsIn = projects
      .filter((each) => isIn(file, each.testMatch) && !isIn(file, each.testPathIgnorePatterns))
      .map(({ displayName }) => displayName);
    const expected = file.startsWith("property/") ? ["core", "long"] : [expect.any(String)];
    expect([file, ...runsIn]).toEqual([file, ...expected]);
  }
});

test("every test file has a budget, and every budget has test files", () => {
  expect(files.filter((file) => !budgets.some(({ folder }) => file.startsWith(`${folder}/`)))).toEqual([]);
  expect(budgets.filter(({ folder }) => !files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
});

test("budgets come to 110 s for the unit part, and to ten minutes of two processors with what is built", () => {
  const sum = (folders: readonly string[]): number =>
    budgets.filter(({ folder }) => folders.includes(folder)).reduce((all, { seconds }) => all + seconds, 0);
  const unit = ["unit/core", "property", "contracts", "unit/taskpane", "unit"];
  expect(sum(unit)).toBeLessThanOrEqual(110);
  expect(sum([...unit, "golden", "office", "jobs", "build", "e2e"])).toBeLessThan(2 * 600);
});

test("the time of a file is what its process has used since the file before it", () => {
  const line = (id: number, file: string, cpu: number): string =>
    JSON.stringify({ process: id, file: path.join(root, "test", file), cpu });
  const log = [
    line(1, "unit/core/a.test.ts", 2),
    line(2, "unit/b.test.ts", 1),
    line(3, "../../copy/test/unit/d.test.ts", 9),
    line(1, "unit/c.test.ts", 5),
  ].join("\n");
  expect(times.timesIn(log).map(({ file, took }) => [file, took])).toEqual([
    ["unit/core/a.test.ts", 2],
    ["unit/b.test.ts", 1],
    ["unit/c.test.ts", 3],
  ]);
  const rows = times.table(times.timesIn(log), [
    { folder: "unit", seconds: 3 },
    { folder: "unit/core", seconds: 9 },
  ]);
  expect(rows.split("\n").slice(1)).toEqual([
    expect.stringMatching(/^unit +4 +3 {2}over$/),
    expect.stringMatching(/^unit\/core +2 +9$/),
  ]);
});
