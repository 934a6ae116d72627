import type { MemorySeed } from "../support/memory-workbook";
import { largePlan } from "../support/large-plan";
import { officeBook, type OfficeBook } from "../support/office-book";
import { MAX_BYTES } from "../support/office-node";
import { failureOf, planOf } from "../support/port-contract";

/** A fill through the genuine office.js: its cost, its look, and its handling of sheets in the way. */

const SEED: MemorySeed = { sheets: [{ name: "Data", rows: [["Agent ID"]] }] };

const fill = (book: OfficeBook, agents: number, replace = false) =>
  book.port.apply({ sheets: [largePlan("Evaluation", agents)], edits: [] }, { replace: replace ? ["Evaluation"] : [] });

/** Round trips of the work, without the one that releases the library's ranges. */
const trips = ({ office }: OfficeBook) => office.roundTrips.filter(({ cleanUp }) => !cleanUp);

const tableBook = (name: string): MemorySeed => ({
  sheets: [
    { name: "Data", rows: [["Agent ID"]] },
    {
      name: "Evaluation",
      rows: [
        ["Agent", "Total"],
        ["A-1", 90],
        ["A-2", 80],
      ],
      tables: [{ name, row: 0, column: 0, rows: 3, columns: 2 }],
    },
  ],
});

describe("round trips and bytes", () => {
  test.each([
    [400, false],
    [4_000, false],
    [400, true],
    [4_000, true],
  ])("%i agents, sheet in place: %s: look, stage, commit, finish", async (agents, replaced) => {
    const book = officeBook(replaced ? { sheets: [...SEED.sheets, { name: "Evaluation", rows: [["old"]] }] } : SEED);
    await fill(book, agents, replaced);
    expect(trips(book)).toHaveLength(4);
    expect(book.office.roundTrips.length).toBeLessThanOrEqual(5);
    for (const { requestBytes, responseBytes } of book.office.roundTrips) {
      expect(requestBytes).toBeLessThan(MAX_BYTES);
      expect(responseBytes).toBeLessThan(100_000);
    }
  });

  test("20,000 agents take more requests, none of them too large", async () => {
    const book = officeBook(SEED);
    const shares: number[] = [];
    await book.port.apply(
      { sheets: [largePlan("Evaluation", 20_000)], edits: [] },
      { replace: [], onProgress: (done) => shares.push(done) },
    );
    const sizes = book.office.roundTrips.map(({ requestBytes }) => requestBytes);
    expect(Math.max(...sizes)).toBeLessThan(MAX_BYTES);
    expect(trips(book).length).toBeGreaterThan(3);
    expect(trips(book).length).toBeLessThan(8);
    expect(shares.length).toBe(trips(book).length - 2);
    // Each share exceeds the one before it. The last one, 1, is reported when the sheet is in its place.
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    expect([shares[0]! > 0, shares.at(-2), shares.at(-1)]).toEqual([true, 0.9, 1]);
    expect(book.cell("Evaluation", 20_000, 29)).toBe("D");
  });

  test("reading takes three round trips for one table and for fifty", async () => {
    const tables = (count: number): MemorySeed => ({
      sheets: Array.from({ length: count }, (_sheet, at) => ({
        name: `S${at}`,
        rows: [
          ["Agent ID", "Rate"],
          ["A-1", at],
        ],
        tables: [{ name: `T${at}`, row: 0, column: 0, rows: 2, columns: 2 }],
      })),
    });
    for (const count of [1, 50]) {
      const book = officeBook(tables(count));
      expect((await book.port.read()).tables).toHaveLength(count);
      expect(trips(book)).toHaveLength(3);
    }
  });

  test("a large table is read in parts, each answer below the limit, with progress", async () => {
    const rows = largePlan("x", 9_000).rows;
    const book = officeBook({
      sheets: [
        { name: "Data", rows, tables: [{ name: "Metrics", row: 0, column: 0, rows: rows.length, columns: 30 }] },
      ],
    });
    const shares: number[] = [];
    const { tables } = await book.port.read({ onProgress: (done) => shares.push(done) });
    expect(tables[0]!.values).toEqual(rows);
    expect(shares).toHaveLength(3);
    expect(Math.max(...book.office.roundTrips.map(({ responseBytes }) => responseBytes))).toBeLessThan(MAX_BYTES);
  });

  test("texts so long that Excel refuses the answer are asked for in smaller parts", async () => {
    const rows = [["Remark"], ...Array.from({ length: 3_000 }, (_row, at) => [`${at} ${"long ".repeat(500)}`])];
    const book = officeBook({
      sheets: [{ name: "Data", rows, tables: [{ name: "Notes", row: 0, column: 0, rows: rows.length, columns: 1 }] }],
    });
    // 7.5 MB in far fewer cells than one answer usually holds.
    expect((await book.port.read()).tables[0]!.values).toEqual(rows);
    expect(book.office.roundTrips.some(({ responseBytes }) => responseBytes > MAX_BYTES)).toBe(true);
  });

  test("a thousand separate edits are one request, and so are a thousand below each other", async () => {
    const book = officeBook(SEED);
    const scattered = Array.from({ length: 1_000 }, (_edit, at) => ({
      sheet: "Data",
      row: at * 2,
      column: at % 5,
      value: at,
    }));
    await book.port.apply({ sheets: [], edits: scattered }, { replace: [] });
    expect(trips(book)).toHaveLength(3);
    expect(Math.max(...book.office.roundTrips.map(({ requestBytes }) => requestBytes))).toBeLessThan(MAX_BYTES);
    const column = scattered.map((edit, row) => ({ ...edit, row, column: 7 }));
    await book.port.apply({ sheets: [], edits: column }, { replace: [] });
    expect(book.office.roundTrips.at(-2)!.actions).toBeLessThan(20);
    expect(book.cell("Data", 999, 7)).toBe(999);
  });
});

