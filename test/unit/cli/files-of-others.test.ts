import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8 } from "fflate";
import { validate } from "../../../src/core/checks/validate";
import { readBook } from "../../../src/usecases";
import { openXlsx, xlsxPort } from "../../../src/xlsx";
import { command, workbookOf, workFolder } from "../../support/command";
import { packageOf, partsOf } from "../../support/xlsx";

/** Workbooks as programs write them that do not calculate, and IDs that a number format shows. */

const folder = workFolder();
afterAll(folder.remove);

const RUBRIC = [
  ["Indicator", "Points", "Method", "Zero at", "Full at"],
  ["Test", 100, "linear", 0, 100],
];
const METRICS = [
  ["Agent ID", "Period", "Test"],
  ["1", "2026-10", 71],
  ["2", "2026-10", 72],
];

interface Told {
  readonly status: number;
  readonly findings: readonly { code: string; severity: string; sheet: string; address: string }[];
}

async function run(args: readonly string[], bytes: Uint8Array): Promise<Told> {
  const file = folder.file("book.xlsx");
  writeFileSync(file, bytes);
  const { status, out } = await command([args[0]!, file, ...args.slice(1), "--json"]);
  return { status, findings: (JSON.parse(out) as Told).findings };
}

/** The workbook with other cells and settings of calculation. */
function withCells(cells: (xml: string) => string, calculation = ""): Uint8Array {
  const parts = partsOf(workbookOf({ Rubric: RUBRIC, Metrics: METRICS }));
  const changed = Object.entries(parts).map(([name, bytes]): [string, string | Uint8Array] => {
    if (name === "xl/worksheets/sheet2.xml") return [name, cells(strFromU8(bytes))];
    if (name === "xl/workbook.xml") return [name, strFromU8(bytes).replace("</sheets>", `</sheets>${calculation}`)];
    return [name, bytes];
  });
  return packageOf(Object.fromEntries(changed));
}

const asFormulas = (first: string, second: string) => (xml: string) =>
  xml.replace("<v>71</v>", `<f>70+1</f>${first}`).replace("<v>72</v>", `<f>70+2</f>${second}`);
const FULL = '<calcPr fullCalcOnLoad="1"/>';

test.each<[title: string, bytes: () => Uint8Array, status: number, expected: readonly string[]]>([
  ["results that are there", () => withCells(asFormulas("<v>71</v>", "<v>72</v>")), 0, []],
  ["an empty result", () => withCells(asFormulas("<v></v>", "<v>72</v>")), 1, ["error Metrics!C2"]],
  ["an empty element of a result", () => withCells(asFormulas("<v/>", "<v>72</v>")), 1, ["error Metrics!C2"]],
  ["no result", () => withCells(asFormulas("", "")), 1, ["error Metrics!C2"]],
  ["results that may be old", () => withCells(asFormulas("<v>71</v>", "<v>0</v>"), FULL), 0, ["warning Metrics!C2"]],
  ["results of 0 alone", () => withCells(asFormulas("<v>0</v>", "<v>0</v>"), FULL), 1, ["error Metrics!C2"]],
  ["zeros that nothing casts doubt on", () => withCells(asFormulas("<v>0</v>", "<v>0</v>")), 0, []],
  ["numbers alone, in a file that asks for a calculation", () => withCells((xml) => xml, FULL), 0, []],
])("formulas with %s", async (_title, bytes, status, expected) => {
  const out = folder.file("out.xlsx");
  for (const args of [["validate"], ["score", "--out", out]]) {
    const told = await run(args, bytes());
    const own = told.findings.filter(({ code }) => code === "formula-has-result");
    expect(own.map(({ severity, sheet, address }) => `${severity} ${sheet}!${address}`)).toEqual(expected);
    expect(told.status).toBe(status);
  }
});

type Id = string | number;

const LATE = ["Late", 0, "deduct", "", ""];

async function totalsOf(agents: readonly Id[], events: readonly Id[], shown: readonly string[]) {
  const tables = {
    Rubric: [
      [...RUBRIC[0]!, "Per event"],
      [...RUBRIC[1]!, ""],
      [...LATE, 5],
    ],
    Metrics: [METRICS[0]!, ...agents.map((id) => [id, "2026-10", 100])],
    Ledger: [["Date", "Agent ID", "Indicator"], ...events.map((id, at) => [`2026-10-0${at + 1}`, id, "Late"])],
  };
  const formats = Object.fromEntries(shown.map((table) => [table, { "Agent ID": "0000" }]));
  const file = folder.file("ids.xlsx");
  writeFileSync(file, workbookOf(tables, formats));
  const { out } = await command(["score", file, "--out", folder.file("scored.xlsx"), "--json"]);
  const { evaluations, findings } = JSON.parse(out) as {
    evaluations: { agentId: string; total: number }[];
    findings: { code: string; severity: string; message: string; fix: string }[];
  };
  return {
    totals: evaluations.map(({ agentId, total }) => `${agentId} ${total}`),
    told: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
}

test.each<[title: string, agents: Id[], events: Id[], shown: string[], totals: string[], told: string[]]>([
  ["in both tables", [12, 13], [12, 12], ["Metrics", "Ledger"], ["0012 90", "0013 100"], []],
  ["in the Ledger, text in Metrics", ["0012", "0013"], [12, 12], ["Ledger"], ["0012 90", "0013 100"], []],
  ["in Metrics, text in the Ledger", [12, 13], ["0012"], ["Metrics"], ["0012 95", "0013 100"], []],
  ["nowhere, and without zeros in the Ledger", ["0012", "0013"], [12], [], [], ["error event-is-counted"]],
])("IDs shown with zeros %s", async (_title, agents, events, shown, totals, told) => {
  expect(await totalsOf(agents, events, shown)).toEqual({ totals, told });
});

const ONE_DAY = [46321];
const DAILY = [46309, 46310];

test.each<[format: string, dates: number[], periods: string[], told: string[]]>([
  ["mmm-yy", [46296, 46327], ["2026-10", "2026-11"], []],
  ['yyyy"年"m"月"', [46310], ["2026-10"], []],
  ["yyyy-mm-dd", [46296, 46327], ["2026-10", "2026-11"], []],
  ["yyyy-mm-dd", [46326, 46356], ["2026-10", "2026-11"], []],
  ["yyyy-mm-dd", DAILY, ["2026-10-14", "2026-10-15"], []],
  ["yyyy-mm-dd", [46310], ["2026-10"], ["warning days-as-months"]],
  ["d-mmm", ONE_DAY, [], ["error two-readings"]],
  ["yyyy-mm-dd", ONE_DAY, [], ["error two-readings"]],
  ["mmm-yy", ONE_DAY, ["2026-10"], []],
])("dates in the format %s, %j, are the periods %j", async (format, dates, periods, told) => {
  const Metrics = [METRICS[0]!, ...dates.map((date) => ["1", date, 50])];
  const file = folder.file("dates.xlsx");
  writeFileSync(file, workbookOf({ Rubric: RUBRIC, Metrics }, { Metrics: { Period: format } }));
  const { summary, subject } = await readBook(xlsxPort(openXlsx(new Uint8Array(readFileSync(file)))));
  const own = validate(subject).filter(({ code }) => code === "period-is-read");
  expect(own.map(({ severity, data }) => `${severity} ${data["problem"]}`)).toEqual(told);
  if (periods.length > 0) expect([...summary.periods].reverse()).toEqual(periods);
});
