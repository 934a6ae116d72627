import type { SheetPlan } from "../../../src/core/plan/plan";
import { newXlsx, openXlsx } from "../../../src/xlsx";
import { changedParts, foreignWorkbook, partsOf, partText } from "../../support/xlsx";

const before = foreignWorkbook();

function plan(name: string, changes: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name,
    rows: [
      ["Grade", "Total"],
      ["A", 91.255],
      ["=1+1", null],
    ],
    columnWidths: [12, 9.5],
    freeze: { rows: 1, columns: 1 },
    formats: [
      { range: { row: 0, column: 0, rows: 3, columns: 2 }, border: "grid" },
      { range: { row: 0, column: 0, rows: 1, columns: 2 }, bold: true, fill: "#1f4e78", fontColor: "#FFFFFF" },
      { range: { row: 1, column: 1, rows: 2, columns: 1 }, numberFormat: "0.00", align: "right" },
    ],
    highlights: [
      { range: { row: 1, column: 0, rows: 2, columns: 1 }, equals: "A", fill: "#C6EFCE", fontColor: "#006100" },
    ],
    print: { orientation: "landscape", titleRows: 1, footer: "R&D" },
    ...changes,
  };
}

test("a new sheet is added beside everything else, which stays to the byte", () => {
  const book = openXlsx(before);
  book.addSheet(plan("Evaluation 2026-10"));
  const after = book.save();
  expect(changedParts(before, after)).toEqual(
    [
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet3.xml",
    ].sort(),
  );
  expect(Object.keys(partsOf(after)).slice(0, -1)).toEqual(Object.keys(partsOf(before)));
  expect(partText(after, "xl/workbook.xml")).toContain('<sheet name="Evaluation 2026-10" sheetId="8" r:id="rId8"/>');
});

test("what is written reads back as it was planned", () => {
  const book = newXlsx();
  book.addSheet(plan("One"), { rowHeights: new Map([[0, 30]]) });
  const sheet = openXlsx(book.save()).readSheet("One");
  expect(sheet.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
    [0, 0, "Grade"],
    [0, 1, "Total"],
    [1, 0, "A"],
    [1, 1, 91.255],
    [2, 0, "=1+1"],
    [2, 1, null],
  ]);
  expect(sheet.cells.some((cell) => cell.formula !== undefined)).toBe(false);
  expect(sheet.cells[0]!.style).toMatchObject({ bold: true, fill: "#1F4E78", fontColor: "#FFFFFF", border: "grid" });
  expect(sheet.cells[3]!.style).toMatchObject({ numberFormat: "0.00", align: "right", border: "grid", bold: false });
  expect(sheet.highlights).toEqual(plan("One").highlights);
  expect([...sheet.columnWidths]).toEqual([
    [0, 12],
    [1, 9.5],
  ]);
  expect([...sheet.rowHeights]).toEqual([[0, 30]]);
  expect(sheet.freeze).toEqual({ rows: 1, columns: 1 });
});

test("elements of a written sheet stand in the order of the schema, and the page is set up", () => {
  const book = newXlsx();
  book.addSheet(plan("It's", { rows: [["100"], ["x"]] }));
  const bytes = book.save();
  const sheet = partText(bytes, "xl/worksheets/sheet1.xml");
  const order = [...sheet.matchAll(/<(\w+)/g)].map((match) => match[1]!);
  const top =
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData conditionalFormatting pageMargins pageSetup headerFooter ignoredErrors";
  expect(order.filter((name) => top.split(" ").includes(name))).toEqual(top.split(" "));
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>');
  expect(sheet).toContain("<oddFooter>&amp;LR&amp;&amp;D&amp;R&amp;P / &amp;N</oddFooter>");
  expect(partText(bytes, "xl/workbook.xml")).toContain(
    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'It''s'!$1:$1</definedName>",
  );
});

test("equal looks are written once, and a second sheet of the same looks adds none", () => {
  const book = newXlsx();
  book.addSheet(plan("One"));
  const styles = partText(book.save(), "xl/styles.xml");
  book.addSheet(plan("Two"));
  expect(partText(book.save(), "xl/styles.xml")).toBe(styles);
  expect(styles).toContain('<cellXfs count="4">');
});

