import { MemoryModel } from "../support/memory-model";
import type { Host } from "../../src/workbench/host/create-host";
import { loadOffice, type OfficeNode } from "../support/office-node";

/** The host behind the genuine library, as add-in code sees it. */

let model: MemoryModel;
let office: OfficeNode;
let host: Host;

beforeEach(() => {
  model = new MemoryModel();
  office = loadOffice(model);
  host = office.host;
});

const sheetId = () => model.sheets()[0]!.id;

async function read(address: string, properties = "values, formulas, text, valueTypes, numberFormat, address") {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load(properties);
    await context.sync();
    return range.toJSON();
  });
}

async function write(address: string, values: unknown[][]) {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values;
    await context.sync();
  });
}

/** The error of the library with its place. */
async function refusal(work: (context: Excel.RequestContext) => unknown) {
  const error = await office.Excel.run(async (context) => {
    work(context);
    await context.sync();
  }).then(
    () => undefined,
    (caught: OfficeExtension.Error) => caught,
  );
  if (!error) throw new Error("nothing was refused");
  return { code: error.code, at: error.debugInfo?.errorLocation };
}

describe("values of a range", () => {
  test("an empty cell is an empty text, an error its text", async () => {
    model.write(sheetId(), 0, 0, [["a", 1, true, null, { error: "#N/A" }]]);
    expect(await read("A1:E1")).toMatchObject({
      address: "Sheet1!A1:E1",
      values: [["a", 1, true, "", "#N/A"]],
      valueTypes: [["String", "Double", "Boolean", "Empty", "Error"]],
      numberFormat: [["General", "General", "General", "General", "General"]],
    });
  });

  test("null leaves a cell, an empty text empties it", async () => {
    model.write(sheetId(), 0, 0, [["a", "b"]]);
    await write("A1:B1", [[null, ""]]);
    expect((await read("A1:B1")).values).toEqual([["a", ""]]);
  });

  test("rows of the wrong length are refused", async () => {
    const code = await refusal((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1, 2, 3]];
    });
    expect(code).toEqual({ code: "InvalidArgument", at: "Range.values" });
  });

  test("more than 1,500 cells are written in pieces by the library", async () => {
    const rows = Array.from({ length: 800 }, (_row, at) => [at, `'${at}`, null]);
    await write("B2:D801", rows);
    expect(office.roundTrips[0]!.actions).toBeGreaterThan(10);
    expect((await read("B801:D801")).values).toEqual([[799, "799", ""]]);
  });
});

describe("typed text becomes what Excel makes of it", () => {
  test.each<[unknown, string | number | boolean, string]>([
    ["=1+1", 0, "General"],
    ["'=1+1", "=1+1", "General"],
    ["'", "", "General"],
    ["007", 7, "General"],
    ["'007", "007", "General"],
    ["1,234", 1234, "#,##0"],
    ["(5)", -5, "General"],
    ["98.2%", 0.982, "0.00%"],
    ["$3", 3, "$#,##0"],
    ["1e5", 100000, "0.00E+00"],
    ["TRUE", true, "General"],
    ["#n/a", "#N/A", "General"],
    ["2026-10", 46296, "mmm-yy"],
    ["2026-10-05", 46300, "m/d/yyyy"],
    ["1900-01-01", 1, "m/d/yyyy"],
    ["1900-03-01", 61, "m/d/yyyy"],
    ["1 1/2", 1.5, "# ?/?"],
    ["12:30", 0.5208333333333334, "h:mm"],
    ["2026-13", "2026-13", "General"],
    ["hello", "hello", "General"],
    ["-", "-", "General"],
  ])("%j is %j with format %s", async (typed, value, numberFormat) => {
    await write("A1", [[typed]]);
    const range = await read("A1");
    expect([range.values![0]![0], range.numberFormat![0]![0]]).toEqual([value, numberFormat]);
  });

  test.each(["1-2", "5-Oct", "Oct 5"])("%s is a day of this year", async (typed) => {
    await write("A1", [[typed]]);
    expect((await read("A1")).numberFormat).toEqual([["d-mmm"]]);
  });

  test.each([
    ["+cmd|' /C calc'!A0", "=+cmd|' /C calc'!A0"],
    ["@SUM(1)", "=@SUM(1)"],
    ["-A1", "=-A1"],
  ])("%s is a formula", async (typed, formula) => {
    await write("A1", [[typed]]);
    expect((await read("A1")).formulas).toEqual([[formula]]);
  });

  test("a cell formatted as text keeps what is written", async () => {
    model.format(sheetId(), { row: 0, column: 0, rows: 1, columns: 4 }, { numberFormat: "@" });
    await write("A1:D1", [["=1+1", 5, true, "'x"]]);
    expect((await read("A1:D1")).values).toEqual([["=1+1", "5", "TRUE", "x"]]);
  });
});

