/*
 * Two plugins of Stryker:
 * - a reporter that tries nothing but the sample, and tells at once what no test notices;
 * - jest's runner, which by itself loads every file of tests for every mutant, made to load only those with a test that meets it, the fast ones
 *   first, up to the first that fails.
 * The runner works in processes of its own, so the two leave each other notes in the folder named by QA_MUTANTS.
 */
import { strykerPlugins as jestPlugins } from "@stryker-mutator/jest-runner";
import console from "node:console";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { FORMULAS } from "./folders.cjs";
import { keyOf } from "./sample.cjs";
import { MISSED, described, fromRoot } from "./verdict.cjs";

const note = (name) => path.join(process.env.QA_MUTANTS, name);
const write = (name, content) => fs.writeFileSync(note(name), JSON.stringify(content));
const read = (name) => JSON.parse(fs.readFileSync(note(name), "utf8"));

/** Mutants after which it is told how far the run has come. */
const TELL_EVERY = 50;

class Sampler {
  done = 0;

  onMutationTestingPlanReady({ mutantPlans }) {
    const wanted = new Set(read("sample"));
    // Around and within a mutant of the sample there are others, because Stryker takes ranges of code.
    const plans = mutantPlans.filter(({ mutant }) =>
      wanted.has(keyOf({ ...mutant, fileName: fromRoot(mutant.fileName) })),
    );
    this.sample = new Set(plans.filter(({ plan }) => plan === "Run").map(({ mutant }) => mutant.id));
    write("ids", [...this.sample]);
    console.log(`${this.sample.size} mutants are tried. Those that no test notices:`);
  }

  onMutantTested(result) {
    if (!this.sample?.has(result.id)) return;
    if (MISSED.includes(result.status)) console.log(described(result));
    this.done += 1;
    if (this.done % TELL_EVERY === 0) console.log(`... ${this.done} of ${this.sample.size}`);
  }
}

/** Test files by the name of a test, each with the time its tests take. */
function filesOf({ tests }) {
  const took = {};
  const files = {};
  for (const { id, fileName, timeSpentMs } of tests) {
    took[fileName] = (took[fileName] ?? 0) + timeSpentMs;
    files[id] = [...(files[id] ?? []), fileName];
  }
  return { took, files };
}

function createRunner(injector) {
  const runner = jestPlugins[0].factory(injector);
  const run = runner.run.bind(runner);
  const dryRun = runner.dryRun.bind(runner);
  const mutantRun = runner.mutantRun.bind(runner);
  let only;
  runner.run = (settings) => run(only ? { ...settings, testFiles: [only] } : settings);
  runner.dryRun = async (options) => {
    const result = await dryRun(options);
    if (result.status === "complete") write("files", filesOf(result));
    return result;
  };
  let known;
  runner.mutantRun = async (options) => {
    known ??= { ...read("files"), sample: new Set(read("ids")) };
    // An error counts neither as killed nor as survived.
    if (!known.sample.has(options.activeMutant.id)) return { status: "error", errorMessage: "not in the sample" };
    const { fileName } = options.activeMutant;
    const inFormulas = FORMULAS.some((folder) => fileName.includes(`${folder}/`));
    const files = [...new Set((options.testFilter ?? []).flatMap((id) => known.files[id]))]
      .filter((file) => inFormulas || !file.endsWith("formulas.cjs"))
      .sort((a, b) => known.took[a] - known.took[b]);
    let result = { status: "survived", nrOfTests: 0 };
    for (only of files) {
      const testFilter = options.testFilter.filter((id) => known.files[id].includes(only));
      result = await mutantRun({ ...options, testFilter });
      if (result.status !== "survived") break;
    }
    only = undefined;
    return result;
  };
  return runner;
}
createRunner.inject = ["$injector"];

export const strykerPlugins = [
  { kind: "Reporter", name: "sampler", injectableClass: Sampler },
  { kind: "TestRunner", name: "few-files", factory: createRunner },
];
