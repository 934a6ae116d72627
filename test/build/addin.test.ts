import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { FUNCTIONS } from "../../src/functions/definitions";
import { manifestProblems } from "../support/manifest";
import { builtSite, root } from "../support/site";

const folder = path.join(root, "dist/addin");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const { version, files: released } = JSON.parse(read("release.json")) as { version: string; files: string[] };
const isCopy = (file: string): boolean => /^versions\/[^/]+\/functions\.\w+\.js$/.test(file);
const scripts = released.filter((file) => !isCopy(file));
/**
 * Most kilobytes of each lazy chunk, gzipped. They load while the pane reads the workbook, when a person asks for a template, or with the
 * first rule in a formula or view of the pane: the reader, and what formula and view need beside it.
 */
const LATER = { usecases: 132, templates: 30, "rule-reader": 76, "read-rules": 30 } as const;
const isChunk = (file: string, name: string): boolean =>
  new RegExp(`^versions/${version}/${name}\\.[0-9a-f]{8}\\.js$`).test(file);
const isLater = (file: string): boolean => Object.keys(LATER).some((name) => isChunk(file, name));
const paneChunks = scripts.filter((file) => file !== "functions.js" && file !== "taskpane.js" && !isLater(file));
const gzipped = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);

/** Traces of React and Fluent UI in any build. */
const REACT = /react\.(?:transitional\.)?element|\bcreateRoot\b|FluentProvider/;

const KILOBYTE = 1024;

test("the pane is a chunk of its own, and it is where React is", () => {
  expect(paneChunks.some((file) => isChunk(file, "pane"))).toBe(true);
  expect(paneChunks.some((file) => REACT.test(read(file)))).toBe(true);
});

test("entries keep their names, and all else that runs lies in a folder by version", () => {
  expect(version).toBe(
    (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version,
  );
  expect(scripts.filter((file) => !file.startsWith(`versions/${version}/`))).toEqual(["functions.js", "taskpane.js"]);
  const [copy] = released.filter(isCopy);
  expect(read(copy!) === read("functions.js")).toBe(true);
  expect(read("manifest.xml")).toContain(`<Version>${version}.0</Version>`);
});

test.each(["functions.js", "taskpane.js"])("%s loads without React", (file) => {
  expect(read(file)).not.toMatch(REACT);
});

test("a workbook full of formulas loads at most 36 KB, the pane at most 250 KB more, gzipped", () => {
  expect(gzipped(["functions.js"])).toBeLessThanOrEqual(36 * KILOBYTE);
  expect(gzipped(["taskpane.js"])).toBeLessThanOrEqual(10 * KILOBYTE);
  expect(gzipped(paneChunks)).toBeLessThanOrEqual(250 * KILOBYTE);
});

test.each(Object.entries(LATER))("the chunk %s is one file of at most %d KB, gzipped", (name, most) => {
  const files = scripts.filter((file) => isChunk(file, name));
  expect(files).toHaveLength(1);
  expect(gzipped(files)).toBeLessThanOrEqual(most * KILOBYTE);
});

test("no method's formula and no worked example is shipped", () => {
  const notes = [...ALL_METHODS, ...FUNCTIONS].flatMap(({ examples }) =>
    examples.flatMap(({ note }) => Object.values<string>(note)),
  );
  expect(notes.length).toBeGreaterThan(200);
  for (const file of scripts) {
    const text = read(file);
    expect([file, ...notes.filter((note) => text.includes(`"${note}"`))]).toEqual([file]);
    expect([file, text.includes("nativeFormula")]).toEqual([file, false]);
  }
});

test("nothing that is shipped needs eval, which the content security policy forbids", () => {
  for (const file of scripts)
    expect([file, read(file).match(/\beval\(|new Function\(/)?.[0]]).toEqual([file, undefined]);
});

test("the page loads office.js first, then the functions, then the bootstrap of the pane", () => {
  const sources = [...read("taskpane.html").matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1]);
  expect(sources).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "functions.js",
    "taskpane.js",
  ]);
});

test("the page allows no script and no style but its own and Microsoft's, and no inline ones", () => {
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(read("taskpane.html"))?.[1] ?? "";
  const directives = new Map(
    policy.split(";").map((part) => [part.trim().split(" ")[0], part.trim().split(" ").slice(1)]),
  );
  expect(directives.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
  expect(directives.get("connect-src")).toEqual(["'self'"]);
  expect(policy).not.toContain("unsafe");
  expect(read("taskpane.html")).not.toMatch(/<style|\son[a-z]+=|<script(?![^>]*\bsrc=)/);
});

test("the built manifest is sound: every address leads to a built file", () => {
  expect(manifestProblems(read("manifest.xml"), builtSite(folder))).toEqual([]);
});

test.each(["functions.json", "functions-zh-CN.json"])("every helpUrl in %s leads to a built page", (file) => {
  const { functions } = JSON.parse(read(file)) as { functions: { helpUrl: string }[] };
  expect(functions.length).toBeGreaterThan(0);
  const site = builtSite(folder);
  for (const { helpUrl } of functions)
    expect([helpUrl, site.has(new URL(helpUrl).pathname.slice(1))]).toEqual([helpUrl, true]);
});
