import { openXlsx } from "../../src/xlsx";
import { scoreOf } from "../support/costly";
import { foreignWorkbook, partText } from "../support/xlsx";

/** Small files that are large inside. Each is refused in a sentence before it fills the memory. */

const good = foreignWorkbook();
const text = (name: string): string => partText(good, name);
const MEGABYTE = 2 ** 20;
const BLANKS = " ".repeat(19 * MEGABYTE);

const edited = (name: string, edit: (text: string) => string): Uint8Array =>
  foreignWorkbook({ [name]: edit(text(name)) });

/** The archive with another size stated for a part. Nothing is unpacked before the size is looked at. */
function claiming(name: string, size: number): Uint8Array {
  const bytes = Buffer.from(good);
  const end = bytes.length - 22;
  for (let at = bytes.readUInt32LE(end + 16); at < end;) {
    const nameSize = bytes.readUInt16LE(at + 28);
    if (bytes.toString("latin1", at + 46, at + 46 + nameSize) === name) bytes.writeUInt32LE(size, at + 24);
    at += 46 + nameSize + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return new Uint8Array(bytes);
}

const SHEET = "xl/worksheets/sheet1.xml";

test.each<[string, Uint8Array, RegExp]>([
  [
    "blanks within a cell",
    edited(SHEET, (sheet) => sheet.replace("<v>0.5</v>", `<!-- -->${BLANKS}<v>0.5</v>`)),
    /16 MB in one piece/,
  ],
  [
    "a value of blanks",
    edited(SHEET, (sheet) => sheet.replace("<v>0.5</v>", `<v><!-- -->${BLANKS}</v>`)),
    /16 MB in one piece/,
  ],
  [
    "a tag of blanks",
    edited(SHEET, (sheet) => sheet.replace('<row r="3"', `<row${BLANKS} r='3'`)),
    /16 MB in one piece/,
  ],
  [
    "an endless comment",
    edited(SHEET, (sheet) => sheet.replace('<row r="3"', `<!--${BLANKS}--><row r="3"`)),
    /16 MB in one piece/,
  ],
  [
    "blanks behind the rows",
    edited(SHEET, (sheet) => sheet.replace("</sheetData>", `<!-- -->${BLANKS}</sheetData>`)),
    /16 MB in one piece/,
  ],
  [
    "blanks between texts",
    edited("xl/sharedStrings.xml", (strings) => strings.replace("</sst>", `${BLANKS}</sst>`)),
    /16 MB in one piece/,
  ],
  [
    "a text of many megabytes",
    edited("xl/sharedStrings.xml", (strings) => strings.replace("Name", BLANKS)),
    /16 MB in one piece/,
  ],
  ["texts of a gigabyte", claiming("xl/sharedStrings.xml", 960_000_000), /960 MB of texts/],
  ["styles of 900 MB", claiming("xl/styles.xml", 900_000_000), /900 MB/],
  [
    "styles of millions of elements",
    edited("xl/styles.xml", (styles) => styles.replace("<cellXfs ", `${"<a/>".repeat(2_000_000)}<cellXfs `)),
    /more than 2000000 elements/,
  ],
  ["a list of sheets of 900 MB", claiming("xl/workbook.xml", 900_000_000), /900 MB/],
  ["a table of 900 MB", claiming("xl/tables/table1.xml", 900_000_000), /900 MB/],
  ["content types of 900 MB", claiming("[Content_Types].xml", 900_000_000), /900 MB/],
  ["relationships of 900 MB", claiming("xl/_rels/workbook.xml.rels", 900_000_000), /900 MB/],
])("%s", (_what, bytes, reason) => {
  let caught: unknown;
  try {
    const book = openXlsx(bytes);
    book.tables();
    book.readSheet("Data");
  } catch (error) {
    caught = error;
  }
  expect(caught).toMatchObject({ kind: "oversized", detail: expect.stringMatching(reason) });
});

test("a sheet of any length is read if its pieces are short", () => {
  const rows = `${" ".repeat(MEGABYTE)}<row r="7"><c r="A7"><v>1</v></c></row>`;
  const bytes = edited(SHEET, (sheet) => sheet.replace("</sheetData>", `${rows.repeat(20)}</sheetData>`));
  expect(openXlsx(bytes).readValues("Data", { row: 6, column: 0, rows: 1, columns: 1 })).toEqual([[1]]);
});

test.each<[string, string]>([
  ["en", "A part of the file is larger than a workbook needs."],
  ["zh-CN", "文件中某一部分过大"],
])("the command tells it in %s, without a trace, and writes nothing", async (lang, words) => {
  const { status, err, isWritten } = await scoreOf(claiming("xl/styles.xml", 900_000_000), lang);
  expect([status, isWritten]).toEqual([2, false]);
  expect(err).toContain(words);
  expect(err.trim().split("\n")).toHaveLength(2);
});

test("a formula in a large sheet follows a renamed sheet without the sheet in memory as a tree", () => {
  const cells = Array.from({ length: 60_000 }, (_, row) => `<row r="${row + 7}"><c r="A${row + 7}"><v>1</v></c></row>`);
  const book = openXlsx(edited(SHEET, (sheet) => sheet.replace("</sheetData>", `${cells.join("")}</sheetData>`)));
  book.renameSheet("It's & more", "Other");
  const written = partText(book.save(), SHEET);
  expect(/<formula1>.*<\/formula1>/.exec(written)?.[0]).toBe("<formula1>'Other'!$A$1:$A$2</formula1>");
  expect(written.length).toBeGreaterThan(cells.join("").length);
});
