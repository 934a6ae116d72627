import type { PlanCell } from "../../src/core/plan/plan";
import { planEvaluationSheet } from "../../src/core/evaluation/plan-evaluation";
import { checkBook, fillEvaluation, planEvaluation, readBook, scoreBook, sheetsByThemselves } from "../../src/usecases";
import type { MemorySeed } from "../support/memory-workbook";
import type { WorkbookChange } from "../../src/workbook/host";
import { officeBook, type OfficeBook } from "../support/office-book";
import { MAX_BYTES } from "../support/office-node";

/** The cost of following edits through the genuine office.js: the number of requests and their size. */

type Rows = readonly (readonly PlanCell[])[];

const RUBRIC: Rows = [
  ["Section", "Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Quality", "Test", 100, "linear", 60, 90],
];
const METRICS = (agents: number): Rows => [
  ["Agent ID", "Name", "Period", "Test", "Calls", "Chats"],
  ...Array.from({ length: agents }, (_, at): PlanCell[] => [`A${at}`, `Name ${at}`, "2026-10", 50 + (at % 50), at, 1]),
];

const table = (name: string, rows: Rows) => ({
  name,
  rows,
  tables: [{ name, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }],
});

const seed = (agents: number): MemorySeed => ({ sheets: [table("Rubric", RUBRIC), table("Metrics", METRICS(agents))] });

/** Round trips of a piece of work, without the one that releases the library's ranges. */
async function tripsOf(book: OfficeBook, work: () => Promise<unknown>) {
  book.office.roundTrips.length = 0;
  await work();
  const trips = book.office.roundTrips.filter(({ cleanUp }) => !cleanUp);
  return { count: trips.length, bytes: trips.reduce((sum, { responseBytes }) => sum + responseBytes, 0) };
}

test("an edit of the rubric of 40,000 agents is followed in three small round trips", async () => {
  const book = officeBook(seed(40_000));
  let first = await readBook(book.port);
  const whole = await tripsOf(book, async () => (first = await readBook(book.port)));
  expect(whole.count).toBeGreaterThan(4);
  expect(whole.bytes).toBeGreaterThan(1_000_000);
  book.model.write(book.idOf("Rubric"), 1, 5, [[60]]);
  let next = first;
  const again = await tripsOf(book, async () => {
    next = await readBook(book.port, { earlier: { book: first, keeps: (sheet) => sheet !== "Rubric" } });
  });
  expect(again.count).toBe(3);
  expect(again.bytes).toBeLessThan(20_000);
  expect(checkBook(first)).toEqual([]);
  expect(checkBook(next).map(({ code }) => code)).toEqual(["zero-differs-from-full"]);
  expect(next.subject.metrics).toBe(first.subject.metrics);
});

test("filled sheets come in the same round trips, and none of the answers is too large", async () => {
  const book = officeBook(seed(400));
  const before = await tripsOf(book, () => readBook(book.port));
  const read = await readBook(book.port);
  await fillEvaluation(book.port, planEvaluation(read, scoreBook(read), "en"), { replace: false });
  let filled = read;
  const after = await tripsOf(book, async () => (filled = await readBook(book.port)));
  expect([before.count, after.count]).toEqual([3, 3]);
  expect(filled.subject.evaluations.map(({ sheet, values }) => [sheet, values.length])).toEqual([
    ["Evaluation 2026-10", 404],
  ]);
  expect(checkBook(filled)).toEqual([]);
  expect([...sheetsByThemselves(filled)]).toEqual(["Rubric", "Evaluation 2026-10"]);
});

test("a filled sheet of 20,000 agents is read in answers below the limit", async () => {
  const book = officeBook(seed(20_000));
  const read = await readBook(book.port);
  const mark = { period: "2026-10", rubric: "0123456789abcdef", metrics: "fedcba9876543210" };
  const sheet = planEvaluationSheet(scoreBook(read).sets, mark, "en");
  await book.port.apply({ sheets: [sheet], edits: [] }, { replace: [] });
  book.office.roundTrips.length = 0;
  const { written } = await book.port.read();
  expect(written[0]!.values).toHaveLength(20_004);
  expect(Math.max(...book.office.roundTrips.map(({ responseBytes }) => responseBytes))).toBeLessThan(MAX_BYTES);
});

test("a change tells on which sheet it was; of a sheet that has never been read nothing is known", async () => {
  const book = officeBook(seed(2));
  const heard: WorkbookChange[] = [];
  const stop = await book.port.onChange((change) => heard.push(change));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
  await book.port.apply({ sheets: [], edits: [{ sheet: "Rubric", row: 1, column: 5, value: 95 }] }, { replace: [] });
  await settle();
  await book.port.read();
  await book.port.apply({ sheets: [], edits: [{ sheet: "Rubric", row: 1, column: 5, value: 96 }] }, { replace: [] });
  await settle();
  await stop();
  expect(heard.at(0)).toEqual({ sheet: undefined });
  expect(heard.at(-1)).toEqual({ sheet: "Rubric" });
});
