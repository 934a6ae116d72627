import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../support/site";
import { usesOfOffice, versionOf } from "../support/requirement-sets";

const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const required = new Map(
  [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map((match) => [match[1]!, versionOf(match[2]!)]),
);

/** Rooms that may name Office. The architecture test forbids it to all others. */
const ROOMS = ["src/workbook", "src/functions", "src/commands", "src/taskpane"];

const files = ROOMS.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith("definitions"))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
).filter((file) => /\b(Excel|Office|CustomFunctions)\./.test(readFileSync(path.join(root, file), "utf8")));

const PLANTED = new Map([
  ["src/workbook/planted.ts", "export const later = (range: Excel.Range): void => void range.getPrecedents();"],
]);

describe("requirement sets", () => {
  const uses = usesOfOffice(root, [...files, ...PLANTED.keys()], PLANTED);
  const ours = uses.filter(({ where }) => !where.includes("planted"));

  test("nothing is used that the manifest does not require", () => {
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter(({ set, version }) => version > (required.get(set) ?? 0)).map(({ where }) => where)).toEqual([]);
  });

  test("a member of a later set is noticed", () => {
    const late = uses.filter(({ set, version }) => version > (required.get(set) ?? 0));
    expect(late.map(({ where }) => where)).toEqual(["getPrecedents in src/workbook/planted.ts"]);
  });

  test.each(["ExcelApi", "CustomFunctionsRuntime"])("%s is required no higher than it is used", (set) => {
    expect(required.get(set)).toBe(Math.max(...ours.filter((use) => use.set === set).map(({ version }) => version)));
  });
});
