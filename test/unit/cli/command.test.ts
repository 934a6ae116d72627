import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findingsText } from "../../../src/cli/findings";
import { ALL_TEMPLATES } from "../../../src/core/templates/make/registry";
import { openXlsx } from "../../../src/xlsx";
import { command, sample, smallMetrics, SMALL_RUBRIC, workbookOf, workFolder } from "../../support/command";
import { changedParts } from "../../support/xlsx";

const folder = workFolder();
afterAll(folder.remove);

const SMALL = workbookOf({
  Rubric: SMALL_RUBRIC,
  Metrics: smallMetrics(["1", "Ann", 0.5], ["2", "Bob", null]),
});

function fileOf(name: string, bytes: Uint8Array | string): string {
  writeFileSync(folder.file(name), bytes);
  return folder.file(name);
}

function folderOf(name: string): string {
  const made = folder.file(name);
  mkdirSync(made);
  return made;
}

describe("help", () => {
  test.each([
    [["--help"], "en_US.UTF-8", "Exit status"],
    [["score", "-h"], "zh_CN.UTF-8", "退出状态"],
    [["--help", "--lang", "zh-CN"], "en_US", "退出状态"],
  ])("%j under %s", async (args, lang, words) => {
    const { status, out, err } = await command(args, lang);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain(words);
  });

  test("no arguments at all: the help, but not as if something had been done", async () => {
    const { status, out, err } = await command([], "C");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("Exit status");
  });
});

describe("template", () => {
  test("without a name lists them all, in words and as a document", async () => {
    const { status, out } = await command(["template"], "zh_CN.UTF-8");
    expect(status).toBe(0);
    expect(out.match(/^T\d+/gm)).toEqual(ALL_TEMPLATES.map(({ number }) => number));
    expect(out).toContain("T7   hotline-agent\n     热线话务员\n");
    const { templates } = JSON.parse((await command(["template", "--json"])).out) as { templates: object[] };
    expect(templates[6]).toMatchObject({ number: "T7", id: "hotline-agent", name: "Hotline agent" });
  });

  test("writes a new workbook, says what it wrote, and never writes over one that is there", async () => {
    const taken = fileOf("own.xlsx", "somebody's work");
    const refused = await command(["template", "T7", "--out", taken]);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("is there already")]);
    expect(readFileSync(taken, "utf8")).toBe("somebody's work");
    const out = path.join(path.dirname(taken), "new.xlsx");
    const written = await command(["template", "热线话务员", "--out", out, "--json"]);
    expect(JSON.parse(written.out)).toEqual({
      template: "hotline-agent",
      form: "draft",
      sheets: ["Rubric", "Scales", "Settings", "Metrics"],
      out,
    });
    expect(
      openXlsx(readFileSync(out))
        .tables()
        .map(({ name }) => name),
    ).toEqual(["Rubric", "Scales", "Settings", "Metrics"]);
    const other = path.join(path.dirname(taken), "other.xlsx");
    const told = await command(["template", "T7", "--mended", "--out", other]);
    expect([told.status, told.out]).toEqual([
      0,
      `Written: ${other} (Rubric, Scales, Settings, Metrics)\nWhat the scheme leaves open is filled, coloured, and listed in the column Added: clear a note to confirm it.\n`,
    ]);
  });
});

