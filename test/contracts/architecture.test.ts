import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ROOMS, violationsOf } from "../support/architecture";
import { cruise, cruiseProject } from "../support/cruise";

const root = path.resolve(__dirname, "../..");

function sourceFiles(): string[] {
  return readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|cjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

test("every file of src keeps to the architecture", () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => violationsOf(file, readFileSync(path.join(root, file), "utf8")))).toEqual([]);
});

test("every import of src is one that its room may make, and every right is used", () => {
  const { imports, violations } = cruiseProject();
  expect(imports.length).toBeGreaterThan(1000);
  expect([...violations]).toEqual([]);
  const isUsed = (room: string, right: string): boolean =>
    imports.some(
      ({ from, to }) =>
        from.startsWith(`src/${room}/`) && (right in ROOMS ? to.startsWith(`src/${right}/`) : to === `src/${right}`),
    );
  const unused = Object.entries(ROOMS).flatMap(([room, { may }]) =>
    may.filter((right) => !isUsed(room, right)).map((right) => `${room} may import ${right}`),
  );
  expect(unused).toEqual([]);
});

test("what the rooms may import has no cycle", () => {
  const state = new Map<string, "open" | "done">();
  const visit = (room: string, way: readonly string[]): void => {
    if (state.get(room) === "done") return;
    expect([...way, room].filter((name) => name === room)).toHaveLength(1);
    state.set(room, "open");
    for (const next of ROOMS[room]?.may ?? []) visit(next.replace(/\/[^/]+\.c?[jt]s$/, ""), [...way, room]);
    state.set(room, "done");
  };
  for (const room of Object.keys(ROOMS)) visit(room, []);
});

test("the picture in the README leads from each room, on some way, to all that it may import", () => {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const arrows = [...readme.matchAll(/^ {2}(\w+) (-->|-\.->) (\w+)$/gm)].map(([, from, line, to]) => ({
    from,
    line,
    to,
  }));
  const idOf = (room: string): string => room.replace(/\W/g, "_");
  const whole = (room: string): string[] => ROOMS[room]!.may.filter((name) => name in ROOMS);
  const closure = (start: string, next: (at: string) => readonly string[]): readonly string[] => {
    const found = new Set(next(start));
    for (const at of found) for (const more of next(at)) found.add(more);
    return [...found].sort();
  };
  for (const room of Object.keys(ROOMS)) {
    const drawn = closure(idOf(room), (at) =>
      arrows.flatMap(({ from, line, to }) => (from === at && line === "-->" ? [to!] : [])),
    );
    expect([room, drawn]).toEqual([room, closure(room, whole).map(idOf).sort()]);
    const dotted = arrows.flatMap(({ from, line, to }) => (from === idOf(room) && line === "-.->" ? [to!] : []));
    const files = ROOMS[room]!.may.filter((name) => !(name in ROOMS)).map((name) => idOf(path.posix.dirname(name)));
    expect([room, dotted]).toEqual([room, [...new Set(files)]]);
  }
});

