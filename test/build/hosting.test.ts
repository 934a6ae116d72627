import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkHost, listen } from "../support/check-host";
import { root } from "../support/site";

const folder = path.join(root, "dist/addin");
const { routes } = JSON.parse(readFileSync(path.join(folder, "staticwebapp.config.json"), "utf8")) as {
  routes: { route: string; headers: Record<string, string> }[];
};

/** Serves what was built, with the headers of its own header file or without. */
async function checked(withHeaders: boolean) {
  const { origin, close } = await listen((request, response) => {
    const file = path.join(folder, new URL(request.url!, "http://localhost").pathname);
    const { headers = {} } =
      routes.find(({ route }) =>
        route.endsWith("*") ? request.url!.startsWith(route.slice(0, -1)) : request.url === route,
      ) ?? {};
    if (!existsSync(file)) response.writeHead(404).end();
    else response.writeHead(200, withHeaders ? headers : {}).end(readFileSync(file));
  });
  try {
    return await checkHost(origin);
  } finally {
    await close();
  }
}

test("what was built is sound on a host with the headers of its own header files", async () => {
  expect(await checked(true)).toEqual({ status: 0, out: "Excel can load the add-in from there.\n", err: "" });
});

test("without them Excel on the web would show no function, and that is told for each language", async () => {
  const { status, out } = await checked(false);
  expect(status).toBe(1);
  expect(out.match(/functions\S*\.json answers a page of \S+ without Access-Control-Allow-Origin/g)).toHaveLength(2);
});

test.each([
  "_headers",
  ".htaccess",
  "web.config",
  "vercel.json",
  "staticwebapp.config.json",
  "nginx.headers.conf",
  "s3-cors.json",
])("%s lies beside the add-in and lets everybody read the metadata", (file) => {
  const text = readFileSync(path.join(folder, file), "utf8");
  if (file === "s3-cors.json") expect(text).toContain('"AllowedOrigins": [\n        "*"');
  else for (const part of ["functions", "functions-zh-CN", "Access-Control-Allow-Origin"]) expect(text).toContain(part);
});
