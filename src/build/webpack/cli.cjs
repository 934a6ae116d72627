const { base } = require("./shared.cjs");

/** The headless command: one CommonJS file for Node with everything in it. */
module.exports = function cli(mode) {
  const config = base({ name: "cli", mode, target: "node20", swcTarget: "es2022", output: "cli", formulas: true });
  return {
    ...config,
    entry: { main: "./src/cli/main.ts" },
    output: { ...config.output, filename: "[name].js", library: { type: "commonjs2" } },
    // Function names stay readable in a stack trace. Size does not matter on a disk.
    optimization: { minimize: false },
    performance: { hints: false },
  };
};
