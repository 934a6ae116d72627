import type { MemorySeed } from "../support/memory-workbook";
import { officeWorkbook } from "../../src/workbook/office";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import type { AppliedChange } from "../../src/workbook/host";
import { largePlan } from "../support/large-plan";
import { officeBook, type OfficeBook } from "../support/office-book";
import { MAX_BYTES } from "../support/office-node";
import { failureOf, planOf } from "../support/port-contract";

/** The undo of a fill through the genuine office.js: how long it stays open, and what blocks it. */

const SEED: MemorySeed = { sheets: [{ name: "Data", rows: [["Agent ID"]] }] };

const LOOKING: MemorySeed = {
  sheets: [
    { name: "Data", rows: [[{ formula: "=Evaluation!B2" }]] },
    { name: "Evaluation", rows: [["old"]], visible: false },
  ],
};

const fill = (book: OfficeBook, agents: number, replace = false) =>
  book.port.apply({ sheets: [largePlan("Evaluation", agents)], edits: [] }, { replace: replace ? ["Evaluation"] : [] });

describe("a sheet that is filled again and again", () => {
  const hiddenOnes = (book: OfficeBook) => book.model.sheets().filter(({ name }) => isTemporary(name));

  test("leaves three backups at most, very hidden, however often it is filled; reading does not show them", async () => {
    const book = officeBook(LOOKING);
    for (let time = 0; time < 6; time++) await fill(book, 3, true);
    expect(hiddenOnes(book).map(({ visibility }) => visibility)).toEqual(["VeryHidden", "VeryHidden", "VeryHidden"]);
    const { sheets } = await book.port.read();
    expect(sheets.map(({ name }) => name)).toEqual(["Data", "Evaluation"]);
  });

  test("filled too often, the fills in between are lost, and what was typed by hand is not", async () => {
    const book = officeBook(LOOKING);
    const before = book.everything();
    const fills: AppliedChange[] = [];
    for (const agents of [3, 4, 5, 6]) fills.push(await fill(book, agents, true));
    await fills[3]!.undo();
    await fills[2]!.undo();
    expect(book.cell("Evaluation", 4, 0)).toBe("A-3");
    expect((await failureOf(fills[1]!.undo())).kind).toBe("gone");
    expect((await failureOf(fills[0]!.undo())).kind).toBe("changed");
    await fills[0]!.undo({ overwrite: true });
    expect(book.cell("Evaluation", 0, 0)).toBe("old");
    // The backup of the second fill went, the others were used.
    expect(hiddenOnes(book)).toEqual([]);
    expect(book.everything()).toEqual(before);
  });

  test("a sheet that got another name is left alone, confirmed or not", async () => {
    for (const replaced of [true, false]) {
      const book = officeBook(replaced ? LOOKING : SEED);
      const change = await fill(book, 3, replaced);
      book.model.renameSheet(book.idOf("Evaluation"), "Mine now");
      const then = book.everything();
      for (const overwrite of [false, true]) {
        expect((await failureOf(change.undo({ overwrite }))).kind).toBe("changed");
        expect(book.everything()).toEqual(then);
      }
    }
  });

  test("another sheet of the old name is not taken for ours", async () => {
    const book = officeBook(SEED);
    const change = await fill(book, 3);
    book.model.deleteSheet(book.idOf("Evaluation"));
    book.model.addSheet("Evaluation");
    const then = book.everything();
    expect((await failureOf(change.undo({ overwrite: true }))).kind).toBe("gone");
    expect(book.everything()).toEqual(then);
  });

  test("undo reads 4,000 agents back in few, small answers", async () => {
    const book = officeBook(SEED);
    const before = book.everything();
    const change = await fill(book, 4_000);
    const first = book.office.roundTrips.length;
    await change.undo();
    const undoing = book.office.roundTrips.slice(first).filter(({ cleanUp }) => !cleanUp);
    expect(undoing.length).toBeLessThanOrEqual(5);
    for (const { responseBytes } of undoing) expect(responseBytes).toBeLessThan(MAX_BYTES / 1.2);
    expect(book.everything()).toEqual(before);
  });

  test.each([1, 3_999])("one score typed over in row %d of 4,000 is noticed", async (row) => {
    const book = officeBook(SEED);
    const change = await fill(book, 4_000);
    book.model.write(book.idOf("Evaluation"), row, 28, [[0.123]]);
    const failure = await failureOf(change.undo());
    expect([failure.kind, failure.detail]).toEqual(["changed", `Evaluation!AC${row + 1} changed meanwhile.`]);
  });

  test("an undo whose reply got lost is done, and can be asked for again", async () => {
    for (const replaced of [true, false]) {
      const book = officeBook(replaced ? LOOKING : SEED);
      const before = book.everything();
      const change = await fill(book, 3, replaced);
      const trial = book.office.roundTrips.length;
      const last = trial + (replaced ? 3 : 2);
      book.office.faultAt = (number) => (number === last ? { code: 5012, executed: true } : undefined);
      expect((await failureOf(change.undo())).kind).toBe("session");
      expect(book.sheetNames()).toEqual(replaced ? ["Data", "Evaluation"] : ["Data"]);
      if (replaced) expect(book.cell("Evaluation", 0, 0)).toBe("old");
      // Panes, print set-up and removals come with the second try.
      await change.undo();
      expect(book.everything()).toEqual(before);
    }
  });
});

