import { readFileSync } from "node:fs";
import path from "node:path";
import { FAILURE_TEXT } from "../../src/workbook/failure";
import { CHECK_TEXT } from "../../src/taskpane/text/check";
import { openXlsx } from "../../src/xlsx";
import { readZip, unpack } from "../../src/xlsx/zip";
import { startBrowser, type BrowserSite, type Workbench } from "../support/browser";

jest.setTimeout(120_000);

const SAMPLE = path.resolve(__dirname, "../../assets/samples/hotline-agents.xlsx");

let browser: BrowserSite;
let workbench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
});

const write = (sheet: string, row: number, column: number, cells: unknown[][]) =>
  workbench.page
    .evaluate(
      ([name, top, left, content]) => {
        const { model } = (window as unknown as { qaWorkbench: { grid: { model: Model } } }).qaWorkbench.grid;
        model.write(model.sheets().find((each) => each.name === name)!.id, top, left, content);
      },
      [sheet, row, column, cells] as const,
    )
    .then(() => workbench.idle());

interface Model {
  sheets(): { id: string; name: string }[];
  write(sheetId: string, row: number, column: number, cells: readonly unknown[][]): void;
}

const openFile = (name: string, buffer: Buffer) =>
  workbench.page.setInputFiles('input[type="file"]', {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });

test("the pane leaves the corner that Excel lays its menu over, 34 pixels wide on a Mac", async () => {
  workbench = await browser.open();
  const group = workbench.pane().getByRole("group", { name: "Language" });
  await group.waitFor();
  const room = await group.evaluate((element) => window.innerWidth - element.getBoundingClientRect().right);
  expect(room).toBeGreaterThanOrEqual(34);
});

