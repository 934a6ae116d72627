const { createHash } = require("node:crypto");
const path = require("node:path");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const root = path.resolve(__dirname, "../../..");

/** The origin in manifest.xml, in functions*.json and in the reference, which are all made for development. */
const DEVELOPMENT_ORIGIN = "https://localhost:3000";

// Copies of the project may share one node_modules. The mark keeps their cached files apart.
const ROOT_MARK = createHash("sha256").update(root).digest("hex").slice(0, 8);

/** The common part of all bundles. `target` is a webpack target, `swcTarget` an ECMAScript version; `formulas` keeps those of the methods. */
function base({ name, mode, target, swcTarget, output, formulas = false }) {
  const production = mode === "production";
  return {
    name,
    mode,
    target,
    context: root,
    // Never eval: the content security policy of the pane forbids it.
    devtool: production ? false : "source-map",
    output: { path: path.join(root, "dist", output), clean: true },
    resolve: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
              target: swcTarget,
            },
          },
        },
        ...(production
          ? [
              {
                test: /\.ts$/,
                exclude: /node_modules/,
                loader: path.join(__dirname, "strip-definitions.cjs"),
                options: { formulas },
              },
            ]
          : []),
      ],
    },
    optimization: {
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          extractComments: false,
          // Functions stay where they are. Moved into their only caller they are made anew, and compiled anew, with each call of it: cells to
          // cells costs 1.25 times as much, at 40,000 agents.
          minimizerOptions: { compress: { reduce_vars: false, inline: 0 } },
        }),
      ],
    },
    cache: {
      type: "filesystem",
      cacheDirectory: path.join(root, "node_modules/.cache/webpack"),
      name: `${name}-${mode}-${ROOT_MARK}`,
      buildDependencies: {
        config: [
          __filename,
          path.join(root, "src/build/definition-folders.json"),
          path.join(__dirname, "strip-definitions.cjs"),
          path.join(__dirname, `${name}.cjs`),
          path.join(root, "webpack.config.js"),
        ],
      },
    },
    infrastructureLogging: { level: "warn" },
    stats: "errors-warnings",
  };
}

module.exports = { DEVELOPMENT_ORIGIN, base, root };
