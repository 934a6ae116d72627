import { columnLetters } from "../../../src/core/cell/place";
import type { RangeFormat } from "../../../src/core/plan/plan";
import type { MemorySeed, MemorySheet } from "../../support/memory-workbook";
import { newXlsx, openXlsx, xlsxPort } from "../../../src/xlsx";
import { planOf, portContract, type ContractBook } from "../../support/port-contract";
import { packageOf, partsOf } from "../../support/xlsx";

/** A file with the seed's content. Parts that our own writer cannot write are added by hand. */
function fileOf(seed: MemorySeed): Uint8Array {
  const book = newXlsx();
  for (const sheet of seed.sheets) {
    const width = Math.max(...sheet.rows.map((row) => row.length));
    const rows = sheet.rows.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]);
    book.addSheet(planOf(sheet.name, rows, { formats: (sheet.formats ?? []) as RangeFormat[] }), {
      visibility: sheet.visible === false ? "hidden" : "visible",
    });
    for (const { name, row, column, rows: count, columns } of sheet.tables ?? []) {
      book.addTable({ name, sheet: sheet.name, row, column, rows: count, columns });
    }
  }
  const parts: Record<string, string | Uint8Array> = partsOf(book.save());
  const edit = (name: string, change: (text: string) => string): void => {
    parts[name] = change(Buffer.from(parts[name]!).toString("utf8"));
  };
  seed.sheets.forEach((sheet: MemorySheet, index) => {
    if (sheet.protected) {
      edit(`xl/worksheets/sheet${index + 1}.xml`, (text) =>
        text.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1"/>'),
      );
    }
    for (const table of sheet.tables ?? []) {
      if (!table.hasTotals) continue;
      const last = `${columnLetters(table.column + table.columns - 1)}${table.row + table.rows - 1}`;
      edit("xl/tables/table1.xml", (text) =>
        text
          .replace('totalsRowShown="0"', 'totalsRowCount="1"')
          .replace(/(<autoFilter ref="[A-Z]+\d+:)[A-Z]+\d+/, `$1${last}`),
      );
    }
  });
  if (seed.protected) {
    edit("xl/workbook.xml", (text) =>
      text.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    );
  }
  return packageOf(parts);
}

portContract("an .xlsx file", async (seed): Promise<ContractBook> => {
  const book = openXlsx(fileOf(seed));
  const find = (sheet: string, row: number, column: number) =>
    book.readSheet(sheet).cells.find((cell) => cell.row === row && cell.column === column);
  return {
    port: xlsxPort(book),
    sheetNames: () => [...book.sheetNames()],
    cell(sheet, row, column) {
      const cell = find(sheet, row, column);
      return cell?.formula === undefined ? (cell?.value ?? null) : { formula: `=${cell.formula}` };
    },
    numberFormat: (sheet, row, column) => find(sheet, row, column)?.style.numberFormat ?? "General",
    everything: () => partsOf(book.save()),
  };
});

test("cells that sheet protection leaves open may be edited", async () => {
  const parts: Record<string, string | Uint8Array> = partsOf(
    fileOf({ sheets: [{ name: "Locked", rows: [["a", "b"]], protected: true }] }),
  );
  const styles = Buffer.from(parts["xl/styles.xml"]!).toString("utf8");
  const open = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><protection locked="0"/></xf>';
  parts["xl/styles.xml"] = styles
    .replace('<cellXfs count="1">', '<cellXfs count="2">')
    .replace("</cellXfs>", `${open}</cellXfs>`);
  const sheet = Buffer.from(parts["xl/worksheets/sheet1.xml"]!).toString("utf8");
  parts["xl/worksheets/sheet1.xml"] = sheet.replace('<c r="B1"', '<c r="B1" s="1"');
  const book = openXlsx(packageOf(parts));
  const port = xlsxPort(book);
  const edit = (column: number) => ({ sheet: "Locked", row: 0, column, value: "new" });
  await port.apply({ sheets: [], edits: [edit(1)] }, { replace: [] });
  expect(book.readValues("Locked", { row: 0, column: 0, rows: 1, columns: 2 })).toEqual([["a", "new"]]);
  await expect(port.apply({ sheets: [], edits: [edit(1), edit(0)] }, { replace: [] })).rejects.toMatchObject({
    kind: "protected",
  });
});

test("sheets that Excel left behind for taking a change back are not told, nor tables on them", async () => {
  const rows = [["Agent ID"], ["A-1"]];
  const table = { name: "Left", row: 0, column: 0, rows: 2, columns: 1 };
  const left = { name: "~qa old lx0abc12", rows, visible: false, tables: [table] };
  const port = xlsxPort(
    openXlsx(fileOf({ sheets: [{ name: "Data", rows }, left, { ...left, name: "~qa new lx0abc13", tables: [] }] })),
  );
  const { sheets, tables } = await port.read();
  expect([sheets.map(({ name }) => name), tables]).toEqual([["Data"], []]);
});