describe("custom functions in cells", () => {
  test("calculate however late the add-in's own script arrives", async () => {
    workbench = await browser.open();
    await workbench.page.route("**/functions.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await workbench.page.selectOption("#wb-language", "zh-CN");
    await workbench.pane().getByRole("tab", { name: "检查" }).waitFor();
    await workbench.idle();
    expect((await workbench.texts("Live", "C2"))[0]![0]).toMatch(/^\d+\.\d\d$/);
  });

  test("spill, follow an edit, show Excel's errors with their reason", async () => {
    workbench = await browser.open();
    await write("Live", 20, 0, [
      [{ formula: "=QA.LINEARSCORE(Metrics!F2:F301,80%,95%,15)" }, null, { formula: "=SUM(A21:A320)" }],
      [undefined, null, { formula: "=QA.LINEARSCORE(1,1,1,1)" }],
    ]);
    const points = (await workbench.cells("Live", "A21:A320")).map(([cell]) => cell!);
    const metrics = (await workbench.cells("Metrics", "F2:F301")).map(([cell]) => cell!.value);
    for (const [index, value] of metrics.entries()) {
      if (typeof value !== "number") continue;
      expect(points[index]!.value).toBeCloseTo(Math.min(1, Math.max(0, (value - 0.8) / 0.15)) * 15, 10);
    }
    const [sum] = (await workbench.cells("Live", "C21"))[0]!;
    expect(sum!.value).toBeCloseTo(
      points.reduce((total, { value }) => total + (typeof value === "number" ? value : 0), 0),
      8,
    );
    expect((await workbench.cells("Live", "C22"))[0]![0]).toMatchObject({ type: "Error", value: "#VALUE!" });

    await workbench.type("Metrics", "F3", "80");
    expect((await workbench.cells("Live", "A22"))[0]![0]!.value).toBe(0);
  });

  test("an empty cell is 0 on the desktop and null on the web", async () => {
    workbench = await browser.open();
    // Q200 is empty; a blank value gives a blank, a 0 gives points.
    await write("Live", 20, 0, [[{ formula: "=QA.LINEARSCORE(Q200,10,0,15)" }]]);
    expect((await workbench.cells("Live", "A21"))[0]![0]!.value).toBe(15);
    await workbench.page.selectOption("#wb-blanks", "web");
    await workbench.idle();
    expect((await workbench.cells("Live", "A21"))[0]![0]!.value).toBe("");
    await workbench.page.selectOption("#wb-blanks", "desktop");
    await workbench.idle();
    expect((await workbench.cells("Live", "A21"))[0]![0]!.value).toBe(15);
  });

  test("a rule in words scores in a cell, though its reader is only loaded then", async () => {
    workbench = await browser.open();
    await write("Live", 20, 0, [
      [{ formula: '=QA.RULESCORE(75,"60 分以下不得分，90 分以上满分，之间线性",10)' }],
      [{ formula: '=QA.RULESCORE(75,"90 and above earn all points",10)' }],
    ]);
    expect((await workbench.cells("Live", "A21"))[0]![0]!.value).toBe(5);
    expect((await workbench.cells("Live", "A22"))[0]![0]).toMatchObject({ type: "Error", value: "#VALUE!" });
  });

  test("structured references that are typed become plain ones", async () => {
    workbench = await browser.open();
    await write("Live", 20, 0, [[{ formula: "=COUNTA(Metrics[Agent ID])" }, { formula: "=Metrics[@Nope]" }]]);
    const [count, broken] = (await workbench.cells("Live", "A21:B21"))[0]!;
    expect(count).toMatchObject({ value: 900, formula: "=COUNTA(Metrics!$A$2:$A$901)" });
    expect(broken).toMatchObject({ type: "Error" });
  });

  test("they go on working with the pane closed", async () => {
    workbench = await browser.open();
    await workbench.page.getByRole("button", { name: "Close the pane" }).click();
    expect(await workbench.page.locator("iframe").isVisible()).toBe(false);
    await write("Live", 20, 0, [[{ formula: "=QA.LINEARSCORE(75,60,90,10)" }]]);
    expect((await workbench.cells("Live", "A21"))[0]![0]!.value).toBe(5);
    await workbench.page.getByRole("button", { name: "Open scorecard" }).click();
    expect(await workbench.page.locator("iframe").isVisible()).toBe(true);
  });
});

describe("files", () => {
  test.each([
    ["no zip at all", Buffer.from("not a workbook")],
    ["a zip that is cut off", readFileSync(SAMPLE).subarray(0, 20_000)],
    ["an empty file", Buffer.alloc(0)],
  ])("%s gives a plain message, and the open workbook stays", async (_name, bytes) => {
    workbench = await browser.open();
    await openFile("broken.xlsx", bytes);
    const notice = workbench.page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.innerText()).toContain(FAILURE_TEXT.unreadable.en);
    expect(await notice.innerText()).toContain("broken.xlsx");
    expect(await workbench.sheetNames()).toEqual(["Rubric", "Scales", "Metrics", "Live"]);
    await workbench.pane().getByRole("heading", { name: CHECK_TEXT.en.clean }).waitFor();
  });

  test("a sample that is not there gives a message and an empty workbook to work in", async () => {
    workbench = await browser.open({ sample: "gone.xlsx" });
    expect(await workbench.page.getByRole("alert").innerText()).toContain("gone.xlsx");
    await workbench.pane().getByText("No rubric in this workbook").waitFor();
    expect(await workbench.sheetNames()).toHaveLength(1);
    // The browser itself reports the missing file.
    expect(workbench.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
    workbench.complaints.splice(0);
  });

  test("a workbook without tables opens, and the pane says what is missing", async () => {
    workbench = await browser.open();
    const file = openXlsx(readFileSync(SAMPLE));
    for (const sheet of ["Rubric", "Metrics", "Live"]) file.removeSheet(sheet);
    await openFile("scales-only.xlsx", Buffer.from(file.save()));
    await workbench.page.getByText("scales-only.xlsx").first().waitFor();
    await workbench.pane().getByText("No rubric in this workbook").waitFor();
    expect(await workbench.sheetNames()).toEqual(["Scales"]);
  });

  test("save writes the edit and leaves every other part as it was", async () => {
    workbench = await browser.open();
    await workbench.type("Metrics", "H2", "81");
    const download = workbench.page.waitForEvent("download");
    await workbench.page.getByRole("button", { name: "Save", exact: true }).click();
    const saved = readFileSync(await (await download).path());
    expect((await download).suggestedFilename()).toBe("hotline-agents.xlsx");
    const file = openXlsx(saved);
    expect(file.readValues("Metrics", { row: 1, column: 7, rows: 1, columns: 1 })).toEqual([[81]]);

    const before = partsOf(readFileSync(SAMPLE));
    const after = partsOf(saved);
    const changed = [...before.keys()].filter(
      (name) => !Buffer.from(before.get(name)!).equals(Buffer.from(after.get(name) ?? [])),
    );
    // The sheet itself, the setting for a full calculation, and the place of the pane's choices.
    expect(
      changed.filter((name) => !/sheet3\.xml$|workbook\.xml$|\[Content_Types\]|calcChain|\.rels$|docProps/.test(name)),
    ).toEqual([]);
    expect(after.get("xl/worksheets/sheet1.xml")).toEqual(before.get("xl/worksheets/sheet1.xml"));
  });
});

describe("changes that no file has yet", () => {
  const choose = (sample: string) => workbench.page.selectOption("#wb-sample", sample);
  const question = () => workbench.page.getByRole("dialog");
  /** A closed dialog disappears a moment before its answer arrives. */
  const shows = (sample: string) =>
    workbench.page
      .locator("#wb-sample")
      .and(workbench.page.locator(`:has(option[value="${sample}"]:checked)`))
      .waitFor();

  test("are asked about before another workbook is opened, and may stay, be saved, or go", async () => {
    workbench = await browser.open();
    await workbench.type("Metrics", "H2", "81");
    await choose("hotline-agents-draft.xlsx");
    await question().getByText("“hotline-agents.xlsx”").waitFor();
    await workbench.page.keyboard.press("Escape");
    await question().waitFor({ state: "detached" });
    await shows("hotline-agents.xlsx");
    expect((await workbench.cells("Metrics", "H2"))[0]![0]).toMatchObject({ value: 81 });

    await openFile("mine.xlsx", readFileSync(SAMPLE));
    const download = workbench.page.waitForEvent("download");
    await question().getByRole("button", { name: "Save first" }).click();
    const file = openXlsx(readFileSync(await (await download).path()));
    expect(file.readValues("Metrics", { row: 1, column: 7, rows: 1, columns: 1 })).toEqual([[81]]);
    await workbench.page.locator(".wb-workbook", { hasText: "mine.xlsx" }).waitFor();
    await workbench.idle();

    await workbench.page.selectOption("#wb-language", "zh-CN");
    await workbench.idle();
    await workbench.type("Metrics", "H2", "82");
    await choose("hotline-agents-draft.xlsx");
    await question().getByRole("button", { name: "不保存" }).click();
    await workbench.page.locator(".wb-workbook", { hasText: "hotline-agents-draft.xlsx" }).waitFor();
    await workbench.idle();
    // This workbook is unchanged, so there is no question.
    await choose("hotline-agents.xlsx");
    await workbench.page.locator(".wb-workbook", { hasText: /^hotline-agents.xlsx$/ }).waitFor();
  });

  test("hold the page back when it is left", async () => {
    workbench = await browser.open();
    await workbench.type("Metrics", "H2", "81");
    const asked = workbench.page.waitForEvent("dialog");
    await workbench.page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect((await workbench.cells("Metrics", "H2"))[0]![0]).toMatchObject({ value: 81 });
  });
});

test("a table that somebody makes longer is longer in the file, and the pane scores the new row", async () => {
  workbench = await browser.open();
  await workbench.type("Metrics", "A902", "999999");
  await write("Metrics", 901, 1, [["Zoe", "Hotline agent", "Team 01", "2026-10"]]);
  const download = workbench.page.waitForEvent("download");
  await workbench.page.getByRole("button", { name: "Save", exact: true }).click();
  const file = openXlsx(readFileSync(await (await download).path()));
  expect(file.tables().find(({ name }) => name === "Metrics")!.rows).toBe(902);
  expect(file.readValues("Metrics", { row: 901, column: 0, rows: 1, columns: 2 })).toEqual([[999999, "Zoe"]]);
  await workbench.pane().getByRole("tab", { name: "Fill" }).click();
  await workbench.pane().getByText("301 agents").first().waitFor();
});

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(readZip(bytes).map((entry) => [entry.name, unpack(entry)]));
}

