import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openXlsx } from "../../src/xlsx";
import { command, sample, workFolder } from "../support/command";
import { recalculate } from "../support/libreoffice";
import { changedParts, packageOf, partsOf, partText } from "../support/xlsx";

jest.setTimeout(240_000);

const folder = workFolder();
afterAll(folder.remove);

const PERIOD = "2026-10";

interface Evaluation {
  readonly agentId: string;
  readonly total: number | null;
  readonly totalExact: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly status: string;
  readonly indicators: Readonly<Record<string, { readonly points: number | null; readonly status: string }>>;
}

async function scored(book: string, out: string, lang: string): Promise<Evaluation[]> {
  const { status, out: json } = await command(["score", book, "--out", out, "--json", "--lang", lang]);
  expect(status).toBe(0);
  return JSON.parse(json).evaluations;
}

function sheetNumber(file: string, name: string): number {
  return openXlsx(readFileSync(file)).sheetNames().indexOf(name) + 1;
}

test.each([
  ["hotline-agents.xlsx", "en", ["Agent ID", "Total", "Grade", "Rank"]],
  ["hotline-agents.zh-CN.xlsx", "zh-CN", ["工号", "总分", "等级", "排名"]],
])(
  "%s: LibreOffice reads from the written sheet the numbers of --json",
  async (file, lang, [id, total, grade, rank]) => {
    const out = folder.file(`scored-${file}`);
    const evaluations = await scored(sample(file), out, lang!);
    const rows = recalculate(readFileSync(out), sheetNumber(out, `Evaluation ${PERIOD}`), "exact");
    const headerRow = rows.findIndex((row) => row[0] === id);
    const header = rows[headerRow]!;
    const column = (name: string): number => {
      const index = header.indexOf(name);
      if (index < 0) throw new Error(`The sheet has no column ${name} but ${header.join(", ")}.`);
      return index;
    };
    const written = rows.slice(headerRow + 1).filter((row) => row[0] !== "");
    expect(written.map((row) => row[0])).toEqual(evaluations.map(({ agentId }) => agentId));
    let compared = 0;
    evaluations.forEach((evaluation, index) => {
      const row = written[index]!;
      const cell = (name: string): string => row[column(name)]!;
      if (evaluation.total !== null) {
        expect(Number(cell(total!))).toBe(evaluation.total);
        expect(cell(grade!)).toBe(evaluation.grade);
        expect(Number(cell(rank!))).toBe(evaluation.rank);
      } else expect(Number.isFinite(Number.parseFloat(cell(total!)))).toBe(false);
      for (const [name, { points, status }] of Object.entries(evaluation.indicators)) {
        if (status !== "scored") continue;
        expect(Math.abs(Number(cell(name)) - points!)).toBeLessThan(1e-9);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(3000);
  },
);

/** Cells of the Metrics sheet, as LibreOffice reads them. */
function metricsOf(bytes: Uint8Array): (agent: string, metric: string) => string {
  const [header, ...rows] = recalculate(bytes, 3, "exact");
  const newest = rows.filter((row) => row[header!.indexOf("Period")] === PERIOD);
  return (agent, metric) => {
    const row = newest.find((each) => each[0] === agent);
    const column = header!.indexOf(metric);
    if (!row || column < 0) throw new Error(`There is no ${metric} of ${agent}.`);
    // LibreOffice keeps the sign of a percentage, with all its digits.
    const text = row[column]!;
    return text.endsWith("%") ? String(Number(`${text.slice(0, -1)}e-2`)) : text;
  };
}

test("three agents of the sample have the totals that the policy gives, worked out by hand", async () => {
  const evaluations = await scored(sample("hotline-agents.xlsx"), folder.file("by-hand.xlsx"), "en");
  const totalOf = (agent: string) => evaluations.find(({ agentId }) => agentId === agent)!;
  const metric = metricsOf(readFileSync(sample("hotline-agents.xlsx")));
  const facts = (agent: string, expected: Readonly<Record<string, number | string>>): void => {
    for (const [name, value] of Object.entries(expected)) expect(metric(agent, name)).toBe(String(value));
  };

  // Calls of all agents with calls: those with N/A are not part of the mean.
  const calls = evaluations.map(({ agentId }) => metric(agentId, "Call volume")).filter((text) => text !== "N/A");
  const meanCalls = calls.reduce((sum, text) => sum + Number(text), 0) / calls.length;

  // Cheng Dandan: one event each of attendance and discipline; calls more than 20 % below the mean earn nothing.
  facts("100936", {
    "Process conformity": 0.929,
    "Answer accuracy": 0.948,
    "Quarterly test": 83,
    "Call volume": 1030,
    "Hang-up satisfaction": 0.9802,
    "Survey trigger rate": 0.35,
    "First-call resolution": 0.874,
    "Transfers to self-service": 0.0174,
    "Transfers to expert desk": 0.008,
    Attendance: 1,
    Discipline: 1,
    Commendation: 0,
  });
  expect(1030 / meanCalls - 1).toBeLessThan(-0.2);
  const dandan =
    (15 * (0.929 - 0.8)) / (0.95 - 0.8) +
    (15 * (0.948 - 0.85)) / (0.98 - 0.85) +
    (10 * (83 - 60)) / (90 - 60) +
    0 +
    (15 * (0.9802 - 0.97)) / (0.99 - 0.97) +
    10 +
    (10 * (0.874 - 0.8)) / (0.92 - 0.8) +
    5 +
    5 -
    2 -
    5;
  expect(totalOf("100936").totalExact).toBeCloseTo(dandan, 10);
  expect(totalOf("100936")).toMatchObject({ total: 58.69, grade: "E" });

  // Tian Yuhan has not sat the test yet: its 10 points leave, and the other 90 count as 100.
  facts("100432", {
    "Process conformity": 0.892,
    "Answer accuracy": 0.919,
    "Quarterly test": "",
    "Call volume": 986,
    "Hang-up satisfaction": 0.9861,
    "Survey trigger rate": 0.312,
    "First-call resolution": 0.869,
    "Transfers to self-service": 0.0242,
    "Transfers to expert desk": 0.0181,
    Attendance: 0,
    Discipline: 0,
    Commendation: 0,
  });
  const yuhan =
    (15 * (0.892 - 0.8)) / 0.15 +
    (15 * (0.919 - 0.85)) / 0.13 +
    0 +
    (15 * (0.9861 - 0.97)) / 0.02 +
    (10 * (0.312 - 0.25)) / 0.09 +
    (10 * (0.869 - 0.8)) / 0.12 +
    (5 * (0.031 - 0.0242)) / 0.012 +
    (5 * (0.02 - 0.0181)) / 0.012;
  expect(totalOf("100432").totalExact).toBeCloseTo((yuhan * 100) / 90, 10);
  expect(totalOf("100432")).toMatchObject({ total: 50.56, grade: "E" });

  // Xiao Chao takes more calls than the mean, but less than 20 % more: a point on the line.
  const own = Number(metric("100208", "Call volume"));
  const deviation = own / meanCalls - 1;
  expect(Math.abs(deviation)).toBeLessThan(0.2);
  expect(totalOf("100208").indicators["Call volume"]!.points).toBeCloseTo((15 * (deviation + 0.2)) / 0.4, 10);

  // Rank 1 has the highest total. A rank states how many agents are better.
  const totals = evaluations.flatMap(({ total }) => total ?? []);
  for (const { total, rank } of evaluations) {
    if (total !== null) expect(rank).toBe(totals.filter((other) => other > total).length + 1);
  }
});

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...lines: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;

/** The sample with a chart, a comment, custom XML and an unknown part added by hand. */
function furnishedSample(): Uint8Array {
  const plain = readFileSync(sample("hotline-agents.xlsx"));
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  const a = "http://schemas.openxmlformats.org/drawingml/2006/main";
  const c = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="application/${type}+xml"/>`;
  return packageOf({
    ...partsOf(plain),
    "[Content_Types].xml": partText(plain, "[Content_Types].xml").replace(
      "</Types>",
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
        override("/xl/drawings/drawing1.xml", "vnd.openxmlformats-officedocument.drawing") +
        override("/xl/charts/chart1.xml", "vnd.openxmlformats-officedocument.drawingml.chart") +
        `${override("/xl/comments1.xml", "vnd.openxmlformats-officedocument.spreadsheetml.comments")}</Types>`,
    ),
    "xl/worksheets/sheet3.xml": partText(plain, "xl/worksheets/sheet3.xml").replace(
      "<tableParts",
      `<drawing xmlns:r="${RELATIONS}" r:id="rId8"/><legacyDrawing xmlns:r="${RELATIONS}" r:id="rId9"/><tableParts`,
    ),
    "xl/worksheets/_rels/sheet3.xml.rels": partText(plain, "xl/worksheets/_rels/sheet3.xml.rels").replace(
      "</Relationships>",
      `<Relationship Id="rId8" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/>` +
        `<Relationship Id="rId9" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
        `<Relationship Id="rId10" Type="${RELATIONS}/comments" Target="../comments1.xml"/></Relationships>`,
    ),
    "xl/drawings/drawing1.xml":
      `<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${a}"><xdr:twoCellAnchor><xdr:from><xdr:col>18</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
      "<xdr:to><xdr:col>24</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
      '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Calls"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
      `<a:graphicData uri="${c}"><c:chart xmlns:c="${c}" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations(
      `<Relationship Id="rId1" Type="${RELATIONS}/chart" Target="../charts/chart1.xml"/>`,
    ),
    "xl/charts/chart1.xml":
      `<c:chartSpace xmlns:c="${c}"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>` +
      '<c:val><c:numRef><c:f>Metrics!$I$2:$I$11</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
      '<c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>',
    "xl/comments1.xml":
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Lead</author></authors>' +
      '<commentList><comment ref="I2" authorId="0"><text><t>On leave for a week</t></text></comment></commentList></comments>',
    "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
    "customXml/item1.xml": "<note  kept = 'to the byte' />",
    "xl/unknown/thing.bin": Uint8Array.from({ length: 999 }, (_, index) => (index * 31) % 256),
  });
}

