import type { MemorySeed } from "../support/memory-workbook";
import { largePlan } from "../support/large-plan";
import { officeBook, type OfficeBook } from "../support/office-book";
import { failureOf, planOf } from "../support/port-contract";

/** Another workbook in front, a chart sheet in front, no printer: Excel then refuses some calls, and no content depends on them. */

const SEED: MemorySeed = {
  sheets: [
    { name: "Data", rows: [["Agent ID"], ["A-1"]] },
    { name: "Evaluation", rows: [["old", { formula: "=Data!A1" }]] },
  ],
};

const hiddenOnes = ({ model }: OfficeBook) => model.sheets().filter(({ visibility }) => visibility !== "Visible");
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const edits = [{ sheet: "Data", row: 1, column: 0, value: "A-2" }];

/** The switch to another workbook happens after this round trip: 0 look, 1 stage. */
function leaveAfter({ office }: OfficeBook, roundTrip: number): void {
  office.afterRoundTrip = (number) => {
    if (number === roundTrip) office.host.surroundings.inFront = false;
  };
}

const fill = (book: OfficeBook, name: "New" | "Evaluation") =>
  book.port.apply({ sheets: [largePlan(name, 3)], edits }, { replace: ["Evaluation"] });

describe.each(["New", "Evaluation"] as const)("another workbook comes to the front while %s is filled", (name) => {
  const finished = async (): Promise<unknown> => {
    const book = officeBook(SEED);
    await fill(book, name);
    return withoutNames(book.everything());
  };

  test("after staging: the contents are written; panes, activation and removals follow when it comes back", async () => {
    const whole = await finished();
    const book = officeBook(SEED);
    // Look, old contents of the edits, stage.
    leaveAfter(book, 2);
    const before = book.everything();
    const change = await fill(book, name);
    expect([book.cell(name, 1, 0), book.cell("Data", 1, 0)]).toEqual(["A-0", "A-2"]);
    expect(book.model.frozen(book.idOf(name))).toEqual({ rows: 0, columns: 0 });
    expect(book.model.activeSheet()).toBe(book.idOf("Data"));
    book.office.host.comeToFront();
    await settle();
    expect(withoutNames(book.everything())).toEqual(whole);
    await change.undo();
    expect(book.everything()).toEqual(before);
  });

  test("the next reading tries again, too", async () => {
    const whole = await finished();
    const book = officeBook(SEED);
    leaveAfter(book, 2);
    await fill(book, name);
    book.office.afterRoundTrip = () => undefined;
    book.office.host.surroundings.inFront = true;
    await book.port.read();
    expect(withoutNames(book.everything())).toEqual(whole);
  });

  test("taken back while it is behind: the old content at once, the rest when it comes back", async () => {
    const book = officeBook(SEED);
    leaveAfter(book, 2);
    const before = book.everything();
    const change = await fill(book, name);
    await change.undo();
    expect(book.sheetNames()).toEqual(["Data", "Evaluation"]);
    expect([book.cell("Evaluation", 0, 0), book.cell("Data", 1, 0)]).toEqual(["old", "A-1"]);
    book.office.afterRoundTrip = () => undefined;
    book.office.host.comeToFront();
    await settle();
    expect(book.everything()).toEqual(before);
  });

  test("a failing request is taken back while it is behind", async () => {
    const book = officeBook(SEED);
    leaveAfter(book, 2);
    const before = book.everything();
    book.office.faultAt = (number) => (number === 3 ? { code: 5012, executed: true } : undefined);
    const failure = await failureOf(fill(book, name));
    expect([failure.kind, failure.detail.includes("putting back failed")]).toEqual(["session", false]);
    expect([book.cell("Evaluation", 0, 0), book.cell("Data", 1, 0)]).toEqual(["old", "A-1"]);
    book.office.afterRoundTrip = () => undefined;
    book.office.host.comeToFront();
    await settle();
    expect(book.everything()).toEqual(before);
  });

  test("the person has gone to another sheet meanwhile and stays there", async () => {
    const book = officeBook({ sheets: [...SEED.sheets, { name: "Other", rows: [["x"]] }] });
    leaveAfter(book, 2);
    await fill(book, name);
    book.model.activateSheet(book.idOf("Other"));
    book.office.host.comeToFront();
    await settle();
    expect(book.model.activeSheet()).toBe(book.idOf("Other"));
    expect(book.model.frozen(book.idOf(name))).toEqual({ rows: 1, columns: 2 });
  });
});

