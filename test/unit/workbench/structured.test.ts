import { toPlainReferences, type TableShape } from "../../../src/workbench/grid/structured";

const METRICS: TableShape = {
  name: "Metrics",
  sheet: "Data sheet",
  row: 0,
  column: 0,
  rows: 4,
  columns: 4,
  hasHeader: true,
  hasTotals: false,
  headers: ["Agent ID", "CSAT", "Share #1", "FCR"],
};

const TOTALS: TableShape = { ...METRICS, name: "Sums", sheet: "Other", row: 9, rows: 5, hasTotals: true };

describe("structured references become plain ones", () => {
  const inTable = { sheet: "Data sheet", row: 2, column: 3 };
  const elsewhere = { sheet: "Other", row: 0, column: 0 };

  test.each([
    ["a column", "=SUM(Metrics[CSAT])", elsewhere, "=SUM('Data sheet'!$B$2:$B$4)"],
    ["a column, on the sheet of the table", "=SUM(Metrics[CSAT])", inTable, "=SUM($B$2:$B$4)"],
    ["names in any case", "=SUM(metrics[csat])", inTable, "=SUM($B$2:$B$4)"],
    ["this row, short", "=[@CSAT]*2", inTable, "=$B3*2"],
    ["this row, with brackets", "=[@[Agent ID]]", inTable, "=$A3"],
    ["this row, as a file says it", "=Metrics[[#This Row],[CSAT]]", inTable, "=$B3"],
    ["this row of a named table", "=Metrics[@CSAT]", inTable, "=$B3"],
    ["several columns of this row", "=SUM(Metrics[@[CSAT]:[FCR]])", inTable, "=SUM($B3:$D3)"],
    ["several columns", "=SUM(Metrics[[CSAT]:[FCR]])", inTable, "=SUM($B$2:$D$4)"],
    ["an escaped name", "=SUM(Metrics[Share '#1])", inTable, "=SUM($C$2:$C$4)"],
    ["headers", "=Metrics[[#Headers],[FCR]]", inTable, "=$D$1"],
    ["everything", "=ROWS(Metrics[#All])", inTable, "=ROWS($A$1:$D$4)"],
    ["the table alone", "=ROWS(Metrics)", inTable, "=ROWS($A$2:$D$4)"],
    ["totals", "=Sums[[#Totals],[CSAT]]", elsewhere, "=$B$14"],
    ["data without totals", "=SUM(Sums[CSAT])", elsewhere, "=SUM($B$11:$B$13)"],
    ["two in one formula", "=QA.GRADE([@CSAT],Metrics[FCR])", inTable, "=QA.GRADE($B3,$D$2:$D$4)"],
    ["a text that looks like one", '="Metrics[CSAT]"&"[@CSAT]"', inTable, '="Metrics[CSAT]"&"[@CSAT]"'],
    ["a sheet of the same name", "=Metrics!A1", inTable, "=Metrics!A1"],
    ["a function of the same name", "=METRICS(1)", inTable, "=METRICS(1)"],
    ["a plain formula", "=A1+1E5", inTable, "=A1+1E5"],
    ["no formula", "Metrics[CSAT]", inTable, "Metrics[CSAT]"],
    ["an unknown column", "=SUM(Metrics[Nope])", inTable, "=SUM(#REF)"],
    ["this row outside of the table", "=[@CSAT]", elsewhere, "=#REF"],
    ["this row beside the table's rows", "=Metrics[@CSAT]", { ...inTable, row: 7 }, "=#REF"],
  ])("%s", (_name, formula, place, expected) => {
    expect(toPlainReferences(formula, [METRICS, TOTALS], place)).toBe(expected);
  });
});
