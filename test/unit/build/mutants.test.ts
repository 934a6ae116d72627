import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../../..");

interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
}
type FolderOf = (file: string) => string | undefined;
const { FLOORS, folderOf } = jest.requireActual<{ FLOORS: Readonly<Record<string, number>>; folderOf: FolderOf }>(
  "../../../src/build/mutants/folders.cjs",
);
const { sampleOf } = jest.requireActual<{
  sampleOf: (mutants: readonly Mutant[], count: number, folderOf: FolderOf) => readonly Mutant[];
}>("../../../src/build/mutants/sample.cjs");

test("every folder of scoring, checks and cells has a floor", () => {
  const rooms = readdirSync(path.join(root, "src/core/scoring"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/core/scoring/${name}`);
  expect(Object.keys(FLOORS).sort()).toEqual(
    ["src/core/cell", "src/core/checks", "src/core/checks/definitions", ...rooms].sort(),
  );
  expect(Object.keys(FLOORS).filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

test("a file counts in the nearest folder that has a floor", () => {
  expect(folderOf("src/core/checks/units.ts")).toBe("src/core/checks");
  expect(folderOf("src/core/checks/definitions/known-word.ts")).toBe("src/core/checks/definitions");
  expect(folderOf("src/core/text/format.ts")).toBeUndefined();
});

test("the README of tests states the same floors, each below the score that was measured", () => {
  const readme = readFileSync(path.join(root, "test/README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| `core\/([\w/]+)` +\| +(\d+) \| +(\d+) \| +(\d+) \| +(\d+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, folder, , , , floor]) => [`src/core/${folder}`, Number(floor)]))).toEqual(
    FLOORS,
  );
  for (const [, folder, ...cells] of rows) {
    const [tried, killed, score, floor] = cells.map(Number) as [number, number, number, number];
    expect([folder, Math.floor((100 * killed) / tried)]).toEqual([folder, score]);
    expect(floor).toBeLessThan(score);
  }
});

const mutants = (count: number, fileName = "src/core/cell/cell.ts"): readonly Mutant[] =>
  Array.from({ length: count }, (_, k) => ({
    id: `${fileName}${k}`,
    fileName,
    mutatorName: "BooleanLiteral",
    replacement: k % 3 ? "true" : `not ${k}`,
  }));
const idsOf = (sample: readonly Mutant[]): readonly string[] => sample.map(({ id }) => id).sort();

test("a sample has so many mutants of each folder, the same ones each time", () => {
  const all = [...mutants(90), ...mutants(20, "src/core/checks/units.ts")];
  const sample = sampleOf(all, 30, folderOf);
  expect(sample.map(({ fileName }) => folderOf(fileName)).sort()).toEqual([
    ...new Array(30).fill("src/core/cell"),
    ...new Array(20).fill("src/core/checks"),
  ]);
  expect(idsOf(sampleOf(all, 30, folderOf))).toEqual(idsOf(sample));
  expect(sampleOf(all, Infinity, folderOf)).toHaveLength(110);
  // A larger sample holds the smaller one, and other files do not change it.
  expect(idsOf(sampleOf(all, 40, folderOf))).toEqual(expect.arrayContaining([...idsOf(sample)]));
  expect(idsOf(sampleOf(mutants(90), 30, folderOf))).toEqual(idsOf(sample).filter((id) => id.includes("cell")));
});
