import type { PlanTable, SheetPlan } from "../../src/core/plan/plan";
import { LOCALES } from "../../src/core/text/locale";
import { FAILURE_TEXT, type FailureKind } from "../../src/workbook/failure";
import type { AppliedChange } from "../../src/workbook/host";
import { toFailure } from "../../src/workbook/office/failures";
import { isTemporary } from "../../src/workbook/temporary-sheets";
import type { MemorySeed } from "../support/memory-workbook";
import { officeBook, type OfficeBook } from "../support/office-book";
import { failureOf, planOf } from "../support/port-contract";

/** Every fault of the transport at every round trip of a change gives a plain message and restores the workbook. */

const FAULTS: readonly (readonly [code: number, kind: FailureKind])[] = [
  [5004, "busy"],
  [5012, "session"],
  [5016, "busy"],
  [5102, "busy"],
  [5103, "too-large"],
  [5104, "too-large"],
  [7000, "protected"],
  [1014, "session"],
  [5001, "unknown"],
];

/** Excel takes no request while a cell is edited. */
const CELL_IS_EDITED = 5004;

const SEED: MemorySeed = {
  sheets: [
    {
      name: "Data",
      rows: [
        ["Agent ID", "Rate"],
        ["A-1", "0.5"],
      ],
      tables: [{ name: "Metrics", row: 0, column: 0, rows: 2, columns: 2 }],
    },
    { name: "Evaluation", rows: [["old", { formula: "=Data!B2" }]] },
    { name: "Report", rows: [[{ formula: "=Evaluation!A1" }]] },
  ],
};

const plan = planOf(
  "Evaluation",
  [
    ["Agent", "Total"],
    ["=1+1", 90],
  ],
  {
    formats: [{ range: { row: 0, column: 0, rows: 1, columns: 2 }, bold: true, wrap: true }],
    highlights: [
      { range: { row: 1, column: 1, rows: 1, columns: 1 }, equals: "A", fill: "#00FF00", fontColor: "#000000" },
    ],
  },
);
const edits = [{ sheet: "Data", row: 1, column: 1, value: 0.5, numberFormat: "0%" }];

const tableOf = (name: string): PlanTable => ({ name, range: { row: 0, column: 0, rows: 2, columns: 2 } });
const withTable: SheetPlan = { ...plan, tables: [tableOf("Totals")] };

interface Scenario {
  readonly name: string;
  /** A preparation without faults. */
  readonly before?: (book: OfficeBook) => Promise<unknown>;
  readonly change: (book: OfficeBook) => Promise<AppliedChange>;
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: "a new sheet",
    change: ({ port }) => port.apply({ sheets: [{ ...plan, name: "New" }], edits: [] }, { replace: [] }),
  },
  {
    name: "new sheets with tables, one name taken",
    change: ({ port }) =>
      port.apply(
        {
          sheets: ["Rubric", "Metrics"].map((name) => ({
            ...plan,
            name: `Evaluation of ${name}`,
            tables: [tableOf(name)],
          })),
          edits: [],
        },
        { replace: [] },
      ),
  },
  {
    name: "a sheet with a table, replaced by one",
    before: ({ port }) => port.apply({ sheets: [withTable], edits: [] }, { replace: ["Evaluation"] }),
    change: ({ port }) => port.apply({ sheets: [withTable], edits: [] }, { replace: ["Evaluation"] }),
  },
  {
    name: "a replaced sheet",
    change: ({ port }) => port.apply({ sheets: [plan], edits: [] }, { replace: ["Evaluation"] }),
  },
  {
    name: "a sheet that is replaced once more",
    before: ({ port }) => port.apply({ sheets: [plan], edits: [] }, { replace: ["Evaluation"] }),
    change: ({ port }) =>
      port.apply({ sheets: [planOf("Evaluation", [["again"]])], edits: [] }, { replace: ["Evaluation"] }),
  },
  {
    name: "two sheets and an edit at once",
    change: ({ port }) => port.apply({ sheets: [plan, { ...plan, name: "New" }], edits }, { replace: ["Evaluation"] }),
  },
  { name: "an edit", change: ({ port }) => port.apply({ sheets: [], edits }, { replace: [] }) },
];

/** A workbook whose round trips count from 0 after `before`. */
async function prepared(scenario: Scenario): Promise<OfficeBook> {
  const book = officeBook(SEED);
  await scenario.before?.(book);
  book.office.roundTrips.length = 0;
  return book;
}

