const cli = require("./cli.cjs");
const { base } = require("./shared.cjs");

const config = base({ name: "bench", mode: "production", target: "node20", swcTarget: "es2022", output: "bench" });

/** The benchmark with the product's code, built like the add-in and never shipped. The command that it runs is included. */
module.exports = [
  {
    ...config,
    entry: {
      main: "./test/bench/main.ts",
      rival: "./test/bench/file-rival.ts",
      usage: "./test/bench/file-usage.ts",
    },
    output: { ...config.output, filename: "[name].js" },
    // SheetJS as installed, not rewritten by a bundler.
    externals: { xlsx: "commonjs xlsx" },
    performance: { hints: false },
  },
  cli("production"),
];
