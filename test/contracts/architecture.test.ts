import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ROOMS, violationsOf } from "../support/architecture";

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

test("what the rooms may import has no cycle", () => {
  const state = new Map<string, "open" | "done">();
  const visit = (room: string, way: readonly string[]): void => {
    if (state.get(room) === "done") return;
    expect([...way, room].filter((name) => name === room)).toHaveLength(1);
    state.set(room, "open");
    for (const next of ROOMS[room]?.ours ?? []) visit(next.replace(/\/[^/]+\.ts$/, ""), [...way, room]);
    state.set(room, "done");
  };
  for (const room of Object.keys(ROOMS)) visit(room, []);
});

/** Planted: file, text, and what must be said about it. */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ["src/core/text/x.ts", 'import { a } from "../cell/cell";', /core\/cell\/cell, which core\/text may not/],
  ["src/core/cell/x.ts", 'import type { A } from "../rubric/rubric";', /rubric\/rubric/],
  ["src/core/rubric/x.ts", 'import { a } from "../scoring/compile";', /scoring\/compile/],
  ["src/core/scoring/x.ts", 'import { a } from "../rules/validate";', /rules\/validate/],
  ["src/core/checks/x.ts", 'import { a } from "../evaluation/plan";', /evaluation\/plan/],
  ["src/core/checks/definitions/x.ts", 'import { a } from "../../../workbook/port";', /workbook\/port/],
  ["src/core/evaluation/x.ts", 'import { a } from "../templates/hotline";', /templates\/hotline/],
  ["src/core/checks/x.ts", 'import { a } from "../../functions/define";', /functions\/define/],
  ["src/core/rubric/x.ts", 'import React from "react";', /the package react/],
  ["src/core/rubric/x.ts", 'import fs from "node:fs";', /the package node:fs/],
  ["src/core/rubric/x.ts", 'const fs = require("node:fs");', /the package node:fs/],
  ["src/core/rubric/x.ts", 'export * from "../evaluation/plan";', /evaluation\/plan/],
  ["src/core/rubric/x.ts", 'const later = import("../evaluation/plan");', /evaluation\/plan/],
  ["src/functions/x.ts", 'import { a } from "../usecases";', /usecases/],
  ["src/functions/x.ts", 'import React from "react";', /the package react/],
  ["src/workbook/x.ts", 'import { a } from "../usecases/fill";', /usecases\/fill/],
  ["src/usecases/x.ts", 'import { a } from "../workbook/office";', /workbook\/office/],
  ["src/usecases/x.ts", 'import type { A } from "../workbook/host";', /workbook\/host/],
  ["src/usecases/x.ts", 'import { a } from "../taskpane/x";', /taskpane\/x/],
  ["src/xlsx/x.ts", 'import { a } from "../cli/main";', /cli\/main/],
  ["src/taskpane/x.tsx", 'import { a } from "../commands/check";', /commands\/check/],
  ["src/taskpane/x.tsx", 'import { a } from "../workbench/main";', /workbench\/main/],
  ["src/taskpane/x.tsx", 'import { a } from "lodash";', /the package lodash/],
  ["src/commands/x.ts", 'import { a } from "../taskpane/view";', /taskpane\/view/],
  ["src/cli/x.ts", 'import { a } from "../build/gen";', /build\/gen/],
  ["src/workbench/x.ts", 'import { a } from "../taskpane/view";', /taskpane\/view/],
  ["src/build/x.ts", 'import { a } from "../workbench/main";', /workbench\/main/],
  ["src/helpers/x.ts", "", /no room/],
  ["src/x.ts", "", /no room/],
  ["src/core/x.ts", "", /no room/],
  ["src/usecases/x.ts", "void Excel.run(f);", /names Excel/],
  ["src/taskpane/x.ts", "let range: Excel.Range;", /names Excel/],
  ["src/functions/definitions/x.ts", "throw new CustomFunctions.Error(code);", /names CustomFunctions/],
  ["src/taskpane/view/x.tsx", "Office.context.displayLanguage;", /names Office/],
  ["src/core/scoring/x.ts", "const now = Date.now();", /names Date/],
  ["src/core/scoring/x.ts", "const now = new Date();", /names Date/],
  ["src/core/scoring/x.ts", "const lucky = Math.random();", /Math\.random/],
  ["src/core/scoring/x.ts", "console.log(1);", /names console/],
  ["src/core/scoring/x.ts", "const { env } = process;", /names process/],
  ["src/core/scoring/x.ts", "window.alert(1);", /names window/],
  ["src/core/scoring/x.ts", "const f = { now: Date };", /names Date/],
  ["src/core/text/format.ts", "new Intl.NumberFormat();", /language of the machine/],
  ["src/core/text/format.ts", "new Intl.NumberFormat(undefined, {});", /language of the machine/],
  ["src/core/scoring/x.ts", "a.localeCompare(b);", /language of the machine/],
  ["src/core/scoring/x.ts", "a.toFixed(2);", /toFixed/],
  ["src/taskpane/x.ts", "a.toLocaleString();", /toLocaleString/],
];

test.each(REFUSED)("%s may not hold %j", (file, text, expected) => {
  expect(violationsOf(file, text).join("\n")).toMatch(expected);
});

const ALLOWED: readonly (readonly [string, string])[] = [
  ["src/core/cell/x.ts", 'import { a } from "../text/locale"; import { b } from "./cell";'],
  ["src/core/checks/definitions/x.ts", 'import { a } from "../../scoring/registry"; import { b } from "../check";'],
  ["src/usecases/x.ts", 'import type { A } from "../workbook/port"; import { b } from "../core/checks/validate";'],
  ["src/cli/x.ts", 'import { a } from "../xlsx"; import { b } from "../usecases"; import fs from "node:fs";'],
  ["src/workbook/office.ts", "await Excel.run(f); Office.context.requirements;"],
  ["src/functions/associate.ts", "CustomFunctions.associate(id, f);"],
  ["src/core/text/format.ts", "a.toFixed(2); new Intl.NumberFormat(locale);"],
  ["src/core/scoring/x.ts", "// Date, window and console.log are only words here\nconst text = 'Excel';"],
  ["src/core/scoring/x.ts", "const parts = { window: 1, document: 2 }; parts.window; f(parts.document);"],
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
