// `npm test` runs everything that must hold, cheapest first, up to the first failing step. With `-- --long` it also runs the heavy tests
// that rarely change. The last line counts the tests of all runs of jest.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const tally = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-tests-")), "tally");

const STEPS = [
  ["programs that the tests need", "node", "src/build/preflight.cjs"],
  ["generated files are up to date", "npm", "run", "-s", "gen", "--", "--check"],
  ["types", "npm", "run", "-s", "types"],
  ["style", "npm", "run", "-s", "lint"],
  ["unit and contract tests", "npm", "run", "-s", "test:unit"],
  ["build, then tests with browser and LibreOffice", "npm", "run", "-s", "test:full"],
  ...(process.argv.includes("--long") ? [["long tests", "npm", "run", "-s", "test:long"]] : []),
];

function run([title, command, ...args]) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  // On Windows npm is a script, which only a shell can start. The arguments are our own and need no escaping.
  const shell = process.platform === "win32";
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell,
    env: { ...process.env, QA_TEST_TALLY: tally },
  });
  console.log(`   ${status === 0 ? "done" : "FAILED"} after ${Math.round((performance.now() - started) / 1000)} s`);
  return status === 0;
}

function counts() {
  const lines = fs.existsSync(tally) ? fs.readFileSync(tally, "utf8").trim().split("\n") : [];
  fs.rmSync(path.dirname(tally), { recursive: true });
  return lines
    .map((line) => JSON.parse(line))
    .reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
      passed: 0,
      failed: 0,
    });
}

const failed = STEPS.find((step) => !run(step));
const { passed, failed: failures } = counts();
if (failed) console.log(`\nStopped: ${failed[0]}`);
console.log(`\nTests: ${passed} passed, ${failures} failed`);
process.exitCode = failed ? 1 : 0;