describe.each(SCENARIOS)("$name", (scenario) => {
  /** Numbers of the round trips that do the work. */
  let working: number[];
  /** Number of the round trip that freezes, prints, activates and deletes once the contents stand. Mends need none. */
  let finishing: number | undefined;

  beforeAll(async () => {
    const book = await prepared(scenario);
    await scenario.change(book);
    working = book.office.roundTrips.flatMap(({ cleanUp }, number) => (cleanUp ? [] : [number]));
    finishing = scenario.name === "an edit" ? undefined : working.pop();
    expect(working.length).toBeGreaterThanOrEqual(3);
  });

  test.each(FAULTS)(
    "fault %i after the contents stand undoes nothing, whether the host did its work or not",
    async (code) => {
      for (const executed of [false, true]) {
        const book = await prepared(scenario);
        await scenario.change(book);
        const done = seen(book.everything());
        const faulty = await prepared(scenario);
        const before = seen(faulty.everything());
        faulty.office.faultAt = (number) => (number === finishing ? { code, executed } : undefined);
        const change = await scenario.change(faulty);
        expect(seen(faulty.everything())).toEqual(done);
        expect(backupsOf(faulty)).toHaveLength(backupsOf(book).length);
        await change.undo();
        expect(seen(faulty.everything())).toEqual(before);
      }
    },
  );

  const cases = FAULTS.flatMap(([code, kind]) => [false, true].map((executed) => ({ code, kind, executed })));

  test.each(cases)("fault $code ($kind), the host did its work: $executed", async ({ code, kind, executed }) => {
    for (const at of working) {
      const book = await prepared(scenario);
      const before = book.everything();
      const backups = backupsOf(book);
      book.office.faultAt = (number) => (number === at ? { code, executed } : undefined);
      const failure = await failureOf(scenario.change(book));
      expect([at, failure.kind]).toEqual([at, kind]);
      expect(failure.detail).not.toContain("putting back failed");
      expect(book.everything()).toEqual(before);
      expect(backupsOf(book)).toEqual(backups);
    }
  });

  test("a fault in the library's own cleaning up does not spoil what is done", async () => {
    const book = await prepared(scenario);
    const last = finishing ?? working.at(-1)!;
    book.office.faultAt = (number) => (number > last ? { code: 5001, executed: false } : undefined);
    await scenario.change(book);
    expect(book.model.sheets().some(({ name }) => name.startsWith("~qa new"))).toBe(false);
  });

  test.each(FAULTS)(
    "fault %i that stays from any moment on gives the plain message all the same",
    async (code, kind) => {
      for (const at of working) {
        const book = await prepared(scenario);
        const before = seen(book.everything());
        book.office.faultAt = (number) => (number >= at ? { code, executed: false } : undefined);
        // From the last request on, the outcome is unknown, unless Excel takes no request at all.
        const unsure = at === working.at(-1) && code !== CELL_IS_EDITED;
        expect((await failureOf(scenario.change(book))).kind).toBe(unsure ? "half-done" : kind);
        // Hidden sheets may stay until the next change removes them. The visible workbook is unchanged.
        expect(seen(book.everything())).toEqual(before);
      }
    },
  );

  test.each(FAULTS.filter(([code]) => code !== CELL_IS_EDITED))(
    "fault %i after the work was done, and no way to put it back, is told as half done",
    async (code) => {
      const book = await prepared(scenario);
      const last = working.at(-1)!;
      book.office.faultAt = (number) => (number >= last ? { code, executed: number === last } : undefined);
      const failure = await failureOf(scenario.change(book));
      expect(failure.kind).toBe("half-done");
      const { name } = scenario;
      expect(failure.detail).toContain(name === "an edit" ? "Data" : name === "a new sheet" ? "New" : "Evaluation");
      // The name of the only copy of the old content.
      const named = /"(~qa old [^"]+)"/.exec(failure.detail)?.[1];
      expect(named !== undefined).toBe(name.includes("replaced") || name.includes("two sheets"));
      if (named === undefined) return;
      expect(backupsOf(book)).toContain(named);
      // It outlives later changes while this Excel is open.
      book.office.faultAt = () => undefined;
      jest.useFakeTimers({ now: Date.now() + 3_600_000, doNotFake: ["setTimeout", "nextTick", "queueMicrotask"] });
      await book.port.apply({ sheets: [planOf("Another", [["x"]])], edits: [] }, { replace: [] });
      jest.useRealTimers();
      expect(backupsOf(book)).toContain(named);
    },
  );

  test("an error half-way through the last request", async () => {
    const last = working.at(-1)!;
    const book = await prepared(scenario);
    const before = book.everything();
    // A person protects the sheets after the survey.
    book.office.afterRoundTrip = (number) => {
      if (number === last - 1) for (const { id } of book.model.sheets()) book.model.setProtected(id, true);
      if (number === last) for (const { id } of book.model.sheets()) book.model.setProtected(id, false);
    };
    expect((await failureOf(scenario.change(book))).kind).toBe("protected");
    expect(book.everything()).toEqual(before);
  });
});

