/** @jest-environment jsdom */
// The grid's own model opens the sample, is changed, is saved, and the file is opened anew.
import "../../support/object-group-by";
import "../../support/text-coding";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isTemporary } from "../../../src/workbook/temporary-sheets";
import { openModel, type OpenModel } from "../../../src/workbench/grid/open-model";
import { openXlsx, SIGNATURE_ENDED, type XlsxPackage } from "../../../src/xlsx";
import { readZip, unpack } from "../../../src/xlsx/zip";
import { signedWorkbook } from "../../support/xlsx";

const SAMPLE = readFileSync(path.resolve(__dirname, "../../../assets/samples/hotline-agents.xlsx"));

let opened: OpenModel;

beforeEach(() => {
  // The grid logs the times of its evaluations.
  jest.spyOn(console, "debug").mockImplementation(() => undefined);
  opened = openModel(openXlsx(new Uint8Array(SAMPLE)), "hotline-agents.xlsx");
});

const idOf = (name: string) => opened.host.sheets().find((sheet) => sheet.name === name)!.id;
const put = (name: string, row: number, column: number, value: string | number | { formula: string } | null) =>
  opened.host.write(idOf(name), row, column, [[value]]);

function saved(): { file: XlsxPackage; notes: number } {
  const { bytes, notes } = opened.save();
  return { file: openXlsx(bytes), notes: notes.length };
}

const formulasOf = (file: XlsxPackage, sheet: string) =>
  file.readSheet(sheet).cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula]));

function partText(file: XlsxPackage, name: string): string {
  const entry = readZip(file.save()).find((part) => part.name === name)!;
  return new TextDecoder().decode(unpack(entry));
}

test("nothing changed: nothing is written", () => {
  expect(opened.isChanged()).toBe(false);
  const before = openXlsx(new Uint8Array(SAMPLE));
  const { file, notes } = saved();
  expect(notes).toBe(0);
  for (const part of readZip(before.save())) expect(partText(file, part.name)).toBe(partText(before, part.name));
});

describe("a sheet that is renamed", () => {
  test("is renamed in the file, and formulas speak of the new name, in their own words", () => {
    const before = openXlsx(new Uint8Array(SAMPLE));
    before.setCells("Live", [{ row: 30, column: 0, value: { formula: "COUNTA(Metrics[Agent ID])", cached: 900 } }]);
    opened = openModel(before, "hotline-agents.xlsx");
    const old = formulasOf(before, "Live");
    opened.host.renameSheet(idOf("Metrics"), "Bob data");
    opened.host.renameSheet(idOf("Scales"), "等级");
    const { file, notes } = saved();
    expect(notes).toBe(0);
    expect(file.sheetNames()).toEqual(["Rubric", "等级", "Bob data", "Live"]);
    // Here the grid does not know our functions. It knows table references only as plain ones.
    expect(formulasOf(file, "Live")).toEqual(
      old.map((formula) => formula.replaceAll("Metrics!", "'Bob data'!").replaceAll("Scales!", "'等级'!")),
    );
    for (const sheet of before.sheetNames()) {
      const name = { Metrics: "Bob data", Scales: "等级" }[sheet] ?? sheet;
      const rectangle = { row: 0, column: 0, rows: 40, columns: 12 };
      expect(file.readValues(name, rectangle)).toEqual(before.readValues(sheet, rectangle));
    }
    expect(file.tables().find(({ name }) => name === "Metrics")!.sheet).toBe("Bob data");
  });

  test("keeps its edits, and formulas that were edited name it", () => {
    put("Live", 30, 0, { formula: "=SUM(Metrics!F2:F4)" });
    opened.host.renameSheet(idOf("Metrics"), "Numbers");
    put("Numbers", 1, 5, 0.5);
    put("Live", 31, 0, { formula: "=Numbers!F2" });
    const { file } = saved();
    expect(formulasOf(file, "Live").slice(-2)).toEqual(["SUM(Numbers!F2:F4)", "Numbers!F2"]);
    expect(file.readValues("Numbers", { row: 1, column: 5, rows: 1, columns: 1 })).toEqual([[0.5]]);
    const again = openModel(file, "again.xlsx");
    const live = again.host.sheets().find(({ name }) => name === "Live")!.id;
    expect(again.host.read(live, { row: 31, column: 0, rows: 1, columns: 1 })[0]![0]).toMatchObject({ value: 0.5 });
  });

  test("may exchange its name with another, or take that of one that is gone", () => {
    opened.host.renameSheet(idOf("Metrics"), "x");
    opened.host.renameSheet(idOf("Scales"), "Metrics");
    opened.host.renameSheet(idOf("x"), "Scales");
    opened.host.deleteSheet(idOf("Live"));
    opened.host.renameSheet(idOf("Rubric"), "Live");
    const { file } = saved();
    expect(file.sheetNames()).toEqual(["Live", "Metrics", "Scales"]);
    expect(file.tables().find(({ name }) => name === "Metrics")!.sheet).toBe("Scales");
  });
});

