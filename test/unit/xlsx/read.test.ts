import { openXlsx } from "../../../src/xlsx";
import { foreignWorkbook, packageOf, partsOf } from "../../support/xlsx";

const book = openXlsx(foreignWorkbook());
const data = book.readSheet("data");
const at = (row: number, column: number) => data.cells.find((cell) => cell.row === row && cell.column === column);

test("sheets are told in the order of their tabs, hidden ones included, under any casing", () => {
  expect(book.sheetNames()).toEqual(["Data", "It's & more"]);
  expect([book.isVisible("DATA"), book.isVisible("it's & MORE")]).toEqual([true, false]);
  expect(() => book.readSheet("Nowhere")).toThrow(expect.objectContaining({ kind: "gone" }));
});

test.each([
  ["a shared text", 0, 0, "Name"],
  ["a line feed in a shared text", 0, 1, "Two\nlines"],
  ["a text with a reading aid, without the aid", 0, 2, "读音"],
  ["rich text, its runs put together and its escapes read", 1, 0, "rich text\u0007"],
  ["a number", 1, 1, 0.5],
  ["a logical value", 2, 0, true],
  ["an error as its text", 2, 4, "#DIV/0!"],
  ["the text result of a formula, a protected escape read once", 3, 0, "a_x0041_"],
  ["rich text in the cell itself", 4, 0, "inline "],
  ["a date as its serial number", 5, 2, 45000],
])("reads %s", (_what, row, column, value) => {
  expect(at(row, column)?.value).toBe(value);
});

test("a shared formula says in each cell what it means there; an array formula says how far it goes", () => {
  expect([at(1, 2), at(2, 2), at(3, 2)].map((cell) => cell?.formula)).toEqual(["$B2*2+A$1", "$B3*2+A$1", "$B4*2+A$1"]);
  expect(at(4, 1)).toMatchObject({ formula: "B2:B3*2", spill: { row: 4, column: 1, rows: 2, columns: 1 } });
  expect(at(5, 1)).not.toHaveProperty("formula");
});

test("formats, widths, heights, frozen rows, merges and simple highlights are told; other rules are passed over", () => {
  expect(at(5, 2)?.style.numberFormat).toBe("yyyy\\-mm\\-dd");
  expect(at(1, 1)?.style).toBe(at(2, 1)?.style);
  expect(at(1, 1)?.style.numberFormat).toBe("0%");
  expect([...data.columnWidths]).toEqual([[1, 20]]);
  expect([...data.rowHeights]).toEqual([[1, 30]]);
  expect(data.freeze).toEqual({ rows: 1, columns: 0 });
  expect(data.merges).toEqual([{ row: 0, column: 3, rows: 2, columns: 2 }]);
  const colours = { equals: 'B "x"', fill: "#FFC7CE", fontColor: "#9C0006" };
  expect(data.highlights).toEqual([
    { range: { row: 0, column: 0, rows: 6, columns: 1 }, ...colours },
    { range: { row: 0, column: 2, rows: 1, columns: 1 }, ...colours },
  ]);
});

test("tables are told with header texts, totals row and place", () => {
  expect(book.tables()).toEqual([
    expect.objectContaining({
      name: "Things",
      sheet: "Data",
      row: 0,
      column: 0,
      rows: 4,
      columns: 3,
      hasHeader: true,
      hasTotals: true,
      headers: ["Name", "Two\nlines", "读音"],
    }),
  ]);
});

test("a rectangle of values costs one pass and keeps blanks", () => {
  expect(book.readValues("Data", { row: 1, column: 0, rows: 2, columns: 4 })).toEqual([
    ["rich text\u0007", 0.5, 1, null],
    [true, 0.25, 0.5, null],
  ]);
});

test("dates of the 1904 system become those of the 1900 system, other numbers stay", () => {
  const other = openXlsx(
    foreignWorkbook({
      "xl/workbook.xml": Buffer.from(partsOf(foreignWorkbook())["xl/workbook.xml"]!)
        .toString("utf8")
        .replace("<workbookPr ", '<workbookPr date1904="1" '),
    }),
  );
  expect(other.readValues("Data", { row: 5, column: 1, rows: 1, columns: 2 })).toEqual([[0.5, 45000 + 1462]]);
  other.setCells("Data", [{ row: 5, column: 2, value: 50000 }]);
  expect(other.readValues("Data", { row: 5, column: 2, rows: 1, columns: 1 })).toEqual([[50000]]);
});

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

test("a workbook whose elements all carry a prefix, written by the strict standard, reads and is written to", () => {
  const bytes = packageOf({
    "[Content_Types].xml":
      '<ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"><ct:Default Extension="xml" ContentType="application/xml"/></ct:Types>',
    "_rels/.rels": `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="${STRICT_RELATIONS}/officeDocument" Target="/book.xml"/></p:Relationships>`,
    "_rels/book.xml.rels": `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="${STRICT_RELATIONS}/worksheet" Target="one.xml"/></p:Relationships>`,
    "book.xml": `<x:workbook xmlns:x="${STRICT}" xmlns:rel="${STRICT_RELATIONS}"><x:sheets><x:sheet name="One" sheetId="1" rel:id="a"/></x:sheets></x:workbook>`,
    "one.xml": `<x:worksheet xmlns:x="${STRICT}"><x:sheetData><x:row><x:c t="d"><x:v>2026-10-01T12:00:00</x:v></x:c><x:c t="inlineStr"><x:is><x:t>text</x:t></x:is></x:c></x:row><x:row/></x:sheetData></x:worksheet>`,
  });
  const strict = openXlsx(bytes);
  expect(strict.readValues("One", { row: 0, column: 0, rows: 1, columns: 2 })).toEqual([[46296.5, "text"]]);
  strict.setCells("One", [
    { row: 0, column: 1, value: 7, numberFormat: "0.0" },
    { row: 1, column: 2, value: "new" },
  ]);
  strict.addTable({ name: "Pair", sheet: "One", row: 1, column: 2, rows: 2, columns: 1 });
  strict.setChoice("period", "2026-10");
  const again = openXlsx(strict.save());
  expect(again.readSheet("One").cells.map(({ value, style }) => [value, style.numberFormat])).toEqual([
    [46296.5, "General"],
    [7, "0.0"],
    ["new", "General"],
  ]);
  expect(again.tables()).toHaveLength(1);
  expect(again.getChoice("period")).toBe("2026-10");
});
