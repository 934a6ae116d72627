import { writeFileSync } from "node:fs";
import { decodeText } from "../../../src/csv/decode";
import { parseDelimited } from "../../../src/csv/parse";
import { typed } from "../../../src/csv/cells";
import { command, workFolder } from "../../support/command";

const { file, remove } = workFolder();
afterAll(remove);

test.each([
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a;b\r\n1,5;2\r\n",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    "a\tb\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    'a,b\n"x, ""y""",2',
    [
      ["a", "b"],
      ['x, "y"', "2"],
    ],
  ],
  [
    'a,b\n"two\nlines",2',
    [
      ["a", "b"],
      ["two\nlines", "2"],
    ],
  ],
  [
    "a,b\n,\n3,",
    [
      ["a", "b"],
      ["", ""],
      ["3", ""],
    ],
  ],
  ["sep=;\na;b", [["a", "b"]]],
  [
    "a,b\rc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["a,b\n\nc,d\n", [["a", "b"], [""], ["c", "d"]]],
  [
    "Report; October\nID,Name,Score\n1,Ann,5\n2,Ben,6",
    [["Report; October"], ["ID", "Name", "Score"], ["1", "Ann", "5"], ["2", "Ben", "6"]],
  ],
])("%j", (text, rows) => expect(parseDelimited(text)).toEqual(rows));

test.each([
  ["12", 12, "General"],
  ["-0.5", -0.5, "General"],
  ["98.2%", 0.982, "0.0%"],
  ["29%", 0.29, "0%"],
  ["0012", "0012", "General"],
  ["1,5", "1,5", "General"],
  ["1e5", "1e5", "General"],
  ["6222021234567890123", "6222021234567890123", "General"],
  ["2026-10", "2026-10", "General"],
  ["=1+1", "=1+1", "General"],
  ["  ", null, "General"],
])("%j is %p", (text, value, format) => expect(typed(text)).toEqual({ value, format }));

/** `工号,满意度` in GB18030. */
const GB = [0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xc2, 0xfa, 0xd2, 0xe2, 0xb6, 0xc8];
const utf16 = (text: string): number[] =>
  [...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]);

test.each([
  ["UTF-8", [...new TextEncoder().encode("工号,满意度")]],
  ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...new TextEncoder().encode("工号,满意度")]],
  ["UTF-16 with a mark", [0xff, 0xfe, ...utf16("工号,满意度")]],
  ["GB18030", GB],
])("%s is read", (_, bytes) => expect(decodeText(Uint8Array.from(bytes))).toBe("工号,满意度"));

test("UTF-16 without a mark is read", () => {
  expect(decodeText(Uint8Array.from(utf16("id,score\n1,5\n")))).toBe("id,score\n1,5\n");
});

test("bytes of a picture are no text", () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0xff]))).toBeUndefined();
});

test("the command reads a file of delimited text as a workbook of one sheet", async () => {
  writeFileSync(
    file("metrics-2026-10.csv"),
    "Emp ID;Agent Name;Month;CSAT;AHT\r\n0012;Ann Lee;2026-10;91%;312\r\n0013;Bob Ray;2026-10;88%;340\r\n",
  );
  const { status, out } = await command(["validate", file("metrics-2026-10.csv"), "--json"]);
  expect(status).toBe(1);
  const { tables, findings } = JSON.parse(out);
  expect(tables).toMatchObject([
    { role: "metrics", sheet: "metrics-2026-10", address: "A1:E3", rows: 2, period: "2026-10", certain: true },
  ]);
  expect(findings.map(({ code }: { code: string }) => code)).toEqual(["tables-are-there"]);
});

test("a file that is no text is refused in plain words", async () => {
  writeFileSync(file("picture.csv"), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0xff]));
  const { status, err } = await command(["validate", file("picture.csv")]);
  expect(status).toBe(2);
  expect(err).toContain("it is no text in UTF-8, UTF-16 or GB18030, or it is empty");
});