test("a workbook with a chart, a comment, custom XML and unknown parts keeps them to the byte, and still opens", async () => {
  const book = folder.file("furnished.xlsx");
  const before = furnishedSample();
  writeFileSync(book, before);
  const out = folder.file("furnished-out.xlsx");
  await scored(book, out, "en");
  const after = readFileSync(out);
  expect(changedParts(before, after)).toEqual(
    [
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet5.xml",
    ].sort(),
  );
  expect(recalculate(after, 5)[0]![0]).toBe(`Evaluation ${PERIOD} · Hotline agent`);
  expect(recalculate(after, 3)[1]!.slice(0, 2)).toEqual(["100201", "Liu Chao"]);
});

test("the installed command runs as a program of its own, with its exit status", () => {
  const program = path.resolve(__dirname, "../../src/cli/qa-scorecard.cjs");
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [program, ...args], { encoding: "utf8", stdio: "pipe" });
  expect(run("--help")).toContain("Exit status");
  expect(JSON.parse(run("validate", sample("hotline-agents.xlsx"), "--json"))).toMatchObject({ findings: [] });
  expect(() => run("validate", sample("hotline-agents-draft.xlsx"))).toThrow(expect.objectContaining({ status: 1 }));
  expect(() => run("validate", folder.file("none.xlsx"))).toThrow(expect.objectContaining({ status: 2, stdout: "" }));
});
