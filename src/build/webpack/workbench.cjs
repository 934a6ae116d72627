const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { base, root } = require("./shared.cjs");

/** The page that plays Excel. It is for development only and never deployed with the add-in. */
module.exports = function workbench(mode) {
  const config = base({ name: "workbench", mode, target: ["web", "es2022"], swcTarget: "es2022", output: "workbench" });
  return {
    ...config,
    entry: { workbench: "./src/workbench/main.ts" },
    output: {
      ...config.output,
      filename: "[name].js",
      chunkFilename: "[name].chunk.js",
      assetModuleFilename: "media/[name][ext]",
    },
    resolve: {
      ...config.resolve,
      alias: {
        // Its "browser" field names a bundle that needs owl as a global variable.
        "@odoo/o-spreadsheet$": path.join(root, "node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js"),
      },
    },
    module: {
      rules: [
        ...config.module.rules,
        { test: /\.css$/, use: [CssPlugin.loader, "css-loader"], sideEffects: true },
        { test: /\.(?:woff2?|ttf|eot|svg|png)$/, type: "asset/resource" },
        // o-spreadsheet's templates are passed on as text.
        { test: /\.xml$/, type: "asset/source" },
      ],
    },
    plugins: [
      new HtmlPlugin({ filename: "index.html", template: "./src/workbench/index.html", scriptLoading: "defer" }),
      new CssPlugin({ filename: "[name].css" }),
      new CopyPlugin({ patterns: [{ from: "assets/samples", to: "samples" }] }),
    ],
    performance: { hints: false },
  };
};
