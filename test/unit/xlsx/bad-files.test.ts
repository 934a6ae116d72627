import { zipSync } from "fflate";
import { openXlsx } from "../../../src/xlsx";
import { foreignWorkbook, packageOf, partsOf, partText } from "../../support/xlsx";

const good = foreignWorkbook();

function without(...names: string[]): Uint8Array {
  return packageOf(Object.fromEntries(Object.entries(partsOf(good)).filter(([name]) => !names.includes(name))));
}

function edited(name: string, edit: (text: string) => string): Uint8Array {
  return foreignWorkbook({ [name]: edit(partText(good, name)) });
}

function patched(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
  const bytes = good.slice();
  change(bytes, new DataView(bytes.buffer));
  return bytes;
}

const ole = (name: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...Buffer.from(name, "utf16le"), 0, 0]);

/** Place of the first entry in the directory at the end of an archive. */
const directory = (view: DataView): number => view.getUint32(view.byteLength - 6, true);

test.each<[string, Uint8Array, RegExp]>([
  ["an empty file", new Uint8Array(), /empty/],
  ["text", Buffer.from("Agent,Score\n1,2\n"), /plain text, such as CSV/],
  ["a web page under the name of a workbook", Buffer.from("<html><table>"), /web page/],
  ["bytes of no kind", Uint8Array.of(1, 2, 0, 255, 254), /no .xlsx workbook/],
  ["an old workbook", ole("Workbook"), /Excel 97-2003/],
  ["a workbook with a password", ole("EncryptedPackage"), /password/],
  ["a cut-off file", good.subarray(0, 3000), /cut off/],
  ["a file without its beginning", good.subarray(2000), /no .xlsx workbook|damaged|no archive/],
  ["another archive", packageOf({ "readme.txt": "hello" }), /no Office file/],
  ["an OpenDocument file", packageOf({ mimetype: "x", "META-INF/manifest.xml": "<m/>" }), /OpenDocument/],
  ["a package of another kind", without("xl/workbook.xml"), /holds no workbook/],
  [
    "a binary workbook",
    edited("[Content_Types].xml", (text) => text.replace("spreadsheetml.sheet.main+xml", "excel.sheet.binary.main")),
    /xlsb/,
  ],
  [
    "a list of sheets that is no XML",
    edited("xl/workbook.xml", (text) => text.replace("</sheets>", "")),
    /workbook.xml is no valid XML/,
  ],
  [
    "a sheet without a part",
    edited("xl/workbook.xml", (text) => text.replace('r:id="rId1"', 'r:id="rId99"')),
    /Data has no part/,
  ],
  ["an encrypted archive", patched((bytes, view) => (bytes[directory(view) + 8]! |= 1)), /encrypted/],
  ["an unknown packing", patched((bytes, view) => (bytes[directory(view) + 10] = 99)), /not supported/],
  [
    "an archive that claims terabytes",
    patched((_, view) => view.setUint32(directory(view) + 24, 0xfffffff0, true)),
    /claims to be/,
  ],
])("%s is refused with a plain reason", (_what, bytes, reason) => {
  expect(() => openXlsx(bytes)).toThrow(expect.objectContaining({ kind: "unreadable" }));
  expect(() => openXlsx(bytes)).toThrow(reason);
});

test.each<[string, Uint8Array, RegExp]>([
  ["a missing part", without("xl/worksheets/sheet1.xml"), /sheet1.xml is missing/],
  [
    "a text that is not there",
    edited("xl/worksheets/sheet1.xml", (text) => text.replace("<v>3</v>", "<v>33</v>")),
    /refers to text 33/,
  ],
  [
    "a sheet that is no XML",
    edited("xl/worksheets/sheet1.xml", (text) => text.replace("</row>", "</rov>")),
    /sheet1.xml is no valid XML/,
  ],
  [
    "a cell that no sheet has",
    edited("xl/worksheets/sheet1.xml", (text) => text.replace('"B3"', '"XFE3"')),
    /no cell XFE3/,
  ],
  [
    "a row that no sheet has",
    edited("xl/worksheets/sheet1.xml", (text) => text.replace('r="6"', 'r="0"')),
    /row is numbered 0/,
  ],
  [
    "bytes that are no text",
    packageOf({ ...partsOf(good), "xl/worksheets/sheet1.xml": Uint8Array.of(60, 97, 255, 62) }),
    /no text/,
  ],
  [
    "another encoding",
    edited("xl/worksheets/sheet1.xml", (text) => text.replace("UTF-8", "GB2312")),
    /written in GB2312/,
  ],
])("%s is refused when it is met", (_what, bytes, reason) => {
  const book = openXlsx(bytes);
  expect(() => book.readSheet("Data")).toThrow(expect.objectContaining({ kind: "unreadable" }));
  expect(() => book.readSheet("Data")).toThrow(reason);
});

test("a part that is larger than it says, or has another checksum, is refused", () => {
  const bytes = zipSync({ ...partsOf(good) }, { level: 0 });
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const place = Buffer.from(bytes).indexOf(name);
  const wrong = bytes.slice();
  wrong[place + name.length + 100]! ^= 1;
  expect(() => openXlsx(wrong).readSheet("Data")).toThrow(/checksum|no valid XML/);
});

test("two parts of one name are refused: two readers could see two workbooks", () => {
  const bytes = packageOf({ ...partsOf(good), "XL/workbook.xml": "<other/>" });
  expect(() => openXlsx(bytes)).toThrow(/twice/);
});

test("a document type declaration brings no text in", () => {
  const book = openXlsx(
    edited("xl/sharedStrings.xml", (text) =>
      text.replace("<sst", '<!DOCTYPE sst [<!ENTITY e "boom">]><sst').replace("<t>Name</t>", "<t>&e;</t>"),
    ),
  );
  expect(() => book.readSheet("Data")).toThrow(/sharedStrings.xml is no valid XML/);
});

test.each<[string, (text: string) => Buffer]>([
  ["little", (text) => Buffer.from(text, "utf16le")],
  ["big", (text) => Buffer.from(text, "utf16le").swap16()],
])("a part in UTF-16 with the %s end first is read", (_end, encode) => {
  const text = partText(good, "xl/worksheets/sheet1.xml")
    .replace("UTF-8", "UTF-16")
    .replace("<t>in</t>", "<t>中文</t>");
  const book = openXlsx(packageOf({ ...partsOf(good), "xl/worksheets/sheet1.xml": encode(`\ufeff${text}`) }));
  const { cells } = book.readSheet("Data");
  expect(cells.find(({ row, column }) => row === 4 && column === 0)?.value).toBe("中文line ");
  expect(cells).toHaveLength(openXlsx(good).readSheet("Data").cells.length);
});
