import { openXlsx, type XlsxCell } from "../../../src/xlsx";
import { changedParts, foreignWorkbook, partText } from "../../support/xlsx";

const before = foreignWorkbook();
const SHEET = "xl/worksheets/sheet1.xml";

function change(...cells: XlsxCell[]): Uint8Array {
  const book = openXlsx(before);
  book.setCells("Data", cells);
  return book.save();
}

/** The part of the sheet's text that has changed, before and after. */
function difference(after: Uint8Array): { was: string; is: string } {
  const [old, fresh] = [partText(before, SHEET), partText(after, SHEET)];
  let start = 0;
  while (old[start] === fresh[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  return { was: old.slice(start, old.length - end), is: fresh.slice(start, fresh.length - end) };
}

test("a package that nobody changed is written back part by part as it came", () => {
  expect(changedParts(before, openXlsx(before).save())).toEqual([]);
});

test("one changed number changes one place of one part, and asks for calculation because formulas may hang on it", () => {
  const after = change({ row: 1, column: 1, value: 0.75 });
  expect(changedParts(before, after)).toEqual(["xl/workbook.xml", SHEET].sort());
  expect(difference(after)).toEqual({ was: "", is: "7" });
  expect(partText(after, "xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
});

test("without any formula in the workbook no calculation is asked for", () => {
  const plain = (name: string): string => partText(before, name).replace(/<f[ >][^<]*<\/f>|<f [^>]*\/>/g, "");
  const book = openXlsx(
    foreignWorkbook({ [SHEET]: plain(SHEET), "xl/worksheets/sheet2.xml": plain("xl/worksheets/sheet2.xml") }),
  );
  book.setCells("Data", [{ row: 1, column: 1, value: 1 }]);
  expect(partText(book.save(), "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
});

test.each<[string, XlsxCell["value"], string]>([
  ["a text that looks like a formula", "=HYPERLINK(1)", '<c r="E6" t="inlineStr"><is><t>=HYPERLINK(1)</t></is></c>'],
  ["a text that looks like a number", "007", '<c r="E6" t="inlineStr"><is><t>007</t></is></c>'],
  ["a text with XML in it", `<a b="c">&`, '<c r="E6" t="inlineStr"><is><t>&lt;a b=&quot;c&quot;&gt;&amp;</t></is></c>'],
  [
    "characters that XML cannot hold",
    "a\u0000\u0008b\ud800",
    '<c r="E6" t="inlineStr"><is><t>a_x0000__x0008_b_xD800_</t></is></c>',
  ],
  ["a text that looks like an escape", "_x000D_", '<c r="E6" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>'],
  ["white space", " a\r\nb ", '<c r="E6" t="inlineStr"><is><t xml:space="preserve"> a_x000D_\nb </t></is></c>'],
  ["a logical value", false, '<c r="E6" t="b"><v>0</v></c>'],
  ["a formula without its result", { formula: "=SUM(A1)" }, '<c r="E6"><f>SUM(A1)</f></c>'],
  [
    "an own function with its result",
    { formula: 'QA.GRADE(A1,"QA.X(",B1)', cached: "A" },
    '<c r="E6" t="str"><f>_xldudf_QA_GRADE(A1,&quot;QA.X(&quot;,B1)</f><v>A</v></c>',
  ],
  ["an error as a result", { formula: "A1/0", cached: "#DIV/0!" }, '<c r="E6" t="e"><f>A1/0</f><v>#DIV/0!</v></c>'],
])("writes %s", (_what, value, element) => {
  const after = change({ row: 5, column: 4, value });
  expect(partText(after, SHEET)).toContain(element);
  const cell = openXlsx(after)
    .readSheet("Data")
    .cells.find(({ row, column }) => row === 5 && column === 4);
  if (typeof value === "string") expect(cell?.value).toBe(value);
  else if (typeof value === "object" && value && "cached" in value) expect(cell?.value).toBe(value.cached);
});

test("a cell that gets a constant loses its formula, and the calculation chain goes with it", () => {
  const after = change({ row: 3, column: 0, value: "typed" });
  expect(changedParts(before, after)).toEqual(
    ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/workbook.xml", SHEET].sort(),
  );
  expect(partText(after, "[Content_Types].xml")).not.toContain("calcChain");
  expect(partText(after, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  expect(
    openXlsx(after)
      .readSheet("Data")
      .cells.find(({ row, column }) => row === 3 && column === 0),
  ).toEqual(expect.not.objectContaining({ formula: expect.anything() }));
});

test("cells that shared a formula with the changed one keep what they say", () => {
  const cells = openXlsx(change({ row: 1, column: 2, value: 9 })).readSheet("Data").cells;
  const formulas = cells.filter(({ column }) => column === 2).map(({ row, formula }) => [row, formula]);
  expect(formulas).toEqual([
    [0, undefined],
    [1, undefined],
    [2, "$B3*2+A$1"],
    [3, "$B4*2+A$1"],
    [5, undefined],
  ]);
});

test("part of an array formula cannot be changed, and then nothing is", () => {
  const book = openXlsx(before);
  const cells = [
    { row: 0, column: 0, value: "New name" },
    { row: 5, column: 1, value: 1 },
  ];
  expect(() => book.setCells("Data", cells)).toThrow(expect.objectContaining({ kind: "protected" }));
  expect(changedParts(before, book.save())).toEqual([]);
});

test("new cells and rows stand in order, look as their column says, and the rest of the sheet stays", () => {
  const after = change(
    { row: 1, column: 3, value: 1 },
    { row: 6, column: 1, value: 2 },
    { row: 5, column: 0, value: 3 },
    { row: 3, column: 1, value: 4 },
    { row: 20, column: 30, value: null },
  );
  const text = partText(after, SHEET);
  expect(text).toContain('<row r="2" ht="30" customHeight="1"><c r="A2"');
  expect(text).toContain('<c r="D2"><v>1</v></c></row>');
  expect(text).toContain('<row r="7"><c r="B7" s="2"><v>2</v></c></row></sheetData>');
  expect(text).toContain('<row r="6"><c r="A6"><v>3</v></c><c r="B6">');
  expect(text).toContain('</c><c r="B4" s="2"><v>4</v></c><c r="C4">');
  expect(text.slice(text.indexOf("</sheetData>"))).toBe(
    partText(before, SHEET).slice(partText(before, SHEET).indexOf("</sheetData>")),
  );
});

test("a new number format is added to the styles, every older one keeps its number", () => {
  const after = change(
    { row: 5, column: 2, value: 1, numberFormat: "0.000%" },
    { row: 1, column: 1, value: 1, numberFormat: "0%" },
  );
  const [old, fresh] = [partText(before, "xl/styles.xml"), partText(after, "xl/styles.xml")];
  expect(fresh).toContain('<numFmts count="2">');
  expect(fresh).toContain('<numFmt numFmtId="171" formatCode="0.000%"/></numFmts>');
  expect(fresh).toContain('<cellXfs count="4">');
  expect(fresh.slice(fresh.indexOf("<cellXfs") + 20)).toContain(
    old.slice(old.indexOf("<cellXfs") + 20, old.indexOf("</cellXfs>")),
  );
  expect(partText(after, SHEET)).toContain('<c r="C6" s="3"><v>1</v></c>');
  expect(partText(after, SHEET)).toContain('<c r="B2" s="2"><v>1</v></c>');
});

test("a header of a table and its column's name stay the same text, never blank and never twice", () => {
  const after = change(
    { row: 0, column: 0, value: 2026 },
    { row: 0, column: 2, value: "two\nlines" },
    { row: 0, column: 1, value: null },
  );
  expect(partText(after, "xl/tables/table1.xml")).toContain(
    '<tableColumn id="1" name="2026"/><tableColumn id="2" name="Column2"/><tableColumn id="3" name="two_x000a_lines',
  );
  const book = openXlsx(after);
  const [table] = book.tables();
  expect(book.readValues("Data", { ...table!, rows: 1 })[0]).toEqual(table!.headers);
});

test("formulas that name a column follow when its header changes", () => {
  const sheet2 = "xl/worksheets/sheet2.xml";
  const book = openXlsx(
    foreignWorkbook({ [sheet2]: partText(before, sheet2).replace("<f>Data!B2+1</f>", "<f>SUM(Things[Name])</f>") }),
  );
  book.setCells("Data", [{ row: 0, column: 0, value: "Full name" }]);
  expect(partText(book.save(), sheet2)).toContain("<f>SUM(Things[Full name])</f>");
  book.removeSheet("It's & more");
  book.addSheet({
    ...book.readSheet("Data"),
    name: "More",
    rows: [[{ formula: "SUM(Things[Full name])", cached: 0 }]],
    columnWidths: [],
    formats: [],
    print: { orientation: "portrait", titleRows: 0 },
  });
  book.removeSheet("Data");
  expect(book.readSheet("More").cells[0]!.formula).toBe("SUM(#REF!)");
});