test("a copy that was made but not yet named when the request failed is found all the same", async () => {
  const book = officeBook(SEED, { onProblem: () => undefined });
  const before = book.everything();
  const rename = jest.spyOn(book.model, "renameSheet").mockImplementationOnce(() => {
    throw new Error("out of memory");
  });
  const failure = await failureOf(book.port.apply({ sheets: [plan], edits: [] }, { replace: ["Evaluation"] }));
  expect(rename).toHaveBeenCalledTimes(1);
  expect(failure.kind).toBe("unknown");
  expect(book.everything()).toEqual(before);
});

test("a sheet that somebody else adds meanwhile is left alone, whatever it is called", async () => {
  const book = officeBook(SEED);
  book.office.afterRoundTrip = (number) => {
    if (number === 1) book.model.addSheet("Evaluation (2)");
  };
  book.office.faultAt = (number) => (number === 2 ? { code: 5012, executed: true } : undefined);
  await failureOf(book.port.apply({ sheets: [plan], edits: [] }, { replace: ["Evaluation"] }));
  expect(book.sheetNames()).toEqual(["Data", "Evaluation", "Report", "Evaluation (2)"]);
});

function backupsOf({ model }: OfficeBook): string[] {
  return model.sheets().flatMap(({ name }) => (isTemporary(name) ? [name] : []));
}

/** The visible part of a snapshot, without our hidden sheets and the tables on them. */
function seen(snapshot: unknown): unknown {
  const { sheets, tables, ...rest } = snapshot as { sheets: { name: string }[]; tables: { sheet: string }[] };
  return {
    ...rest,
    sheets: sheets.filter(({ name }) => !isTemporary(name)),
    tables: tables.filter(({ sheet }) => !isTemporary(sheet)),
  };
}

test("every kind of failure has its sentence in both languages", () => {
  const sentences = Object.values(FAILURE_TEXT).flatMap((text) => LOCALES.map((locale) => text[locale]));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(5);
});

test.each<[string, FailureKind]>([
  ["InvalidOperationInCellEditMode", "busy"],
  ["WriteNotSupportedWhenModalDialogOpen", "busy"],
  ["AccessDenied", "protected"],
  ["ItemNotFound", "gone"],
  ["InvalidReference", "gone"],
  ["ItemAlreadyExists", "exists"],
  ["RangeExceedsLimit", "too-large"],
  ["InvalidOrTimedOutSession", "session"],
  ["InvalidRequestContext", "session"],
  ["NotImplemented", "unsupported"],
  ["ApiNotFound", "unsupported"],
  ["UnsupportedOperation", "unsupported"],
  ["InactiveWorkbook", "behind"],
  ["InvalidSelection", "behind"],
  ["UnsupportedSheet", "chart-sheet"],
  ["FilteredRangeConflict", "filtered"],
  ["MergedRangeConflict", "merged"],
  ["PivotTableRangeConflict", "pivot"],
  ["MemoryLimitReached", "memory"],
  ["AccessDenied", "protected"],
  ["GeneralException", "unknown"],
  ["SomethingNew", "unknown"],
])("Excel's %s is %s", (code, kind) => {
  const failure = toFailure({ code, message: "words of Excel", debugInfo: { errorLocation: "Range.values" } });
  expect([failure.kind, failure.detail]).toEqual([kind, `${code} at Range.values: words of Excel`]);
});

test("reading fails with a plain message too, at each of its round trips", async () => {
  for (const [code, kind] of FAULTS) {
    for (const at of [0, 1, 2]) {
      const book = officeBook(SEED);
      book.office.faultAt = (number) => (number === at ? { code, executed: true } : undefined);
      expect((await failureOf(book.port.read())).kind).toBe(kind);
    }
  }
});
