import { inflateSync } from "fflate";
import { nodeCodec } from "../../../src/cli/node-codec";
import { newXlsx, openXlsx, portableCodec, type Codec } from "../../../src/xlsx";
import { readZip } from "../../../src/xlsx/zip";
import { foreignWorkbook, partsOf } from "../../support/xlsx";

const CODECS: readonly (readonly [string, Codec])[] = [
  ["portable codec", portableCodec],
  ["codec of Node", nodeCodec],
];

/** Lines that repeat content far before them, so that pieces depend on former ones. */
const CONTENT = Buffer.from(
  Array.from({ length: 40_000 }, (_, line) => `line ${line % 7000}: 中文 ${line * 7}\n`).join(""),
);

function packed(codec: Codec, pieceLength: number): Uint8Array {
  const deflater = codec.deflater();
  for (let at = 0; at < CONTENT.length; at += pieceLength) {
    // The piece is overwritten afterwards, as its owner may do.
    const piece = Uint8Array.from(CONTENT.subarray(at, at + pieceLength));
    deflater.push(piece, at + pieceLength >= CONTENT.length);
    piece.fill(0);
  }
  return deflater.packed;
}

function unpacked(codec: Codec, bytes: Uint8Array, size: number): Buffer {
  const pieces: Uint8Array[] = [];
  codec.inflate(bytes, size, (piece) => pieces.push(Uint8Array.from(piece)));
  return Buffer.concat(pieces);
}

describe.each(CODECS)("the %s", (_name, codec) => {
  test.each([[10_000], [70_001], [CONTENT.length]])("packs pieces of %i bytes into one stream", (length) => {
    const bytes = packed(codec, length);
    expect(CONTENT.equals(inflateSync(bytes))).toBe(true);
    for (const [, other] of CODECS) expect(CONTENT.equals(unpacked(other, bytes, CONTENT.length))).toBe(true);
  });

  test("packs in pieces nearly as small as in one", () => {
    expect(packed(codec, 2 ** 17).length).toBeLessThan(packed(codec, CONTENT.length).length * 1.01);
  });

  test("packs and unpacks nothing", () => {
    const deflater = codec.deflater();
    deflater.push(new Uint8Array(), true);
    expect(unpacked(codec, deflater.packed, 0)).toHaveLength(0);
  });

  test("takes the checksum over pieces", () => {
    const first = codec.crc32(Buffer.from("1234"), 0);
    expect(codec.crc32(Buffer.from("56789"), first)).toBe(0xcbf43926);
  });

  test("refuses an entry that is larger than it says, and one that is damaged", () => {
    const good = foreignWorkbook();
    const { packed: part, size } = readZip(good).find(({ name }) => name === "xl/worksheets/sheet1.xml")!;
    const opened = (change: (bytes: Uint8Array, view: DataView, directory: number) => void) => {
      const bytes = good.slice();
      const view = new DataView(bytes.buffer);
      let at = view.getUint32(bytes.length - 6, true);
      while (view.getUint32(at + 24, true) !== size) at += 46 + view.getUint16(at + 28, true);
      change(bytes, view, at);
      return openXlsx(bytes, codec);
    };
    const smaller = opened((_, view, directory) => view.setUint32(directory + 24, size - 1, true));
    expect(() => smaller.readSheet("Data")).toThrow("sheet1.xml is larger than it says.");
    const broken = opened((bytes) => bytes.fill(0xff, part.byteOffset, part.byteOffset + 4));
    expect(() => broken.readSheet("Data")).toThrow(/sheet1.xml is damaged: .+\./);
    const cut = opened((_, view, directory) => view.setUint32(directory + 20, part.length - 9, true));
    expect(() => cut.readSheet("Data")).toThrow(/sheet1.xml is (damaged|no valid XML)/);
  });

  test("opens and saves a workbook with the same parts", () => {
    const good = foreignWorkbook();
    expect(partsOf(openXlsx(good, codec).save())).toEqual(partsOf(good));
  });

  test("writes a sheet of several pieces, and changes a cell of it", () => {
    const book = newXlsx(codec);
    // Characters of two units at every place of a text, also where the text is cut into pieces.
    const rows = Array.from({ length: 120 }, (_, row) => [
      row / 7,
      "x".repeat(row % 2) + "😀".repeat(6000),
      `中${row}`,
    ]);
    const print = { orientation: "portrait" as const, titleRows: 0 };
    const rest = { columnWidths: [], freeze: { rows: 0, columns: 0 }, formats: [], highlights: [], print };
    book.addSheet({ name: "Long", rows, ...rest });
    book.setCells("Long", [{ row: 0, column: 2, value: "changed" }]);
    const range = { row: 0, column: 0, rows: rows.length, columns: 3 };
    const expected = rows.map((row, index) => (index === 0 ? [...row.slice(0, 2), "changed"] : row));
    for (const [, other] of CODECS) expect(openXlsx(book.save(), other).readValues("Long", range)).toEqual(expected);
  });
});

test("a part that claims to be large is unpacked piece by piece under Node, too", () => {
  expect(CONTENT.equals(unpacked(nodeCodec, packed(nodeCodec, 2 ** 20), 2 ** 29))).toBe(true);
});