test("another workbook is in front from the start: nothing is done, in plain words; mends need no front", async () => {
  const book = officeBook(SEED);
  book.office.host.surroundings.inFront = false;
  const before = book.everything();
  expect((await failureOf(fill(book, "New"))).kind).toBe("behind");
  expect(book.everything()).toEqual(before);
  expect((await failureOf(book.port.select({ sheet: "Data", row: 0, column: 0 }))).kind).toBe("behind");
  const change = await book.port.apply({ sheets: [], edits }, { replace: [] });
  expect(book.cell("Data", 1, 0)).toBe("A-2");
  await change.undo();
  expect(book.everything()).toEqual(before);
});

test("a chart sheet in front blocks neither mend nor fill nor their undo", async () => {
  const book = officeBook(SEED);
  book.office.host.surroundings.chartSheet = true;
  const before = book.everything();
  for (const change of [
    () => book.port.apply({ sheets: [], edits }, { replace: [] }),
    () => fill(book, "New"),
    () => fill(book, "Evaluation"),
  ]) {
    const { undo } = await change();
    expect(book.cell("Data", 1, 0)).toBe("A-2");
    await undo();
    // No ordinary sheet was in front to go back to.
    expect({ ...(book.everything() as object), active: "" }).toEqual({ ...(before as object), active: "" });
  }
});

test.each(["Visible", "Hidden", "VeryHidden"] as const)(
  "a target that is %s is filled, shown, and as it was after undo",
  async (visibility) => {
    const book = officeBook(SEED);
    const id = book.idOf("Evaluation");
    book.model.setFrozen(id, { rows: 1, columns: 0 });
    book.model.setVisibility(id, visibility);
    const before = book.everything();
    const change = await fill(book, "Evaluation");
    expect(book.model.sheets().find((sheet) => sheet.id === id)!.visibility).toBe("Visible");
    expect(book.model.frozen(id)).toEqual({ rows: 1, columns: 2 });
    await change.undo();
    expect(book.everything()).toEqual(before);
    // A staging that fails leaves it as it was.
    book.office.roundTrips.length = 0;
    book.office.faultAt = (number) => (number === 2 ? { code: 5012, executed: true } : undefined);
    await failureOf(fill(book, "Evaluation"));
    expect(book.everything()).toEqual(before);
  },
);

describe("without a printer", () => {
  test.each(["New", "Evaluation"] as const)("%s is filled with all that needs none, and undone", async (name) => {
    const book = officeBook(SEED);
    const before = book.everything();
    book.office.host.surroundings.printer = false;
    const change = await fill(book, name);
    const id = book.idOf(name);
    expect(book.model.pageLayout(id)).toEqual({
      titleRows: "$1:$1",
      headersFooters: { LeftFooter: "Q && A 客服", RightFooter: "&P / &N" },
    });
    expect(book.model.frozen(id)).toEqual({ rows: 1, columns: 2 });
    expect(book.model.activeSheet()).toBe(id);
    await change.undo();
    expect(book.everything()).toEqual(before);
  });

  test("undo writes back nothing that Excel did not tell", async () => {
    const book = officeBook(SEED);
    const change = await fill(book, "Evaluation");
    book.office.host.surroundings.printer = false;
    await change.undo();
    expect(book.cell("Evaluation", 0, 0)).toBe("old");
    expect(book.model.pageLayout(book.idOf("Evaluation")).headersFooters).toEqual({});
    expect(hiddenOnes(book)).toEqual([]);
  });
});

test("what waited for the front is not done to a sheet that was taken back and filled by hand", async () => {
  const book = officeBook(SEED);
  leaveAfter(book, 2);
  const change = await fill(book, "Evaluation");
  await change.undo();
  book.office.afterRoundTrip = () => undefined;
  book.office.host.comeToFront();
  await settle();
  expect(book.model.frozen(book.idOf("Evaluation"))).toEqual({ rows: 0, columns: 0 });
  await book.port.apply({ sheets: [planOf("Third", [["x"]])], edits: [] }, { replace: [] });
  expect(hiddenOnes(book)).toEqual([]);
});

/** Names of backups tell the time of their making. */
function withoutNames(snapshot: unknown): unknown {
  return JSON.parse(JSON.stringify(snapshot).replace(/~qa old \w+/g, "~qa old"));
}