/** Planted imports, and the expected complaint about each. */
const REFUSED_IMPORTS: readonly (readonly [file: string, text: string, target: string | undefined, said: RegExp])[] = [
  ["core/text", 'import { a } from "../cell/t";', "core/cell/t", /^core\/text imports a room/],
  ["core/cell", 'import type { A } from "../rubric/t";', "core/rubric/t", /^core\/cell imports a room/],
  ["core/rubric", 'import { a } from "../scoring/compile/t";', "core/scoring/compile/t", /a room/],
  ["core/scoring/model", 'import type { A } from "../compile/t";', "core/scoring/compile/t", /a room/],
  ["core/scoring/curves", 'import { a } from "../methods/t";', "core/scoring/methods/t", /a room/],
  ["core/scoring/total", 'import { a } from "../explain/t";', "core/scoring/explain/t", /a room/],
  ["core/scoring/period", 'import { a } from "../../checks/t";', "core/checks/t", /a room/],
  ["core/book", 'import { a } from "../checks/t";', "core/checks/t", /a room/],
  ["core/checks", 'import { a } from "../evaluation/t";', "core/evaluation/t", /a room/],
  ["core/checks/definitions", 'import { a } from "../../../workbook/port";', "workbook/port", /a room/],
  ["core/checks", 'import { a } from "../../functions/t";', "functions/t", /a room/],
  ["core/ruletext", 'import { a } from "../checks/validate";', "core/checks/validate", /a room/],
  ["core/plan", 'import type { A } from "../evaluation/t";', "core/evaluation/t", /a room/],
  ["core/evaluation", 'import { a } from "../templates/t";', "core/templates/t", /a room/],
  ["core/rubric", 'export * from "../evaluation/t";', "core/evaluation/t", /a room/],
  ["core/rubric", 'const later = import("../evaluation/t");', "core/evaluation/t", /a room/],
  ["core/rubric", 'import type { FC } from "react";', undefined, /^core\/rubric imports a package/],
  ["core/rubric", 'import fs from "node:fs";', undefined, /^core\/rubric imports Node/],
  ["core/rubric", 'const fs = require("fs");', undefined, /^core\/rubric imports Node/],
  ["functions", 'import { a } from "../usecases/t";', "usecases/t", /a room/],
  ["functions", 'import React from "react";', undefined, /a package/],
  ["workbook", 'import { a } from "../usecases/t";', "usecases/t", /a room/],
  ["usecases", 'import { a } from "../workbook/office";', "workbook/office", /a room/],
  ["usecases", 'import type { A } from "../workbook/host";', "workbook/host", /a room/],
  ["usecases", 'import { a } from "../taskpane/t";', "taskpane/t", /a room/],
  ["xlsx", 'import { a } from "../cli/t";', "cli/t", /a room/],
  ["xlsx", 'import { gzipSync } from "node:zlib";', undefined, /Node/],
  ["taskpane", 'import { a } from "../commands/t";', "commands/t", /a room/],
  ["taskpane", 'import { a } from "../workbench/t";', "workbench/t", /a room/],
  ["taskpane", 'import { a } from "fflate";', undefined, /a package/],
  ["commands", 'import { a } from "../taskpane/t";', "taskpane/t", /a room/],
  ["cli", 'import { a } from "../build/t";', "build/t", /a room/],
  ["workbench", 'import { a } from "../taskpane/t";', "taskpane/t", /a room/],
  ["build", 'import { a } from "../workbench/t";', "workbench/t", /a room/],
  ["cli", 'import { a } from "../nowhere/t";', undefined, /^not found$/],
];

const ALLOWED_IMPORTS: readonly (readonly [file: string, text: string, target: string | undefined])[] = [
  ["core/cell", 'import { a } from "../text/t";', "core/text/t"],
  ["core/scoring/period", 'import { sha256 } from "@noble/hashes/sha2.js";', undefined],
  ["core/checks/definitions", 'import { a } from "../../scoring/compile/t";', "core/scoring/compile/t"],
  ["usecases", 'import type { A } from "../workbook/port";', "workbook/port"],
  ["cli", 'import fs from "node:fs";', undefined],
  ["commands", 'import { a } from "../taskpane/request";', "taskpane/request"],
  ["taskpane", 'import React from "react";', undefined],
];

describe("imports", () => {
  const planted = [...REFUSED_IMPORTS, ...ALLOWED_IMPORTS];
  const fileOf = (place: number): string => `src/${planted[place]![0]}/x${place}.ts`;
  let found: ReturnType<typeof cruise>;

  beforeAll(() => {
    const targets = planted.flatMap(([, , target]) =>
      target === undefined ? [] : [[`src/${target}.ts`, "export const a = 1;"] as const],
    );
    found = cruise({
      "src/usecases/one.ts": 'import type { A } from "./other";',
      "src/usecases/other.ts": 'import "./one";',
      ...Object.fromEntries(targets),
      ...Object.fromEntries(planted.map(([, text], place) => [fileOf(place), text])),
    });
  });

  test.each(REFUSED_IMPORTS.map(([room, text, , said], place) => [room, text, said, place] as const))(
    "%s may not hold %j",
    (_room, _text, said, place) => {
      expect(found.get(fileOf(place))).toEqual([expect.stringMatching(said)]);
    },
  );

  test("a circle is told, also where one of its ways is a type", () => {
    expect([...found].filter(([file]) => /one|other/.test(file)).flatMap(([, said]) => said)).toContain("circle");
  });

  test.each(ALLOWED_IMPORTS.map(([room, text], place) => [room, text, REFUSED_IMPORTS.length + place] as const))(
    "%s may hold %j",
    (_room, _text, place) => {
      expect(found.get(fileOf(place))).toBeUndefined();
    },
  );
});

