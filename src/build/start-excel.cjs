// `npm run start:excel` serves the add-in over https at the address in manifest.xml and loads it into Excel on this machine. Ctrl+C removes
// it again. Reload the pane to see an edit.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const MANIFEST = path.join(root, "manifest.xml");
const PORT = 3000;

async function main() {
  if (process.platform !== "win32" && process.platform !== "darwin") {
    throw new Error(
      'Excel is needed, on Windows or a Mac. "npm start" shows the add-in without it.\n' +
        "需要 Windows 或 Mac 上的 Excel。没有 Excel 时请运行 npm start。",
    );
  }
  const server = await serve(await certificate());
  process.once("SIGINT", () => void stop(server));
  const status = await debugging("start", MANIFEST, "desktop", "--no-debug", "--no-live-reload");
  if (status !== 0) {
    await server.stop();
    throw new Error(`office-addin-debugging ended with status ${status}`);
  }
  console.log("Excel opens with QA Scorecard. Ctrl+C ends it. / Excel 将打开并加载质检计分。按 Ctrl+C 结束。");
}

/** Excel loads only trusted sites. The certificate comes from Office's own tool, which asks once before it is installed. */
async function certificate() {
  const folder = path.join(os.homedir(), ".office-addin-dev-certs");
  const files = { ca: "ca.crt", key: "localhost.key", cert: "localhost.crt" };
  const there = Object.values(files).every((file) => fs.existsSync(path.join(folder, file)));
  try {
    // The tool also renews an expired certificate. A machine that forbids installing can use the files alone.
    return await require("office-addin-dev-certs").getHttpsServerOptions();
  } catch (failure) {
    console.warn(`No certificate could be installed: ${failure.message}`);
    if (there) {
      return Object.fromEntries(
        Object.entries(files).map(([key, file]) => [key, fs.readFileSync(path.join(folder, file))]),
      );
    }
    console.warn("Going on with one of our own; Excel will not load the add-in before it is trusted.");
    return undefined;
  }
}

async function serve(options) {
  const webpack = require("webpack");
  const WebpackDevServer = require("webpack-dev-server");
  const [addin] = require(path.join(root, "webpack.config.js"))({}, { mode: "development" });
  const compiler = webpack(addin);
  const server = new WebpackDevServer(
    {
      server: { type: "https", options },
      host: "localhost",
      port: PORT,
      headers: { "Access-Control-Allow-Origin": "*" },
      // The pane's content security policy forbids the server's own script.
      client: false,
      hot: false,
      liveReload: false,
    },
    compiler,
  );
  const built = new Promise((resolve) => compiler.hooks.done.tap("start-excel", resolve));
  await server.start();
  if ((await built).hasErrors()) {
    await server.stop();
    throw new Error("The build failed; see above.");
  }
  return server;
}

async function stop(server) {
  await debugging("stop", MANIFEST, "desktop");
  await server.stop();
  process.exit(0);
}

function debugging(...args) {
  const cli = require.resolve("office-addin-debugging/cli.js", { paths: [root] });
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" })
      .on("error", reject)
      .on("exit", resolve);
  });
}

main().catch((failure) => {
  console.error(failure.message);
  process.exit(1);
});
