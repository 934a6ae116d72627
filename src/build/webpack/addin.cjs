const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { base, root } = require("./shared.cjs");
const { chosenOrigin, withOrigin } = require("./origin.cjs");

/**
 * What Excel loads. Names are fixed because Office caches them for up to a day and looks for the same name again; only
 * lazily loaded chunks carry a hash.
 */
module.exports = function addin(mode) {
  const chosen = chosenOrigin();
  const readdressed = (content) => withOrigin(content.toString(), chosen);
  const config = base({ name: "addin", mode, target: ["web", "es2020"], swcTarget: "es2020", output: "addin" });
  return {
    ...config,
    entry: {
      // First and without React: a workbook full of formulas starts this much and no more.
      functions: "./src/functions/index.ts",
      // One runtime and one copy of the core on the page: ribbon and pane build on what the functions brought.
      taskpane: { import: ["./src/commands/index.ts", "./src/taskpane/index.ts"], dependOn: "functions" },
    },
    output: { ...config.output, filename: "[name].js", chunkFilename: "[name].[contenthash:8].js" },
    optimization: {
      ...config.optimization,
      splitChunks: {
        cacheGroups: {
          // Packages change less often than the pane: they keep their name, and stay in the browser's cache, from one release to the next.
          // What only a later chunk needs of them comes with that chunk.
          defaultVendors: { test: /node_modules/, name: "packages", chunks: ({ name }) => name === "pane" },
          // Formulas and pane share the reader of rules.
          ruleReader: {
            test: /[\\/]src[\\/]core[\\/]ruletext[\\/]/,
            name: "rule-reader",
            chunks: "async",
            enforce: true,
          },
        },
      },
    },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        // Not deferred: office.js says that functions may be called as soon as the document is parsed, or at once when it is parsed
        // already. Deferred scripts run after that, and a formula that Excel asks for in between would show #VALUE!.
        scriptLoading: "blocking",
        inject: "body",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons/*.png" },
          { from: "assets/reference", to: "assets/reference" },
          { from: "src/functions/functions*.json", to: "[name][ext]", transform: readdressed },
          { from: "manifest.xml", transform: readdressed },
        ],
      }),
    ],
    performance: {
      hints: mode === "production" ? "warning" : false,
      maxEntrypointSize: 160 * 1024,
      maxAssetSize: 900 * 1024,
      assetFilter: (file) => file.endsWith(".js"),
    },
    // A changed address must not be served from the cache of another one.
    cache: { ...config.cache, version: chosen.base, buildDependencies: withOriginFile(config.cache.buildDependencies) },
  };
};

function withOriginFile(dependencies) {
  return { config: [...dependencies.config, path.join(root, "src/build/webpack/origin.cjs")] };
}