describe("errors and null objects", () => {
  test("an item that is not there", async () => {
    expect(await refusal((context) => context.workbook.worksheets.getItem("Nowhere"))).toEqual({
      code: "ItemNotFound",
      at: "WorksheetCollection.getItem",
    });
  });

  test("a null object, and what comes of it", async () => {
    const isNull = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values");
      await context.sync();
      return [sheet.isNullObject, used.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });

  test("a member that the host lacks fails with class and member", async () => {
    const error = await office.Excel.run(async (context) => {
      context.workbook.styles.load("items");
      await context.sync();
    }).catch((caught: OfficeExtension.Error) => caught);
    expect(error).toMatchObject({ code: "NotImplemented", message: "The workbench has no Workbook.Styles" });
  });

  test("a property that the host lacks fails with class and member", async () => {
    const error = await read("A1", "hyperlink").catch((caught: OfficeExtension.Error) => caught);
    expect(error).toMatchObject({ code: "NotImplemented", message: "The workbench has no Range.hyperlink" });
  });

  test("what was done before the error stays done", async () => {
    await refusal((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["done"]];
      context.workbook.worksheets.getItem("Nowhere").activate();
    });
    expect((await read("A1")).values).toEqual([["done"]]);
  });

  test.each<[string, (context: Excel.RequestContext) => unknown, string]>([
    ["a sheet name that is taken", (context) => context.workbook.worksheets.add("sheet1"), "ItemAlreadyExists"],
    ["a sheet name with a colon", (context) => context.workbook.worksheets.add("a:b"), "InvalidArgument"],
    [
      "deleting the last visible sheet",
      (context) => context.workbook.worksheets.getItem("Sheet1").delete(),
      "InvalidOperation",
    ],
    [
      "an address that is none",
      (context) => context.workbook.worksheets.getItem("Sheet1").getRange("A0").clear(),
      "InvalidArgument",
    ],
    [
      "a cell left of the sheet",
      (context) => context.workbook.worksheets.getItem("Sheet1").getRange("A1").getOffsetRange(0, -1).clear(),
      "InvalidArgument",
    ],
  ])("%s", async (_name, work, code) => {
    expect((await refusal(work)).code).toBe(code);
  });

  test("a very hidden sheet has to be shown before it is deleted", async () => {
    const hidden = model.addSheet("Hidden");
    model.setVisibility(hidden, "VeryHidden");
    expect((await refusal((context) => context.workbook.worksheets.getItem("Hidden").delete())).code).toBe(
      "InvalidOperation",
    );
  });

  test("a protected sheet and a protected workbook", async () => {
    model.setProtected(sheetId(), true);
    expect((await refusal((context) => context.workbook.worksheets.getItem("Sheet1").getRange().clear())).code).toBe(
      "AccessDenied",
    );
    model.setWorkbookProtected(true);
    expect((await refusal((context) => context.workbook.worksheets.add("New"))).code).toBe("AccessDenied");
  });
});

describe("loading", () => {
  test("nested properties and collections", async () => {
    model.addTable(sheetId(), { row: 1, column: 1, rows: 3, columns: 2 }, "tblOne");
    const loaded = await office.Excel.run(async (context) => {
      const { tables } = context.workbook;
      tables.load("items/name, items/worksheet/name, count");
      await context.sync();
      return { count: tables.count, names: tables.items.map((table) => [table.name, table.worksheet.name]) };
    });
    expect(loaded).toEqual({ count: 1, names: [["tblOne", "Sheet1"]] });
  });

  test("a range lives on after a sync and is let go at the end", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.load("address");
      await context.sync();
      expect(host.keptObjects()).toBe(1);
      range.getCell(1, 1).values = [[5]];
      await context.sync();
    });
    expect(host.keptObjects()).toBe(0);
    expect((await read("B2")).values).toEqual([[5]]);
  });

  test("a range whose sheet is gone", async () => {
    model.addSheet("Other");
    const error = await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Other").getRange("A1");
      range.load("values");
      await context.sync();
      model.deleteSheet(model.sheets()[1]!.id);
      range.load("values");
      await context.sync();
    }).catch((caught: OfficeExtension.Error) => caught);
    expect(error).toMatchObject({ code: "ItemNotFound" });
  });
});

