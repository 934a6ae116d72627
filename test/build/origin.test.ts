import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import webpack from "webpack";
import type { Configuration, Stats } from "webpack";
import { manifestProblems } from "../support/manifest";
import { builtSite } from "../support/site";

// Configuration in plain JavaScript, which carries no types.
const addin = jest.requireActual<(mode: string) => Configuration>("../../src/build/webpack/addin.cjs");
const { chosenOrigin } = jest.requireActual<{
  chosenOrigin: (environment: Record<string, string>) => { origin: string; base: string };
}>("../../src/build/webpack/origin.cjs");

const folder = mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-origin-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** The add-in as for a deployment. The pane is left out, because it holds no address. */
async function build(origin: string): Promise<void> {
  process.env["QA_ORIGIN"] = origin;
  try {
    const config = addin("production");
    const stats = await new Promise<Stats>((resolve, reject) =>
      webpack(
        {
          ...config,
          cache: false,
          entry: { functions: "./src/functions/index.ts" },
          output: { ...config.output, path: folder },
        },
        (failure, result) => (failure || !result ? reject(failure ?? new Error("no result")) : resolve(result)),
      ),
    );
    expect(stats.toString({ preset: "errors-only" })).toBe("");
  } finally {
    delete process.env["QA_ORIGIN"];
  }
}

const textFiles = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".png"))
    .map((entry) => path.join(entry.parentPath, entry.name));

test.each([
  ["https://files.example.com", "https://files.example.com"],
  ["https://files.example.com:8443/teams/qa/", "https://files.example.com:8443"],
])("built for %s, nothing points at the machine of the developer", async (setting, origin) => {
  await build(setting);
  const files = textFiles();
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => readFileSync(file, "utf8").includes("localhost"))).toEqual([]);
  const manifest = readFileSync(path.join(folder, "manifest.xml"), "utf8");
  expect(manifest).toContain(`<AppDomain>${origin}</AppDomain>`);
  expect(manifest).toContain(`"${setting.replace(/\/$/, "")}/functions-zh-CN.json"`);
  expect(manifestProblems(manifest, builtSite(folder))).toEqual([]);
});

test.each([
  "http://files.example.com",
  "files.example.com",
  "https://files.example.com/?a=1",
  "https://me@files.example.com",
])("%s is refused as QA_ORIGIN", (setting) =>
  expect(() => chosenOrigin({ QA_ORIGIN: setting })).toThrow(`QA_ORIGIN is "${setting}"`),
);
