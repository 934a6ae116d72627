/** @jest-environment jsdom */
// To the host, the grid and the model in memory must be the same workbook. Needs a DOM for the grid, but no browser.
import "../support/object-group-by";
import { Model } from "@odoo/o-spreadsheet";
import type { HostModel, ModelChange, ModelRect } from "../../src/workbench/host/model";
import { MemoryModel } from "../support/memory-model";
import { registerErrors } from "../../src/workbench/grid/errors";
import { GridModel } from "../../src/workbench/grid/grid-model";
import { numberFormats } from "../../src/workbench/grid/number-format";
import { registerPlugins } from "../../src/workbench/grid/plugins";

function gridModel(): HostModel {
  registerErrors();
  registerPlugins();
  const formats = numberFormats();
  const listeners = new Set<(change: ModelChange) => void>();
  const tell = (change: ModelChange) => listeners.forEach((listener) => listener(change));
  const context = {
    tables: () => [],
    mentionsTable: () => false,
    formulaSet: () => undefined,
    isTextFormat: formats.isText,
    changed: tell,
    selected: tell,
  };
  const model = new Model({}, { custom: { workbench: context } });
  const notes = {
    tableNames: new Map(),
    veryHidden: new Set<string>(),
    pageLayouts: new Map(),
    protectedSheets: new Set<string>(),
    settings: new Map(),
    workbookProtected: false,
  };
  return new GridModel({ model, name: "Book1.xlsx", formats, notes, listeners });
}

const MODELS: readonly (readonly [string, () => HostModel])[] = [
  ["in memory", () => new MemoryModel()],
  ["the grid", gridModel],
];

const at = (row: number, column: number, rows = 1, columns = 1): ModelRect => ({ row, column, rows, columns });

beforeEach(() => {
  // The grid logs the times of its evaluations.
  jest.spyOn(console, "debug").mockImplementation(() => undefined);
});

