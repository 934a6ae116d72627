import { readFileSync } from "node:fs";
import { readBook } from "../../src/usecases";
import { openXlsx, xlsxPort } from "../../src/xlsx";
import { command, workFolder } from "../support/command";
import { countingCodec, scoreOf, withEndless, type Endless } from "../support/costly";
import { foreignWorkbook, packageOf, partsOf, partText } from "../support/xlsx";

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

test.each<[string, (book: ReturnType<typeof openXlsx>) => void]>([
  ["cells are changed", (book) => book.setCells("Data", [{ row: 1, column: 1, value: 7 }])],
  [
    "the sheet is written anew",
    (book) =>
      book.replaceSheet("Data", {
        name: "Data",
        rows: [["a"]],
        columnWidths: [],
        freeze: { rows: 0, columns: 0 },
        formats: [],
        highlights: [],
        print: { orientation: "portrait", titleRows: 0 },
      }),
  ],
])("blanks between rows cost nothing to read; they are refused where %s", (_what, change) => {
  const book = openXlsx(edited(SHEET, (sheet) => sheet.replace("</sheetData>", `${BLANKS}</sheetData>`)));
  expect(book.readSheet("Data").cells).toHaveLength(16);
  expect(() => change(book)).toThrow(expect.objectContaining({ kind: "oversized" }));
});

/** A template's workbook with one endless part, as large as it says. */
describe("a whole workbook with", () => {
  const METRICS = "xl/worksheets/sheet4.xml";
  const STRINGS = "xl/sharedStrings.xml";
  const STYLES = "xl/styles.xml";
  const LOOK = '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
  const blanks = { block: " ".repeat(MEGABYTE), times: 700 };
  let template: Uint8Array;

  beforeAll(async () => {
    const folder = workFolder();
    const file = folder.file("t7.xlsx");
    await command(["template", "T7", "--mended", "--out", file]);
    template = new Uint8Array(readFileSync(file));
    folder.remove();
  });

  /** A part whose block stands before this text. */
  const before = (part: string, end: string, rest: Pick<Endless, "block" | "times">, lead = ""): Uint8Array => {
    const whole = partText(template, part);
    const at = whole.indexOf(end);
    return withEndless(template, part, { head: whole.slice(0, at) + lead, tail: whole.slice(at), ...rest });
  };

  function longTexts(): Uint8Array {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
    const edit = (part: string, from: string, to: string): Record<string, string> => ({
      [part]: partText(template, part).replace(from, to),
    });
    const book = packageOf({
      ...partsOf(template),
      ...edit(METRICS, '<row r="2">', '<row r="2"><c r="A2" t="s"><v>0</v></c></row><row r="2">'),
      ...edit("[Content_Types].xml", "</Types>", `<Override PartName="/${STRINGS}" ContentType="${type}"/></Types>`),
      ...edit(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        `<Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      [STRINGS]: "",
    });
    const block = `<si><t>${"a".repeat(32_000)}</t></si>`;
    return withEndless(book, STRINGS, { head: `<sst xmlns="${main}">`, block, times: 30_000, tail: "</sst>" });
  }

  const looks = (): number => Number(/<cellXfs count="(\d+)"/.exec(partText(template, STYLES))![1]);

  const resultOf = async (bytes: Uint8Array): Promise<string> => {
    const { status, out, isWritten } = await scoreOf(bytes);
    expect([status, isWritten]).toEqual([0, true]);
    return out.replace(/Written: .*/, "");
  };

  test("700 MB of blanks behind its rows is scored as without them", async () => {
    expect(await resultOf(before(METRICS, "</sheetData>", blanks))).toBe(await resultOf(template));
  });

  test.each<[what: string, bytes: () => Uint8Array, unpacked: number, reason: RegExp]>([
    [
      "700 MB of blanks behind a comment",
      () => before(METRICS, "</sheetData>", blanks, "<!-- -->"),
      40,
      /in one piece/,
    ],
    ["700 MB of blanks in front of its rows", () => before(METRICS, "<sheetData", blanks), 40, /in one piece/],
    [
      "700 MB of blanks among its texts",
      () => {
        const texts = longTexts();
        return withEndless(texts, STRINGS, { head: "<sst>", tail: "</sst>", ...blanks });
      },
      1,
      /734 MB of texts/,
    ],
    ["30,000 texts of 32,000 letters", longTexts, 1, /960 MB of texts/],
    [
      "900 MB of styles",
      () => before(STYLES, "</cellXfs>", { block: LOOK.repeat(12_000), times: 900 }),
      1,
      /styles.xml has \d+ MB/,
    ],
    [
      "900 MB of blanks among its styles",
      () => before(STYLES, "</cellXfs>", { ...blanks, times: 900 }),
      1,
      /styles.xml has \d+ MB/,
    ],
    [
      "900 MB of blanks in its list of sheets",
      () => before("xl/workbook.xml", "</sheets>", { ...blanks, times: 900 }),
      1,
      /workbook.xml has \d+ MB/,
    ],
    [
      "as many looks as Excel takes",
      () => before(STYLES, "</cellXfs>", { block: LOOK, times: 65_490 - looks() }),
      12,
      /65490 looks/,
    ],
  ])(
    "%s is refused in a sentence and written nowhere, and little of it is unpacked",
    async (_what, make, unpacked, reason) => {
      const bytes = make();
      const { status, err, isWritten } = await scoreOf(bytes);
      expect([status, isWritten]).toEqual([2, false]);
      expect(err).toContain("A part of the file is larger than a workbook needs. In Excel, clear what is too much");
      expect(err).toMatch(reason);
      expect(err.trim().split("\n")).toHaveLength(2);
      const { codec, megabytes } = countingCodec();
      await Promise.resolve()
        .then(() => readBook(xlsxPort(openXlsx(bytes, codec))))
        .catch(() => undefined);
      expect(megabytes()).toBeLessThan(unpacked);
    },
  );
});
