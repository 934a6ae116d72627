import { readFileSync } from "node:fs";
import type http from "node:http";
import path from "node:path";
import { checkHost as check, listen } from "../../support/check-host";
import { root } from "../../support/site";

type Headers = Readonly<Record<string, string>>;
interface Rule {
  readonly file?: string;
  readonly folder?: string;
  readonly headers: Headers;
}

const { headerFiles, headerRules } = jest.requireActual<{
  headerRules: (files: { metadata: readonly string[]; entries: readonly string[] }) => readonly Rule[];
  headerFiles: (rules: readonly Rule[], path: string) => Readonly<Record<string, string>>;
}>("../../../src/build/hosting/headers.cjs");
const { withOrigin } = jest.requireActual<{
  withOrigin: (text: string, chosen: { origin: string; base: string }) => string;
}>("../../../src/build/webpack/origin.cjs");

const METADATA = ["functions.json", "functions-zh-CN.json"];
const RULES = headerRules({
  metadata: METADATA,
  entries: ["taskpane.html", "functions.js", "taskpane.js", "manifest.xml"],
});
const CHUNK = "versions/0.1.0/pane.0a1b2c3d.js";

/** A host that answers with the product's own header rules, changed by the test. */
interface Host {
  readonly headers?: (file: string, request: http.IncomingMessage) => Headers | undefined;
  readonly missing?: string;
  readonly body?: (file: string) => string | undefined;
  readonly status?: (file: string) => number | undefined;
  readonly folder?: string;
  /** The address that the manifest was built for, where it is another one. */
  readonly builtFor?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".html": "text/html",
  ".xml": "text/xml",
  ".png": "image/png",
};

function stated(file: string): Headers {
  const rule = RULES.find((each) => (each.file ? each.file === file : file.startsWith(`${each.folder}/`)));
  return rule?.headers ?? {};
}

