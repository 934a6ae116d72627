// `npm start` builds the add-in and the workbench, serves both on plain http, and builds again after each edit.
// A development build takes half the time of a production one and shows the sources in the browser's tools.
//   --port 3000   another port; without it the next free one from 3000 on
//   --no-open     leave the browser alone (also BROWSER=none)
const { spawn } = require("node:child_process");
const path = require("node:path");
const { parseArgs } = require("node:util");

const root = path.resolve(__dirname, "../..");
// Separate from the output of `npm run build`, so that a running workbench and the tests do not meet.
const DIST = path.join(root, "dist/development");
const FIRST_PORT = 3000;
const PORTS_TRIED = 20;

async function main() {
  const { values } = parseArgs({ options: { port: { type: "string" }, "no-open": { type: "boolean" } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
    throw new Error(`--port is "${values.port}"; it must be a number from 0 to 65535`);
  }
  const started = performance.now();
  await buildAndWatch();
  const seconds = Math.round((performance.now() - started) / 1000);
  const { url } = await serve(port);
  console.log(`Built in ${seconds} s. / 已构建，用时 ${seconds} 秒。

  QA Scorecard workbench: ${url}
  质检计分工作台：${url}

  It is not Excel, but it runs the whole add-in. Press Ctrl+C to stop.
  工作台不是 Excel，但可以运行完整的加载项。按 Ctrl+C 停止。
`);
  if (!values["no-open"] && process.env.BROWSER !== "none") openBrowser(url);
}

/** Resolves when both bundles are built. Later builds only report errors. */
function buildAndWatch() {
  const { ProgressPlugin, webpack } = loadWebpack();
  const configurations = require(path.join(root, "webpack.config.js"))({}, { mode: "development" })
    .filter(({ name }) => name === "addin" || name === "workbench")
    .map((config) => ({ ...config, output: { ...config.output, path: path.join(DIST, config.name) } }));
  const compiler = webpack(configurations);
  const progress = progressLine();
  new ProgressPlugin((share) => progress.show(share)).apply(compiler);
  return new Promise((resolve, reject) => {
    let first = true;
    compiler.watch({ aggregateTimeout: 100 }, (failure, stats) => {
      progress.end();
      if (failure) return reject(failure);
      const wrong = stats.hasErrors();
      if (wrong) console.error(stats.toString({ preset: "errors-only", colors: process.stdout.isTTY }));
      if (!first)
        console.log(wrong ? "Not built. / 构建失败。" : "Built again; reload the page. / 已重新构建，请刷新页面。");
      else if (wrong) return reject(new Error("The build failed; see above. / 构建失败，见上文。"));
      first = false;
      resolve();
    });
  });
}

function loadWebpack() {
  try {
    const webpack = require("webpack");
    return { webpack, ProgressPlugin: webpack.ProgressPlugin };
  } catch {
    throw new Error('Packages are missing: run "npm install" first. / 缺少依赖包：请先运行 npm install。');
  }
}

/** A line that changes on a terminal and stays in a log. */
function progressLine() {
  const words = "Building / 正在构建 ...";
  const terminal = process.stdout.isTTY;
  if (!terminal) console.log(words);
  let shown = -1;
  return {
    show(share) {
      const percent = Math.floor(share * 100);
      if (!terminal || percent === shown || percent === 100) return;
      shown = percent;
      process.stdout.write(`\r${words} ${percent} % `);
    },
    end() {
      if (terminal && shown >= 0) process.stdout.write("\r\u001b[K");
      shown = -1;
    },
  };
}

async function serve(wanted) {
  const { serveBuilt } = require("../workbench/server.cjs");
  if (wanted !== undefined) return serveBuilt({ dist: DIST, port: wanted });
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    try {
      return await serveBuilt({ dist: DIST, port });
    } catch (failure) {
      if (failure.code !== "EADDRINUSE") throw failure;
    }
  }
  throw new Error(
    `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all taken; name another one with --port.`,
  );
}

/** A server has no browser, and the printed address is enough there. */
function openBrowser(url) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  const browser = spawn(command, args, { detached: true, stdio: "ignore" });
  browser.on("error", () => console.log("Open this address in a browser. / 请在浏览器中打开上面的地址。"));
  browser.unref();
}

process.once("SIGINT", () => process.exit(0));

main().catch((failure) => {
  console.error(failure.message);
  process.exit(1);
});
