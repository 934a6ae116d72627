import { zipSync } from "fflate";
import { openXlsx } from "../../../src/xlsx";
import { foreignWorkbook, partsOf } from "../../support/xlsx";
import { withWideEnd } from "../../support/zip64";

// The layout follows PKWARE's APPNOTE, 4.3.12 (directory) and 4.5.3 (zip64). If one of the three 32-bit fields is all ones, the extra field
// holds it in 64 bits, in the order size, packed size, offset.

const DIRECTORY_HEAD = 46;
const ALL_ONES = 0xffffffff;

const FIELDS = { size: 24, packed: 20, offset: 42 } as const;
type Field = keyof typeof FIELDS;

const good = zipSync(partsOf(foreignWorkbook()), { mtime: new Date(1980, 0, 1) });

/** The archive with these fields of each entry in 64 bits, behind an extra field of another kind, as some writers make it. */
function with64Bits(fields: readonly Field[], change: (value: bigint, field: Field) => bigint = (value) => value) {
  const old = Buffer.from(good);
  const end = old.length - 22;
  const count = old.readUInt16LE(end + 10);
  const start = old.readUInt32LE(end + 16);
  const directory: Buffer[] = [];
  for (let index = 0, at = start; index < count; index += 1) {
    const nameEnd = at + DIRECTORY_HEAD + old.readUInt16LE(at + 28);
    const head = Buffer.from(old.subarray(at, nameEnd));
    const time = Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]);
    const zip64 = Buffer.alloc(4 + 8 * fields.length);
    zip64.writeUInt16LE(1, 0);
    zip64.writeUInt16LE(8 * fields.length, 2);
    fields.forEach((field, place) => {
      zip64.writeBigUInt64LE(change(BigInt(head.readUInt32LE(FIELDS[field])), field), 4 + 8 * place);
      head.writeUInt32LE(ALL_ONES, FIELDS[field]);
    });
    head.writeUInt16LE(time.length + zip64.length, 30);
    directory.push(head, time, zip64);
    at = nameEnd + old.readUInt16LE(at + 30) + old.readUInt16LE(at + 32);
  }
  const tail = Buffer.from(old.subarray(end));
  tail.writeUInt32LE(Buffer.concat(directory).length, 12);
  return new Uint8Array(Buffer.concat([old.subarray(0, start), ...directory, tail]));
}

test.each<[string, readonly Field[]]>([
  ["sizes and offset", ["size", "packed", "offset"]],
  ["sizes, as writers have them that stream", ["size", "packed"]],
  ["the offset alone", ["offset"]],
  ["one size alone", ["packed"]],
])("%s in 64 bits are read", (_what, fields) => {
  const [plain, wide] = [openXlsx(good), openXlsx(with64Bits(fields))];
  expect(wide.sheetNames()).toEqual(plain.sheetNames());
  for (const sheet of plain.sheetNames()) expect(wide.readSheet(sheet).cells).toEqual(plain.readSheet(sheet).cells);
});

test.each<[string, Uint8Array, RegExp]>([
  [
    "a size above four thousand million",
    with64Bits(["size"], (value) => value + 2n ** 32n),
    new RegExp(String.raw`claims to be 42949\d{5} bytes`),
  ],
  ["an offset behind the end", with64Bits(["offset"], (value) => value + 2n ** 32n), /damaged/],
  ["a packed size behind the end", with64Bits(["packed"], (value) => value + 2n ** 32n), /cut off/],
])("%s in 64 bits is refused", (_what, bytes, reason) => {
  expect(() => openXlsx(bytes)).toThrow(expect.objectContaining({ kind: "unreadable" }));
  expect(() => openXlsx(bytes)).toThrow(reason);
});

test("an extra field that is too short for what it must hold is refused", () => {
  const bytes = Buffer.from(with64Bits(["size", "packed", "offset"]));
  const extra = bytes.lastIndexOf(Buffer.from([0x55, 0x54, 5, 0])) + 9;
  bytes.writeUInt16LE(16, extra + 2);
  expect(() => openXlsx(new Uint8Array(bytes))).toThrow(/archive is damaged/);
});

test("a directory whose place and size are in 64 bits is read", () => {
  const [plain, wide] = [openXlsx(good), openXlsx(withWideEnd(good))];
  expect(wide.sheetNames()).toEqual(plain.sheetNames());
  for (const sheet of plain.sheetNames()) expect(wide.readSheet(sheet).cells).toEqual(plain.readSheet(sheet).cells);
});

test.each<[string, Uint8Array, RegExp]>([
  ["another record in its place", withWideEnd(good, (record) => record.writeUInt32LE(7, 0)), /archive is damaged/],
  [
    "a directory behind the end",
    withWideEnd(good, (record) => record.writeBigUInt64LE(2n ** 40n, 48)),
    /archive is damaged/,
  ],
  [
    "millions of files",
    withWideEnd(good, (record) => record.writeBigUInt64LE(2n ** 40n, 32)),
    /holds 1099511627776 files/,
  ],
])("%s in 64 bits is refused in a sentence", (_what, bytes, reason) => {
  expect(() => openXlsx(bytes)).toThrow(expect.objectContaining({ name: "WorkbookFailure" }));
  expect(() => openXlsx(bytes)).toThrow(reason);
});
