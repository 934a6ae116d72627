import { writeFileSync } from "node:fs";
import { command, workFolder } from "../../support/command";

const folder = workFolder();
afterAll(folder.remove);

const POLICY = `Team scheme
Quality (60 points)
1. Audit score (40 points): 95 or more earns all points, 70 or less earns none, linear in between.
2. Complaints (20 points): 5 points are deducted for each complaint.
Note: reviewed once a year.
`;

interface Document {
  readonly rows: readonly {
    section: string;
    indicator: string;
    points: number | null;
    rule: { method: string } | null;
  }[];
  readonly unread: readonly { text: string; span: { from: number; to: number } }[];
  readonly findings: readonly { code: string }[];
}

const write = (name: string, bytes: string | Uint8Array): string => {
  const file = folder.file(name);
  writeFileSync(file, bytes);
  return file;
};

test("the document holds each indicator with its rule, and each line that is none", async () => {
  const { status, out, err } = await command(["policy", write("a.txt", POLICY), "--json"]);
  expect([status, err]).toEqual([0, ""]);
  const { rows, unread, findings } = JSON.parse(out) as Document;
  expect(rows.map(({ section, indicator, points, rule }) => [section, indicator, points, rule?.method])).toEqual([
    ["Quality", "Audit score", 40, "linear"],
    ["Quality", "Complaints", 20, "deduct"],
  ]);
  expect(unread.map(({ text }) => text)).toEqual(["Team scheme", "Note: reviewed once a year."]);
  for (const { text, span } of unread) expect(POLICY.slice(span.from, span.to)).toBe(text);
  expect(findings).toEqual([]);
});

test("a workbook of the policy is written, and read as the same rubric", async () => {
  const out = folder.file("policy.xlsx");
  expect((await command(["policy", write("b.txt", POLICY), "--out", out])).status).toBe(0);
  const { out: found } = await command(["validate", out]);
  expect(found).toContain("add up to 60");
  const again = await command(["policy", write("c.txt", POLICY), "--out", out]);
  expect([again.status, again.err]).toEqual([2, expect.stringContaining("is there already")]);
});

test("older Chinese text is decoded; a text without indicators is an error", async () => {
  // “投诉（10分）：每次扣2分。” in GB18030, twice under another name.
  const bytes = Uint8Array.from(
    "cdb6cbdfa3a83130b7d6a3a9a3bac3bfb4cebfdb32b7d6a1a30acdc6cbdfa3a83130b7d6a3a9a3bac3bfb4cebfdb32b7d6a1a3"
      .match(/../g)!
      .map((byte) => parseInt(byte, 16)),
  );
  const { out } = await command(["policy", write("d.txt", bytes), "--json"]);
  expect((JSON.parse(out) as Document).rows.map(({ indicator }) => indicator)).toEqual(["投诉", "推诉"]);
  const none = await command(["policy", write("e.txt", "\n"), "--json"]);
  expect(none.status).toBe(1);
  expect((JSON.parse(none.out) as Document).findings.map(({ code }) => code)).toEqual(["no-indicators"]);
});
