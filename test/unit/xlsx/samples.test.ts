import { readFileSync } from "node:fs";
import path from "node:path";
import { METRICS, PERIODS } from "../../../src/build/samples/metrics";
import { SAMPLES, sampleWorkbook } from "../../../src/build/samples/workbook";
import { checkBook, readBook, scoreBook } from "../../../src/usecases";
import { openXlsx, xlsxPort } from "../../../src/xlsx";
import { same } from "../../support/property";

const folder = path.resolve(__dirname, "../../../assets/samples");
const read = (file: string) => openXlsx(readFileSync(path.join(folder, file)));
/** No test changes a book, so each is read once. */
const books = new Map<string, ReturnType<typeof readBook>>();
const bookOf = (file: string) => {
  const book = books.get(file) ?? readBook(xlsxPort(read(file)));
  books.set(file, book);
  return book;
};

test.each(SAMPLES)("$file is what the script makes", ({ file, version, locale }) => {
  expect(Buffer.compare(readFileSync(path.join(folder, file)), sampleWorkbook(version, locale))).toBe(0);
});

test.each(SAMPLES)(
  "$file has 300 agents in 12 teams and three periods, and the defects it is meant to have",
  async ({ file, version }) => {
    const book = await bookOf(file);
    expect(book.summary).toMatchObject({ agentCount: 300, rowCount: 900, periods: [...PERIODS] });
    expect(new Set(book.subject.metrics!.teams).size).toBe(12);
    expect(new Set(book.subject.metrics!.names).size).toBe(300);
    const codes = checkBook(book).map(({ code, severity }) => `${severity} ${code}`);
    const defects = ["error points-add-up", "error threshold-stated", "error no-interval-gap"];
    expect(codes).toEqual(version === "draft" ? defects : []);
  },
);

test("the languages tell the same story", async () => {
  const [english, chinese] = await Promise.all(["hotline-agents.xlsx", "hotline-agents.zh-CN.xlsx"].map(bookOf));
  for (const period of PERIODS) {
    const totals = [english!, chinese!].map((book) => [...scoreBook(book, { period }).sets[0]!.totalExact]);
    expect(totals[1]).toEqual(totals[0]);
  }
});

test("the data look like a centre's: every grade is given, rates are rates, some values do not apply or are not there yet", async () => {
  const book = await bookOf("hotline-agents.xlsx");
  const [set] = scoreBook(book).sets;
  const shares = set!.rubric.grades.map(
    (_grade, index) => set!.grade.filter((grade) => grade === index).length / set!.count,
  );
  for (const share of shares) expect(share).toBeGreaterThan(0.04);
  const pending = set!.status.filter((status) => status !== 0).length;
  expect(pending).toBeGreaterThan(0);
  expect(pending).toBeLessThan(15);
  const kinds = { blank: 0, notApplicable: 0 };
  for (const { header, numberFormat } of METRICS) {
    const column = book.subject.metrics!.column(header.en)!;
    for (const [row, value] of column.values.entries()) {
      if (column.kinds[row] === 1) kinds.blank++;
      if (column.kinds[row] === 2) kinds.notApplicable++;
      if (!Number.isNaN(value) && numberFormat.includes("%")) same([row, value >= 0 && value <= 1], [row, true]);
    }
  }
  expect(kinds.blank).toBeGreaterThan(20);
  expect(kinds.notApplicable).toBeGreaterThan(20);
});

test.each(["hotline-agents.xlsx", "hotline-agents.zh-CN.xlsx"])(
  "%s holds the add-in's functions with the points the engine gives",
  async (file) => {
    const workbook = read(file);
    const name = workbook.sheetNames()[3]!;
    const cells = workbook.readSheet(name).cells;
    const formulas = cells.filter((cell) => cell.formula !== undefined);
    const functions = new Set(formulas.flatMap(({ formula }) => formula!.match(/QA\.[A-Z]+/g) ?? []));
    expect([...functions].sort()).toEqual([
      "QA.DEDUCTSCORE",
      "QA.GRADE",
      "QA.LINEARSCORE",
      "QA.PEERSCORE",
      "QA.WEIGHTEDKPI",
    ]);
    const book = await bookOf(file);
    const [set] = scoreBook(book).sets;
    const headers = cells.filter(({ row }) => row === 0).map(({ value }) => String(value));
    let compared = 0;
    for (const { row, column, value } of formulas) {
      const index = set!.rubric.rubric.indicators.findIndex((indicator) => indicator.name === headers[column]);
      if (index < 0) continue;
      expect(value).toBe(set!.indicators[index]!.earned[row - 1]);
      compared++;
    }
    expect(compared).toBe(40);
  },
);