describe("hidden sheets", () => {
  test("are saved as hidden as they are, and shown ones as shown", () => {
    opened.host.setVisibility(idOf("Scales"), "VeryHidden");
    opened.host.setVisibility(idOf("Live"), "Hidden");
    opened.host.setVisibility(opened.host.addSheet("New"), "VeryHidden");
    const { file } = saved();
    expect(file.sheetNames().map((name) => file.visibility(name))).toEqual([
      "visible",
      "veryHidden",
      "visible",
      "hidden",
      "veryHidden",
    ]);
    const again = openModel(file, "again.xlsx");
    expect(again.host.sheets().map(({ visibility }) => visibility)).toEqual([
      "Visible",
      "VeryHidden",
      "Visible",
      "Hidden",
      "VeryHidden",
    ]);
    again.host.setVisibility(again.host.sheets()[1]!.id, "Visible");
    expect(openXlsx(again.save().bytes).visibility("Scales")).toBe("visible");
  });

  test("of the product are not saved, with their tables, even when the file brought one along", () => {
    const backup = "~qa old x1";
    const stage = "~qa new x2";
    expect([backup, stage].every(isTemporary)).toBe(true);
    opened.host.setVisibility(opened.host.copySheet(idOf("Metrics"), backup, 2), "VeryHidden");
    opened.host.setVisibility(opened.host.addSheet(stage), "Hidden");
    expect(opened.isChanged()).toBe(false);
    const { file } = saved();
    expect(file.sheetNames()).toEqual(["Rubric", "Scales", "Metrics", "Live"]);
    expect(file.tables()).toHaveLength(openXlsx(new Uint8Array(SAMPLE)).tables().length);

    file.renameSheet("Scales", backup);
    file.setVisibility(backup, "veryHidden");
    opened = openModel(file, "with-backup.xlsx");
    expect(saved().file.sheetNames()).toEqual(["Rubric", "Metrics", "Live"]);
  });
});

test("all sheets of the file may give way to a new one", () => {
  const id = opened.host.addSheet("Only");
  opened.host.write(id, 0, 0, [["here"]]);
  for (const { id: old, name } of opened.host.sheets()) if (name !== "Only") opened.host.deleteSheet(old);
  const { file } = saved();
  expect(file.sheetNames()).toEqual(["Only"]);
});

test("a new place of a sheet is not taken over, and that is said", () => {
  opened.host.moveSheet(idOf("Live"), 0);
  expect(saved().notes).toBe(1);
});

test("the end of a signature is said", () => {
  opened = openModel(openXlsx(signedWorkbook(SAMPLE)), "signed.xlsx");
  expect(saved().notes).toBe(0);
  put("Metrics", 1, 7, 81);
  expect(opened.save().notes).toEqual([SIGNATURE_ENDED]);
});

describe("whether there is something to save", () => {
  test.each<[string, () => unknown]>([
    ["a value", () => put("Metrics", 1, 7, 81)],
    ["a cell that is emptied", () => put("Metrics", 1, 7, null)],
    ["a formula", () => put("Live", 30, 0, { formula: "=1+1" })],
    ["a number format", () => opened.host.setNumberFormats(idOf("Metrics"), 1, 7, [["0.0000"]])],
    ["a name", () => opened.host.renameSheet(idOf("Live"), "Now")],
    ["a place", () => opened.host.moveSheet(idOf("Live"), 0)],
    ["a new sheet", () => opened.host.addSheet("New")],
    ["a sheet less", () => opened.host.deleteSheet(idOf("Live"))],
    ["a hidden sheet", () => opened.host.setVisibility(idOf("Live"), "Hidden")],
  ])("%s", (_what, change) => {
    change();
    expect(opened.isChanged()).toBe(true);
    opened.save();
    expect(opened.isChanged()).toBe(false);
  });

  test("a change that is taken back is none", () => {
    const before = opened.host.read(idOf("Metrics"), { row: 1, column: 7, rows: 1, columns: 1 })[0]![0]!.value;
    put("Metrics", 1, 7, 81);
    put("Metrics", 1, 7, before as number);
    expect(opened.isChanged()).toBe(false);
  });

  test("results that spill are no change", () => {
    put("Live", 30, 0, { formula: "=TRANSPOSE(Metrics!H2:H6)" });
    opened.save();
    put("Metrics", 1, 7, 81);
    opened.save();
    expect(opened.isChanged()).toBe(false);
  });
});