describe("the page", () => {
  test("says that it is not Excel, and the ribbon's command runs through the library", async () => {
    workbench = await browser.open({ sample: "hotline-agents-draft.xlsx" });
    expect(await workbench.page.title()).toContain("This is not Excel");
    expect(await workbench.page.getByText("This is not Excel").isVisible()).toBe(true);
    await workbench.pane().getByRole("tab", { name: "Score" }).click();
    await workbench.page.getByRole("button", { name: "Close the pane" }).click();
    await workbench.page.getByRole("button", { name: "Check rubric" }).click();
    await workbench
      .pane()
      .getByRole("heading", { name: CHECK_TEXT.en.groupTitle(CHECK_TEXT.en.heading, 3) })
      .waitFor();
    expect(await workbench.page.locator("iframe").isVisible()).toBe(true);
    expect(await workbench.page.locator('#QAScorecard\\.CheckRubric[aria-busy="true"]').count()).toBe(0);
  });

  test("another display language reloads the pane in it", async () => {
    workbench = await browser.open();
    await workbench.page.selectOption("#wb-language", "zh-CN");
    await workbench.pane().getByRole("tab", { name: "检查" }).waitFor();
    await workbench.page.getByText("这不是 Excel").waitFor();
    await workbench.idle();
    expect((await workbench.texts("Live", "C2"))[0]![0]).toMatch(/^\d+\.\d\d$/);
    // Messages in cells follow Office's language too.
    await write("Live", 20, 0, [[{ formula: "=QA.LINEARSCORE(1,1,1,1)" }]]);
    expect((await workbench.cells("Live", "A21"))[0]![0]).toMatchObject({ value: "#VALUE!" });
  });

  test("round trips and bytes of an action are counted, and can be reset", async () => {
    workbench = await browser.open();
    await workbench.pane().getByRole("heading", { name: CHECK_TEXT.en.clean }).waitFor();
    await workbench.pane().waitForTimeout(500);
    await workbench.page.getByRole("button", { name: "Reset" }).click();
    await workbench.page.getByText("No traffic yet").waitFor();
    await workbench.pane().getByRole("button", { name: "Read again" }).click();
    const line = workbench.page.locator(".wb-traffic-summary");
    await line.getByText("Read again").waitFor();
    const trips = Number(await line.locator('[data-figure="roundTrips"] b').first().innerText());
    expect(trips).toBeGreaterThanOrEqual(1);
    expect(trips).toBeLessThanOrEqual(5);
    await workbench.page.getByRole("button", { name: "Details" }).click();
    expect(await workbench.page.getByRole("rowheader", { name: "Total" }).isVisible()).toBe(true);
  });

  test("fits a large and a small screen", async () => {
    workbench = await browser.open({ viewport: { width: 1920, height: 1080 } });
    await workbench.pane().getByRole("heading", { name: CHECK_TEXT.en.clean }).waitFor();
    await workbench.picture("wide");
    const overflow = () =>
      workbench.page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight];
      });
    expect(await overflow()).toEqual([0, 0]);
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
    expect(await overflow()).toEqual([0, 0]);
    for (const id of ["#wb-sample", "#wb-language"]) {
      const box = (await workbench.page.locator(id).boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(1280);
    }
  });
});