describe("a command that cannot be carried out says why, in one line, and ends with 2", () => {
  test.each<[string[], RegExp, RegExp]>([
    [["frobnicate"], /no command frobnicate/, /没有命令 frobnicate/],
    [["validate"], /state the workbook/, /指明工作簿/],
    [["validate", "a.xlsx", "b.xlsx"], /b.xlsx is too much/, /多余的参数：b.xlsx/],
    [["validate", "a.xlsx", "--out", "b.xlsx"], /no option --out/, /没有选项 --out/],
    [["score", "a.xlsx"], /--out/, /--out/],
    [["score", "a.xlsx", "--out"], /--out needs a value/, /--out 需要一个值/],
    [["score", "a.xlsx", "--out=b.xlsx", "--out", "c.xlsx"], /stated twice/, /写了两次/],
    [["score", "a.xlsx", "--out", "b.xlsx", "--fill", "live"], /--fill live is not there yet/, /--fill live 尚不支持/],
    [["score", "a.xlsx", "--out", "b.xlsx", "--fill", "live"], /live is not there yet/, /live 尚不支持/],
    [["score", "a.xlsx", "--out", "b.xlsx", "--fill", "some"], /--fill some is not known/, /无法识别/],
    [["validate", "a.xlsx", "--json=yes"], /takes no value/, /不需要值/],
    [["validate", "a.xlsx", "--lang", "fr"], /--lang fr is not one of en, zh-CN/, /fr/],
    [["score", "a.xlsm", "--out", "b.xlsx"], /must end in .xlsm/, /以 .xlsm 结尾/],
    [["template", "T7"], /state with --out/, /请用 --out/],
    [["template", "--out", "b.xlsx"], /state which one to write/, /请指明模板/],
    [["template", "T99", "--out", "b.xlsx"], /no template T99/, /没有模板 T99/],
    [["template", "Hotline", "agent", "--out", "b.xlsx"], /agent is too much.*quotes/, /多余的参数：agent/],
    [["template", "T7", "--out", "b.xls"], /must end in .xlsx/, /以 .xlsx 结尾/],
    [["template", "T7", "--period", "2026-10"], /no option --period/, /没有选项 --period/],
  ])("%j", async (args, english, chinese) => {
    const inEnglish = await command(args);
    expect([inEnglish.status, inEnglish.out]).toEqual([2, ""]);
    expect(inEnglish.err).toMatch(english);
    expect(inEnglish.err.trimEnd().split("\n")).toHaveLength(1);
    const inChinese = await command(args, "zh_CN.UTF-8");
    if (!args.includes("--lang")) expect(inChinese.err).toMatch(chinese);
  });
});

