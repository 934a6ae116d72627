import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { parseAddress } from "../../src/core/cell/place";
import type { Locale } from "../../src/core/text/locale";
import type { ModelCell } from "../../src/workbench/host/model";
import type { WorkbenchWindow } from "../../src/workbench/workbench";
import { need } from "./programs";

const ROOT = path.resolve(__dirname, "../..");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PATIENCE = 20_000;

interface OpenOptions {
  readonly locale?: Locale;
  /** File name of a sample. */
  readonly sample?: string;
  readonly blanks?: "desktop" | "web";
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  /** The add-in's page. Each load makes a new one. */
  pane(): Frame;
  /** Waits until nothing is being opened or computed. */
  idle(): Promise<void>;
  /** Cells as the host reads them: the rows of a rectangle such as `B2:D9`, or one cell. */
  cells(sheet: string, address: string): Promise<ModelCell[][]>;
  /** Texts as shown. */
  texts(sheet: string, address: string): Promise<string[][]>;
  sheetNames(): Promise<string[]>;
  /** The cursor's cell, `Sheet!B2`. */
  cursor(): Promise<string>;
  /** Types into a cell like a person: goes there by the name box, types, presses Enter. */
  type(sheet: string, address: string, text: string): Promise<void>;
  /** A picture of the whole page, in dist/screenshots, and in assets/screenshots if QA_SCREENSHOTS is set. */
  picture(name: string): Promise<void>;
  /** Errors and warnings of the console, uncaught errors, and requests to other machines. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface BrowserSite {
  open(options?: OpenOptions): Promise<Workbench>;
  close(): Promise<void>;
}

/** Serves the built workbench and drives it in Chromium. It needs `npm run build`. */
export async function startBrowser(): Promise<BrowserSite> {
  const { serveBuilt } = require("../../src/workbench/server.cjs") as {
    serveBuilt(options: { dist?: string; port?: number }): Promise<{ url: string; close(): Promise<void> }>;
  };
  const dist = process.env["QA_DIST"] ?? path.join(ROOT, "dist");
  const server = await serveBuilt({ dist });
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath: need("chromium"), args: FLAGS });
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    open: (options = {}) => openWorkbench(browser, server.url, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function openWorkbench(browser: Browser, url: string, options: OpenOptions): Promise<Workbench> {
  const locale = options.locale ?? "en";
  const viewport = options.viewport ?? { width: 1280, height: 800 };
  const context = await browser.newContext({
    viewport,
    locale: locale === "en" ? "en-US" : "zh-CN",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = listen(page, url);
  const query = new URLSearchParams({
    ...(options.sample === undefined ? {} : { sample: options.sample }),
    ...(options.blanks === undefined ? {} : { blanks: options.blanks }),
  });
  await page.goto(`${url}/workbench/?${query}`);

  const workbench: Workbench = {
    page,
    complaints,
    pane() {
      const frame = page.frame({ name: "add-in" });
      if (frame === null) throw new Error("the page has no frame for the add-in");
      return frame;
    },
    async idle() {
      await page.waitForFunction(
        () => (window as unknown as WorkbenchWindow).qaWorkbench?.isIdle() === true,
        undefined,
        { timeout: PATIENCE },
      );
    },
    cells: (sheet, address) => readCells(page, sheet, address),
    async texts(sheet, address) {
      return (await readCells(page, sheet, address)).map((row) => row.map((cell) => cell.text));
    },
    sheetNames: () =>
      page.evaluate(() =>
        (window as unknown as WorkbenchWindow).qaWorkbench!.grid!.model.sheets().map(({ name }) => name),
      ),
    cursor: () => cursorOf(page),
    async type(sheet, address, text) {
      await goTo(page, sheet, address);
      // The first key opens the editor, which takes a frame. A person is slower than that.
      const first = text.charAt(0);
      if (/[ -~]/.test(first)) await page.keyboard.press(first);
      // No keyboard has a key for it; an input method would hand it over.
      else await page.keyboard.insertText(first);
      await page.waitForTimeout(150);
      await page.keyboard.type(text.slice(1), { delay: 20 });
      await page.keyboard.press("Enter");
      await workbench.idle();
    },
    picture: (name) => picture(page, `${name}.${locale}.png`),
    async close() {
      await context.close();
    },
  };
  await workbench.idle();
  return workbench;
}

function listen(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(?:blob|data):/.test(address)) complaints.push(`request: ${address}`);
  });
  return complaints;
}

interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function rectangleOf(address: string): Rectangle {
  const [first, last = first] = address.split(":");
  const start = parseAddress(first!);
  const end = parseAddress(last!);
  if (start === undefined || end === undefined) throw new Error(`${address} is no address`);
  return { ...start, rows: end.row - start.row + 1, columns: end.column - start.column + 1 };
}

function readCells(page: Page, sheet: string, address: string): Promise<ModelCell[][]> {
  return page.evaluate(
    ([name, rect]) => {
      const { model } = (window as unknown as WorkbenchWindow).qaWorkbench!.grid!;
      const found = model.sheets().find((each) => each.name === name);
      if (found === undefined) throw new Error(`there is no sheet ${name}`);
      return model.read(found.id, rect);
    },
    [sheet, rectangleOf(address)] as const,
  );
}

async function cursorOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { model } = (window as unknown as WorkbenchWindow).qaWorkbench!.grid!;
    const { name } = model.sheets().find(({ id }) => id === model.activeSheet())!;
    const { row, column } = model.selection();
    let letters = "";
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    }
    return `${name}!${letters}${row + 1}`;
  });
}

async function goTo(page: Page, sheet: string, address: string): Promise<void> {
  await page.locator(".o-sheet", { hasText: sheet }).first().click();
  const nameBox = page.locator(".o-named-range-selector input");
  await nameBox.click();
  await nameBox.fill(address);
  await nameBox.press("Enter");
  const wanted = `${sheet}!${address}`;
  const deadline = Date.now() + PATIENCE;
  while ((await cursorOf(page)) !== wanted) {
    if (Date.now() > deadline) throw new Error(`the cursor is at ${await cursorOf(page)}, not at ${wanted}`);
    await page.waitForTimeout(20);
  }
}

async function picture(page: Page, file: string): Promise<void> {
  const folders = [path.join(ROOT, "dist/screenshots")];
  if (process.env["QA_SCREENSHOTS"]) folders.push(path.join(ROOT, "assets/screenshots"));
  // Without the blinking cursor and half-way animations, two runs give the same picture.
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, file), animations: "disabled", caret: "hide" });
  }
}
