import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { root } from "../support/site";

/**
 * After an update a page may hold entries of two builds, because Office keeps each file for up to a day. The other build is the present one under
 * another version, and its functions are a runtime alone, so that a pane which leaned on them would fail.
 */

const folder = path.join(root, "dist/addin");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const { version, files } = JSON.parse(read("release.json")) as { version: string; files: string[] };
const copy = files.find((file) => /\/functions\./.test(file))!;
const mark = /functions\.(\w+)\.js$/.exec(copy)![1]!;
const OTHER = "9.9.9";
const OTHER_MARK = "9_9_9_0123abcd";

const ofOther = (text: string): string =>
  text.replaceAll(`versions/${version}/`, `versions/${OTHER}/`).replaceAll(mark, OTHER_MARK);

interface Page {
  /** Files that the page asked for, beside its entries. None of them arrives. */
  readonly asked: readonly string[];
  readonly associated: readonly string[];
  readonly run: (text: string) => void;
  readonly settled: () => Promise<void>;
}

/** A page of Excel with as much of a document as the entries touch before the pane is there. */
function open(): Page {
  const [asked, associated]: [string[], string[]] = [[], []];
  const info = { host: "Excel", platform: "PC", addin: { visibilityMode: "Taskpane" } };
  const shown = { visibilityMode: "Taskpane" };
  const page: Record<string, unknown> = vm.createContext({
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    navigator: { language: "en-US" },
    document: {
      head: { appendChild: ({ src }: { src: string }) => asked.push(src) },
      createElement: () => ({ setAttribute: () => undefined }),
      getElementsByTagName: () => [],
      getElementById: () => ({ replaceChildren: () => undefined }),
      addEventListener: () => undefined,
      documentElement: {},
    },
    CustomFunctions: { associate: (id: string) => associated.push(id), ErrorCode: {} },
    Office: {
      onReady: (then?: (info: unknown) => void) => (then?.(info), Promise.resolve(info)),
      actions: { associate: () => undefined },
      addin: { onVisibilityModeChanged: (tell: (message: unknown) => void) => (tell(shown), Promise.resolve()) },
      VisibilityMode: { taskpane: "Taskpane", hidden: "Hidden" },
      context: { displayLanguage: "en-US" },
    },
  });
  page["self"] = page["window"] = page;
  return {
    asked,
    associated,
    run: (text) => void vm.runInContext(text, page as vm.Context),
    settled: () => new Promise((resolve) => setTimeout(resolve, 50)),
  };
}

const isPaneOf = (of: string) => (file: string) => file.startsWith(`versions/${of}/pane.`);

test("entries of one build need nothing else", async () => {
  const page = open();
  page.run(read("functions.js"));
  page.run(read("taskpane.js"));
  await page.settled();
  expect(page.asked).not.toContain(copy);
  expect(page.asked.filter(isPaneOf(version))).toHaveLength(1);
});

test("a pane newer or older than the functions brings its own, and leaves the formulas alone", async () => {
  const page = open();
  page.run(ofOther(read("functions.js")));
  const formulas = page.associated.length;
  expect(formulas).toBeGreaterThan(5);
  page.run(read("taskpane.js"));
  expect(page.asked).toEqual([copy]);
  page.run(read(copy));
  await page.settled();
  expect(page.asked.filter(isPaneOf(version))).toHaveLength(1);
  expect(page.asked.filter((file) => file.includes(OTHER))).toEqual([]);
  expect(page.associated).toHaveLength(formulas);
});

test("an old pane asks for the folder of its own version, which stays on the host", async () => {
  const page = open();
  page.run(read("functions.js"));
  page.run(ofOther(read("taskpane.js")));
  expect(page.asked).toEqual([`versions/${OTHER}/functions.${OTHER_MARK}.js`]);
  page.run(ofOther(read(copy)));
  await page.settled();
  expect(page.asked.filter(isPaneOf(OTHER))).toHaveLength(1);
  expect(page.asked.filter(isPaneOf(version))).toEqual([]);
});
