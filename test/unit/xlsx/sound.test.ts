import { portableCodec } from "../../../src/xlsx";
import { openParts } from "../../../src/xlsx/open";
import { Parts } from "../../../src/xlsx/parts";
import { soundFile } from "../../../src/xlsx/sound";
import { readStyles } from "../../../src/xlsx/styles-read";
import type { ZipEntry } from "../../../src/xlsx/zip";
import { foreignWorkbook, partsOf, partText } from "../../support/xlsx";

/** A file is checked before it is given away. Each fault is planted behind the back of the code that writes. */

const open = (bytes = foreignWorkbook()): Parts => openParts(bytes, portableCodec);

function written(parts: Parts, opened: Parts): Uint8Array {
  const strings = ["Name", "Two\nlines", "读音", "rich text"];
  return soundFile(parts, opened, () => ({
    strings: () => strings,
    date1904: false,
    styles: readStyles(parts, "xl/workbook.xml"),
  }));
}

const SHEET = "xl/worksheets/sheet1.xml";
const TYPES = "[Content_Types].xml";
const TABLE = '<Override PartName="/xl/tables/table1.xml" ContentType="application/x-table"/>';

type Edit = readonly [part: string, from: string, to: string];

function edited(...edits: readonly Edit[]): Parts {
  const parts = open();
  for (const [part, from, to] of edits) {
    const text = parts.text(part);
    if (!text.includes(from)) throw new Error(`${part} has no ${from}`);
    parts.set(part, text.replace(from, to));
  }
  return parts;
}

function added(name: string, content: string, ...edits: readonly Edit[]): Parts {
  const parts = edited(...edits);
  parts.set(name, content);
  return parts;
}

/** The package with other facts about one entry. */
const withEntry = (name: string, change: (entry: ZipEntry) => Partial<ZipEntry>): Parts =>
  new Parts(
    open()
      .entries()
      .map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry)),
    portableCodec,
  );

