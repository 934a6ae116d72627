import fc from "fast-check";
import { portableCodec, type Codec } from "../../../src/xlsx";
import { scanSheet } from "../../../src/xlsx/sheet-scan";

/*
 * Plain rows are read from their bytes, all others by the parser. The parser reads all of a part in UTF-16. So the same sheet in both
 * encodings shows any difference between the two.
 */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Takes content for packed as it is, and passes it on in pieces of this many bytes. */
const inPieces = (length: number): Codec => ({
  ...portableCodec,
  inflate(packed, _size, take) {
    for (let at = 0; at < packed.length; at += length) take(packed.subarray(at, at + length));
  },
});

/** Everything that a visitor receives, up to an error. */
function told(packed: Uint8Array, codec: Codec, stopAt: number): unknown[] {
  const all: unknown[] = [];
  const crc = portableCodec.crc32(packed, 0);
  const entry = { name: "sheet1.xml", method: 8, crc, size: packed.length, packed, time: 0, codec };
  try {
    scanSheet(
      entry,
      { strings: () => ["Name", "读音"] },
      {
        row: (row, attributes) => {
          all.push({ row, ...attributes });
          return row >= stopAt;
        },
        cell: (...cell) => void all.push(cell),
        element: (local, attributes) => void all.push({ local, ...attributes }),
        ruleFormula: (text) => void all.push(text),
      },
    );
  } catch (error) {
    all.push(error instanceof Error ? `${error.name}: ${error.message}` : error);
  }
  return all;
}

function expectSame(text: string, pieces: number, stopAt: number): void {
  const byBytes = told(Buffer.from(text), inPieces(pieces), stopAt);
  const byParser = told(Buffer.from(`\ufeff${text}`, "utf16le"), inPieces(2 ** 20), stopAt);
  expect(byBytes).toEqual(byParser);
}

/** Nearly all pieces are plain. The odd ones may trip a reader of bytes. */
const mostly = (plain: readonly string[], odd: readonly string[], weight = 40): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

const space = mostly(
  [""],
  ["\n", "\r\n  ", "<!-- </row> -->", "<?p row>?>", "<![CDATA[<row>]]>", "text", "]]>", "&amp;"],
);
const address = fc
  .tuple(fc.constantFrom("A", "B", "D", "XFD"), fc.integer({ min: 1, max: 6 }))
  .map((parts) => parts.join(""));
const cellAttributes = fc
  .tuple(
    fc.oneof(
      address.map((text) => ` r="${text}"`),
      mostly(
        [""],
        [
          " r='A1'",
          ' r="a1"',
          ' r="$A$1"',
          ' r="A01"',
          ' r="XFE1"',
          ' r="A0"',
          ' r="A1048577"',
          ' r=" A1"',
          ' r="A1" r="A1"',
          ' r=""',
          ' r="AAAA1"',
        ],
      ),
    ),
    mostly(["", ' s="1"', ' s="2"'], [' s=""', ' s="x"', 's="1"', ' s="0001"', ' s="99"', ' s ="1"']),
    mostly(
      ["", ' t="n"'],
      [
        ' t="s"',
        ' t="str"',
        ' t="b"',
        ' t="e"',
        ' t="d"',
        ' t="inlineStr"',
        ' t="x"',
        ' t="st"',
        ' t=""',
        ' cm="1"',
        ' ph="1"',
      ],
    ),
  )
  .chain((parts) => fc.shuffledSubarray(parts, { minLength: 3, maxLength: 3 }))
  .map((parts) => parts.join(""));