describe("what is on the sheet", () => {
  test.each([false, true])("formats, widths, panes, colours and print set-up; replaced: %s", async (replaced) => {
    const book = officeBook(replaced ? { sheets: [...SEED.sheets, { name: "Evaluation", rows: [["old"]] }] } : SEED);
    await fill(book, 10, replaced);
    const id = book.idOf("Evaluation");
    const [head] = book.model.formats(id, { row: 0, column: 3, rows: 1, columns: 1 })[0]!;
    expect(head).toMatchObject({ bold: true, fill: "#DDEEFF", wrap: true, horizontal: "Center", vertical: "Bottom" });
    expect(head!.borders.bottom).toEqual({ style: "Continuous", weight: "Thin", color: "#BFBFBF" });
    expect(book.numberFormat("Evaluation", 10, 28)).toBe("0.00");
    expect(book.model.columnWidth(id, 0)).toBe((12 * 7 + 5) * 0.75);
    expect(book.model.frozen(id)).toEqual({ rows: 1, columns: 2 });
    expect(book.model.pageLayout(id)).toEqual({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      titleRows: "$1:$1",
      headersFooters: { LeftFooter: "Q && A 客服", RightFooter: "&P / &N" },
    });
    expect(book.model.conditionalFormats(id).map(({ rule, ranges }) => [rule, ranges[0]])).toContainEqual([
      { kind: "cellValue", operator: "EqualTo", formula1: '="C"' },
      { row: 1, column: 29, rows: 10, columns: 1 },
    ]);
    expect(book.model.conditionalFormats(id)).toHaveLength(4);
    expect(book.model.activeSheet()).toBe(id);
  });

  test("filling twice leaves no trace of the first: no colours, no formats, no cells", async () => {
    const book = officeBook(SEED);
    await fill(book, 50);
    await fill(book, 5, true);
    const id = book.idOf("Evaluation");
    expect(book.model.usedRange(id, false)).toEqual({ row: 0, column: 0, rows: 6, columns: 30 });
    expect(book.model.conditionalFormats(id)).toHaveLength(4);
  });
});

describe("a sheet that is replaced", () => {
  const looking: MemorySeed = {
    sheets: [
      { name: "Data", rows: [[{ formula: "=Evaluation!B2" }, { formula: "='Evaluation'!A1&\"Evaluation!A1\"" }]] },
      { name: "Evaluation", rows: [["old"]], visible: false },
    ],
  };

  test("keeps its id and the formulas that look at it", async () => {
    const book = officeBook(looking);
    const before = book.idOf("Evaluation");
    await fill(book, 3, true);
    expect(book.idOf("Evaluation")).toBe(before);
    expect(book.cell("Data", 0, 0)).toEqual({ formula: "=Evaluation!B2" });
    expect(book.model.sheets().find(({ id }) => id === before)!.visibility).toBe("Visible");
  });

  test("undo brings back looks, sizes, panes, print set-up and visibility", async () => {
    const book = officeBook(looking);
    const id = book.idOf("Evaluation");
    const { model } = book;
    model.format(id, { row: 0, column: 0, rows: 2, columns: 2 }, { bold: true, fill: "#FF0000" });
    model.setColumnWidth(id, 1, 1, 99);
    model.setRowHeight(id, 0, 1, 33);
    model.setFrozen(id, { rows: 0, columns: 1 });
    model.setPageLayout(id, { orientation: "Landscape", titleRows: "$1:$2", headersFooters: { LeftFooter: "mine" } });
    model.setConditionalFormats(id, [
      {
        id: "x",
        ranges: [{ row: 0, column: 0, rows: 1, columns: 1 }],
        rule: { kind: "custom", formula: "=TRUE" },
        stopIfTrue: false,
        format: {},
      },
    ]);
    const before = book.everything();
    const change = await fill(book, 30, true);
    expect(book.everything()).not.toEqual(before);
    await change.undo();
    expect(book.everything()).toEqual(before);
  });

  test("a table on it becomes cells, and a table again after undo", async () => {
    const book = officeBook(tableBook("Mine"));
    const before = book.everything();
    const change = await fill(book, 3, true);
    expect(book.model.tables()).toHaveLength(1);
    expect((await book.port.read()).tables).toEqual([]);
    await change.undo();
    expect(book.everything()).toEqual(before);
  });

  test("rows that are repeated in print stay, as the API cannot take them away", async () => {
    const book = officeBook(looking);
    const id = book.idOf("Evaluation");
    book.model.setPageLayout(id, {});
    await (await fill(book, 3, true)).undo();
    expect(book.model.pageLayout(id).titleRows).toBe("$1:$1");
  });

  test("a failed undo can be tried again", async () => {
    const book = officeBook(looking);
    const before = book.everything();
    const change = await fill(book, 3, true);
    const next = book.office.roundTrips.length;
    book.office.faultAt = (number) => (number === next ? { code: 5004, executed: false } : undefined);
    expect((await failureOf(change.undo())).kind).toBe("busy");
    await change.undo();
    expect(book.everything()).toEqual(before);
  });
});

