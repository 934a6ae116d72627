import { FILL_TEXT } from "../../src/taskpane/text/fill";
import { SHELL_TEXT } from "../../src/taskpane/text/shell";
import { UNDO_TEXT, undoneSentence } from "../../src/taskpane/text/undo";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import { startBrowser, type BrowserSite } from "../support/browser";

jest.setTimeout(120_000);

const SHELL = SHELL_TEXT.en;
const FILL = FILL_TEXT.en;
const UNDO = UNDO_TEXT.en;

let browser: BrowserSite;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("fill, fill again with Replace, undo: the sheet is as it was, with what somebody typed on it", async () => {
  const workbench = await browser.open({ sample: "hotline-agents.xlsx" });
  const pane = workbench.pane();
  const button = (name: string) => pane.getByRole("button", { name, exact: true });
  await pane.getByRole("tab", { name: SHELL.fill }).click();
  const fillButton = pane.getByRole("button", { name: /^Fill / });
  const sheet = (await fillButton.innerText()).replace(FILL.fill(""), "").trim();
  await fillButton.click();
  await button(FILL.goToSheet).waitFor();
  const names = await workbench.sheetNames();

  // A note by hand, and a metric that changes the second evaluation.
  await workbench.type(sheet, "B6", "look here");
  await workbench.type("Metrics", "F2", "95");
  const everything = () => workbench.cells(sheet, "A1:Z320");
  const before = await everything();
  expect(before[5]![1]).toMatchObject({ value: "look here" });

  await fillButton.click();
  await pane.getByRole("alertdialog").getByRole("button", { name: FILL.replace, exact: true }).click();
  await pane.getByRole("alertdialog").waitFor({ state: "detached" });
  await button(UNDO.undo).waitFor();
  await workbench.idle();
  const replaced = await everything();
  expect(replaced[5]![1]).not.toMatchObject({ value: "look here" });
  expect(replaced).not.toEqual(before);
  expect((await workbench.sheetNames()).filter((name) => !isTemporary(name))).toEqual(names);

  await button(UNDO.undo).click();
  await pane
    .getByText(undoneSentence("en", { kind: "filled", sheet, replaced: true }))
    .first()
    .waitFor();
  expect(await everything()).toEqual(before);
  expect((await workbench.sheetNames()).filter((name) => !isTemporary(name))).toEqual(names);
  expect((await workbench.texts("Metrics", "F2"))[0]![0]).toBe("95.0%");
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
});
