import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface Served {
  readonly url: string;
  close(): Promise<void>;
}
const { serveBuilt } = require("../../../src/workbench/server.cjs") as {
  serveBuilt(options: { dist: string; port?: number }): Promise<Served>;
};

const PAGE = `<html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head></html>`;

let dist: string;
let served: Served;

beforeAll(async () => {
  dist = mkdtempSync(path.join(tmpdir(), "workbench-"));
  mkdirSync(path.join(dist, "addin"));
  mkdirSync(path.join(dist, "workbench"));
  writeFileSync(path.join(dist, "secret.txt"), "outside");
  writeFileSync(path.join(dist, "addin/taskpane.html"), PAGE);
  writeFileSync(path.join(dist, "addin/plain.html"), "<html></html>");
  writeFileSync(path.join(dist, "addin/functions.js"), "// https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  writeFileSync(path.join(dist, "workbench/index.html"), "workbench");
  served = await serveBuilt({ dist });
});
afterAll(async () => {
  await served.close();
  rmSync(dist, { recursive: true });
});

const get = async (address: string) => {
  const response = await fetch(served.url + address);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

test("the root leads to the workbench", async () => {
  expect(await get("/")).toMatchObject({ status: 200, text: "workbench" });
  expect(await get("//")).toMatchObject({ status: 200, text: "workbench" });
  expect(await get("/workbench/?lang=zh-CN")).toMatchObject({ status: 200, text: "workbench" });
});

test.each(["", "?sample=a.xlsx&lang=zh-CN"])("the root keeps its query: %s", async (query) => {
  const response = await fetch(`${served.url}/${query}`, { redirect: "manual" });
  expect(response.headers.get("location")).toBe(`/workbench/${query}`);
});

test("a page of the add-in gets the bootstrap and the local office.js, in this order", async () => {
  const { text } = await get("/taskpane.html");
  expect(text.indexOf("/workbench/bootstrap.js")).toBeGreaterThan(0);
  expect(text.indexOf("/workbench/bootstrap.js")).toBeLessThan(text.indexOf("/office/office.js"));
  expect(text).not.toContain("https://appsforoffice");
});

test("everything else of the add-in comes as it was built", async () => {
  expect((await get("/plain.html")).text).toBe("<html></html>");
  expect((await get("/functions.js")).text).toContain("https://appsforoffice.microsoft.com");
});

test("office.js comes from the package", async () => {
  const { status, type, text } = await get("/office/office.js");
  expect([status, type]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(text).toContain("Office JavaScript API library");
});

test.each([
  "/nothing.js",
  "/..%2fsecret.txt",
  "/workbench/..%2f..%2fsecret.txt",
  "/office/..%2f..%2fpackage.json",
  "/addin",
])("there is no %s", async (address) => {
  expect((await get(address)).status).toBe(404);
});

test.each(["/%E0%A4%A", "/..%5csecret.txt", "/a%00b"])("%s is refused", async (address) => {
  expect((await get(address)).status).toBe(400);
});

test("a port that is taken is an error that says so", async () => {
  const port = Number(new URL(served.url).port);
  await expect(serveBuilt({ dist, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
