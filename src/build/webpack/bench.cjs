const { base } = require("./shared.cjs");

const config = base({ name: "bench", mode: "production", target: "node20", swcTarget: "es2022", output: "bench" });

/** The benchmark with the product's code in it, built as the add-in is; never part of what ships. */
module.exports = {
  ...config,
  entry: { main: "./test/bench/main.ts" },
  output: { ...config.output, filename: "[name].js" },
  performance: { hints: false },
};
