import { insertTemplate, listTemplates, templateChoice } from "../../../src/usecases/templates";
import { checkBook, readBook } from "../../../src/usecases";
import { MemoryWorkbook, type MemorySheet } from "../../support/memory-workbook";
import { WorkbookFailure } from "../../../src/workbook/failure";

const table = (name: string, ...rows: (string | number)[][]): MemorySheet => ({
  name,
  rows,
  tables: [{ name, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }],
});

const RUBRIC = table("Rules", ["Indicator", "Points", "Method"], ["Care", 100, "manual"]);
const SETTINGS = table("Options", ["Setting", "Value"], ["Decimals", 1]);
const METRICS = table("People", ["Agent ID", "Period", "Care"], ["1", "2026-10", 80]);
const INSERT = { locale: "en", form: "draft" } as const;

describe("names that are taken get a number", () => {
  test("of sheets, also by upper and lower case, and of tables", async () => {
    const own: MemorySheet = table("scales", ["Colour"], ["red"]);
    const port = new MemoryWorkbook({ sheets: [own, { name: "RUBRIC", rows: [["mine"]] }] });
    const outcome = await insertTemplate(port, "hotline-agent", INSERT);
    expect(outcome.kind).toBe("inserted");
    expect(port.sheetNames()).toEqual(["scales", "RUBRIC", "Rubric 2", "Scales 2", "Settings", "Metrics"]);
    const { tables } = await port.read();
    expect(tables.map(({ name }) => name)).toEqual(["scales", "Rubric", "Scales2", "Settings", "Metrics"]);
    expect([port.cell("scales", 1, 0), port.cell("RUBRIC", 0, 0)]).toEqual(["red", "mine"]);
    // The product reads the numbered tables.
    expect(checkBook(await readBook(port)).map(({ code }) => code)).not.toContain("tables-are-there");
  });

  test("and taking the template back leaves what was there", async () => {
    const port = new MemoryWorkbook({ sheets: [{ name: "Rubric", rows: [["mine"]] }] });
    const outcome = await insertTemplate(port, "shift-leader", INSERT);
    if (outcome.kind === "inserted") await outcome.change.undo();
    expect(port.sheetNames()).toEqual(["Rubric"]);
  });
});

describe("a workbook with tables of its own", () => {
  test.each([
    ["a rubric", [RUBRIC, METRICS], ["Rules"]],
    ["settings", [SETTINGS], ["Options"]],
    ["both", [SETTINGS, RUBRIC], ["Options", "Rules"]],
  ])("%s: nothing is inserted, and the tables in the way are named", async (_what, sheets, names) => {
    const port = new MemoryWorkbook({ sheets });
    const outcome = await insertTemplate(port, "specialist", INSERT);
    expect(outcome.kind === "refused" && outcome.tables.map(({ name }) => name)).toEqual(names);
    expect(port.sheetNames()).toEqual(sheets.map(({ name }) => name));
    expect(templateChoice(await readBook(port)).obstacles.map(({ name }) => name)).toEqual(names);
  });

  test("metrics: the template comes without sample data, and its rubric is read beside them", async () => {
    const port = new MemoryWorkbook({ sheets: [METRICS] });
    expect(templateChoice(await readBook(port))).toMatchObject({ obstacles: [], hasData: true });
    const outcome = await insertTemplate(port, "after-sales-360", INSERT);
    expect(outcome).toMatchObject({ kind: "inserted", leftOut: ["metrics", "ratings"] });
    expect(port.sheetNames()).toEqual(["People", "Rubric", "Results"]);
    const { summary } = await readBook(port);
    expect([summary.rubrics.map(({ name }) => name), summary.agentCount]).toEqual([["After-sales staff"], 1]);
  });
});

test("a protected workbook is refused as by every other change", async () => {
  const port = new MemoryWorkbook({ sheets: [{ name: "S", rows: [] }], protected: true });
  await expect(insertTemplate(port, "specialist", INSERT)).rejects.toThrow(WorkbookFailure);
});

test("an id that no template has is a programmer's error", async () => {
  const port = new MemoryWorkbook({ sheets: [] });
  await expect(insertTemplate(port, "nothing", INSERT)).rejects.toThrow("there is no template nothing");
  expect(listTemplates().map(({ id }) => id)).not.toContain("nothing");
});
