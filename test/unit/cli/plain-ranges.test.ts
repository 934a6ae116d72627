import { readFileSync, writeFileSync } from "node:fs";
import { newXlsx, openXlsx } from "../../../src/xlsx";
import { command, workFolder } from "../../support/command";

type Cell = string | number | null;

/** A workbook of plain sheets, without Excel tables. */
function plainBook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const book = newXlsx();
  for (const [name, rows] of Object.entries(sheets)) {
    const width = Math.max(...rows.map((row) => row.length));
    book.addSheet({
      name,
      rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
      columnWidths: [],
      freeze: { rows: 0, columns: 0 },
      formats: [],
      highlights: [],
      print: { orientation: "portrait", titleRows: 0 },
    });
  }
  return book.save();
}

const RUBRIC: readonly (readonly Cell[])[] = [
  ["How we score"],
  [],
  [null, "Section", "KPI", "Weight", "Method", "Minimum", "Target"],
  [null, "Service", "CSAT", 60, "linear", 0.8, 0.9],
  [null, "Service", "QA score", 40, "linear", 70, 90],
  [null, "Total", null, 100],
];

const METRICS: readonly (readonly Cell[])[] = [
  ["Hotline, October"],
  [],
  ["Emp ID", "Agent Name", "Group", "Month", "CSAT %", "QA score"],
  ["A1", "Ann Lee", "North", "2026-10", 0.85, 90],
  ["A2", "Bob Ray", "North", "2026-10", 0.9, 80],
  ["North subtotal", null, null, null, 0.875, 85],
  ["A5", "Cai Wu", "South", "2026-10", 0.8, 70],
  ["Total", null, null, null, 0.85, 80],
];

const { file, remove } = workFolder();
afterAll(remove);

function write(name: string, sheets: Parameters<typeof plainBook>[0]): string {
  writeFileSync(file(name), plainBook(sheets));
  return file(name);
}

test("plain ranges that are certain are checked, and told as tables", async () => {
  const { status, out } = await command(["validate", write("plain.xlsx", { Policy: RUBRIC, Oct: METRICS }), "--json"]);
  const { tables, findings } = JSON.parse(out);
  expect(findings.filter((each: { severity: string }) => each.severity === "error")).toEqual([]);
  expect(status).toBe(0);
  expect(tables).toEqual([
    {
      role: "rubric",
      sheet: "Policy",
      address: "B3:G5",
      rows: 2,
      period: null,
      columns: {
        section: "Section",
        indicator: "KPI",
        points: "Weight",
        method: "Method",
        zeroAt: "Minimum",
        fullAt: "Target",
      },
      certain: true,
      likely: true,
    },
    {
      role: "metrics",
      sheet: "Oct",
      address: "A3:F7",
      rows: 3,
      period: "2026-10",
      columns: {
        agentId: "Emp ID",
        name: "Agent Name",
        team: "Group",
        period: "Month",
        CSAT: "CSAT %",
        "QA score": "QA score",
      },
      certain: true,
      likely: true,
    },
  ]);
});

test("they are scored and filled", async () => {
  const book = write("plain.xlsx", { Policy: RUBRIC, Oct: METRICS });
  const { status, out } = await command(["score", book, "--out", file("scored.xlsx"), "--json"]);
  expect(status).toBe(0);
  const { evaluations } = JSON.parse(out);
  expect(evaluations.map(({ agentId, total }: { agentId: string; total: number }) => [agentId, total])).toEqual([
    ["A1", 70],
    ["A2", 80],
    ["A5", 0],
  ]);
  const scored = openXlsx(readFileSync(file("scored.xlsx")));
  expect(scored.sheetNames()).toEqual(["Policy", "Oct", "Evaluation 2026-10"]);
  expect(scored.readValues("Oct", { row: 0, column: 0, rows: 8, columns: 6 })).toEqual(
    METRICS.map((row) => Array.from({ length: 6 }, (_, column) => row[column] ?? null)),
  );
});

test("a finding points at the cell where it stands", async () => {
  const wrong = METRICS.map((row) => (row[0] === "A5" ? ["A5", "Cai Wu", "South", "2026-10", 0.8, "lots"] : row));
  const { out } = await command(["validate", write("wrong.xlsx", { Policy: RUBRIC, Oct: wrong }), "--json"]);
  expect(JSON.parse(out).findings).toContainEqual(
    expect.objectContaining({ code: "metric-is-number", sheet: "Oct", address: "F7" }),
  );
});

test("a range below the beginning of a long sheet is read to its end", async () => {
  const agents = Array.from({ length: 2400 }, (_, at): Cell[] => [`A${1000 + at}`, `Agent ${at}`, "2026-10", 0.9, 90]);
  const long = [["Emp ID", "Agent Name", "Month", "CSAT", "QA score"], ...agents, ["Total", null, null, 0.9, 90]];
  const { out } = await command(["validate", write("long.xlsx", { Policy: RUBRIC, Oct: long }), "--json"]);
  expect(JSON.parse(out).tables[1]).toMatchObject({ address: "A1:E2401", rows: 2400, certain: true });
});

test("a month without a Period column is asked about, never scored without a yes", async () => {
  const month = METRICS.slice(2).map((row) => row.filter((_, column) => column !== 3));
  const sheets = { Policy: RUBRIC, "October 2026": month };
  const { status, out } = await command(["validate", write("month.xlsx", sheets), "--json"]);
  expect(status).toBe(1);
  expect(JSON.parse(out).tables[1]).toMatchObject({ role: "metrics", period: "2026-10", certain: false, likely: true });
});
