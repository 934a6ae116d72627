import { addressOf } from "../../../../src/core/cell/place";
import { HEAD_ROWS } from "../../../../src/core/evaluation/evaluation-format";
import type { PlanCell } from "../../../../src/core/plan/plan";
import { fillEvaluation, planEvaluation, readBook, scoreBook } from "../../../../src/usecases";
import { MemoryWorkbook } from "../../../support/memory-workbook";
import { hotlineBook, sourcesOfBook } from "../../../support/clean-books";

/** The sheet that Fill wrote for a clean workbook, in the workbook. */
export async function filledBook() {
  const book = hotlineBook();
  const port = new MemoryWorkbook({
    sheets: sourcesOfBook(book).map(({ name, values }) => ({
      name,
      rows: values as readonly (readonly PlanCell[])[],
      tables: [{ name, row: 0, column: 0, rows: values.length, columns: values.at(0)!.length }],
    })),
  });
  const read = await readBook(port);
  const { sheet } = planEvaluation(read, scoreBook(read), "en");
  await fillEvaluation(port, planEvaluation(read, scoreBook(read), "en"), { replace: false });
  const headers = sheet.rows[HEAD_ROWS - 1]!.map(String);
  return {
    port,
    sheet: sheet.name,
    headers,
    agents: sheet.rows.length - HEAD_ROWS,
    cell: (header: string, agent: number) =>
      port.cell(sheet.name, HEAD_ROWS + agent, headers.indexOf(header)) as string | number,
    /** Types into an agent's cell and returns its place. */
    type(header: string, agent: number, value: PlanCell): string {
      const [row, column] = [HEAD_ROWS + agent, headers.indexOf(header)];
      port.type({ sheet: sheet.name, row, column, value: value as string | number });
      return `${sheet.name}!${addressOf(row, column)}`;
    },
  };
}

type FilledSheet = Awaited<ReturnType<typeof filledBook>>;

/** Defects of filled sheets. */
export const FILLED: readonly (readonly [code: string, title: string, plant: (sheet: FilledSheet) => string])[] = [
  [
    "evaluation-is-current",
    "a metric changes after it was filled",
    ({ port, sheet }) => {
      port.type({ sheet: "Metrics", row: 1, column: 4, value: 0.9005 });
      return `${sheet}!A2`;
    },
  ],
  [
    "results-not-edited",
    "a total is raised by hand",
    ({ type, cell }) => type("Total", 2, Number(cell("Total", 2)) + 1),
  ],
  ["results-not-edited", "a grade is raised by hand", ({ type }) => type("Grade", 3, "S+")],
  ["result-is-number", "a total is stored as text", ({ type, cell }) => type("Total", 1, String(cell("Total", 1)))],
  [
    "every-agent-once",
    "a row stands twice",
    ({ type, cell, agents, headers }) => {
      for (const header of headers.slice(1)) type(header, agents, cell(header, 0));
      return type(headers[0]!, agents, cell(headers[0]!, 0));
    },
  ],
  [
    "formulas-not-typed-over",
    "one constant in a column of formulas",
    ({ type, agents, cell }) => {
      for (let agent = 1; agent < agents; agent += 1) type("Rank", agent, { formula: `=1+${agent}` });
      return type("Rank", 0, cell("Rank", 0));
    },
  ],
];
