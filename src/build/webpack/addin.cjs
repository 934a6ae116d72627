const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { base, root } = require("./shared.cjs");
const { chosenOffice, OfficePlugin } = require("./office-cdn.cjs");
const { chosenOrigin, withOrigin } = require("./origin.cjs");
const {
  buildMark,
  isOfAnotherVersion,
  ReleasePlugin,
  runtimeName,
  versionFolder,
  withVersion,
} = require("./release.cjs");

/**
 * The bundle that Excel loads. Its names are fixed, because Office caches them for up to a day and asks for the same name again. Only lazy
 * chunks carry a hash, and lie in a folder by version. After an update a page may hold entries of two builds, so each build has a runtime
 * of its own name.
 */
module.exports = function addin(mode) {
  const chosen = chosenOrigin();
  const mark = buildMark();
  const readdressed = (content) => withOrigin(content.toString(), chosen);
  const config = base({ name: "addin", mode, target: ["web", "es2020"], swcTarget: "es2020", output: "addin" });
  return {
    ...config,
    entry: {
      // This comes first and without React: a workbook full of formulas starts only this.
      functions: "./src/functions/index.ts",
      // One runtime and one copy of the core on the page: ribbon and pane build on the modules of the functions.
      taskpane: { import: ["./src/commands/index.ts", "./src/taskpane/index.ts"], dependOn: "functions" },
    },
    output: {
      ...config.output,
      clean: { keep: isOfAnotherVersion },
      filename: "[name].js",
      chunkFilename: `${versionFolder}/[name].[contenthash:8].js`,
      chunkLoadingGlobal: runtimeName(mark),
      uniqueName: runtimeName(mark),
      // Relative to the page: the copy of the functions in the folder of the version finds the same chunks.
      publicPath: "",
    },
    optimization: {
      ...config.optimization,
      splitChunks: {
        cacheGroups: {
          // Packages load beside the pane. A package that only a later chunk needs comes with that chunk.
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
        // These scripts are not deferred. office.js allows calls of functions as soon as the document is parsed, or at once if it is parsed
        // already. Deferred scripts run later, so a formula that Excel asks for in between would show #VALUE!.
        scriptLoading: "blocking",
        inject: "body",
      }),
      new OfficePlugin(chosenOffice(), HtmlPlugin),
      new ReleasePlugin({ base: chosen.base, mark }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons/*.png" },
          { from: "assets/reference", to: "assets/reference" },
          { from: "src/functions/functions*.json", to: "[name][ext]", transform: readdressed },
          { from: "manifest.xml", transform: (content) => withVersion(readdressed(content)) },
        ],
      }),
    ],
    performance: {
      hints: mode === "production" ? "warning" : false,
      maxEntrypointSize: 160 * 1024,
      maxAssetSize: 900 * 1024,
      assetFilter: (file) => file.endsWith(".js"),
    },
    // After a change of address, the cache of the old one must not be used.
    cache: { ...config.cache, version: chosen.base, buildDependencies: withOriginFile(config.cache.buildDependencies) },
  };
};

function withOriginFile(dependencies) {
  return { config: [...dependencies.config, path.join(root, "src/build/webpack/origin.cjs")] };
}