/** Planted files with their text, and the expected complaint. */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ["src/helpers/x.ts", "", /no room/],
  ["src/x.ts", "", /no room/],
  ["src/core/x.ts", "", /no room/],
  ["src/usecases/x.ts", "void Excel.run(f);", /names Excel/],
  ["src/taskpane/x.ts", "let range: Excel.Range;", /names Excel/],
  ["src/functions/definitions/x.ts", "throw new CustomFunctions.Error(code);", /names CustomFunctions/],
  ["src/taskpane/view/x.tsx", "Office.context.displayLanguage;", /names Office/],
  ["src/core/scoring/total/x.ts", "const now = Date.now();", /names Date/],
  ["src/core/scoring/total/x.ts", "const now = new Date();", /names Date/],
  ["src/core/scoring/total/x.ts", "const lucky = Math.random();", /Math\.random/],
  ["src/core/scoring/total/x.ts", "console.log(1);", /names console/],
  ["src/core/scoring/total/x.ts", "const { env } = process;", /names process/],
  ["src/core/scoring/total/x.ts", "window.alert(1);", /names window/],
  ["src/core/scoring/total/x.ts", "const f = { now: Date };", /names Date/],
  ["src/core/text/format.ts", "new Intl.NumberFormat();", /language of the machine/],
  ["src/core/text/format.ts", "new Intl.NumberFormat(undefined, {});", /language of the machine/],
  ["src/core/scoring/total/x.ts", "a.localeCompare(b);", /language of the machine/],
  ["src/core/scoring/total/x.ts", "a.toFixed(2);", /toFixed/],
  ["src/taskpane/x.ts", "a.toLocaleString();", /toLocaleString/],
];

test.each(REFUSED)("%s may not hold %j", (file, text, expected) => {
  expect(violationsOf(file, text).join("\n")).toMatch(expected);
});

const ALLOWED: readonly (readonly [string, string])[] = [
  ["src/workbook/office.ts", "await Excel.run(f); Office.context.requirements;"],
  ["src/functions/associate.ts", "CustomFunctions.associate(id, f);"],
  ["src/core/text/format.ts", "a.toFixed(2); new Intl.NumberFormat(locale);"],
  ["src/core/scoring/total/x.ts", "// Date, window and console.log are only words here\nconst text = 'Excel';"],
  ["src/core/scoring/total/x.ts", "const parts = { window: 1, document: 2 }; parts.window; f(parts.document);"],
];

test.each(ALLOWED)("%s may hold %j", (file, text) => {
  expect(violationsOf(file, text)).toEqual([]);
});

test.each([
  ["src/usecases/x.ts", 400],
  ["src/core/checks/definitions/x.ts", 150],
  ["src/core/scoring/methods/x.ts", 150],
  ["src/functions/definitions/x.ts", 150],
  ["src/core/templates/x.ts", 150],
  ["src/cli/commands/x.ts", 150],
  ["src/cli/x.ts", 400],
  ["src/core/scoring/methods/index.ts", 400],
])("%s may have %i lines and not one more", (file, most) => {
  expect(violationsOf(file, "\n".repeat(most))).toEqual([]);
  expect(violationsOf(file, "\n".repeat(most + 1)).join()).toMatch(`${most + 1} lines; the most is ${most}`);
});