describe.each(MODELS)("%s", (_name, make) => {
  let model: HostModel;
  let sheet: string;

  beforeEach(() => {
    model = make();
    sheet = model.activeSheet();
  });

  const valuesOf = (rect: ModelRect) => model.read(sheet, rect).map((row) => row.map((cell) => cell.value));

  test.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-1",
    "@SUM(1)",
    "007",
    "2026-10",
    "1/2/2026",
    "98.2%",
    "1,234",
    "TRUE",
    "'quoted",
    " 5 ",
    "1E5",
  ])("literal text stays that very text: %s", (text) => {
    model.write(sheet, 0, 0, [[text]]);
    expect(model.read(sheet, at(0, 0))[0]![0]).toMatchObject({ type: "String", value: text, formula: undefined });
  });

  test("numbers, logicals, errors and blanks", () => {
    model.write(sheet, 1, 1, [
      [0.1, -1e-7, 123456789.25, true],
      [{ error: "#N/A" }, { error: "#VALUE!" }, null, undefined],
    ]);
    const [first, second] = model.read(sheet, at(1, 1, 2, 4));
    expect(first!.map(({ type, value }) => [type, value])).toEqual([
      ["Double", 0.1],
      ["Double", -1e-7],
      ["Double", 123456789.25],
      ["Boolean", true],
    ]);
    expect(second!.map(({ type, value }) => [type, value])).toEqual([
      ["Error", "#N/A"],
      ["Error", "#VALUE!"],
      ["Empty", ""],
      ["Empty", ""],
    ]);
  });

  test("undefined leaves a cell, null empties it, and the used range follows", () => {
    expect(model.usedRange(sheet, true)).toBeUndefined();
    model.write(sheet, 2, 3, [[1, 2]]);
    model.write(sheet, 2, 3, [[undefined, null]]);
    expect(valuesOf(at(2, 3, 1, 2))).toEqual([[1, ""]]);
    expect(model.usedRange(sheet, true)).toEqual(at(2, 3));
  });

  test("writes beyond the first rows and columns", () => {
    model.write(sheet, 999, 60, [["far"]]);
    expect(valuesOf(at(999, 60))).toEqual([["far"]]);
    expect(valuesOf(at(5000, 5))).toEqual([[""]]);
  });

  test("a formula keeps its text", () => {
    model.write(sheet, 0, 0, [[1, { formula: "=SUM(A1:A2)" }]]);
    expect(model.read(sheet, at(0, 1))[0]![0]!.formula).toBe("=SUM(A1:A2)");
  });

  test.each(["General", "0.00", "0.0%", "#,##0", "@", "yyyy-mm-dd", "0.00E+00", "0.00;[Red]-0.00", '0" 分"'])(
    "number format %s comes back as it was set",
    (format) => {
      model.write(sheet, 0, 0, [[0.5]]);
      model.setNumberFormats(sheet, 0, 0, [[format]]);
      expect(model.read(sheet, at(0, 0))[0]![0]).toMatchObject({ value: 0.5, numberFormat: format });
      expect(model.formats(sheet, at(0, 0))[0]![0]!.numberFormat).toBe(format);
    },
  );

  test("two formats that the grid cannot show do not become one", () => {
    model.write(sheet, 0, 0, [[1, 2]]);
    model.setNumberFormats(sheet, 0, 0, [["0.00E+00", "0.00;[Red]-0.00"]]);
    expect(model.read(sheet, at(0, 0, 1, 2))[0]!.map((cell) => cell.numberFormat)).toEqual([
      "0.00E+00",
      "0.00;[Red]-0.00",
    ]);
  });

  test("formats add up, and go", () => {
    model.format(sheet, at(1, 1, 2, 2), { bold: true, fill: "#FFEEAA", horizontal: "Center", wrap: true });
    model.format(sheet, at(1, 1), { fontColor: "#112233", italic: true, vertical: "Center", fontSize: 14 });
    const look = model.formats(sheet, at(1, 1))[0]![0]!;
    expect(look).toMatchObject({ bold: true, italic: true, fill: "#FFEEAA", fontColor: "#112233", fontSize: 14 });
    expect(look).toMatchObject({ horizontal: "Center", vertical: "Center", wrap: true });
    expect(model.formats(sheet, at(2, 2))[0]![0]).toMatchObject({ bold: true, italic: false });
    model.clearFormats(sheet, at(1, 1));
    expect(model.formats(sheet, at(1, 1))[0]![0]).toMatchObject({ bold: false, fill: "", horizontal: "General" });
  });

  test("lines around cells", () => {
    const line = { style: "Continuous", weight: "Thin", color: "#BFBFBF" };
    model.format(sheet, at(1, 1, 2, 2), { borders: { bottom: line, top: line, left: line, right: line } });
    expect(model.formats(sheet, at(1, 1))[0]![0]!.borders).toMatchObject({ top: line, left: line, bottom: line });
    model.format(sheet, at(1, 1, 2, 2), { borders: { bottom: null, top: null, left: null, right: null } });
    expect(model.formats(sheet, at(1, 1))[0]![0]!.borders).toEqual({});
  });

  test("sheets come, move, hide and go", () => {
    const second = model.addSheet("Second");
    const third = model.addSheet("Third");
    model.moveSheet(third, 0);
    model.renameSheet(second, "2026 年");
    model.setVisibility(second, "VeryHidden");
    expect(model.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Third", "Visible"],
      ["Sheet1", "Visible"],
      ["2026 年", "VeryHidden"],
    ]);
    model.write(third, 0, 0, [["copied"]]);
    const copy = model.copySheet(third, "Copy", 1);
    expect(model.read(copy, at(0, 0))[0]![0]!.value).toBe("copied");
    model.deleteSheet(third);
    expect(model.sheets().map(({ name }) => name)).toEqual(["Copy", "Sheet1", "2026 年"]);
  });

  test("tables keep their names and their size", () => {
    model.write(sheet, 0, 0, [
      ["A", "B"],
      [1, 2],
    ]);
    const id = model.addTable(sheet, at(0, 0, 2, 2), "Metrics");
    // Excel widens a table when a person types next to it, not for an add-in.
    model.write(sheet, 2, 0, [["below"]]);
    expect(model.tables()).toMatchObject([
      { id, name: "Metrics", sheetId: sheet, range: at(0, 0, 2, 2), hasHeader: true },
    ]);
    model.copySheet(sheet, "Copy", 1);
    expect(model.tables().map(({ name, sheetId }) => [name, sheetId === sheet])).toEqual([
      ["Metrics", true],
      [expect.not.stringMatching(/^Metrics$/), false],
    ]);
    model.deleteSheet(model.sheets()[1]!.id);
    model.renameTable(id, "Numbers");
    expect(model.tables()[0]!.name).toBe("Numbers");
    model.deleteTable(id);
    expect(model.tables()).toEqual([]);
    expect(valuesOf(at(0, 0))).toEqual([["A"]]);
  });

  test("frozen panes, sizes and settings", () => {
    model.setFrozen(sheet, { rows: 2, columns: 1 });
    expect(model.frozen(sheet)).toEqual({ rows: 2, columns: 1 });
    model.setFrozen(sheet, { rows: 0, columns: 0 });
    expect(model.frozen(sheet)).toEqual({ rows: 0, columns: 0 });
    expect(model.columnWidth(sheet, 3)).toBeUndefined();
    model.setColumnWidth(sheet, 3, 2, 90);
    expect([2, 3, 4, 5].map((column) => model.columnWidth(sheet, column))).toEqual([undefined, 90, 90, undefined]);
    model.setSetting("choice", { period: "2026-10" });
    expect(model.settingKeys()).toEqual(["choice"]);
    expect(model.setting("choice")).toEqual({ period: "2026-10" });
    model.setSetting("choice", undefined);
    expect(model.settingKeys()).toEqual([]);
  });

  test("conditional formats, also while they have no rule yet, in their order", () => {
    const look = { fill: "#C6EFCE", fontColor: "#006100" };
    const rule = (text: string) => ({ kind: "cellValue", operator: "EqualTo", formula1: text }) as const;
    const format = (id: string, text: string) => ({
      id,
      ranges: [at(1, 1, 5, 1)],
      rule: rule(text),
      stopIfTrue: false,
      format: look,
    });
    model.setConditionalFormats(sheet, [format("b", ""), format("a", '="A"')]);
    expect(model.conditionalFormats(sheet).map(({ id }) => id)).toEqual(["b", "a"]);
    model.setConditionalFormats(sheet, [format("b", '="B"'), format("a", '="A"')]);
    expect(model.conditionalFormats(sheet)).toMatchObject([
      { id: "b", rule: rule('="B"'), ranges: [at(1, 1, 5, 1)], format: look },
      { id: "a", rule: rule('="A"') },
    ]);
    model.setConditionalFormats(sheet, []);
    expect(model.conditionalFormats(sheet)).toEqual([]);
  });
});
