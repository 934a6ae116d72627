const cli = require("./cli.cjs");
const { base } = require("./shared.cjs");

const config = base({ name: "bench", mode: "production", target: "node20", swcTarget: "es2022", output: "bench" });

/** The benchmark with the product's code in it, built as the add-in is; never part of what ships. The command that it runs comes along. */
module.exports = [
  {
    ...config,
    entry: {
      main: "./test/bench/main.ts",
      rival: "./test/bench/file-rival.ts",
      usage: "./test/bench/file-usage.ts",
    },
    output: { ...config.output, filename: "[name].js" },
    // SheetJS as it is installed, not as a bundler makes it.
    externals: { xlsx: "commonjs xlsx" },
    performance: { hints: false },
  },
  cli("production"),
];