describe("a file that cannot be used ends with 2, with the reason in the document and nothing written", () => {
  test.each<[string, () => string, RegExp]>([
    ["a missing file", () => folder.file("none.xlsx"), /cannot be read: there is no such file/],
    ["a folder", () => path.dirname(folder.file("x")), /it is a folder/],
    ["a broken zip", () => fileOf("broken.xlsx", "PK\u0003\u0004nonsense"), /cannot be read as an Excel workbook/],
    ["a cut-off file", () => fileOf("cut.xlsx", SMALL.subarray(0, 1500)), /cut off/],
    ["text", () => fileOf("text.xlsx", "a,b\n1,2\n"), /plain text/],
  ])("%s", async (_what, make, reason) => {
    const book = make();
    const before = readdirSync(path.dirname(folder.file("x"))).length;
    const { status, out, err } = await command(["score", book, "--out", folder.file("out.xlsx"), "--json"]);
    expect(status).toBe(2);
    expect(err).toMatch(reason);
    const { error } = JSON.parse(out) as { error: { message: string; detail?: string } };
    expect(`${error.message} ${error.detail ?? ""}`).toMatch(reason);
    expect(readdirSync(path.dirname(folder.file("x")))).toHaveLength(before);
  });

  test.each<[string, string[], RegExp]>([
    ["an unknown period", ["--period", "2020-01"], /no period 2020-01 in the workbook. It holds: 2026-10/],
    ["an unknown rubric", ["--rubric", "Nobody"], /no rubric Nobody/],
  ])("%s", async (_what, more, reason) => {
    const book = fileOf("small.xlsx", SMALL);
    const { status, out, err } = await command(["score", book, "--out", folder.file("out.xlsx"), ...more]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(reason);
    expect(existsSync(folder.file("out.xlsx"))).toBe(false);
  });

  test.each<[string, () => string, RegExp]>([
    [
      "a folder that is not there",
      () => folder.file("no/such/out.xlsx"),
      /cannot be written: there is no such file or folder/,
    ],
    ["a folder in place of a file", () => folderOf("folder.xlsx"), /it is a folder/],
    ["a name that says something else", () => folder.file("out.csv"), /must end in .xlsx/],
    ["a name that no disk takes", () => folder.file(`${"x".repeat(300)}.xlsx`), /its name is too long/],
    ["a file in place of a folder", () => path.join(fileOf("plain", ""), "out.xlsx"), /folder/],
  ])("--out is %s", async (_what, out, reason) => {
    const { status, err } = await command(["score", fileOf("small.xlsx", SMALL), "--out", out()]);
    expect(status).toBe(2);
    expect(err).toMatch(reason);
  });

  // The superuser may write everywhere, so the system refuses nothing.
  (process.getuid?.() === 0 ? test.skip : test)("--out is in a folder that may not be written to", async () => {
    mkdirSync(folder.file("locked"));
    chmodSync(folder.file("locked"), 0o500);
    const out = folder.file("locked/out.xlsx");
    const { status, err } = await command(["score", fileOf("small.xlsx", SMALL), "--out", out]);
    expect(status).toBe(2);
    expect(err).toMatch(/access is denied/);
  });
});

describe("validate", () => {
  test("a filled sheet that was edited by hand is told, and stops nobody", async () => {
    const out = folder.file("filled.xlsx");
    expect((await command(["score", fileOf("small.xlsx", SMALL), "--out", out])).status).toBe(0);
    expect((await command(["validate", out])).out).toBe("No findings.\n");
    const book = openXlsx(readFileSync(out));
    const sheet = "Evaluation 2026-10";
    const total = book.readSheet(sheet).cells.find(({ row, value }) => row === 3 && value === "Total")!.column;
    book.setCells(sheet, [{ row: 4, column: total, value: 95 }]);
    const { status, out: json } = await command(["validate", fileOf("edited.xlsx", book.save()), "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(json).findings).toMatchObject([
      {
        code: "results-not-edited",
        severity: "warning",
        sheet,
        data: { column: "Total", agent: "Ann", found: 95, expected: 50, count: 1 },
      },
    ]);
  });

  test("no findings: 0", async () => {
    expect(await command(["validate", sample("hotline-agents.xlsx")])).toEqual({
      status: 0,
      out: "No findings.\n",
      err: "",
    });
  });

  test("findings of level error: 1; each says where, what, why and how", async () => {
    const { status, out } = await command(["validate", sample("hotline-agents-draft.xlsx")]);
    expect(status).toBe(1);
    expect(out).toContain(
      "error  Scales!C8  In the scale “Expert transfers” no interval holds the values from 0.8% to 1.8%.",
    );
    expect(out.match(/ {4}-> /g)).toHaveLength(3);
    expect(out).toContain("3 findings: 3 errors, 0 warnings, 0 info.");
  });

  test("one JSON document and nothing else, in the language asked for", async () => {
    const { status, out } = await command([
      "validate",
      sample("hotline-agents-draft.zh-CN.xlsx"),
      "--json",
      "--lang=zh-CN",
    ]);
    expect(status).toBe(1);
    const { tables, findings, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(tables.map(({ role }: { role: string }) => role)).toEqual(["rubric", "scales", "metrics"]);
    expect(findings).toHaveLength(3);
    expect(Object.keys(findings[0])).toEqual(["code", "severity", "message", "why", "fix", "sheet", "address", "data"]);
    expect(findings[2]).toMatchObject({
      code: "no-interval-gap",
      severity: "error",
      sheet: "等级表",
      address: "C8",
      message: "等级表“转专家坐席”中没有区间包含 0.8% 到 1.8% 的值。",
    });
  });

  test("a workbook without tables is a finding without a place", async () => {
    const book = fileOf(
      "tableless.xlsx",
      workbookOf({
        Things: [
          ["a", "b"],
          [1, 2],
        ],
      }),
    );
    const { status, out } = await command(["validate", book, "--json"]);
    expect(status).toBe(1);
    const [finding] = JSON.parse(out).findings;
    expect(finding).toMatchObject({ severity: "error", sheet: null, address: null });
    const scored = await command(["score", book, "--out", folder.file("never.xlsx")]);
    expect(scored.status).toBe(1);
    expect(scored.out).toContain("Nothing was scored or written");
    expect(existsSync(folder.file("never.xlsx"))).toBe(false);
  });

  test("0 agents are a finding, and nothing is written", async () => {
    const nobody = {
      Rubric: SMALL_RUBRIC,
      Metrics: [
        ["Agent ID", "Period", "Accuracy"],
        [null, null, null],
      ],
    };
    const book = fileOf("nobody.xlsx", workbookOf(nobody));
    const { status, out } = await command(["score", book, "--out", folder.file("never.xlsx"), "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(out).findings).toEqual([expect.objectContaining({ severity: "error", sheet: "Metrics" })]);
    expect(existsSync(folder.file("never.xlsx"))).toBe(false);
  });

  test("a rubric of 5,000 rows is checked, and the screen is spared", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      "Quality",
      `Indicator ${index % 4999}`,
      1,
      "linear",
      0,
      1,
    ]);
    const book = fileOf(
      "long.xlsx",
      workbookOf({ Rubric: [SMALL_RUBRIC[0]!, ...rows], Metrics: smallMetrics(["1", "Ann", 1]) }),
    );
    const { status, out } = await command(["validate", book]);
    expect(status).toBe(1);
    expect(out.split("\n").length).toBeLessThan(450);
    expect(out).toMatch(/5000 indicators, such as “Indicator 0”/);

    const unknown = rows.map((row) => row.map((cell) => (cell === "linear" ? "nonsense" : cell)));
    const odd = workbookOf({ Rubric: [SMALL_RUBRIC[0]!, ...unknown], Metrics: smallMetrics(["1", "Ann", 1]) });
    const spared = await command(["validate", fileOf("odd.xlsx", odd)]);
    expect(spared.out).toMatch(/The same holds for 4999 more cells of this column/);
    expect(spared.out.split("\n").length).toBeLessThan(30);
  });

  test("of very many findings the first hundred are shown, and how many more there are", () => {
    const sentences = { what: "What.", why: "Why.", how: "How." };
    const one = { code: "x", severity: "error", text: { en: sentences, "zh-CN": sentences }, at: undefined } as const;
    const out = findingsText(
      Array.from({ length: 150 }, () => ({ ...one, related: [], fixes: [], data: {} })),
      "en",
    );
    expect(out.match(/What\./g)).toHaveLength(100);
    expect(out).toContain("... and 50 more; --json lists them all.");
  });
});

describe("score", () => {
  test("writes the evaluation beside everything else and leaves the input alone", async () => {
    const book = fileOf("in.xlsx", SMALL);
    const out = folder.file("scored.xlsx");
    const { status, out: said } = await command(["score", book, "--out", out]);
    expect(status).toBe(0);
    expect(said).toContain("2 agents, 1 scored, 1 pending, 0 failed; mean 50");
    expect(Buffer.compare(readFileSync(book), SMALL)).toBe(0);
    expect(openXlsx(readFileSync(out)).sheetNames()).toEqual(["Rubric", "Metrics", "Evaluation 2026-10"]);
    expect(changedParts(SMALL, readFileSync(out))).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet3.xml",
      ].sort(),
    );
    expect(readdirSync(path.dirname(out)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("--out may name the input; a second run replaces the sheet that the first one wrote", async () => {
    const book = fileOf("same.xlsx", SMALL);
    expect((await command(["score", book, "--out", book])).status).toBe(0);
    const once = readFileSync(book);
    expect((await command(["score", book, "--out", book])).status).toBe(0);
    expect(changedParts(once, readFileSync(book))).toEqual([]);
  });

  test("a sheet of that name that a person made is not replaced", async () => {
    const book = openXlsx(SMALL);
    book.addSheet({
      ...book.readSheet("Rubric"),
      name: "Evaluation 2026-10",
      rows: [["my own notes"]],
      columnWidths: [],
      formats: [],
      print: { orientation: "portrait", titleRows: 0 },
    });
    const file = fileOf("own.xlsx", book.save());
    const { status, err } = await command(["score", file, "--out", file]);
    expect(status).toBe(2);
    expect(err).toMatch(/A sheet of that name is there, and a person made it/);
    expect(
      openXlsx(readFileSync(file)).readValues("Evaluation 2026-10", { row: 0, column: 0, rows: 1, columns: 1 }),
    ).toEqual([["my own notes"]]);
  });

  test("a link stays a link to the file that is written", async () => {
    const real = fileOf("real.xlsx", SMALL);
    symlinkSync(real, folder.file("link.xlsx"));
    expect((await command(["score", real, "--out", folder.file("link.xlsx")])).status).toBe(0);
    expect(openXlsx(readFileSync(real)).sheetNames()).toContain("Evaluation 2026-10");
  });

  test.each([
    '=HYPERLINK("http://example.com","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2+3",
    "<b>&\"'</b>",
    "a\u0007b",
  ])("an agent called %j stays text", async (name) => {
    const book = fileOf("names.xlsx", workbookOf({ Rubric: SMALL_RUBRIC, Metrics: smallMetrics(["=1+1", name, 0.9]) }));
    const out = folder.file("names-out.xlsx");
    const { status, out: json } = await command(["score", book, "--out", out, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(json).evaluations[0]).toMatchObject({ agentId: "=1+1", name, total: 90 });
    const cells = openXlsx(readFileSync(out)).readSheet("Evaluation 2026-10").cells;
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(cells.map(({ value }) => value)).toEqual(expect.arrayContaining(["=1+1", name]));
  });

  test("errors: nothing is scored, the document says why", async () => {
    const out = folder.file("draft-out.xlsx");
    const { status, out: json } = await command(["score", sample("hotline-agents-draft.xlsx"), "--out", out, "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(json)).toMatchObject({ period: "2026-10", rubrics: [], evaluations: [], findings: [{}, {}, {}] });
    expect(existsSync(out)).toBe(false);
  });
});
