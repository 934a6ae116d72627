/*
 * Two plugins of Stryker, which by itself knows no sample and, for one mutant, loads every test file that is related to its file:
 * - a reporter that picks the sample once it is known which test meets which mutant;
 * - jest's runner, made to load only files with a test that meets the mutant, the fast ones first, up to the first that fails.
 * The runner works in processes of its own, so the two leave each other notes in the folder named by QA_MUTANTS.
 */
import { strykerPlugins as jestPlugins } from "@stryker-mutator/jest-runner";
import console from "node:console";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import folders from "./folders.cjs";
import sample from "./sample.cjs";
import verdict from "./verdict.cjs";

const note = (name) => path.join(process.env.QA_MUTANTS, name);
const write = (name, content) => fs.writeFileSync(note(name), JSON.stringify(content));
const read = (name) => JSON.parse(fs.readFileSync(note(name), "utf8"));

/** Mutants after which it is told how far the run has come. */
const TELL_EVERY = 50;

class Sampler {
  done = 0;

  onMutationTestingPlanReady({ mutantPlans }) {
    const mutants = mutantPlans
      .filter(({ plan }) => plan === "Run")
      .map(({ mutant }) => ({ ...mutant, fileName: verdict.fromRoot(mutant.fileName) }));
    const count = Number(process.env.QA_MUTANTS_SAMPLE) || Infinity;
    this.sample = new Set(sample.sampleOf(mutants, count, folders.folderOf).map(({ id }) => id));
    write("sample", [...this.sample]);
    console.log(`${this.sample.size} of ${mutants.length} mutants are tried. Those that no test notices:`);
  }

  onMutantTested(result) {
    if (!this.sample?.has(result.id)) return;
    if (verdict.MISSED.includes(result.status)) console.log(verdict.described(result));
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
    known ??= { ...read("files"), sample: new Set(read("sample")) };
    // An error counts neither as killed nor as survived.
    if (!known.sample.has(options.activeMutant.id)) return { status: "error", errorMessage: "not in the sample" };
    const { fileName } = options.activeMutant;
    const inFormulas = folders.FORMULAS.some((folder) => fileName.includes(`${folder}/`));
    const files = [...new Set((options.testFilter ?? []).flatMap((id) => known.files[id]))]
      .filter((file) => inFormulas || !file.endsWith("formulas.test.cjs"))
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