test("a staging sheet that was left behind long ago is swept away, a fresh one of a colleague is not", async () => {
  const book = officeBook(SEED);
  const old = `~qa new ${(Date.now() - 3_600_000).toString(36)}`;
  const fresh = `~qa new ${(Date.now() + 1_000).toString(36)}`;
  for (const name of [old, fresh]) book.model.setVisibility(book.model.addSheet(name), "Hidden");
  await fill(book, 3);
  expect(book.model.sheets().map(({ name }) => name)).toEqual(["Data", fresh, "Evaluation"]);
});

test("a number goes into a cell that was formatted as text, and comes back as text", async () => {
  const book = officeBook({ sheets: [{ name: "Data", rows: [["98.2%"]] }] });
  book.model.format(book.idOf("Data"), { row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" });
  const before = book.everything();
  const change = await book.port.apply(
    { sheets: [], edits: [{ sheet: "Data", row: 0, column: 0, value: 0.982 }] },
    { replace: [] },
  );
  expect([book.cell("Data", 0, 0), book.numberFormat("Data", 0, 0)]).toEqual([0.982, "General"]);
  await change.undo();
  expect(book.everything()).toEqual(before);
});

test("select shows the cell, choices stay in the workbook, changes are heard until one stops listening", async () => {
  const book = officeBook({ sheets: [...SEED.sheets, { name: "Other", rows: [["x"]] }] });
  await book.port.select({ sheet: "Other", row: 4, column: 2 });
  expect([book.model.activeSheet(), book.model.selection()]).toEqual([
    book.idOf("Other"),
    { row: 4, column: 2, rows: 1, columns: 1 },
  ]);
  expect((await failureOf(book.port.select({ sheet: "Nowhere", row: 0, column: 0 }))).kind).toBe("gone");

  await book.port.saveChoice("rubric", "Hotline");
  expect(book.model.setting("rubric")).toBe("Hotline");

  let heard = 0;
  const stop = await book.port.onChange(() => (heard += 1));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  book.model.write(book.idOf("Data"), 0, 0, [["typed"]]);
  await settle();
  expect(heard).toBe(1);
  const added = book.model.addSheet("Added");
  await settle();
  expect(heard).toBe(2);
  book.model.deleteSheet(added);
  await settle();
  expect(heard).toBe(3);
  await stop();
  book.model.write(book.idOf("Data"), 0, 0, [["typed again"]]);
  book.model.addSheet("Unheard");
  await settle();
  expect(heard).toBe(3);
});

test("cancelled while the sheet is being written, nothing is left of it", async () => {
  const book = officeBook(SEED);
  const before = book.everything();
  const stop = new AbortController();
  const onProgress = jest.fn(() => stop.abort());
  const work = book.port.apply(
    { sheets: [largePlan("Evaluation", 20_000), planOf("Second", [["x"]])], edits: [] },
    { replace: [], signal: stop.signal, onProgress },
  );
  expect((await failureOf(work)).kind).toBe("cancelled");
  expect(onProgress).toHaveBeenCalledTimes(1);
  // One of several staging requests had been written by then.
  expect(Math.max(...book.office.roundTrips.map(({ requestBytes }) => requestBytes))).toBeGreaterThan(1_000_000);
  expect(book.everything()).toEqual(before);
});
