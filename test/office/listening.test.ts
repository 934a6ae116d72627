import type { MemorySeed } from "../support/memory-workbook";
import type { WorkbookChange } from "../../src/workbook/host";
import { officeBook, type OfficeBook } from "../support/office-book";
import { planOf } from "../support/port-contract";

/** What is noticed of a person's work: reports of Excel, and names, of which Excel reports nothing. */

const SEED: MemorySeed = {
  sheets: [
    {
      name: "Data",
      rows: [["Agent ID"], ["A-1"]],
      tables: [{ name: "Metrics", row: 0, column: 0, rows: 2, columns: 1 }],
    },
    { name: "Other", rows: [["x"]] },
  ],
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const RECT = { row: 4, column: 4, rows: 2, columns: 1 };

async function listened(): Promise<{
  book: OfficeBook;
  heard: (WorkbookChange | "glance")[];
  stop: () => Promise<void>;
}> {
  const book = officeBook(SEED);
  await book.port.read();
  const heard: (WorkbookChange | "glance")[] = [];
  const stop = await book.port.onChange(
    (change) => heard.push(change),
    () => heard.push("glance"),
  );
  return { book, heard, stop };
}

const ANYWHERE: WorkbookChange = { sheet: undefined };

test.each<[string, (book: OfficeBook) => void, readonly (WorkbookChange | "glance")[]]>([
  ["a table is made of cells", ({ model, idOf }) => model.addTable(idOf("Other"), RECT, "Scales"), [ANYWHERE]],
  ["a table is turned into cells", ({ model }) => model.deleteTable(model.tables()[0]!.id), [ANYWHERE]],
  ["a sheet comes", ({ model }) => model.addSheet("New"), [ANYWHERE]],
  ["a cell is typed", ({ model, idOf }) => model.write(idOf("Other"), 0, 0, [["y"]]), [{ sheet: "Other" }]],
  ["another sheet is chosen", ({ model, idOf }) => model.activateSheet(idOf("Other")), ["glance"]],
  ["another cell is chosen", ({ model, idOf }) => model.select(idOf("Data"), RECT), ["glance"]],
])("%s", async (_what, act, expected) => {
  const { book, heard, stop } = await listened();
  act(book);
  await settle();
  expect(heard).toEqual(expected);
  await stop();
  heard.length = 0;
  act(officeless(book));
  await settle();
  expect(heard).toEqual([]);
});

/** The same workbook, set up so that the act can be repeated. */
function officeless(book: OfficeBook): OfficeBook {
  if (book.model.tables().length === 0) book.model.addTable(book.idOf("Data"), RECT, "Again");
  book.model.activateSheet(book.idOf("Data"));
  return book;
}

test.each<[string, (book: OfficeBook) => unknown, boolean]>([
  ["nothing", () => undefined, false],
  ["a cell", ({ model, idOf }) => model.write(idOf("Data"), 1, 0, [["A-2"]]), false],
  ["the name of a table", ({ model }) => model.renameTable(model.tables()[0]!.id, "Rubric"), true],
  ["the name of a sheet", ({ model, idOf }) => model.renameSheet(idOf("Other"), "Another"), true],
  ["a table that came", ({ model, idOf }) => model.addTable(idOf("Other"), RECT, "Scales"), true],
  ["a temporary sheet of a colleague", ({ model }) => model.addSheet("~qa new 1"), false],
  [
    "our own filling",
    ({ port }) => port.apply({ sheets: [planOf("Third", [["x"]])], edits: [] }, { replace: [] }),
    true,
  ],
])("new names after %s: asked with one small request", async (_what, act, expected) => {
  const book = officeBook(SEED);
  expect(await book.port.hasNewNames()).toBe(false);
  await book.port.read();
  await act(book);
  const before = book.office.roundTrips.length;
  expect(await book.port.hasNewNames()).toBe(expected);
  expect(book.office.roundTrips.length).toBe(before + 1);
  expect(book.office.roundTrips.at(-1)!.responseBytes).toBeLessThan(3_000);
  await book.port.read();
  expect(await book.port.hasNewNames()).toBe(false);
});

test("the pane comes and goes, by the person and by the add-in", async () => {
  const { office } = officeBook(SEED);
  const modes: string[] = [];
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => modes.push(visibilityMode));
  office.host.showPane(false);
  await settle();
  await Office.addin.showAsTaskpane();
  await settle();
  expect(modes).toEqual(["Hidden", "Taskpane"]);
});
