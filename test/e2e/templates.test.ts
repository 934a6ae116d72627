import { CHECK_TEXT } from "../../src/taskpane/text/check";
import { FILL_TEXT } from "../../src/taskpane/text/fill";
import { SHELL_TEXT } from "../../src/taskpane/text/shell";
import { TEMPLATE_TEXT } from "../../src/taskpane/text/templates";
import { UNDO_TEXT } from "../../src/taskpane/text/undo";
import { addressOf } from "../../src/core/cell/place";
import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { additionsOf, knownFindings, mendsOf, placeText } from "../support/template-findings";
import { both, type Template } from "../../src/core/templates/template";
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

/** A workbook that a person has begun: no rubric, and a sheet that must stay untouched. */
function ownWorkbook(): Buffer {
  const book = newXlsx();
  book.addSheet(planOf("Rubric", [["Notes for the meeting"], ["Talk about the rubric"]]));
  return Buffer.from(book.save());
}

async function openOwn(locale: Locale): Promise<Workbench> {
  const workbench = await browser.open({ locale });
  await workbench.page.setInputFiles('input[type="file"]', {
    name: "own.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: ownWorkbook(),
  });
  await workbench.idle();
  return workbench;
}

const templateOf = (number: string): Template => ALL_TEMPLATES.find((template) => template.number === number)!;

const CASES: readonly (readonly [string, Locale])[] = [
  ["T5", "en"],
  ["T12", "zh-CN"],
  ["T14", "en"],
];

test.each(CASES)("template %s, in %s: insert, check, mend, score, fill, and back", async (number, locale) => {
  const template = templateOf(number);
  const name = both(template.name)[locale];
  const [check, fill, shell, text] = [CHECK_TEXT, FILL_TEXT, SHELL_TEXT, TEMPLATE_TEXT].map((each) => each[locale]) as [
    (typeof CHECK_TEXT)["en"],
    (typeof FILL_TEXT)["en"],
    (typeof SHELL_TEXT)["en"],
    (typeof TEMPLATE_TEXT)["en"],
  ];
  const workbench = await openOwn(locale);
  const pane = workbench.pane();
  const button = (label: string) => pane.getByRole("button", { name: label, exact: true });

  // From the empty state, by keyboard alone.
  await pane.getByRole("tabpanel").getByRole("button", { name: check.newFromTemplate }).press("Enter");
  await button(text.insertOf(name)).press("Enter");
  const known = knownFindings(template, locale);
  await pane.getByRole("heading", { name: check.groupTitle(check.heading, known.length) }).waitFor();
  await workbench.picture(`template-${number}`);

  // The existing sheet kept its name and its cells. The template's has a number.
  const sheets = await workbench.sheetNames();
  const rubric = locale === "en" ? "Rubric 2" : "评分标准";
  expect(sheets.slice(0, 2)).toEqual(["Rubric", rubric]);
  expect(await workbench.texts("Rubric", "A1:A2")).toEqual([["Notes for the meeting"], ["Talk about the rubric"]]);

  // A click on the place of a finding leads to its cell.
  const renamed = (sheet: string): string => (sheet === "Rubric" ? rubric : sheet);
  const first = known[0]!.at;
  await button(shell.goTo(placeText({ ...first, sheet: renamed(first.sheet) })))
    .first()
    .click();
  await pane.waitForTimeout(300);
  expect(await workbench.cursor()).toBe(`${renamed(first.sheet)}!${addressOf(first.row, first.column)}`);

  // Clicks mend findings with a fix. A person types into the holes.
  const fixes = pane.getByRole("listitem").filter({ hasText: check.suggestion(1) });
  const fixable = await fixes.count();
  if (fixable > 0) {
    await fixes.first().getByRole("button").last().click();
    await pane.getByRole("heading", { name: check.groupTitle(check.heading, known.length - 1) }).waitFor();
  }
  for (const edit of mendsOf(template, locale)) {
    const sheet = renamed(edit.sheet);
    const address = addressOf(edit.row, edit.column);
    const [cell] = (await workbench.cells(sheet, address))[0]!;
    if (cell!.type !== "Empty") continue;
    // In a percentage cell the grid adds the sign to what begins with a digit.
    const typed = cell!.numberFormat.includes("%") ? percentOf(Number(edit.value)) : edit.value;
    await workbench.type(sheet, address, String(typed));
    const { value } = (await workbench.cells(sheet, address))[0]![0]!;
    expect(value).toEqual(typeof edit.value === "number" ? expect.closeTo(edit.value, 10) : edit.value);
  }
  // A wrong statement that may be mended in two ways.
  const choices = pane.getByRole("listitem").filter({ hasText: check.suggestion(2) });
  await workbench.idle();
  for (let left = await choices.count(); left > 0; left -= 1) {
    await choices.first().getByRole("button").last().click();
    await choices.nth(left - 1).waitFor({ state: "detached" });
  }
  await pane.getByRole("heading", { name: check.clean }).waitFor();

  await pane.getByRole("tab", { name: shell.score }).click();
  await pane.getByRole("region", { name: both(template.rubrics[0]!.name)[locale] }).waitFor();
  await workbench.picture(`template-${number}-scored`);

  await pane.getByRole("tab", { name: shell.fill }).click();
  await button(fill.fill("Evaluation 2026-10")).click();
  await button(fill.goToSheet).waitFor();
  await workbench.idle();
  const ids = (await workbench.texts("Evaluation 2026-10", "A1:A60")).flat().filter((id) => /^\d{5}$/.test(id));
  expect(ids).toHaveLength(40);
  await workbench.picture(`template-${number}-filled`);
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
});

test("an inserted template is taken back, and the workbook is as it was", async () => {
  const workbench = await openOwn("en");
  const pane = workbench.pane();
  const name = both(templateOf("T7").name).en;
  await pane.getByRole("banner").getByRole("button", { name: CHECK_TEXT.en.newFromTemplate }).click();
  await pane.getByRole("list", { name: TEMPLATE_TEXT.en.list }).waitFor();
  await workbench.picture("templates");
  await pane.getByRole("combobox", { name: TEMPLATE_TEXT.en.form }).selectOption(TEMPLATE_TEXT.en.mended);
  await pane.getByRole("button", { name: TEMPLATE_TEXT.en.insertOf(name), exact: true }).click();
  const added = additionsOf(templateOf("T7"), "en").length;
  const { groupTitle, heading } = CHECK_TEXT.en;
  await pane.getByRole("heading", { name: groupTitle(heading, added) }).waitFor();
  expect(await workbench.sheetNames()).toEqual(["Rubric", "Rubric 2", "Scales", "Settings", "Metrics"]);
  await pane.getByRole("button", { name: UNDO_TEXT.en.undo, exact: true }).click();
  await pane.getByText(UNDO_TEXT.en.sheetRemoved(name)).first().waitFor();
  expect(await workbench.sheetNames()).toEqual(["Rubric"]);
  expect(workbench.complaints).toEqual([]);
  await workbench.close();
});

function percentOf(share: number): string {
  const number = Math.round(share * 1000) / 10;
  return number < 0 ? `${number}%` : String(number);
}