describe("copying and clearing", () => {
  test("formulas move with the cell, formats come along", async () => {
    model.write(sheetId(), 0, 0, [[1, { formula: "=A1+$A$1+Other!B2" }]]);
    model.format(sheetId(), { row: 0, column: 1, rows: 1, columns: 1 }, { bold: true, numberFormat: "0.00" });
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C3").copyFrom(sheet.getRange("B1"));
      await context.sync();
    });
    expect(await read("C3")).toMatchObject({ formulas: [["=B3+$A$1+Other!C4"]], numberFormat: [["0.00"]] });
    expect(model.formats(sheetId(), { row: 2, column: 2, rows: 1, columns: 1 })[0]![0]!.bold).toBe(true);
  });

  test("a patchwork of formats is copied cell by cell, and replaces what was there", async () => {
    const looks = [{ bold: true }, { fill: "#FF0000" }, { numberFormat: "0%" }, {}] as const;
    const patch = { rows: 9, columns: 7 };
    for (let row = 0; row < patch.rows; row++) {
      for (let column = 0; column < patch.columns; column++) {
        // Neighbours are often alike, in both directions.
        const look = looks[((row >> 1) * 3 + (column >> 1) * (row >> 2)) % looks.length]!;
        model.format(sheetId(), { row, column, rows: 1, columns: 1 }, look);
      }
    }
    const target = { row: 20, column: 2, ...patch };
    model.format(sheetId(), target, { italic: true, fontColor: "#00FF00" });
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C21").copyFrom(sheet.getRange("A1:G9"));
      await context.sync();
    });
    expect(model.formats(sheetId(), target)).toEqual(model.formats(sheetId(), { row: 0, column: 0, ...patch }));
  });

  test("clear takes contents, formats and conditional formats of the range only", async () => {
    model.write(sheetId(), 0, 0, [["a", "b"]]);
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      const highlight = range.conditionalFormats.add("CellValue" as Excel.ConditionalFormatType);
      highlight.cellValue.rule = { formula1: '="a"', operator: "EqualTo" };
      highlight.cellValue.format.fill.color = "#ff0000";
      await context.sync();
      range.getCell(0, 0).clear();
      await context.sync();
    });
    expect((await read("A1:B1")).values).toEqual([["", "b"]]);
    expect(model.conditionalFormats(sheetId())).toMatchObject([
      {
        ranges: [{ row: 0, column: 1, rows: 1, columns: 1 }],
        rule: { kind: "cellValue", operator: "EqualTo", formula1: '="a"' },
        format: { fill: "#FF0000" },
      },
    ]);
  });

  test("a copied sheet is found again by its id after it was renamed", async () => {
    model.write(sheetId(), 0, 0, [["kept"]]);
    const result = await office.Excel.run(async (context) => {
      const copy = context.workbook.worksheets.getItem("Sheet1").copy("End" as Excel.WorksheetPositionType);
      copy.load("name, id");
      await context.sync();
      const first = copy.name;
      copy.name = "Renamed";
      copy.load("name, position");
      const cell = copy.getRange("A1");
      cell.load("values");
      await context.sync();
      return { first, name: copy.name, position: copy.position, value: cell.values[0]![0] };
    });
    expect(result).toEqual({ first: "Sheet1 (2)", name: "Renamed", position: 1, value: "kept" });
  });
});

describe("settings and events", () => {
  test("a setting is kept as JSON, and one that is missing is a null object", async () => {
    const back = await office.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("choice", { rubric: "Hotline" });
      settings.add("other", "text");
      settings.load("items/key");
      const choice = settings.getItem("choice");
      choice.load("value");
      const missing = settings.getItemOrNullObject("nothing");
      await context.sync();
      settings.items[1]!.delete();
      await context.sync();
      return {
        choice: choice.value as unknown,
        missing: missing.isNullObject,
        keys: settings.items.map(({ key }) => key),
      };
    });
    expect(back).toEqual({ choice: { rubric: "Hotline" }, missing: true, keys: ["choice", "other"] });
    expect(model.settingKeys()).toEqual(["choice"]);
  });

  test("a change is told after the reply, with who made it", async () => {
    const heard: string[] = [];
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        heard.push(`${event.address} ${event.triggerSource}`);
      });
      await context.sync();
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [[1, 2]];
      await context.sync();
      expect(heard).toEqual([]);
    });
    model.write(sheetId(), 4, 4, [["typed"]]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(["A1:B1 ThisLocalAddin", "E5 Unknown"]);
  });
});