test("a line below a range is drawn below its last row only, and keeps a grid that is there", () => {
  const range = { row: 0, column: 0, rows: 3, columns: 1 };
  const book = newXlsx();
  book.addSheet(
    plan("One", {
      rows: [
        ["a", "a"],
        ["b", "b"],
        ["c", "c"],
      ],
      formats: [
        { range, border: "bottom" },
        { range: { ...range, column: 1 }, border: "grid" },
        { range: { ...range, column: 1 }, border: "bottom" },
      ],
    }),
  );
  const borders = book.readSheet("One").cells.map(({ style }) => style.border);
  expect(borders).toEqual([undefined, "grid", undefined, "grid", "bottom", "grid"]);
});

test("rows of wrapped text are as high as their text needs", () => {
  const book = newXlsx();
  const range = { row: 0, column: 0, rows: 3, columns: 1 };
  const rows = [["short"], ["twelve words of text that do not fit into ten"], ["十个汉字需要二十个字符宽"]];
  book.addSheet(plan("One", { rows, columnWidths: [12], formats: [{ range, wrap: true }] }));
  expect([...book.readSheet("One").rowHeights]).toEqual([
    [1, 60],
    [2, 30],
  ]);
});

test.each([
  ["", "is empty"],
  ["x".repeat(32), "longer than 31"],
  ["a/b", "holds one of"],
  ["'quoted", "apostrophe"],
  ["History", "reserved"],
  ["DATA", "is taken"],
])("a sheet cannot be called %j", (name, reason) => {
  const book = openXlsx(before);
  expect(() => book.addSheet(plan(name))).toThrow(RangeError);
  expect(() => book.addSheet(plan(name))).toThrow(reason);
});

test("a plan that no sheet can hold is named and changes nothing", () => {
  const book = openXlsx(before);
  expect(() => book.addSheet(plan("New", { rows: [["a", 1], ["b"]] }))).toThrow("Row 1 of the plan of New");
  expect(() => book.addSheet(plan("New", { rows: [[NaN, 1]] }))).toThrow("NaN in A1");
  expect(() => book.addSheet(plan("New", { rows: [["x".repeat(32_768)]] }))).toThrow("32768 characters");
  expect(() =>
    book.addSheet(plan("New", { formats: [{ range: { row: 0, column: 0, rows: 1, columns: 1 }, fill: "red" }] })),
  ).toThrow("red is no colour");
  const endless = new Proxy([["x"]], { get: (rows, key) => (key === "length" ? 1_048_577 : Reflect.get(rows, key)) });
  expect(() => book.addSheet(plan("New", { rows: endless }))).toThrow(expect.objectContaining({ kind: "too-large" }));
  expect(changedParts(before, book.save())).toEqual([]);
});

test("a sheet put in front moves what counts sheets: names of a sheet and the tab in view", () => {
  const book = openXlsx(before);
  book.addSheet(plan("First"), { position: 0, visibility: "hidden" });
  expect(book.sheetNames()).toEqual(["First", "Data", "It's & more"]);
  const workbook = partText(book.save(), "xl/workbook.xml");
  expect(workbook).toContain('<workbookView activeTab="2"/>');
  expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="2">');
  expect(workbook).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">');
});

