import { newXlsx, openXlsx, xlsxPort } from "../../../src/xlsx";
import { foreignWorkbook, packageOf, partsOf, partText } from "../../support/xlsx";

/** Files that other programs write: legal, or nearly, and unusual. */

const good = foreignWorkbook();

const text = (name: string): string => partText(good, name);
const edited = (name: string, edit: (text: string) => string): Uint8Array =>
  foreignWorkbook({ [name]: edit(text(name)) });

const ROWS = [
  ["Name", "Value"],
  ["a", 1],
];
const plan = (name: string) => ({
  name,
  rows: ROWS,
  columnWidths: [],
  freeze: { rows: 0, columns: 0 },
  formats: [{ range: { row: 0, column: 0, rows: 1, columns: 2 }, bold: true, fill: "#112233" }],
  highlights: [],
  print: { orientation: "portrait" as const, titleRows: 0 },
});

function withSheet(bytes: Uint8Array, name = "New"): Uint8Array {
  const book = openXlsx(bytes);
  book.addSheet(plan(name));
  book.addTable({ name: "NewTable", sheet: name, row: 0, column: 0, rows: 2, columns: 2 });
  return book.save();
}

const count = (whole: string, part: string): number => whole.split(part).length - 1;

describe("styles", () => {
  const root = /<styleSheet[^>]*>/.exec(text("xl/styles.xml"))![0];
  test.each<[string, string]>([
    ["a root without content", root.replace(/>$/, "/>")],
    ["an empty root", `${root}</styleSheet>`],
    ["no fonts, fills and borders", text("xl/styles.xml").replace(/<fonts.*<\/borders>/s, "")],
    [
      "empty lists",
      text("xl/styles.xml").replace(/<fonts.*<\/cellXfs>/s, '<fonts count="0"/><fills/><borders/><cellXfs/>'),
    ],
    ["prefixes", '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'],
  ])("%s: a new look does not become the look of plain cells", (_what, styles) => {
    const saved = withSheet(foreignWorkbook({ "xl/styles.xml": styles }));
    const book = openXlsx(saved);
    const looks = book.readSheet("New").cells.map(({ style }) => [style.bold, style.fill]);
    expect(looks.slice(0, 2)).toEqual([
      [true, "#112233"],
      [true, "#112233"],
    ]);
    expect(book.readSheet("It's & more").cells[0]!.style).toMatchObject({ bold: false, fill: undefined });
    const written = partText(saved, "xl/styles.xml");
    expect(count(written, "styleSheet ")).toBe(1);
    expect(written).toMatch(/fonts count="2".*fills count="3".*cellXfs count="/s);
  });

  test("a relationship to a styles part that is not there is used, and no second one made", () => {
    const parts = partsOf(good);
    delete parts["xl/styles.xml"];
    const saved = withSheet(packageOf(parts));
    expect(count(partText(saved, "xl/_rels/workbook.xml.rels"), "/styles")).toBe(1);
    expect(openXlsx(saved).readSheet("New").cells[0]!.style.bold).toBe(true);
  });

  test("no look is added to the most that Excel takes, and the reason is told", () => {
    const xf = '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';
    const full = edited("xl/styles.xml", (styles) => styles.replace("</cellXfs>", `${xf.repeat(65_487)}</cellXfs>`));
    expect(() => withSheet(full)).toThrow(expect.objectContaining({ kind: "oversized" }));
    expect(() => withSheet(full)).toThrow(/65490 looks/);
    const nearly = edited("xl/styles.xml", (styles) => styles.replace("</cellXfs>", `${xf.repeat(65_486)}</cellXfs>`));
    expect(openXlsx(withSheet(nearly)).sheetNames()).toContain("New");
  });
});

describe("content types and relationships", () => {
  const types = text("[Content_Types].xml");
  const OVERRIDE = '<Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/old"/>';

  test.each<[string, string]>([
    ["in the usual spelling", OVERRIDE],
    ["in another spelling", OVERRIDE.replace("sheet3", "Sheet3")],
    ["twice", OVERRIDE + OVERRIDE],
  ])("an entry that a removed sheet left behind, %s, is used again", (_what, stale) => {
    const saved = withSheet(foreignWorkbook({ "[Content_Types].xml": types.replace("</Types>", `${stale}</Types>`) }));
    const written = partText(saved, "[Content_Types].xml");
    expect(count(written.toLowerCase(), "/xl/worksheets/sheet3.xml")).toBe(1);
    expect(written).not.toContain("application/old");
    expect(openXlsx(saved).readValues("New", { row: 0, column: 0, rows: 2, columns: 2 })).toEqual(ROWS);
  });

  test("relationships that a removed sheet left behind do not become those of a new one", () => {
    const rels = text("xl/worksheets/_rels/sheet1.xml.rels");
    const saved = withSheet(foreignWorkbook({ "xl/worksheets/_rels/sheet3.xml.rels": rels }));
    expect(
      openXlsx(saved)
        .tables()
        .map(({ name }) => name),
    ).toEqual(["Things", "NewTable"]);
    expect(Object.keys(partsOf(saved))).toContain("xl/worksheets/sheet4.xml");
  });

  test("without a general type for relationships, each new part of them states its own", () => {
    const RELS = "application/vnd.openxmlformats-package.relationships+xml";
    const own = Object.keys(partsOf(good))
      .filter((name) => name.endsWith(".rels"))
      .map((name) => `<Override PartName="/${name}" ContentType="${RELS}"/>`);
    const saved = withSheet(
      foreignWorkbook({
        "[Content_Types].xml": types
          .replace(/<Default Extension="rels"[^>]*>/, "")
          .replace("</Types>", `${own.join("")}</Types>`),
      }),
    );
    const written = partText(saved, "[Content_Types].xml");
    for (const name of Object.keys(partsOf(saved)).filter((each) => each.endsWith(".rels")))
      expect(count(written, `PartName="/${name}"`)).toBe(1);
  });

  test("new relationships are written as seen from their part, which every program can follow", () => {
    const saved = withSheet(good);
    expect(partText(saved, "xl/_rels/workbook.xml.rels")).toContain('Target="worksheets/sheet3.xml"');
    expect(partText(saved, "xl/worksheets/_rels/sheet3.xml.rels")).toContain('Target="../tables/table2.xml"');
    const fresh = newXlsx();
    fresh.addSheet(plan("One"));
    fresh.setChoice("a", "b");
    expect(partText(fresh.save(), "_rels/.rels")).toContain('Target="docProps/custom.xml"');
  });

  test.each<[string, string, string]>([
    ["worksheets/my%20sheet.xml", "xl/worksheets/my sheet.xml", "a blank"],
    ["worksheets/my%20sheet.xml", "xl/worksheets/my%20sheet.xml", "a blank, coded in the archive as well"],
    ["worksheets/my sheet.xml", "xl/worksheets/my%20sheet.xml", "a blank, coded in the archive alone"],
    ["worksheets/%E8%A1%A81.xml", "xl/worksheets/表1.xml", "Chinese"],
    ["worksheets/100%.xml", "xl/worksheets/100%.xml", "a percent sign that codes nothing"],
    ["./worksheets/sheet1.xml#Data", "xl/worksheets/sheet1.xml", "a fragment"],
    ["worksheets\\sheet1.xml", "xl\\worksheets\\sheet1.xml", "the wrong kind of slash"],
  ])("the target %s finds the entry %s: %s", (target, entry) => {
    const parts: Record<string, Uint8Array | string> = { ...partsOf(good) };
    const sheet = parts["xl/worksheets/sheet1.xml"]!;
    const rels = parts["xl/worksheets/_rels/sheet1.xml.rels"]!;
    delete parts["xl/worksheets/sheet1.xml"];
    delete parts["xl/worksheets/_rels/sheet1.xml.rels"];
    parts[entry] = sheet;
    parts[entry.replace(/([^/\\]*)$/, "_rels/$1.rels")] = rels;
    parts["xl/_rels/workbook.xml.rels"] = text("xl/_rels/workbook.xml.rels").replace("worksheets/sheet1.xml", target);
    const book = openXlsx(packageOf(parts));
    expect(book.readSheet("Data").cells).toEqual(openXlsx(good).readSheet("Data").cells);
    expect(book.tables().map(({ name }) => name)).toEqual(["Things"]);
    expect(openXlsx(withSheet(packageOf(parts))).readSheet("Data").cells).toHaveLength(16);
  });

  test.each(['r:id=""', ""])("a tab that never had a part (%s) is passed over and kept", (id) => {
    const tab = `<sheet name="Module1" sheetId="9" state="veryHidden" ${id}/>`;
    const bytes = edited("xl/workbook.xml", (book) => book.replace("</sheets>", `${tab}</sheets>`));
    expect(openXlsx(bytes).sheetNames()).toEqual(["Data", "It's & more"]);
    const saved = withSheet(bytes);
    expect(openXlsx(saved).sheetNames()).toEqual(["Data", "It's & more", "New"]);
    expect(partText(saved, "xl/workbook.xml")).toContain(tab);
    expect(() => withSheet(bytes, "module1")).toThrow(/is taken/);
  });
});

describe("values of cells", () => {
  const valueOf = (cell: string, date1904 = false): unknown => {
    const bytes = foreignWorkbook({
      "xl/worksheets/sheet2.xml": text("xl/worksheets/sheet2.xml").replace('<c r="A1"><v>1</v></c>', cell),
      ...(date1904
        ? { "xl/workbook.xml": text("xl/workbook.xml").replace("<workbookPr ", '<workbookPr date1904="1" ') }
        : {}),
    });
    return openXlsx(bytes).readValues("It's & more", { row: 0, column: 0, rows: 1, columns: 1 })[0]![0];
  };

  test.each<[string, unknown]>([
    ['<c r="A1"><v> </v></c>', null],
    ['<c r="A1"><v>\n\t</v></c>', null],
    ['<c r="A1"><v>&#32;</v></c>', null],
    ['<c r="A1"><v/></c>', null],
    ['<c r="A1"><v> 7 </v></c>', 7],
    ['<c r="A1"><v>\u00a07</v></c>', "\u00a07"],
    ['<c r="A1"><v>0x4E</v></c>', "0x4E"],
    ['<c r="A1"><v>0b11</v></c>', "0b11"],
    ['<c r="A1"><v>0o17</v></c>', "0o17"],
    ['<c r="A1"><v>Infinity</v></c>', "Infinity"],
    ['<c r="A1"><v>1e999</v></c>', "1e999"],
    ['<c r="A1"><v>1_000</v></c>', "1_000"],
    ['<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ['<c r="A1"><v>+.5</v></c>', 0.5],
    ['<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ['<c r="A1" t="s"><v> </v></c>', null],
    ['<c r="A1" t="s"><v> 0 </v></c>', "Name"],
    ['<c r="A1" t="b"><v> </v></c>', null],
    ['<c r="A1" t="b"><v>TRUE</v></c>', true],
    ['<c r="A1" t="b"><v>yes</v></c>', "yes"],
    ['<c r="A1" t="e"><v> </v></c>', null],
    ['<c r="A1" t="str"><v> </v></c>', " "],
    ['<c r="A1" t="d"><v>2026-10-01</v></c>', 46296],
    ['<c r="A1" t="d"><v>2026-13-45</v></c>', "2026-13-45"],
    ['<c r="A1" t="d"><v>2026-02-29</v></c>', "2026-02-29"],
    ['<c r="A1" t="d"><v> </v></c>', null],
    ['<c r="A1" t="z"/>', null],
  ])("%s is %j", (cell, value) => {
    expect(valueOf(cell)).toEqual(value);
  });

  test("a date as text in a workbook that counts from 1904 is the same day", () => {
    expect(valueOf('<c r="A1" s="1" t="d"><v>2026-10-01</v></c>', true)).toBe(46296);
  });

  test.each(["0x1", "1e0", "-1", "a"])("the index %s of a text is refused", (index) => {
    expect(() => valueOf(`<c r="A1" t="s"><v>${index}</v></c>`)).toThrow(/refers to text/);
  });

  test.each(["1.5", "0x1", "1e0", " "])("a row numbered %s is refused", (row) => {
    const bytes = edited("xl/worksheets/sheet2.xml", (sheet) => sheet.replace('<row r="1"', `<row r="${row}"`));
    expect(() => openXlsx(bytes).readSheet("It's & more")).toThrow(expect.objectContaining({ kind: "unreadable" }));
  });
});

describe("ranges of tables", () => {
  const table = (ref: string): Uint8Array =>
    edited("xl/tables/table1.xml", (part) =>
      part.replace('ref="A1:C4" totalsRowCount="1"', `ref="${ref}"`).replace('ref="A1:C3"', `ref="${ref}"`),
    );

  test.each<[string, RegExp]>([
    ["A1:XFD1048576", /16384 columns wide, but it names 3/],
    ["A1:D4", /4 columns wide, but it names 3/],
    ["A1:B4", /2 columns wide, but it names 3/],
    ["A1:ZZZ9999999", /no sheet has cells/],
    ["A1:C1048577", /no sheet has cells/],
    ["", /no sheet has cells/],
    ["C4:A1", /no sheet has cells/],
    ["nowhere", /no sheet has cells/],
  ])("%s is refused in a sentence", (ref, reason) => {
    expect(() => openXlsx(table(ref)).tables()).toThrow(expect.objectContaining({ kind: "unreadable" }));
    expect(() => openXlsx(table(ref)).tables()).toThrow(reason);
  });

  test.each(["A1:C1048576", "A:C", "$A$1:$C$1048576"])("%s costs what its cells cost", async (ref) => {
    const { tables } = await xlsxPort(openXlsx(table(ref))).read();
    expect(tables[0]!.values).toHaveLength(6);
    expect(tables[0]!.blankRows).toBe(1_048_576 - 6);
    expect(tables[0]!.formats).toHaveLength(3);
  });

  test("some blank rows at the end are read as they are", async () => {
    const { tables } = await xlsxPort(openXlsx(table("A1:C100"))).read();
    expect([tables[0]!.values.length, tables[0]!.blankRows]).toEqual([100, undefined]);
  });

  test("a cell far off in a filled sheet costs one row, not all before it", async () => {
    const book = newXlsx();
    book.addSheet(plan("One"));
    book.setCells("One", [{ row: 1_048_575, column: 16_383, value: 7 }]);
    const wanted = { row: 0, column: 0, rows: 3, columns: 2 };
    expect(openXlsx(book.save()).readValues("One", wanted)[2]).toEqual([null, null]);
  });
});
