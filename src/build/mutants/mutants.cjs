// `npm run mutants [-- --sample N | --all] [FILE or FOLDER ...]`: changes the code in small ways (mutants) and counts how many of them the tests
// notice. Fails if a folder scores below its floor in folders.cjs; test/README.md tells more.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { FLOORS, folderOf } = require("./folders.cjs");
const { keyOf, sampleOf } = require("./sample.cjs");
const { DETECTED, MISSED, fromRoot, root } = require("./verdict.cjs");

/** Mutants of each folder, unless said otherwise. */
const SAMPLE = 30;

/**
 * Texts are proved by other means (both languages' contract, golden files), and a changed name of a kind does not compile, nor does an object that has lost its
 * properties.
 */
const NO_BEHAVIOUR = ["StringLiteral", "ObjectLiteral"];

const optionsOf = (mutate) => ({
  mutate,
  mutator: { excludedMutations: NO_BEHAVIOUR },
  // What runs while a module loads is data of definitions, which their contracts read; each such mutant would need every test anew.
  ignoreStatic: true,
  testRunner: "few-files",
  plugins: ["@stryker-mutator/jest-runner", path.join(__dirname, "plugins.mjs")],
  reporters: ["sampler"],
  coverageAnalysis: "perTest",
  jest: { projectType: "custom", configFile: "test/mutants/jest.cjs", enableFindRelatedTests: false },
  // Below dist, which git, lint and tests leave alone; not below node_modules, where jest would find no tests.
  tempDirName: "dist/mutants",
  cleanTempDir: "always",
  ignorePatterns: ["dist", "assets/reference"],
  // swc takes the types away.
  disableTypeChecks: false,
  concurrency: 2,
  // Jest keeps what it has loaded; a new process is cheaper than a full memory.
  maxTestRunnerReuse: 20,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  allowConsoleColors: false,
  logLevel: "warn",
});

/** Mutants of the sample with a verdict, by folder. */
function triedByFolder(results, ids) {
  const folders = new Map();
  for (const result of results) {
    if (!ids.has(result.id) || ![...DETECTED, ...MISSED].includes(result.status)) continue;
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

/** All mutants of the files asked for: of all folders, of some of them, or of single files. */
async function mutantsOf(asked) {
  const stranger = asked.find((each) => !fs.existsSync(path.join(root, each)) || !folderOf(`${each}/`));
  if (stranger !== undefined) throw new Error(`${stranger} is neither in a folder of folders.cjs nor one of them`);
  const names = asked.flatMap((each) =>
    isFile(each)
      ? [each]
      : fs.readdirSync(path.join(root, each), { recursive: true }).map((file) => fromRoot(path.join(root, each, file))),
  );
  const files = [...new Set(names)].filter((name) => name.endsWith(".ts") && !name.endsWith("/index.ts"));
  // Stryker and its parts are published as ES modules only.
  const { Instrumenter } = await import("@stryker-mutator/instrumenter");
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false };
  const { mutants } = await new Instrumenter(quiet).instrument(
    files.map((name) => ({ name, mutate: true, content: fs.readFileSync(path.join(root, name), "utf8") })),
    { plugins: null, excludedMutations: NO_BEHAVIOUR, ignorers: [] },
  );
  return mutants.filter(({ status }) => status !== "Ignored");
}

const isFile = (name) => name.endsWith(".ts");

/** The code of a mutant as Stryker takes it: only what is tried is changed, because changed code is slow. */
const rangeOf = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

async function main() {
  const { values, positionals } = parseArgs({
    options: { sample: { type: "string", default: String(SAMPLE) }, all: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const asked = positionals.length > 0 ? positionals.map((each) => fromRoot(path.resolve(each))) : Object.keys(FLOORS);
  // A floor is for what a folder scores as a whole, or a sample of all of it.
  const single = asked.some(isFile);
  const sample = sampleOf(await mutantsOf(asked), values.all || single ? Infinity : Number(values.sample), folderOf);
  const notes = fs.mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-mutants-"));
  fs.writeFileSync(path.join(notes, "sample"), JSON.stringify(sample.map(keyOf)));
  process.env.QA_MUTANTS = notes;
  const started = performance.now();
  const { Stryker } = await import("@stryker-mutator/core");
  const results = await new Stryker(optionsOf(sample.map(rangeOf))).runMutationTest();
  const ids = new Set(JSON.parse(fs.readFileSync(path.join(notes, "ids"), "utf8")));
  fs.rmSync(notes, { recursive: true });
  const folders = triedByFolder(results, ids);
  const tried = folders.flatMap(([, each]) => each);
  console.log(`\n${table(folders, !single)}`);
  const minutes = (performance.now() - started) / 60_000;
  console.log(`\n${tried.length} mutants in ${Math.round(minutes)} minutes`);
  process.exitCode = !single && folders.some(([folder, each]) => scoreOf(each) < FLOORS[folder]) ? 1 : 0;
}

// A run that ends without a table has not passed.
process.exitCode = 2;
main();
