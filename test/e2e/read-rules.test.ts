import { RULES_TEXT } from "../../src/taskpane/text/rules";
import { UNDO_TEXT } from "../../src/taskpane/text/undo";
import type { Locale } from "../../src/core/text/locale";
import { newXlsx } from "../../src/xlsx";
import { startBrowser, type BrowserSite, type Workbench } from "../support/browser";
import { planOf } from "../support/port-contract";

jest.setTimeout(180_000);

let browser: BrowserSite;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A policy as people write it. It states what earns all points of the call volume, but not what earns none. */
const POLICY =
  "季考 10 分：60 分以下不得分，90 分以上满分，之间线性。" +
  "话务量 15 分：与同岗位均值比，高于均值 20% 得满分，之间线性。" +
  "转接率 5 分：1.9% 以下得 5 分，1.9%-3.1% 得 3 分，3.1% 以上得 0 分。";

/** A workbook without anything that the product reads. */
function emptyWorkbook(): Buffer {
  const book = newXlsx();
  book.addSheet(planOf("Sheet1", [[null]]));
  return Buffer.from(book.save());
}

async function openEmpty(locale: Locale): Promise<Workbench> {
  const workbench = await browser.open({ locale });
  await workbench.page.setInputFiles('input[type="file"]', {
    name: "empty.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: emptyWorkbook(),
  });
  await workbench.idle();
  return workbench;
}

test.each<[Locale]>([["zh-CN"], ["en"]])(
  "a pasted policy becomes a rubric in an empty workbook, its holes become findings, and it goes back; in %s",
  async (locale) => {
    const [rules, undo] = [RULES_TEXT[locale], UNDO_TEXT[locale]];
    const workbench = await openEmpty(locale);
    const pane = workbench.pane();
    const button = (label: string) => pane.getByRole("button", { name: label, exact: true });

    // From the empty state, by keyboard alone.
    await pane.getByRole("tabpanel").getByRole("button", { name: rules.open }).press("Enter");
    await pane.getByRole("heading", { name: rules.open }).waitFor();
    await pane.getByLabel(rules.paste).fill(POLICY);
    await pane.getByText(rules.read(3, 1)).waitFor();
    await pane.getByText(rules.staysBlank(1)).waitFor();
    const calls = pane.getByRole("listitem").filter({ has: pane.getByRole("heading", { name: "话务量" }) });
    const marked = await calls.locator("mark").allInnerTexts();
    expect(marked.length).toBeGreaterThan(0);
    expect(POLICY).toContain(marked[0]!);
    await workbench.picture("read-rules");

    const before = await workbench.sheetNames();
    await button(rules.add(3)).press("Enter");
    await pane.getByRole("radio", { name: rules.fromRubric(3) }).waitFor();
    const [rubric, scales] = locale === "en" ? ["Rubric", "Scales"] : ["评分标准", "等级表"];
    expect(await workbench.sheetNames()).toEqual([...before, rubric, scales]);
    const rows = await workbench.texts(rubric!, "A1:L4");
    expect(rows.map((row) => row[1])).toEqual([locale === "en" ? "Indicator" : "指标", "季考", "话务量", "转接率"]);
    expect(rows.flat()).toContain("20%");
    expect((await workbench.texts(scales!, "A1:F4")).flat()).toContain("3.1%");

    // The hole in the words is a finding now, at its cell.
    await button(rules.back).click();
    const zeroAt = pane.getByRole("listitem").filter({ hasText: "话务量" });
    await zeroAt.first().waitFor();
    await workbench.picture("rules-applied");

    // An answer in the words of the rule fills the hole.
    await pane.getByRole("tabpanel").getByRole("button", { name: rules.open }).click();
    const answer = calls.getByRole("listitem", { name: rules.question(1) });
    await answer.getByRole("textbox").fill("-20%");
    await answer.getByRole("button", { name: rules.answer }).click();
    await pane.getByText(rules.read(3, 0)).waitFor();
    await calls.getByRole("button", { name: rules.fill }).click();
    await calls.getByText(rules.allSame).waitFor();
    expect((await workbench.texts(rubric!, "A3:L3")).flat()).toContain("-20%");

    await button(undo.undo).click();
    await button(undo.alsoBefore).click();
    await pane.getByText(undo.rulesUndone(3)).first().waitFor();
    expect(await workbench.sheetNames()).toEqual(before);
    expect(await pane.getByLabel(rules.paste).inputValue()).toBe(POLICY);
    expect(workbench.complaints).toEqual([]);
    await workbench.close();
  },
);

test("rows are added below a Rubric table that is there, and taken back", async () => {
  const rules = RULES_TEXT.en;
  const workbench = await browser.open({ locale: "en", sample: "hotline-agents.xlsx" });
  const pane = workbench.pane();
  await pane.getByRole("banner").getByRole("button", { name: rules.open }).click();
  await pane.getByRole("radio", { name: rules.fromPaste }).check();
  await pane.getByLabel(rules.paste).fill("Courtesy (5 points): each complaint costs 2 points, down to 0.");
  await pane.getByText(rules.addTo("Rubric")).waitFor();
  const last = (await workbench.texts("Rubric", "A1:C40")).findIndex((row) => row.join("") === "");
  await pane.getByRole("button", { name: rules.add(1) }).click();
  await pane
    .getByText(/1 row of the rubric written/)
    .first()
    .waitFor();
  const cell = (await workbench.texts("Rubric", `A${last + 1}:Z${last + 1}`)).flat();
  expect(cell).toContain("Courtesy");
  await pane.getByRole("button", { name: UNDO_TEXT.en.undo, exact: true }).click();
  await pane.getByText(UNDO_TEXT.en.rulesUndone(1)).first().waitFor();
  expect((await workbench.texts("Rubric", `A${last + 1}:Z${last + 1}`)).flat().join("")).toBe("");
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
});
