// `npm run mutants [-- --sample N | --all] [FILE or FOLDER ...]`: changes the code in small ways (mutants) and counts how many of them the tests
// notice. Fails if a folder scores below its floor in folders.cjs; test/README.md tells more.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { FLOORS, folderOf } = require("./folders.cjs");
const { DETECTED, MISSED, fromRoot, root } = require("./verdict.cjs");

/** Mutants of each folder, unless said otherwise. */
const SAMPLE = 50;

/**
 * Texts are proved by other means (both languages' contract, golden files), and a changed name of a kind does not compile, nor does an object that has lost its
 * properties.
 */
const NO_BEHAVIOUR = ["StringLiteral", "ObjectLiteral"];

const optionsOf = (mutate) => ({
  mutate: [...mutate, "!src/core/**/index.ts"],
  mutator: { excludedMutations: NO_BEHAVIOUR },
  // What runs while a module loads is data of definitions, which their contracts read; each such mutant would need every test anew.
  ignoreStatic: true,
  testRunner: "few-files",
  plugins: ["@stryker-mutator/jest-runner", path.join(__dirname, "plugins.mjs")],
  reporters: ["sampler"],
  coverageAnalysis: "perTest",
  jest: { projectType: "custom", configFile: "src/build/mutants/jest.cjs", enableFindRelatedTests: false },
  // Below dist, which git, lint and tests leave alone; not below node_modules, where jest would find no tests.
  tempDirName: "dist/mutants",
  cleanTempDir: "always",
  ignorePatterns: ["dist", "assets/reference"],
  // swc takes the types away.
  disableTypeChecks: false,
  concurrency: 2,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  allowConsoleColors: false,
  logLevel: "warn",
});

/** Mutants of the sample with a verdict, by folder. */
function triedByFolder(results, sample) {
  const folders = new Map();
  for (const result of results) {
    if (!sample.has(result.id) || ![...DETECTED, ...MISSED].includes(result.status)) continue;
    const folder = folderOf(fromRoot(result.fileName));
    folders.set(folder, [...(folders.get(folder) ?? []), result]);
  }
  return [...folders].sort();
}

const killedOf = (tried) => tried.filter(({ status }) => DETECTED.includes(status)).length;
const scoreOf = (tried) => Math.floor((100 * killedOf(tried)) / tried.length);

function table(folders, withFloors) {
  const row = (...cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : String(cell).padStart(8))).join("");
  const rows = folders.map(([folder, tried]) => {
    const low = withFloors && scoreOf(tried) < FLOORS[folder];
    return `${row(folder, tried.length, killedOf(tried), scoreOf(tried), FLOORS[folder])}${low ? "  too low" : ""}`;
  });
  return [row("folder", "tried", "killed", "score", "floor"), ...rows].join("\n");
}

/** Files to change, from what was asked for: all folders, some of them, or single files. */
function mutateOf(operands) {
  const asked = operands.length > 0 ? operands.map((each) => fromRoot(path.resolve(each))) : Object.keys(FLOORS);
  const stranger = asked.find((each) => !fs.existsSync(path.join(root, each)) || !folderOf(`${each}/`));
  if (stranger !== undefined) throw new Error(`${stranger} is neither in a folder of folders.cjs nor one of them`);
  return asked.map((each) => (each.endsWith(".ts") ? each : `${each}/**/*.ts`));
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { sample: { type: "string", default: String(SAMPLE) }, all: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const mutate = mutateOf(positionals);
  // A floor is for what a folder scores as a whole, or a sample of all of it.
  const single = mutate.some((each) => !each.includes("*"));
  const notes = fs.mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-mutants-"));
  Object.assign(process.env, { QA_MUTANTS: notes, QA_MUTANTS_SAMPLE: values.all || single ? "" : values.sample });
  const started = performance.now();
  // Stryker is published as an ES module only.
  const { Stryker } = await import("@stryker-mutator/core");
  const results = await new Stryker(optionsOf(mutate)).runMutationTest();
  const sample = new Set(JSON.parse(fs.readFileSync(path.join(notes, "sample"), "utf8")));
  fs.rmSync(notes, { recursive: true });
  const folders = triedByFolder(results, sample);
  const tried = folders.flatMap(([, each]) => each);
  console.log(`\n${table(folders, !single)}`);
  const minutes = (performance.now() - started) / 60_000;
  console.log(`\n${tried.length} mutants in ${minutes.toFixed(1)} minutes`);
  if (!single && folders.some(([folder, each]) => scoreOf(each) < FLOORS[folder])) process.exitCode = 1;
}

main();