async function serve({ headers = stated, missing, body, status, folder = "/", builtFor }: Host) {
  const { origin, close } = await listen((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    const file = pathname.startsWith(folder) ? pathname.slice(folder.length) : undefined;
    const content = file === undefined || file === missing ? undefined : (body?.(file) ?? contentOf(file));
    if (file === undefined || content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(status?.(file) ?? 200, {
      "content-type": TYPES[path.extname(file)] ?? "text/plain",
      ...headers(file, request),
    });
    response.end(content);
  });
  const url = `${origin}${folder.replace(/\/$/, "")}`;
  const base = builtFor ?? url;

  function contentOf(file: string): string | undefined {
    if (file === "manifest.xml")
      return withOrigin(readFileSync(path.join(root, file), "utf8"), { origin: new URL(base).origin, base });
    if (METADATA.includes(file)) return readFileSync(path.join(root, "src/functions", file), "utf8");
    if (file === "release.json")
      return JSON.stringify({ version: "0.1.0", files: ["functions.js", "taskpane.js", CHUNK] });
    return TYPES[path.extname(file)] ? "content" : undefined;
  }
  return { url, close };
}

async function checked(host: Host, ...args: string[]) {
  const server = await serve(host);
  try {
    return await check(`${server.url}/`, ...args);
  } finally {
    await server.close();
  }
}

test.each<[string, Host]>([
  ["with the product's headers", {}],
  ["in a folder of a site", { folder: "/teams/qa/" }],
  ["a trial of a build for another address", { builtFor: "https://localhost:3000" }],
  [
    "a host that names whoever asks",
    {
      headers: (file, { headers: { origin } }) => ({
        ...stated(file),
        ...(origin ? { "Access-Control-Allow-Origin": origin } : {}),
      }),
    },
  ],
])("sound: %s", async (_name, host) => {
  expect(await checked(host)).toEqual({ status: 0, out: "Excel can load the add-in from there.\n", err: "" });
});

const without = (name: string) => (file: string) =>
  Object.fromEntries(Object.entries(stated(file)).filter(([key]) => key !== name));
const also = (of: string, more: Headers) => (file: string) => ({ ...stated(file), ...(file === of ? more : {}) });

test.each<[string, Host, readonly RegExp[]]>([
  [
    "no CORS header at all",
    { headers: without("Access-Control-Allow-Origin") },
    [
      /functions\.json answers a page of https:\/\/excel\.officeapps\.live\.com without Access-Control-Allow-Origin\..+#NAME\?.+dist\/addin/,
      /functions-zh-CN\.json answers/,
    ],
  ],
  [
    "CORS for one page of Excel only",
    { headers: also("functions.json", { "Access-Control-Allow-Origin": "https://excel.officeapps.live.com" }) },
    [
      /functions\.json answers a page of https:\/\/euc-excel\S+ with Access-Control-Allow-Origin: https:\/\/excel\.office/,
    ],
  ],
  [
    "metadata behind a login",
    {
      status: (file) => (file === "functions.json" ? 302 : undefined),
      headers: also("functions.json", { location: "/login" }),
    },
    [/functions\.json leads on to \/login/],
  ],
  [
    "a page instead of metadata",
    { body: (file) => (file === "functions.json" ? "<html>" : undefined) },
    [/functions\.json holds no functions/],
  ],
  ["a chunk is missing", { missing: CHUNK }, [/versions\/0\.1\.0\/pane\.0a1b2c3d\.js answers 404\..+delete nothing/]],
  ["an icon is missing", { missing: "assets/icons/icon-32.png" }, [/icon-32\.png answers 404/]],
  [
    "a start page instead of a chunk",
    { headers: also(CHUNK, { "content-type": "text/html" }) },
    [/pane\.0a1b2c3d\.js is sent as text\/html/],
  ],
  [
    "the pane may not be framed",
    { headers: also("taskpane.html", { "X-Frame-Options": "SAMEORIGIN" }) },
    [/taskpane\.html is sent with X-Frame-Options: SAMEORIGIN/],
  ],
  [
    "the pane may be framed by itself only",
    { headers: also("taskpane.html", { "Content-Security-Policy": "frame-ancestors 'self'" }) },
    [/frame-ancestors 'self'/],
  ],
  [
    "an entry is kept for a year",
    { headers: also("functions.js", { "Cache-Control": "max-age=31536000" }) },
    [/functions\.js is sent with Cache-Control: max-age=31536000.+no-cache/],
  ],
  ["no add-in", { missing: "manifest.xml" }, [/manifest\.xml answers 404/]],
  [
    "files of two builds",
    { body: (file) => (file === "release.json" ? '{"version":"0.2.0","files":[]}' : undefined) },
    [/manifest\.xml has version 0\.1\.0\.0, the files 0\.2\.0/],
  ],
])("told: %s", async (_name, host, expected) => {
  const { status, out } = await checked(host);
  const said = out.trimEnd().split("\n");
  expect([status, said.length]).toEqual([1, expected.length]);
  expected.forEach((pattern, index) => expect(said[index]).toMatch(pattern));
});

test("problems are told in Chinese as well", async () => {
  const { status, out } = await checked({ headers: without("Access-Control-Allow-Origin") }, "--lang", "zh-CN");
  expect(status).toBe(1);
  expect(out).toMatch(/functions\.json 对 https:\S+ 的页面没有返回 Access-Control-Allow-Origin。网页版 Excel/);
});

test.each([[[]], [["nowhere"]], [["ftp://files.example.com"]]])("%j is no address", async (args) => {
  expect(await check(...args)).toMatchObject({
    status: 2,
    out: "",
    err: expect.stringContaining("no address of an add-in"),
  });
});

test("plain http is told, and so is a host that does not answer", async () => {
  expect(await check("http://files.example.com")).toMatchObject({
    status: 1,
    out: expect.stringContaining("https only"),
  });
  const { url, close } = await serve({});
  await close();
  expect(await check(url)).toMatchObject({
    status: 1,
    out: expect.stringMatching(/manifest\.xml does not answer \(ECONN/),
  });
});

describe("header files", () => {
  const files = headerFiles(RULES, "/teams/qa/");

  test("say the same to every host: the metadata for everybody, entries anew, versions for ever", () => {
    const { routes } = JSON.parse(files["staticwebapp.config.json"]!) as {
      routes: { route: string; headers: Headers }[];
    };
    expect(Object.fromEntries(routes.map(({ route, headers }) => [route, headers]))).toEqual({
      "/teams/qa/functions.json": { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" },
      "/teams/qa/functions-zh-CN.json": { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" },
      "/teams/qa/taskpane.html": { "Cache-Control": "no-cache" },
      "/teams/qa/functions.js": { "Cache-Control": "no-cache" },
      "/teams/qa/taskpane.js": { "Cache-Control": "no-cache" },
      "/teams/qa/manifest.xml": { "Cache-Control": "no-cache" },
      "/teams/qa/versions/*": { "Cache-Control": "public, max-age=31536000, immutable" },
    });
  });

  test.each([
    ["_headers", "/teams/qa/functions.json\n  Access-Control-Allow-Origin: *\n"],
    ["_headers", "/teams/qa/versions/*\n  Cache-Control: public, max-age=31536000, immutable\n"],
    ["vercel.json", '"source": "/teams/qa/versions/(.*)"'],
    [".htaccess", '<FilesMatch "^functions\\.json$">\n    Header set Access-Control-Allow-Origin "*"\n'],
    ["web.config", '<location path="functions-zh-CN.json">'],
    ["web.config", '<add name="Access-Control-Allow-Origin" value="*" />'],
    [
      "nginx.headers.conf",
      'location = /teams/qa/functions.json {\n  add_header Access-Control-Allow-Origin "*" always;\n',
    ],
    ["s3-cors.json", '"AllowedOrigins"'],
  ])("%s holds %j", (name, part) => {
    expect(files[name]).toContain(part);
  });
});
