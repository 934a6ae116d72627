// `npm run test:times [-- core pane ...]` shows the processor seconds of each test folder beside its budget in test/README.md. It never
// fails, because the speed of a machine says nothing about the product.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");

/** The budgets of the README: folder and seconds, from rows such as `| \`unit/core\` | core | what it is | 10 |`. */
function budgetsIn(readme) {
  return [...readme.matchAll(/^\| `([\w/-]+)` +\| [a-z].*\|\s*(\d+) *\|$/gm)].map(([, folder, seconds]) => ({
    folder,
    seconds: Number(seconds),
  }));
}

/** Lines of test/support/cpu-log.cjs. Each is a process's sum so far, so differences give the time of each file. */
function timesIn(log) {
  const before = new Map();
  return (
    log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ process: id, file, cpu }) => {
        const took = cpu - (before.get(id) ?? 0);
        before.set(id, cpu);
        return { file: path.relative(path.join(root, "test"), file).split(path.sep).join("/"), took };
      })
      // A test in a copy of the repository counts at its parent, as the time of its children.
      .filter(({ file }) => !file.startsWith("../"))
  );
}

const tenths = (seconds) => String(Math.round(seconds * 10) / 10).padStart(8);

function table(times, budgets) {
  const sums = new Map();
  for (const { file, took } of times) {
    const [home] = budgets
      .filter(({ folder }) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length);
    const name = home?.folder ?? "(no budget)";
    sums.set(name, (sums.get(name) ?? 0) + took);
  }
  const row = (name, took, most) => `${name.padEnd(20)}${tenths(took)}${String(most).padStart(8)}`;
  const rows = [...sums].map(([name, took]) => {
    const most = budgets.find(({ folder }) => folder === name)?.seconds ?? 0;
    return `${row(name, took, most)}${took > most ? "  over" : ""}`;
  });
  return [`${"folder".padEnd(20)}${"CPU s".padStart(8)}${"budget".padStart(8)}`, ...rows.sort()].join("\n");
}

function main(projects) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-times-"));
  const log = path.join(folder, "log");
  const jest = path.join(root, "node_modules/jest/bin/jest.js");
  const wanted = projects.length > 0 ? projects : ["core", "pane", "unit"];
  const { status } = spawnSync(process.execPath, [jest, "--maxWorkers=100%", "--selectProjects", ...wanted], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, QA_TEST_CPU: log },
  });
  const times = timesIn(fs.readFileSync(log, "utf8"));
  fs.rmSync(folder, { recursive: true });
  const slowest = [...times].sort((a, b) => b.took - a.took).slice(0, 10);
  console.log(`\n${table(times, budgetsIn(fs.readFileSync(path.join(root, "test/README.md"), "utf8")))}`);
  console.log(`\nslowest\n${slowest.map(({ file, took }) => `${tenths(took)}  ${file}`).join("\n")}`);
  process.exitCode = status ?? 1;
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { budgetsIn, timesIn, table };
