import { MemoryWorkbook } from "../support/memory-workbook";
import { officeBook } from "../support/office-book";
import { hostContract } from "../support/host-contract";

hostContract("Office.js", async (seed) => officeBook(seed));

hostContract("in memory", async (seed) => {
  const port = new MemoryWorkbook(seed);
  return {
    port,
    sheetNames: () => port.sheetNames(),
    cell: (sheet, row, column) => port.cell(sheet, row, column),
    numberFormat: (sheet, row, column) => port.numberFormat(sheet, row, column),
    everything: () =>
      port.sheetNames().map((name) => ({
        name,
        cells: Array.from({ length: 10 }, (_row, row) =>
          Array.from({ length: 10 }, (_column, column) => [
            port.cell(name, row, column),
            port.numberFormat(name, row, column),
          ]),
        ),
      })),
  };
});
