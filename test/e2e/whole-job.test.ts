import { CHECK_TEXT } from "../../src/taskpane/text/check";
import { FILL_TEXT } from "../../src/taskpane/text/fill";
import { SCORE_TEXT } from "../../src/taskpane/text/score";
import { SHELL_TEXT } from "../../src/taskpane/text/shell";
import { UNDO_TEXT } from "../../src/taskpane/text/undo";
import { LOCALES, type Locale } from "../../src/core/text/locale";
import { startBrowser, type BrowserSite, type Workbench } from "../support/browser";

jest.setTimeout(120_000);

const SHEETS: Readonly<Record<Locale, { rubric: string; scales: string; metrics: string; live: string }>> = {
  en: { rubric: "Rubric", scales: "Scales", metrics: "Metrics", live: "Live" },
  "zh-CN": { rubric: "评分标准", scales: "等级表", metrics: "指标数据", live: "实时" },
};
const suffix = (locale: Locale) => (locale === "en" ? "" : `.${locale}`);

describe.each(LOCALES)("the main job, in %s", (locale) => {
  const sheets = SHEETS[locale];
  const shell = SHELL_TEXT[locale];
  const check = CHECK_TEXT[locale];
  const score = SCORE_TEXT[locale];
  const fill = FILL_TEXT[locale];
  let browser: BrowserSite;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  const tab = (workbench: Workbench, name: string) => workbench.pane().getByRole("tab", { name });
  const button = (workbench: Workbench, name: string) => workbench.pane().getByRole("button", { name, exact: true });

  test("check the draft: three defects, a click goes to the cell, one is mended by click", async () => {
    const workbench = await browser.open({ locale, sample: `hotline-agents-draft${suffix(locale)}.xlsx` });
    const pane = workbench.pane();
    await pane.getByRole("heading", { name: check.groupTitle(check.heading, 3) }).waitFor();
    expect(
      await pane
        .getByRole("listitem")
        .filter({ has: pane.getByRole("heading", { level: 4 }) })
        .count(),
    ).toBe(3);
    await workbench.picture("1-check");

    await button(workbench, shell.goTo(`${sheets.rubric}!G5`)).click();
    await pane.waitForTimeout(300);
    expect(await workbench.cursor()).toBe(`${sheets.rubric}!G5`);
    await button(workbench, shell.goTo(`${sheets.scales}!C8`)).click();
    await pane.waitForTimeout(300);
    expect(await workbench.cursor()).toBe(`${sheets.scales}!C8`);
    await workbench.picture("2-go-to-cell");

    const before = await workbench.cells(sheets.scales, "C8");
    const gap = pane
      .getByRole("listitem")
      .filter({ has: pane.getByRole("button", { name: shell.goTo(`${sheets.scales}!C8`) }) });
    await gap.getByRole("button", { name: / 0\.8%/ }).click();
    await pane.getByRole("heading", { name: check.groupTitle(check.heading, 2) }).waitFor();
    const after = await workbench.cells(sheets.scales, "C8");
    expect(before[0]![0]).toMatchObject({ value: 0.018 });
    expect(after[0]![0]).toMatchObject({ value: 0.008, text: "0.8%" });
    await workbench.picture("3-mended");
    expect(workbench.complaints).toEqual([]);
    await workbench.close();
  });

  test("score, fill, edit a metric, take back", async () => {
    const workbench = await browser.open({ locale, sample: `hotline-agents${suffix(locale)}.xlsx` });
    const pane = workbench.pane();
    await pane.getByRole("heading", { name: check.clean }).waitFor();

    await tab(workbench, shell.score).click();
    await pane.getByRole("heading", { name: score.heading }).first().waitFor();
    await workbench.picture("4-score");

    await tab(workbench, shell.fill).click();
    const before = await workbench.sheetNames();
    const fillButton = pane.getByRole("button", { name: new RegExp(`^${fill.fill("")}`.trimEnd()) });
    const sheet = (await fillButton.innerText()).replace(fill.fill(""), "").trim();
    await fillButton.click();
    await button(workbench, fill.goToSheet).waitFor();
    expect(await workbench.sheetNames()).toEqual([...before, sheet]);
    await button(workbench, fill.goToSheet).click();
    await workbench.idle();
    await workbench.picture("5-filled");

    const rows = await workbench.texts(sheet, "A1:Z320");
    const headerRow = rows.findIndex((row) => row[0] === (locale === "en" ? "Agent ID" : "工号"));
    const header = rows[headerRow]!;
    const agents = rows.slice(headerRow + 1).filter((row) => /^\d{6}$/.test(row[0]!));
    expect(agents).toHaveLength(300);
    const totalColumn = header.findIndex((name) => name === (locale === "en" ? "Total" : "总分"));
    const totals = agents.map((row) => row[totalColumn]!).filter((total) => total !== "");
    expect(totals.length).toBeGreaterThan(200);
    for (const total of totals) expect(total).toMatch(/^\d{1,3}\.\d\d$/);

    const live = await workbench.texts(sheets.live, "C2");
    // As in Excel, a number typed into a percentage cell is a percentage.
    await workbench.type(sheets.metrics, "F2", "95");
    expect((await workbench.cells(sheets.metrics, "F2"))[0]![0]).toMatchObject({ value: 0.95, text: "95.0%" });
    expect(live).not.toEqual([["15.00"]]);
    expect(await workbench.texts(sheets.live, "C2")).toEqual([["15.00"]]);
    // The pane notices the edit by itself: the sheet that it filled is out of date now.
    await pane.getByText(fill.staleTitle).first().waitFor();
    await workbench.page.locator(".o-sheet", { hasText: sheets.live }).click();
    await workbench.picture("6-metric-edited");

    await button(workbench, UNDO_TEXT[locale].undo).click();
    const undone = UNDO_TEXT[locale].sheetRemoved(sheet);
    await pane.getByText(undone).first().waitFor();
    expect(await workbench.sheetNames()).toEqual(before);
    // Undoing the sheet keeps a person's edits elsewhere.
    expect((await workbench.texts(sheets.metrics, "F2"))[0]![0]).toBe("95.0%");
    // After the next reading, nothing is out of date.
    await pane.getByText(fill.staleTitle).first().waitFor({ state: "detached" });
    await workbench.picture("7-undone");
    expect(workbench.complaints).toEqual([]);
    await workbench.close();
  });
});