/** An entry whose bytes become others while the archive is written. */
function unsteady(name: string): Parts {
  const parts = open();
  const entry = parts.get(name);
  let asked = 0;
  const other = entry.packed.slice().fill(7);
  const packed = { get: () => (++asked > 2 ? entry.packed : other) };
  const entries = parts
    .entries()
    .map((each) => (each === entry ? Object.defineProperty({ ...each }, "packed", packed) : each));
  return new Parts(entries, portableCodec);
}

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels";
const BOOK_RELS = "xl/_rels/workbook.xml.rels";
const sheet3 = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
const toSheet3: Edit = [
  BOOK_RELS,
  "</Relationships>",
  `<Relationship Id="rId8" Type="${RELATION}/worksheet" Target="worksheets/sheet3.xml"/></Relationships>`,
];
const typeOfSheet3: Edit = [
  TYPES,
  "</Types>",
  '<Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
];
const secondTable = (text: string): Parts => {
  const parts = edited(
    [
      "xl/worksheets/sheet2.xml",
      "</worksheet>",
      `<tableParts><tablePart xmlns:r="${RELATION}" r:id="rId1"/></tableParts></worksheet>`,
    ],
    [TYPES, "</Types>", '<Override PartName="/xl/tables/table2.xml" ContentType="application/x-table"/></Types>'],
  );
  parts.set("xl/tables/table2.xml", text);
  parts.set(
    "xl/worksheets/_rels/sheet2.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/table" Target="../tables/table2.xml"/></Relationships>`,
  );
  return parts;
};
const tableText = partText(foreignWorkbook(), "xl/tables/table1.xml");

function without(part: string): Parts {
  const parts = open();
  parts.remove(part);
  return parts;
}

test("an unchanged package passes, and so do the pieces that the faults below are made of", () => {
  expect(partsOf(written(open(), open()))).toEqual(partsOf(foreignWorkbook()));
  written(added("xl/worksheets/sheet3.xml", sheet3, toSheet3, typeOfSheet3), open());
  written(secondTable(tableText.replace('id="4"', 'id="5"').replace('"Things"', '"Others"')), open());
  written(edited([SHEET, "<v>0.5</v>", "<v>0.75</v>"]), open());
});

test.each<[fault: string, parts: () => Parts, told: RegExp]>([
  [
    "a name too long for the archive",
    () => withEntry("xl/unknown/thing.xml", () => ({ name: "x".repeat(65_540) })),
    /was not written as it is/,
  ],
  [
    "a part that the archive takes for a folder",
    () => withEntry("xl/unknown/thing.xml", () => ({ name: "xl/unknown/" })),
    /lacks parts/,
  ],
  [
    "a part of the old file with other bytes",
    () => unsteady("xl/vbaProject.bin"),
    /vbaProject.bin was not written as it is/,
  ],
  [
    "a wrong checksum",
    () => withEntry(SHEET, ({ crc }) => ({ crc: crc ^ 1 })),
    /sheet1.xml is damaged: its checksum is wrong/,
  ],
  [
    "a wrong size",
    () => withEntry(SHEET, ({ size }) => ({ size: size + 1 })),
    /sheet1.xml is damaged: its checksum is wrong/,
  ],
  [
    "a content that cannot be unpacked",
    () => withEntry(SHEET, () => ({ packed: Uint8Array.of(7, 7, 7) })),
    /sheet1.xml is damaged/,
  ],
  ["a sheet whose elements do not close", () => edited([SHEET, "</row>", "</rov>"]), /sheet1.xml is no valid XML/],
  [
    "a cell whose value does not close",
    () => edited([SHEET, "<v>0.5</v>", "<v>0.5</w>"]),
    /sheet1.xml is no valid XML/,
  ],
  ["a sheet that ends early", () => edited([SHEET, "</worksheet>", ""]), /sheet1.xml is no valid XML/],
  [
    "styles with two roots",
    () => edited(["xl/styles.xml", "</styleSheet>", "</styleSheet><styleSheet/>"]),
    /styles.xml is no valid XML/,
  ],
  [
    "styles with a prefix that is not declared",
    () => edited(["xl/styles.xml", "<dxfs", "<x:dxf/><dxfs"]),
    /styles.xml is no valid XML/,
  ],
  [
    "content types that are no XML",
    () => edited([TYPES, "</Types>", "</Type>"]),
    /Content_Types\].xml is no valid XML/,
  ],
  ["a text that the workbook does not hold", () => edited([SHEET, "<v>3</v>", "<v>33</v>"]), /refers to text 33/],
  ["a look that the workbook does not hold", () => edited([SHEET, 's="1"', 's="99"']), /has no look 99/],
  ["a cell that no sheet has", () => edited([SHEET, '"B3"', '"XFE3"']), /no cell XFE3/],
  [
    "a table that its sheet points at in vain",
    () => edited([SHEET, '<tableParts count="1"><tablePart r:id="rId4"/>', '<tableParts><tablePart r:id="rId9"/>']),
    /tablePart rId9 of .*sheet1.xml leads nowhere/,
  ],
  [
    "a relationship taken away from its sheet",
    () => edited([SHEET, "0.5", "0.6"], [SHEET_RELS, 'Id="rId4"', 'Id="rId5"']),
    /tablePart rId4 of .*sheet1.xml leads nowhere/,
  ],
  [
    "a sheet without a part",
    () =>
      added("xl/worksheets/sheet3.xml", sheet3, [
        "xl/workbook.xml",
        "</sheets>",
        '<sheet name="New" sheetId="9" r:id="rId8"/></sheets>',
      ]),
    /New has no part/,
  ],
  [
    "a relationship to a part that is not there",
    () => edited(toSheet3),
    /rId8 of xl\/_rels\/workbook.xml.rels leads nowhere/,
  ],
  [
    "a part that was removed alone",
    () => without("xl/styles.xml"),
    /rId3 of xl\/_rels\/workbook.xml.rels leads nowhere/,
  ],
  [
    "one ID for two relationships",
    () => edited([BOOK_RELS, 'Id="rId7"', 'Id="rId4"']),
    /rId4 of xl\/_rels\/workbook.xml.rels/,
  ],
  [
    "a new part that nothing leads to",
    () => added("xl/worksheets/sheet3.xml", sheet3, typeOfSheet3),
    /Nothing leads to xl\/worksheets\/sheet3.xml/,
  ],
  [
    "a new part without a type of its own",
    () => added("xl/worksheets/sheet3.xml", sheet3, toSheet3),
    /sheet3.xml has no content type/,
  ],
  [
    "a new kind of part without a type",
    () =>
      added("xl/media/a.svg", "<svg/>", [
        SHEET_RELS,
        "</Relationships>",
        `<Relationship Id="rId9" Type="${RELATION}/image" Target="../media/a.svg"/></Relationships>`,
      ]),
    /a.svg has no content type/,
  ],
  [
    "a part whose type is lost",
    () => edited([TYPES, "/xl/tables/table1.xml", "/xl/tables/table9.xml"]),
    /table1.xml has no content type/,
  ],
  [
    "two types of one part",
    () => edited([TYPES, "</Types>", `${TABLE}</Types>`]),
    /xl\/tables\/table1.xml has two content types/,
  ],
  [
    "two tables of one name",
    () => secondTable(tableText.replace('id="4"', 'id="5"').replace("Things", "THINGS")),
    /Two tables have the name things/,
  ],
  [
    "two tables of one number",
    () => secondTable(tableText.replace('"Things"', '"Others"')),
    /Two tables have the number 4/,
  ],
  [
    "a table with fewer columns than its range",
    () => edited(["xl/tables/table1.xml", "A1:C4", "A1:D4"]),
    /4 columns wide, but it names 3/,
  ],
])("%s is refused", (_fault, parts, told) => {
  expect(() => written(parts(), open())).toThrow(
    expect.objectContaining({ kind: "unsound", detail: expect.stringMatching(told) }),
  );
});

test.each<[fault: string, parts: () => Parts]>([
  ["a relationship that leads nowhere", () => without("xl/styles.xml")],
  ["two relationships of one ID", () => edited([BOOK_RELS, 'Id="rId7"', 'Id="rId4"'])],
  ["two types of one part", () => edited([TYPES, "</Types>", `${TABLE}</Types>`])],
  [
    "a part without a type",
    () => edited([TYPES, '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>', ""]),
  ],
  ["two tables of one number", () => secondTable(tableText.replace('"Things"', '"Others"'))],
  ["a table of a sheet that is not there", () => edited([SHEET_RELS, 'Id="rId4"', 'Id="rId5"'])],
  ["a text that is not there", () => edited([SHEET, "<v>3</v>", "<v>33</v>"])],
  ["a look that is not there", () => edited([SHEET, 's="1"', 's="99"'])],
  ["a prefix that is not declared", () => edited(["xl/styles.xml", "<dxfs", "<x:dxf/><dxfs"])],
])("%s stays as it was in the opened file", (_fault, parts) => {
  const before = parts();
  const after = before.copy();
  for (const part of [SHEET, "xl/styles.xml"]) if (after.has(part)) after.set(part, `${after.text(part)}\n`);
  written(after, before);
});