const content = fc.oneof(
  fc.double({ noNaN: true }).map(String),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat(18))
    .map(([digits, point]) => String(digits).replace(RegExp(`(?=.{${point}}$)`), ".")),
  mostly(
    ["0", "1", "3", "-2.5", "0.1", "123456789012345", "0.000001234", "007", "-0"],
    [
      "",
      " 1 ",
      "1.",
      ".5",
      "-",
      ".",
      "1.2.3",
      "+1",
      "1e3",
      "1E-7",
      "0x10",
      "Infinity",
      "1234567890123456",
      "0.12345678901234567",
      "-0.0",
      "9999999999",
      "true",
      "#N/A",
      "2026-10-01",
      "text",
      "a_x0041_b",
      "&lt;1",
      "中文 😀",
      "\u007f",
      "\u0085",
      "\ufffd",
      "\ufffe",
      "\uff0c",
      "a\tb",
      "a\rb",
      "]]>",
      ">",
      "<b/>",
      "<!--x-->",
      "1<!-- -->2",
      "<![CDATA[5]]>",
    ],
    2,
  ),
);
const formula = mostly(
  ["", "", "<f>A1+1</f>"],
  [
    '<f t="shared" ref="A1:A3" si="0">A1+1</f>',
    '<f t="shared" si="0"/>',
    '<f t="array" ref="A1:B2">A1</f>',
    "<f/>",
    "<f></f>",
    "<f>A1&amp;B1</f>",
    '<f a="1" a="1">1</f>',
    "<f >1</f >",
    "<f>总计!A1</f>",
    "<f>1</g>",
    "<x:f>1</x:f>",
  ],
);
const held = content.chain((text) =>
  mostly(
    [`<v>${text}</v>`, `<v>${text}</v>`, ""],
    [
      `<is><t>${text}</t></is>`,
      `<is><t xml:space="preserve">${text}</t></is>`,
      `<is><r><t>${text}</t></r><rPh><t>x</t></rPh></is>`,
      `<v/>`,
      `<v >${text}</v >`,
      `<v>${text}</v><v>2</v>`,
      `<is/>`,
      `<v>${text}`,
      `<v a="1">${text}</v>`,
    ],
  ),
);
const cell = fc
  .tuple(cellAttributes, space, formula, space, held, space)
  .chain(([attributes, ...inner]) =>
    mostly(
      [`<c${attributes}>${inner.join("")}</c>`, `<c${attributes}/>`],
      [`<c${attributes} />`, `<c${attributes}></c >`, `<x:c${attributes}/>`, `<cc/>`, `<extLst><c r="A1"/></extLst>`],
    ),
  );
const rowAttributes = mostly(
  ["", ' r="1"', ' r="2"', ' r="5" spans="1:3"', ' r="6" ht="30" customHeight="1" x14ac:dyDescent="0.25"'],
  [
    " r='3'",
    ' r="0"',
    ' r="x"',
    ' r="1e0"',
    ' r="1" r="1"',
    ' a="<"',
    ' a="&amp;"',
    ' a="中"',
    ' a="\n"',
    ' 1a="1"',
    ' a"1"',
    ' xmlns="urn:x"',
    ' constructor="1"',
  ],
);
const row = fc
  .tuple(
    rowAttributes,
    fc.array(
      fc.tuple(space, cell).map((parts) => parts.join("")),
      { maxLength: 4 },
    ),
    space,
  )
  .chain(([attributes, cells, end]) =>
    mostly(
      [`<row${attributes}>${cells.join("")}${end}</row>`],
      [
        `<row${attributes}/>`,
        `<row${attributes} >${cells.join("")}</row >`,
        `<row${attributes}>${cells.join("")}`,
        `<rows/>`,
        `</row>`,
        `<extLst><row r="1"/></extLst>`,
        `<mc:AlternateContent><mc:Choice><row>${cells.join("")}</row></mc:Choice></mc:AlternateContent>`,
      ],
    ),
  );
const sheet = fc
  .tuple(
    mostly(
      ['<sheetFormatPr defaultRowHeight="15"/>'],
      ["", "<!-- <sheetData> -->", "<sheetData/>", "<x><sheetData></sheetData></x>"],
    ),
    mostly(["<sheetData>"], ['<sheetData a=">">', "<sheetData >", "<sheetData/>", "<x:sheetData>", "<sheetData"]),
    fc.array(
      fc.tuple(space, row).map((parts) => parts.join("")),
      { maxLength: 6 },
    ),
    space,
    mostly(
      ["</sheetData>"],
      ["</sheetData >", "", '</sheetData><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>'],
    ),
    mostly(['<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', ""], ["<row/>", "<!-- row> -->"]),
    mostly(["</worksheet>"], ["", "</worksheet><!-- row> -->"]),
  )
  .map(([head, start, rows, ...end]) => `<worksheet xmlns="${MAIN}">${head}${start}${rows.join("")}${end.join("")}`)
  // In this sheet, rows without a prefix do not belong to it.
  .chain((text) => mostly([text], [text.replace(/(<\/?)(worksheet|sheetData)/g, "$1x:$2")]));

const pieces = fc.oneof(fc.integer({ min: 2, max: 400 }), fc.constant(2 ** 20));
const RUNS = Number(process.env["RUNS"] ?? 1500);
const stopAt = fc.constantFrom(3, 100, 2 ** 20);

test("a sheet says the same whether its rows are read from their bytes or by the parser", () => {
  fc.assert(fc.property(sheet, pieces, stopAt, expectSame), { numRuns: RUNS });
});

test("so does one with any character changed, left out or put in", () => {
  const change = fc.tuple(fc.nat(), fc.constantFrom(..."<>/\"'=&; r1A-.!?[]x\n中"), fc.constantFrom(0, 1));
  const changed = fc.tuple(sheet, change).map(([text, [place, character, gone]]) => {
    const characters = [...text];
    characters.splice(place % (characters.length + 1), gone, character);
    return characters.join("");
  });
  fc.assert(fc.property(changed, pieces, stopAt, expectSame), { numRuns: RUNS });
});
