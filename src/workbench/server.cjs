const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

/**
 * Serves the page on plain http:
 *   /                 redirects to /workbench/ and keeps the query
 *   /workbench/...    the workbench
 *   /office/...       the genuine office.js, straight from node_modules, never copied
 *   everything else   the add-in as it is deployed, addresses as in manifest.xml
 * Only pages of the add-in are changed on their way. Their office.js comes from here instead of Microsoft's network, and one
 * script before it plays the window of Excel. The add-in's own files stay as they were built.
 */

const ROOT = path.resolve(__dirname, "../..");
const OFFICE = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const OFFICE_ADDRESS = /https:\/\/appsforoffice\.microsoft\.com\/lib\/1(?:\.1)?\/hosted\//g;
const BOOTSTRAP = '<script src="/workbench/bootstrap.js"></script>';

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".eot": "application/vnd.ms-fontobject",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "text/xml; charset=utf-8",
};

/** Puts the bootstrap and the local office.js into a page of the add-in. Pages without office.js stay unchanged. */
function withWorkbenchScripts(html) {
  const local = html.replace(OFFICE_ADDRESS, "/office/");
  return local === html ? html : local.replace(/<script[^>]+src="\/office\//, (tag) => `${BOOTSTRAP}\n    ${tag}`);
}

/**
 * `read(folder, name)` gives the bytes of a built file, or undefined. The folder is "addin" or "workbench". Returns a connect middleware
 * that passes on unknown addresses.
 */
function workbenchMiddleware(read) {
  return function serveWorkbench(request, response, next) {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const name = nameOf(request.url);
    if (name === undefined) return answer(response, 400, "text/plain; charset=utf-8", "Not an address");
    if (name === "/") {
      response.writeHead(302, { location: `/workbench/${/\?[^#]*/.exec(request.url)?.[0] ?? ""}` });
      return response.end();
    }
    const bytes = find(name.endsWith("/") ? `${name}index.html` : name, read);
    if (bytes === undefined) return next();
    const type = TYPES[path.posix.extname(name.endsWith("/") ? "index.html" : name)] ?? "application/octet-stream";
    const isPage = type.startsWith("text/html") && !name.startsWith("/workbench/");
    return answer(response, 200, type, isPage ? withWorkbenchScripts(bytes.toString("utf8")) : bytes);
  };
}

/** The requested file, without any `..`. Undefined for a malformed address and for one with a meaning on Windows only. */
function nameOf(address) {
  const [pathname] = address.split(/[?#]/, 1);
  try {
    const name = path.posix.normalize(decodeURIComponent(pathname));
    return name.startsWith("/") && !/[\\\0]/.test(name) ? name : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function find(name, read) {
  if (name === "/workbench/bootstrap.js") return fs.readFileSync(path.join(__dirname, "seam/bootstrap.js"));
  if (name.startsWith("/workbench/")) return read("workbench", name.slice("/workbench/".length));
  if (name.startsWith("/office/")) return readFile(fs, path.join(OFFICE, name.slice("/office/".length)));
  return read("addin", name.slice(1));
}

/** `normalize` has removed every `..` from the name, so a file can only lie below its folder. */
function readFile(system, file) {
  try {
    return system.readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function answer(response, status, type, body) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}

/** Reads the output of `npm run build` from the disk. */
function readBuilt(dist = path.join(ROOT, "dist")) {
  return (folder, name) => readFile(fs, path.join(dist, folder, name));
}

/** Serves built files to people and to the browser tests. Port 0 takes any free one. */
function serveBuilt({ dist, port = 0 } = {}) {
  const middleware = workbenchMiddleware(readBuilt(dist));
  const server = http.createServer((request, response) =>
    middleware(request, response, () => answer(response, 404, "text/plain; charset=utf-8", "Not found")),
  );
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      const close = () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://localhost:${server.address().port}`, close });
    });
  });
}

module.exports = { serveBuilt };
