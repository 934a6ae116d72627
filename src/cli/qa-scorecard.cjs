#!/usr/bin/env node
// The command as it is installed. Everything it does is built into one file, so that it starts without a compiler.
const fs = require("node:fs");
const path = require("node:path");

const main = path.resolve(__dirname, "../../dist/cli/main.js");

if (fs.existsSync(main)) {
  require(main);
} else {
  console.error(
    'qa-scorecard is not built yet: run "npm run build" in its folder. / 尚未构建，请在其目录中运行 "npm run build"。',
  );
  process.exitCode = 2;
}
