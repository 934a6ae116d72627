// Runs after `npm install` in a clone, so that `npx qa-scorecard` works at once. A failed build must not fail the install, for example
// without development packages or in a half-edited tree. So this only reports it.
const { execFileSync } = require("node:child_process");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");

function webpackCli() {
  try {
    return require.resolve("webpack-cli/bin/cli.js", { paths: [root] });
  } catch {
    return undefined;
  }
}

const cli = webpackCli();
if (cli === undefined) {
  console.log("qa-scorecard: not built, because development packages are not installed.");
} else {
  try {
    execFileSync(process.execPath, [cli, "--mode", "production", "--config-name", "cli"], { cwd: root, stdio: "pipe" });
  } catch (failure) {
    console.log(`qa-scorecard: not built; "npm run build" shows why. ${firstLine(failure)}`);
  }
}

function firstLine(failure) {
  const output = `${failure.stdout ?? ""}${failure.stderr ?? ""}` || String(failure.message);
  return output.split("\n").find((line) => line.trim() !== "") ?? "";
}