describe("hidden sheets that nobody needs any more", () => {
  const aged = (kind: string, ms: number) => `~qa ${kind} ${(Date.now() - ms).toString(36)}`;
  const hide = ({ model }: OfficeBook, name: string) => model.setVisibility(model.addSheet(name), "VeryHidden");
  const all = ({ model }: OfficeBook) => model.sheets().map(({ name }) => name);

  test("reading removes none, because a person would lose Excel's own undo list; the next change removes old ones", async () => {
    const book = officeBook(SEED);
    const fresh = aged("old", 1_000);
    for (const name of [aged("old", 3_600_000), aged("new", 3_600_000), fresh]) hide(book, name);
    const before = book.everything();
    await book.port.read();
    expect(book.everything()).toEqual(before);
    const edit = { sheet: "Data", row: 0, column: 0, value: 1 };
    await book.port.apply({ sheets: [], edits: [edit] }, { replace: [] });
    expect(all(book)).toEqual(["Data", fresh]);
    const first = book.office.roundTrips.length;
    await book.port.apply({ sheets: [], edits: [edit] }, { replace: [] });
    expect(book.office.roundTrips.slice(first).filter(({ cleanUp }) => !cleanUp)).toHaveLength(3);
  });

  test("copies for undo are counted, and removed on request; sheets that replaced them can then not be taken back", async () => {
    const book = officeBook({ sheets: [...SEED.sheets, { name: "Evaluation", rows: [["old"]] }] });
    const edited = await book.port.apply(
      { sheets: [], edits: [{ sheet: "Data", row: 0, column: 0, value: "typed" }] },
      { replace: [] },
    );
    expect(await book.port.countUndoCopies()).toBe(0);
    const change = await fill(book, 3, true);
    hide(book, aged("old", 3_600_000));
    // A backup that is only hidden may be the one whole copy of a sheet.
    const unfinished = aged("old", 1_000);
    book.model.setVisibility(book.model.addSheet(unfinished), "Hidden");
    expect(await book.port.countUndoCopies()).toBe(2);
    await book.port.removeUndoCopies();
    expect(await book.port.countUndoCopies()).toBe(0);
    expect(all(book)).toEqual(["Data", "Evaluation", unfinished]);
    expect((await failureOf(change.undo())).kind).toBe("gone");
    await edited.undo();
    expect(book.cell("Data", 0, 0)).toBe("Agent ID");
  });

  test("a saved workbook holds none of them unannounced: what is hidden is counted, by any session", async () => {
    const book = officeBook({ sheets: [...SEED.sheets, { name: "Evaluation", rows: [["old"]] }] });
    for (let time = 0; time < 2; time++) await fill(book, 3, true);
    expect(await officeWorkbook().countUndoCopies()).toBe(2);
  });

  test("reading does not mind old ones in a protected workbook", async () => {
    const book = officeBook({ ...SEED, protected: true });
    hide(book, aged("old", 3_600_000));
    expect((await book.port.read()).sheets.map(({ name }) => name)).toEqual(["Data"]);
    const change = await book.port.apply(
      { sheets: [], edits: [{ sheet: "Data", row: 0, column: 0, value: 1 }] },
      { replace: [] },
    );
    await change.undo();
    expect(all(book)).toHaveLength(2);
  });

  test("a fill removes those of another session and keeps its own", async () => {
    const book = officeBook({ sheets: [...SEED.sheets, { name: "Evaluation", rows: [["old"]] }] });
    const change = await fill(book, 3, true);
    const own = all(book).at(-1)!;
    hide(book, aged("old", 3_600_000));
    jest.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
    try {
      await book.port.read();
      expect(all(book)).toHaveLength(4);
      await book.port.apply({ sheets: [planOf("Other", [["x"]])], edits: [] }, { replace: [] });
      expect(all(book)).toEqual(["Data", "Evaluation", own, "Other"]);
      await change.undo();
      expect(book.cell("Evaluation", 0, 0)).toBe("old");
      // A new session can undo nothing.
      await fill(book, 3, true);
      await officeWorkbook().read();
      expect(all(book)).toHaveLength(4);
      jest.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
      const edit = { sheet: "Other", row: 0, column: 0, value: "y" };
      await officeWorkbook().apply({ sheets: [], edits: [edit] }, { replace: [] });
      expect(all(book)).toEqual(["Data", "Evaluation", "Other"]);
    } finally {
      jest.restoreAllMocks();
    }
  });
});

describe("which sheet is in front after undo", () => {
  const book2 = () => officeBook({ sheets: [...SEED.sheets, { name: "Other", rows: [["x"]] }] });

  test("edits: the one the person looks at", async () => {
    const book = book2();
    const edit = { sheet: "Data", row: 0, column: 0, value: 1 };
    const change = await book.port.apply({ sheets: [], edits: [edit] }, { replace: [] });
    book.model.activateSheet(book.idOf("Other"));
    await change.undo();
    expect(book.model.activeSheet()).toBe(book.idOf("Other"));
  });

  test("a fill: the one before it, unless the person went elsewhere", async () => {
    for (const [goes, ends] of [
      [undefined, "Data"],
      ["Other", "Other"],
    ] as const) {
      const book = book2();
      const change = await fill(book, 3);
      if (goes) book.model.activateSheet(book.idOf(goes));
      await change.undo();
      expect(book.model.activeSheet()).toBe(book.idOf(ends));
    }
  });
});