test("a replaced sheet keeps its part, its place and what people put on it; its table goes", () => {
  const book = openXlsx(before);
  book.replaceSheet("data", plan("Data", { highlights: [] }));
  const after = book.save();
  expect(book.sheetNames()).toEqual(["Data", "It's & more"]);
  const sheet = partText(after, "xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>');
  expect(sheet).toContain('<sheetPr codeName="Sheet1">');
  expect(sheet).not.toContain("tablePart");
  expect(book.tables()).toEqual([]);
  const parts = partsOf(after);
  expect(Object.keys(parts)).not.toContain("xl/tables/table1.xml");
  expect(Object.keys(parts)).not.toContain("xl/calcChain.xml");
  expect(changedParts(before, after)).not.toContain("xl/comments1.xml");
  // The other sheet's formula refers to this one.
  expect(partText(after, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
});

test("a sheet that is written twice gives the same bytes as one that is written once", () => {
  const book = openXlsx(before);
  book.addSheet(plan("New"));
  const once = book.save();
  book.replaceSheet("New", plan("New"));
  expect(changedParts(once, book.save())).toEqual([]);
});

test("a removed sheet takes along what only it had; references to it say so", () => {
  const book = openXlsx(before);
  book.addSheet(plan("Shown"));
  book.removeSheet("Data");
  const after = book.save();
  expect(book.sheetNames()).toEqual(["It's & more", "Shown"]);
  const names = Object.keys(partsOf(after));
  for (const gone of ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml", "xl/comments1.xml", "xl/charts/chart1.xml"]) {
    expect(names).not.toContain(gone);
    expect(partText(after, "[Content_Types].xml")).not.toContain(gone);
  }
  expect(names).toEqual(expect.arrayContaining(["xl/vbaProject.bin", "customXml/item1.xml", "xl/unknown/thing.xml"]));
  expect(partText(after, "xl/worksheets/sheet2.xml")).toContain("<f>#REF!+1</f>");
  const workbook = partText(after, "xl/workbook.xml");
  expect(workbook).toContain('<definedName name="Rate">#REF!</definedName>');
  expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">');
  expect(workbook).toContain('activeTab="0"');
});

describe("a sheet that is called otherwise", () => {
  const renamed = () => {
    const file = foreignWorkbook({
      "xl/charts/chart1.xml":
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:f>Data!$B$2:$B$3</c:f></c:chartSpace>',
      "xl/worksheets/sheet2.xml":
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="B1"><f>Data!B2+1</f><v>1.5</v></c></row></sheetData>' +
        '<hyperlinks><hyperlink ref="A1" location="Data!A1" display="Data!A1"/></hyperlinks></worksheet>',
    });
    const book = openXlsx(file);
    book.renameSheet("data", "Bob's 数据 & <more>");
    book.renameSheet("It's & more", "More");
    return { book, after: book.save(), file };
  };

  test("takes formulas, names, rules and charts along", () => {
    const { book, after } = renamed();
    expect(book.sheetNames()).toEqual(["Bob's 数据 & <more>", "More"]);
    const workbook = partText(after, "xl/workbook.xml");
    expect(workbook).toContain("<definedName name=\"Rate\">'Bob''s 数据 &amp; &lt;more&gt;'!$B$2</definedName>");
    expect(workbook).toContain("localSheetId=\"1\">'More'!$A$1:$B$2</definedName>");
    expect(partText(after, "xl/worksheets/sheet1.xml")).toContain("<formula1>'More'!$A$1:$A$2</formula1>");
    expect(partText(after, "xl/charts/chart1.xml")).toContain("<c:f>'Bob''s 数据 &amp; &lt;more&gt;'!$B$2:$B$3</c:f>");
    const [cell] = openXlsx(after).readSheet("More").cells;
    expect(partText(after, "xl/worksheets/sheet2.xml")).toContain(
      `location="'Bob''s 数据 &amp; &lt;more&gt;'!A1" display="Data!A1"`,
    );
    expect(cell).toMatchObject({ formula: "'Bob''s 数据 & <more>'!B2+1", value: 1.5 });
  });

  test("leaves everything else to the byte", () => {
    const { after, file } = renamed();
    expect(changedParts(file, after)).toEqual([
      "xl/charts/chart1.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
  });

  test("may change its case only, and takes no name that is taken or that Excel refuses", () => {
    const book = openXlsx(before);
    book.renameSheet("Data", "DATA");
    expect(book.sheetNames()[0]).toBe("DATA");
    expect(() => book.renameSheet("DATA", "it's & MORE")).toThrow("is taken");
    expect(() => book.renameSheet("DATA", "a/b")).toThrow("holds one of");
    expect(() => book.renameSheet("Gone", "x")).toThrow(expect.objectContaining({ kind: "gone" }));
  });
});

test("sheets are hidden, very hidden and shown", () => {
  const book = openXlsx(before);
  expect(book.visibility("It's & more")).toBe("hidden");
  book.setVisibility("It's & more", "veryHidden");
  book.addSheet(plan("New"), { visibility: "veryHidden" });
  const after = openXlsx(book.save());
  expect(after.sheetNames().map((name) => after.visibility(name))).toEqual(["visible", "veryHidden", "veryHidden"]);
  after.setVisibility("It's & more", "visible");
  expect(partText(after.save(), "xl/workbook.xml")).not.toContain('state="hidden"');
  expect(() => openXlsx(before).setVisibility("Data", "hidden")).toThrow("last visible sheet");
});

test("the last visible sheet cannot be removed, and a workbook without sheets cannot be saved", () => {
  expect(() => openXlsx(before).removeSheet("Data")).toThrow("last visible sheet");
  expect(() => newXlsx().save()).toThrow("needs a sheet");
});

test("a table gets a number of its own and is listed in its sheet in front of extensions", () => {
  const book = openXlsx(before);
  book.setCells("Data", [
    { row: 10, column: 0, value: "Key" },
    { row: 10, column: 1, value: "Value" },
  ]);
  book.addTable({ name: "指标数据", sheet: "Data", row: 10, column: 0, rows: 3, columns: 2 });
  const after = book.save();
  expect(partText(after, "xl/worksheets/sheet1.xml")).toContain(
    '<tableParts count="2"><tablePart r:id="rId4"/><tablePart r:id="rId5"/></tableParts><extLst>',
  );
  expect(partText(after, "xl/tables/table2.xml")).toContain(
    'id="5" name="指标数据" displayName="指标数据" ref="A11:B13"',
  );
  expect(book.tables().map(({ name }) => name)).toEqual(["Things", "指标数据"]);
});

test.each([
  [{ name: "things" }, "is taken"],
  [{ name: "rate" }, "is taken"],
  [{ name: "A1" }, "not one that Excel takes"],
  [{ name: "two words" }, "not one that Excel takes"],
  [{ rows: 1 }, "no data row"],
  [{ row: 3 }, "overlaps the table Things"],
  [{}, "Header 1 of the table New is no text"],
])("a table that Excel would not take is refused: %j", (changes, reason) => {
  const table = { name: "New", sheet: "Data", row: 10, column: 0, rows: 3, columns: 2, ...changes };
  expect(() => openXlsx(before).addTable(table)).toThrow(reason);
});

test("a table grows with the rows and columns below and beside it", () => {
  const book = newXlsx();
  const rows = [
    ["Key", "Value", "New"],
    ["a", 1, 2],
    ["b", 2, 3],
  ];
  book.addSheet(plan("One", { rows, formats: [], highlights: [] }));
  book.addTable({ name: "Pair", sheet: "One", row: 0, column: 0, rows: 2, columns: 2 });
  book.resizeTable("pair", 3, 3);
  expect(book.tables()).toEqual([expect.objectContaining({ rows: 3, columns: 3, headers: ["Key", "Value", "New"] })]);
  const table = partText(book.save(), "xl/tables/table1.xml");
  expect(table).toContain('ref="A1:C3" totalsRowShown="0"><autoFilter ref="A1:C3"/><tableColumns count="3">');
  expect(table).toContain('<tableColumn id="3" name="New"/></tableColumns>');
  expect(() => book.resizeTable("Pair", 3, 2)).toThrow(expect.objectContaining({ kind: "unsupported" }));
  expect(() => book.resizeTable("Pair", 3, 4)).toThrow("no header text for column 4");
  expect(() => openXlsx(before).resizeTable("Things", 9, 3)).toThrow("totals row");
});

test("choices are kept as custom properties and changed in place", () => {
  const book = openXlsx(before);
  expect(book.getChoice("rubric")).toBeUndefined();
  book.setChoice("rubric", "热线 <1>");
  book.setChoice("period", "2026-10");
  const bytes = book.save();
  expect(partText(bytes, "_rels/.rels")).toContain("custom-properties");
  const again = openXlsx(bytes);
  again.setChoice("rubric", "other");
  expect([...again.choices()]).toEqual([
    ["rubric", "other"],
    ["period", "2026-10"],
  ]);
  expect(changedParts(bytes, again.save())).toEqual(["docProps/custom.xml"]);
  expect(partText(again.save(), "docProps/custom.xml").match(/pid="\d"/g)).toEqual(['pid="2"', 'pid="3"']);
});
