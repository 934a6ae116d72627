import { addressOf, parseAddress } from "../../../src/core/cell/place";
import type { PlanCell } from "../../../src/core/plan/plan";
import type { Locale } from "../../../src/core/text/locale";
import { checkBook, fillEvaluation, mend, planEvaluation, readBook, scoreBook } from "../../../src/usecases";
import { MemoryWorkbook } from "../../support/memory-workbook";

type Rows = readonly (readonly PlanCell[])[];

const RUBRIC: Rows = [
  ["Rubric", "Section", "Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Agent", "Knowledge", "Test", 60, "linear", 0, 100],
  ["Agent", "Service", "Calls", 40, "linear", 0, 100],
  ["Leader", "Knowledge", "Test", 100, "linear", 0, 100],
];
const METRICS: Rows = [
  ["Agent ID", "Name", "Rubric", "Team", "Period", "Test", "Calls"],
  ["1001", "Ann", "Agent", "North", "2026-10", 70, 50],
  ["1002", "Bob", "Agent", "North", "2026-10", 55, 90],
  ["1003", "Cy", "Agent", "South", "2026-10", 100, "N/A"],
  ["1009", "Dee", "Leader", "South", "2026-10", 85, ""],
];
const SCALES: Rows = [
  ["Scale", "Grade", "From"],
  ["Total", "B", 0],
  ["Total", "A", 65],
];

const table = (name: string, rows: Rows) => ({
  name,
  rows,
  tables: [{ name, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }],
});

/** A workbook with a newly filled sheet. Rows 5 to 8 are agents; Fill sets the columns. */
async function filled(options: { readonly rubric?: string; readonly locale?: Locale } = {}) {
  const port = new MemoryWorkbook({
    sheets: [table("Rubric", RUBRIC), table("Metrics", METRICS), table("Scales", SCALES)],
  });
  const book = await readBook(port);
  const plan = planEvaluation(book, scoreBook(book, { rubric: options.rubric }), options.locale ?? "en");
  await fillEvaluation(port, plan, { replace: false });
  const sheet = plan.sheet.name;
  const width = plan.sheet.rows[0]!.length;
  const type = (address: string, value: string | number | null): void =>
    port.type({ sheet, ...parseAddress(address)!, value });
  /** Reorders the rows of the sheet, like sorting. */
  const rearrange = (order: readonly number[]): void => {
    const rows = order.map((row) => Array.from({ length: width }, (_, column) => port.cell(sheet, row - 1, column)));
    rows.forEach((cells, at) =>
      cells.forEach((cell, column) => type(addressOf(4 + at, column), cell as string | null)),
    );
    for (let row = 4 + rows.length; row < 8; row += 1)
      for (let column = 0; column < width; column += 1) type(addressOf(row, column), null);
  };
  const findings = async () =>
    checkBook(await readBook(port)).map(({ code, at }) => `${code} ${at!.sheet}!${addressOf(at!.row, at!.column)}`);
  const headers = plan.sheet.rows[3]!.map(String);
  const cellOf = (header: string, row: number): string => addressOf(row - 1, headers.indexOf(header));
  return { port, sheet, type, rearrange, findings, cellOf };
}

test.each<{ rubric?: string; locale?: Locale }>([{}, { rubric: "Leader" }, { rubric: "Agent", locale: "zh-CN" }])(
  "a sheet that was just filled has no finding: %j",
  async (options) => {
    const { findings } = await filled(options);
    expect(await findings()).toEqual([]);
  },
);

test("sorted rows, remarks and notes below are nobody's mistake", async () => {
  const { rearrange, type, findings, cellOf, sheet } = await filled();
  rearrange([8, 7, 6, 5]);
  type(cellOf("Remarks", 5), "talked on Monday");
  type("A10", "Mean");
  type("D10", 63);
  expect([sheet, await findings()]).toEqual(["Evaluation 2026-10", []]);
});

test("a result that was edited by hand is found, wherever its row was moved to, and put back", async () => {
  const { rearrange, type, findings, cellOf, sheet, port } = await filled();
  rearrange([8, 7, 6, 5]);
  const [total, grade] = [cellOf("Total", 8), cellOf("Grade", 8)];
  type(total, 90);
  type(grade, "S");
  expect(await findings()).toEqual([`results-not-edited ${sheet}!${total}`, `results-not-edited ${sheet}!${grade}`]);
  const found = checkBook(await readBook(port));
  expect(found[0]!.text.en.what).toBe(
    "On “Evaluation 2026-10” the column “Total” was edited by hand: Ann has 90, the rubric gives 62.",
  );
  expect(found[1]!.text["zh-CN"].what).toBe(
    "工作表“Evaluation 2026-10”的“Grade”列被手工改动：Ann 现为“S”，按标准应为“B”。",
  );
  await mend(port, found);
  expect(await findings()).toEqual([]);
  expect(port.cell(sheet, 7, parseAddress(total)!.column)).toBe(62);
});

test("numbers stored as text, rows twice, missing and unknown", async () => {
  const { rearrange, type, findings, cellOf, sheet } = await filled();
  type(cellOf("Total", 6), "69");
  expect(await findings()).toEqual([`result-is-number ${sheet}!${cellOf("Total", 6)}`]);
  rearrange([5, 5, 7, 8]);
  type("A8", "2000");
  expect(await findings()).toEqual([
    `every-agent-once ${sheet}!A4`,
    `every-agent-once ${sheet}!A6`,
    `every-agent-once ${sheet}!A8`,
  ]);
});

test.each([
  ["a metric", "Metrics", 1, 5, 71, "other metrics"],
  ["an agent's team", "Metrics", 1, 3, "South", "other metrics"],
  ["a threshold", "Rubric", 1, 6, 99, "another rubric"],
])("a sheet is stale after a change of %s, and only that is told", async (_what, on, row, column, value, words) => {
  const { port, type, findings, cellOf, sheet } = await filled();
  type(cellOf("Total", 5), 99);
  port.type({ sheet: on, row, column, value });
  expect(await findings()).toEqual([`evaluation-is-current ${sheet}!A2`]);
  const [finding] = checkBook(await readBook(port));
  expect(finding!.text.en.what).toContain(words);
});

test("scoring is not disturbed by what stands on filled sheets, and a check of another rubric or period is silent", async () => {
  const { port, type, cellOf } = await filled({ rubric: "Agent" });
  type(cellOf("Total", 5), 99);
  const book = await readBook(port);
  expect(scoreBook(book).findings).toEqual([]);
  expect(checkBook(book, { rubric: "Leader" })).toEqual([]);
  expect(checkBook(book, { rubric: "Agent" })).toHaveLength(1);
  expect(checkBook(book, { period: "2026-09" })).toEqual([]);
});

test("a sheet that only looks like ours, or that is hidden, is left alone", async () => {
  const own: Rows = [["Evaluation 2026-10"], [""], ["Points"], ["Agent ID"], ["1001"], ["1001"]];
  const port = new MemoryWorkbook({
    sheets: [table("Rubric", RUBRIC), table("Metrics", METRICS), { name: "Evaluation 2026-10", rows: own }],
  });
  expect(checkBook(await readBook(port))).toEqual([]);
});
