import { addressOf } from "../../../src/core/cell/place";
import { HEAD_ROWS } from "../../../src/core/evaluation/evaluation-format";
import type { PlanCell } from "../../../src/core/evaluation/plan";
import type { Finding } from "../../../src/core/rules/finding";
import { readSubject } from "../../../src/core/rules/subject";
import { ALL_CHECKS, validate } from "../../../src/core/rules/validate";
import { checkBook, fillEvaluation, planEvaluation, readBook, scoreBook } from "../../../src/usecases";
import { MemoryWorkbook } from "../../../src/workbook/memory";
import type { CleanBook } from "../../support/clean-books";
import { gradedBook, hotlineBook, severalBook, sourcesOfBook } from "../../support/clean-books";
import { Garden } from "../../support/mutations";

const BOOKS = { hotline: hotlineBook, graded: gradedBook, several: severalBook } as const;

const check = (book: CleanBook): readonly Finding[] => validate(readSubject(sourcesOfBook(book)));
const told = ({ code, at }: Finding): string =>
  `${code} ${at ? `${at.sheet}!${addressOf(at.row, at.column)}` : "nowhere"}`;

test.each(Object.entries(BOOKS))("the clean workbook %s has no finding", (_name, make) => {
  expect(check(make()).map(told)).toEqual([]);
});

/** What is planted where; the function returns the cell that must be pointed at. */
type Defect = readonly [code: string, book: keyof typeof BOOKS, title: string, plant: (garden: Garden) => string];

const RUBRIC: readonly Defect[] = [
  [
    "points-add-up",
    "hotline",
    "points of a section without a stated total are off",
    (g) => {
      for (const name of ["1. Process", "2. Accuracy"]) g.put("Rubric", name, "Section", "Quality");
      g.put("Rubric", "2. Accuracy", "Points", 12);
      return g.cell("Rubric", "1. Process", "Points");
    },
  ],
  [
    "points-add-up",
    "several",
    "one of several rubrics does not add up",
    (g) => {
      g.put("评分标准", 6, "分值", 50);
      return g.cell("评分标准", 6, "分值");
    },
  ],
  [
    "section-adds-up",
    "hotline",
    "a line holds less than its section says",
    (g) => {
      g.put("Rubric", "2. Accuracy", "Points", 12);
      return g.cell("Rubric", "1. Process", "Section");
    },
  ],
  [
    "section-adds-up",
    "several",
    "the section says more than its lines hold",
    (g) => {
      g.put("评分标准", "问题解决", "维度", "业绩（60分）");
      return g.put("评分标准", "接待完成", "维度", "业绩（60分）");
    },
  ],
  ["points-stated", "hotline", "points are left out", (g) => g.put("Rubric", "5. Transfers", "Points", "")],
  ["points-stated", "hotline", "points below 0", (g) => g.put("Rubric", "5. Transfers", "Points", -10)],
  [
    "number-in-number-cell",
    "hotline",
    "a threshold in words",
    (g) => g.put("Rubric", "1. Process", "Zero at", "eighty"),
  ],
  [
    "number-in-number-cell",
    "hotline",
    "a threshold typed as text",
    (g) => g.put("Rubric", "1. Process", "Zero at", "80%"),
  ],
  ["known-method", "hotline", "a slip in the method", (g) => g.put("Rubric", "1. Process", "Method", "liner")],
  ["known-method", "several", "no method", (g) => g.put("评分标准", "投诉", "计分方式", "")],
  [
    "threshold-stated",
    "hotline",
    "the lower end of a comparison is missing",
    (g) => g.put("Rubric", "3. Call volume", "Zero at", ""),
  ],
  ["threshold-stated", "several", "a target is missing", (g) => g.put("评分标准", "接待完成", "满分值", "")],
  [
    "zero-differs-from-full",
    "hotline",
    "both thresholds alike",
    (g) => {
      g.put("Rubric", "1. Process", "Zero at", 0.95);
      return g.cell("Rubric", "1. Process", "Full at");
    },
  ],
  [
    "direction-agrees",
    "hotline",
    "thresholds swapped against the rule",
    (g) => {
      g.put("Rubric", "5. Transfers", "Full at", 0.031);
      return g.put("Rubric", "5. Transfers", "Zero at", 0.019);
    },
  ],
  [
    "direction-agrees",
    "several",
    "thresholds swapped against the rule in Chinese",
    (g) => {
      g.put("评分标准", "投诉", "满分值", 0.01);
      return g.put("评分标准", "投诉", "零分值", 0.003);
    },
  ],
  [
    "direction-agrees",
    "several",
    "thresholds swapped against the name of a rate",
    (g) => {
      g.put("评分标准", "投诉", "评分细则", "");
      g.put("评分标准", "投诉", "满分值", 0.01);
      return g.put("评分标准", "投诉", "零分值", 0.003);
    },
  ],
  [
    "same-unit-as-data",
    "hotline",
    "thresholds in per cent, data in fractions",
    (g) => {
      g.put("Rubric", "1. Process", "Full at", 95);
      return g.put("Rubric", "1. Process", "Zero at", 80);
    },
  ],
  [
    "same-unit-as-data",
    "hotline",
    "data in per cent, thresholds in fractions",
    (g) => {
      g.book.tables["Metrics"]!.forEach((row, index) => {
        if (index > 0) row[4] = Math.round(Number(row[4]) * 1000) / 10;
      });
      (g.book.percent as string[]).splice(0, 1);
      return g.cell("Rubric", "1. Process", "Zero at");
    },
  ],
  [
    "same-unit-as-data",
    "several",
    "a step in per cent where the data are fractions",
    (g) => g.put("评分标准", "问题解决", "步长", 1),
  ],
  [
    "deviation-is-fraction",
    "hotline",
    "a deviation typed in per cent",
    (g) => {
      g.put("Rubric", "3. Call volume", "Full at", 20);
      return g.put("Rubric", "3. Call volume", "Zero at", -20);
    },
  ],
  [
    "parameter-in-domain",
    "hotline",
    "a deduction with a sign",
    (g) => g.put("Rubric", "7. Attendance", "Per event", -2),
  ],
  [
    "deduction-within-points",
    "hotline",
    "one event beyond the limit",
    (g) => g.put("Rubric", "7. Attendance", "Per event", 20),
  ],
  [
    "deduction-within-points",
    "graded",
    "one event takes more than there is",
    (g) => g.put("Rubric", "Reports", "Per event", 15),
  ],
  [
    "points-within-reach",
    "several",
    "attainment stops below full points",
    (g) => g.put("评分标准", "接待完成", "上限", 0.9),
  ],
  [
    "points-within-reach",
    "hotline",
    "the highest total is below the full score",
    (g) => g.put("Settings", "Highest total", "Value", 95),
  ],
  [
    "points-within-reach",
    "hotline",
    "the best band is worth less than the points",
    (g) => {
      g.put("Scales", 4, "Points", 18);
      return g.cell("Scales", 4, "Points");
    },
  ],
  [
    "no-duplicate-indicator",
    "hotline",
    "an indicator stands twice",
    (g) => g.put("Rubric", "2. Accuracy", "Indicator", "1. Process"),
  ],
  [
    "numbering-unbroken",
    "hotline",
    "a number is skipped",
    (g) => {
      const at = g.cell("Rubric", "5. Transfers", "Indicator");
      for (const [from, to] of [
        ["5. Transfers", "6. Transfers"],
        ["6. Quarterly test", "7. Quarterly test"],
        ["7. Attendance", "8. Attendance"],
        ["8. Praise", "9. Praise"],
      ] as const)
        g.put("Rubric", from, "Indicator", to);
      return at;
    },
  ],
  [
    "critical-can-fail",
    "graded",
    "a critical deduction without a condition",
    (g) => {
      g.put("Rubric", "Late", "Fail at", "");
      return g.cell("Rubric", "Late", "Critical");
    },
  ],
  [
    "critical-cap-lowers",
    "hotline",
    "a cap that caps nothing",
    (g) => g.put("Rubric", "2. Accuracy", "Critical", "cap 110"),
  ],
  ["fail-at-spares-full", "hotline", "full points fail", (g) => g.put("Rubric", "2. Accuracy", "Fail at", 0.99)],
  [
    "fail-at-spares-full",
    "hotline",
    "a condition without a consequence",
    (g) => {
      g.put("Rubric", "2. Accuracy", "Critical", "");
      return g.cell("Rubric", "2. Accuracy", "Fail at");
    },
  ],
  [
    "known-word",
    "hotline",
    "an unknown word in If missing",
    (g) => g.put("Rubric", "1. Process", "If missing", "skip"),
  ],
  ["known-word", "hotline", "an unknown word in Critical", (g) => g.put("Rubric", "1. Process", "Critical", "yes")],
  [
    "no-unread-parameter",
    "hotline",
    "a threshold that the method does not read",
    (g) => g.put("Rubric", "1. Process", "Limit", 5),
  ],
  ["rubric-and-section-stated", "several", "a row without a section", (g) => g.put("评分标准", "评价", "维度", "")],
  ["metric-column-exists", "hotline", "a slip in the metric", (g) => g.put("Rubric", "1. Process", "Metric", "Proces")],
  [
    "metric-column-exists",
    "several",
    "a column of Metrics renamed",
    (g) => {
      g.header("指标数据", "投诉率", "投诉数");
      return g.cell("评分标准", "投诉", "数据列");
    },
  ],
  [
    "team-metric-known",
    "graded",
    "a grade that the Total scale does not have",
    (g) => g.put("Rubric", "Members with A", "Metric", "S"),
  ],
];

const SCALES: readonly Defect[] = [
  ["no-interval-gap", "hotline", "a gap between two intervals", (g) => g.put("Scales", 2, "From", 0.96)],
  ["no-interval-overlap", "hotline", "two intervals overlap", (g) => g.put("Scales", 2, "From", 0.94)],
  [
    "no-interval-overlap",
    "graded",
    "both intervals claim the bound",
    (g) => {
      g.put("Scales", 17, "Ends", "[]");
      return g.cell("Scales", 16, "From");
    },
  ],
  [
    "interval-runs-upward",
    "graded",
    "an interval written from the top down",
    (g) => {
      g.put("Scales", 17, "To", 50);
      return g.put("Scales", 17, "From", 70);
    },
  ],
  [
    "scale-rows-in-order",
    "hotline",
    "a bound with a nought too few",
    (g) => {
      g.put("Scales", 6, "From", 6);
      g.put("Scales", 6, "From", 85);
      return g.cell("Scales", 6, "From");
    },
  ],
  [
    "worths-turn-once",
    "hotline",
    "a worth that falls and rises again",
    (g) => {
      g.put("Scales", 5, "Points", 8);
      return g.cell("Scales", 4, "Points");
    },
  ],
  [
    "no-jump-on-slope",
    "hotline",
    "a slope that does not meet the next piece",
    (g) => {
      g.put("Scales", 2, "Share to", 0.8);
      return g.cell("Scales", 3, "Share");
    },
  ],
  [
    "interval-has-worth",
    "hotline",
    "an interval without a worth",
    (g) => {
      g.put("Scales", 6, "Points", "");
      return g.cell("Scales", 6, "Points");
    },
  ],
  [
    "interval-has-worth",
    "hotline",
    "an interval worth more than the indicator",
    (g) => g.put("Scales", 4, "Points", 25),
  ],
  [
    "intervals-stated",
    "hotline",
    "a scale of intervals without bounds",
    (g) => {
      for (const row of [4, 5, 6]) g.put("Scales", row, "From", "");
      return g.cell("Scales", 4, "From");
    },
  ],
  [
    "known-scale",
    "hotline",
    "a slip in the name of a scale",
    (g) => g.put("Rubric", "4. Satisfaction", "Scale", "Satisfction"),
  ],
  ["known-word", "hotline", "ends that are none", (g) => g.put("Scales", 2, "Ends", "[[")],
  ["scale-row-named", "hotline", "a row without the name of its scale", (g) => g.put("Scales", 5, "Scale", "")],
  ["every-total-has-grade", "graded", "no grade at the top", (g) => g.put("Scales", 16, "To", 95)],
  ["every-total-has-grade", "hotline", "a grade without a name", (g) => g.put("Scales", 9, "Grade", "")],
  ["grade-within-totals", "hotline", "a grade above the highest total", (g) => g.put("Scales", 8, "From", 120)],
  [
    "decimals-kept",
    "hotline",
    "a cut-off with more decimals than totals have",
    (g) => g.put("Scales", 9, "From", 74.995),
  ],
  [
    "quotas-add-up",
    "hotline",
    "quotas of grades are off",
    (g) => {
      [0.1, 0.3, 0.3, 0.2].forEach((share, index) => {
        g.put("Scales", 8 + index, "From", "");
        g.put("Scales", 8 + index, "Share", share);
      });
      return g.cell("Scales", 8, "Share");
    },
  ],
  [
    "label-stated-once",
    "graded",
    "a grade stands twice",
    (g) => {
      g.put("Scales", 8, "Grade", "B");
      g.fill("Metrics", "Record", (value) => (value === "C" ? "B" : value!));
      return g.cell("Scales", 8, "Grade");
    },
  ],
  [
    "grade-scale-in-order",
    "graded",
    "two grades swapped in both scales",
    (g) => {
      g.put("Scales", 2, "Points", 18);
      g.put("Scales", 3, "Points", 24);
      g.put("Scales", 6, "Points", 12);
      g.put("Scales", 7, "Points", 16);
      g.remove("Scales", 5);
      g.put("Rubric", "Record", "Scale", "Talk");
      g.put("Rubric", "Record", "Points", 30);
      g.put("Rubric", "Conduct", "Points", 10);
      return g.cell("Scales", 3, "Points");
    },
  ],
  ["sister-scales-in-proportion", "graded", "one grade breaks the proportion", (g) => g.put("Scales", 7, "Points", 11)],
  [
    "best-grade-earns-all",
    "graded",
    "the best grade is worth less than the points",
    (g) => {
      for (const [row, points] of [
        [5, 18],
        [6, 14.4],
        [7, 10.8],
        [8, 3.6],
      ] as const)
        g.put("Scales", row, "Points", points);
      return g.cell("Scales", 5, "Points");
    },
  ],
  [
    "weights-add-up",
    "graded",
    "weights of raters are off",
    (g) => {
      g.put("Scales", 10, "Share", 0.2);
      return g.cell("Scales", 9, "Share");
    },
  ],
  ["checklist-has-items", "graded", "an item without a column", (g) => g.put("Scales", 13, "Grade", "Waves a flag")],
];

const DATA: readonly Defect[] = [
  ["metric-is-number", "hotline", "a word where a number belongs", (g) => g.put("Metrics", 5, "Process", "good")],
  ["metric-is-number", "hotline", "an error where a number belongs", (g) => g.put("Metrics", 5, "Process", "#DIV/0!")],
  [
    "metric-is-number",
    "hotline",
    "numbers stored as text",
    (g) => {
      g.fill("Metrics", "Process", String);
      return g.cell("Metrics", 1, "Process");
    },
  ],
  ["one-unit-per-metric", "hotline", "one value in per cent", (g) => g.put("Metrics", 5, "Process", 91)],
  ["no-stray-value", "hotline", "a rate below 0", (g) => g.put("Metrics", 7, "Transfers", -0.02)],
  ["no-stray-value", "hotline", "a rate above 100 %", (g) => g.put("Metrics", 7, "Accuracy", 1.05)],
  ["metric-can-be-scored", "hotline", "a count below 0", (g) => g.put("Metrics", 7, "Late", -1)],
  ["metric-can-be-scored", "several", "a rating beyond its scale", (g) => g.put("指标数据", 3, "满意度评分", 180)],
  [
    "metric-is-there",
    "hotline",
    "half of a column is empty",
    (g) => {
      g.fill("Metrics", "Calls", (value, row) => (row % 2 === 0 ? "" : value!));
      return g.cell("Metrics", 2, "Calls");
    },
  ],
  [
    "decimals-kept",
    "hotline",
    "a column that lost its decimals",
    (g) => {
      g.fill("Metrics", "Process", (_, row) => (row % 3 === 0 ? 0 : 1));
      return g.header("Metrics", "Process", "Process");
    },
  ],
  ["cell-is-label", "graded", "a grade that the scale does not have", (g) => g.put("Metrics", 5, "Talk", "D")],
  [
    "cell-is-label",
    "graded",
    "an item that is neither met nor not",
    (g) => g.put("Metrics", 5, "Says the name", "nearly"),
  ],
  [
    "agent-once-per-period",
    "hotline",
    "an agent stands twice in a period",
    (g) => {
      const row = g.copy("Metrics", 3);
      return g.cell("Metrics", row, "Agent ID");
    },
  ],
  ["row-names-agent-and-period", "hotline", "a row without an agent", (g) => g.put("Metrics", 4, "Agent ID", "")],
  ["row-names-agent-and-period", "hotline", "a row without a period", (g) => g.put("Metrics", 4, "Period", "")],
  ["row-belongs-to-rubric", "several", "an unknown role", (g) => g.put("指标数据", 4, "岗位", "客户")],
  ["periods-written-alike", "hotline", "a period written another way", (g) => g.put("Metrics", 4, "Period", "2026/10")],
  ["no-duplicate-header", "hotline", "a metric has two columns", (g) => g.addColumn("Metrics", "ＰＲＯＣＥＳＳ", 0.9)],
  [
    "no-duplicate-header",
    "several",
    "a column of the rubric in both languages",
    (g) => g.addColumn("评分标准", "Points", 1),
  ],
  [
    "no-team-cycle",
    "graded",
    "leaders lead each other",
    (g) => {
      g.put("Metrics", 41, "Team", "T2");
      g.put("Metrics", 42, "Team", "T1");
      return g.cell("Metrics", 41, "Leads");
    },
  ],
  ["team-has-members", "graded", "a team that nobody is in", (g) => g.put("Metrics", 44, "Leads", "T9")],
  [
    "period-holds-others",
    "several",
    "a year without its months",
    (g) => {
      g.fill("指标数据", "期间", (value) => (value === "2026" ? "2027" : value!));
      return g.cell("评分标准", "各月总分", "计分方式");
    },
  ],
  ["ledger-row-is-readable", "graded", "an event of an unknown agent", (g) => g.put("Ledger", 2, "Agent ID", "G999")],
  ["ledger-row-is-readable", "graded", "an event without a date", (g) => g.put("Ledger", 2, "Date", "soon")],
  ["rating-row-is-readable", "graded", "a rating in words", (g) => g.put("Ratings", 3, "Rating", "good")],
  [
    "rating-row-is-readable",
    "graded",
    "a rater type without a weight",
    (g) => g.put("Ratings", 3, "Rater type", "passer-by"),
  ],
  [
    "baseline-row-is-readable",
    "hotline",
    "a baseline of an indicator that is not compared",
    (g) => {
      g.book.tables["Baseline"] = [
        ["Period", "Indicator", "Statistic", "Value"],
        ["2026-10", "3. Call volume", "mean", 1250],
        ["2026-10", "4. Calls", "mean", 1250],
      ];
      return g.cell("Baseline", 2, "Indicator");
    },
  ],
  ["known-word", "hotline", "a setting that is none", (g) => g.put("Settings", "Decimals", "Setting", "Decimls")],
  [
    "setting-stated-once",
    "hotline",
    "a setting stated twice",
    (g) => {
      const row = g.copy("Settings", "Decimals", { Value: 1 });
      return g.cell("Settings", row, "Setting");
    },
  ],
  [
    "setting-stated-once",
    "hotline",
    "a setting of a section that there is not",
    (g) => g.put("Settings", "Section deductions: Extra", "Setting", "Section deductions: Extras"),
  ],
  [
    "tables-are-there",
    "hotline",
    "the column of agents is missing",
    (g) => {
      g.header("Metrics", "Agent ID", "Number");
      return "Metrics!A1";
    },
  ],
  [
    "one-table-of-each-kind",
    "hotline",
    "a second table of metrics",
    (g) => {
      g.book.tables["Copy"] = g.book.tables["Metrics"]!.map((row) => [...row]);
      return "Copy!A1";
    },
  ],
  [
    "points-are-earned",
    "hotline",
    "nobody earns anything",
    (g) => {
      g.fill("Metrics", "Test", (_, row) => 20 + (row % 30));
      return g.cell("Rubric", "6. Quarterly test", "Points");
    },
  ],
  [
    "agents-told-apart",
    "hotline",
    "everybody earns everything",
    (g) => {
      g.fill("Metrics", "Satisfied", (_, row) => 0.99 + (row % 10) / 1000);
      return g.cell("Rubric", "4. Satisfaction", "Points");
    },
  ],
  [
    "no-correlated-twins",
    "hotline",
    "one metric is a copy of another",
    (g) => {
      const rows = g.book.tables["Metrics"]!;
      for (const row of rows.slice(1)) row[5] = Math.min(1, 0.85 + ((Number(row[4]) - 0.8) * 0.13) / 0.15);
      return g.cell("Rubric", "2. Accuracy", "Indicator");
    },
  ],
  [
    "spread-matches-weight",
    "hotline",
    "one indicator decides alone",
    (g) => {
      g.fill("Metrics", "Process", (value) => 0.935 + (Number(value) - 0.88) / 10);
      g.fill("Metrics", "Accuracy", (value) => 0.967 + (Number(value) - 0.925) / 10);
      g.fill("Metrics", "Satisfied", (value) => 0.987 + (Number(value) - 0.97) / 15);
      g.fill("Metrics", "Transfers", (value) => 0.0202 + (Number(value) - 0.025) / 10);
      return g.cell("Rubric", "6. Quarterly test", "Points");
    },
  ],
];

describe.each([
  ["rubric", RUBRIC],
  ["scales", SCALES],
  ["data", DATA],
] as const)(
  "a defect planted in the %s is found with its own code at its cell, and nothing else is reported",
  (_kind, defects) => {
    test.each(defects)("%s (%s): %s", (code, book, _title, plant) => {
      const garden = new Garden(BOOKS[book]());
      const at = plant(garden);
      const found = check(garden.book);
      expect(found.map(told)).toEqual([`${code} ${at}`]);
      // Whatever is offered clears the finding and leaves no error.
      for (const fix of found[0]!.fixes) {
        const mended = structuredClone(garden.book);
        for (const { sheet, row, column, value } of fix.edits) mended.tables[sheet]![row]![column] = value;
        const left = check(mended).filter((finding) => finding.severity === "error" || finding.code === code);
        expect(left.map(told)).toEqual([]);
      }
    });
  },
);

/** The sheet that Fill wrote for a clean workbook, in the workbook. */
async function filledBook() {
  const book = hotlineBook();
  const port = new MemoryWorkbook({
    sheets: sourcesOfBook(book).map(({ name, values }) => ({
      name,
      rows: values as readonly (readonly PlanCell[])[],
      tables: [{ name, row: 0, column: 0, rows: values.length, columns: values[0]!.length }],
    })),
  });
  const read = await readBook(port);
  const { sheet } = planEvaluation(read, scoreBook(read), "en");
  await fillEvaluation(port, planEvaluation(read, scoreBook(read), "en"), { replace: false });
  const headers = sheet.rows[HEAD_ROWS - 1]!.map(String);
  return {
    port,
    sheet: sheet.name,
    headers,
    agents: sheet.rows.length - HEAD_ROWS,
    cell: (header: string, agent: number) =>
      port.cell(sheet.name, HEAD_ROWS + agent, headers.indexOf(header)) as string | number,
    /** Types into an agent's cell and says which one it is. */
    type(header: string, agent: number, value: PlanCell): string {
      const [row, column] = [HEAD_ROWS + agent, headers.indexOf(header)];
      port.type({ sheet: sheet.name, row, column, value: value as string | number });
      return `${sheet.name}!${addressOf(row, column)}`;
    },
  };
}

type FilledSheet = Awaited<ReturnType<typeof filledBook>>;

const FILLED: readonly (readonly [code: string, title: string, plant: (sheet: FilledSheet) => string])[] = [
  [
    "evaluation-is-current",
    "a metric changes after it was filled",
    ({ port, sheet }) => {
      port.type({ sheet: "Metrics", row: 1, column: 4, value: 0.9005 });
      return `${sheet}!A2`;
    },
  ],
  [
    "results-not-edited",
    "a total is raised by hand",
    ({ type, cell }) => type("Total", 2, Number(cell("Total", 2)) + 1),
  ],
  ["results-not-edited", "a grade is raised by hand", ({ type }) => type("Grade", 3, "S+")],
  ["result-is-number", "a total is stored as text", ({ type, cell }) => type("Total", 1, String(cell("Total", 1)))],
  [
    "every-agent-once",
    "a row stands twice",
    ({ type, cell, agents, headers }) => {
      for (const header of headers.slice(1)) type(header, agents, cell(header, 0));
      return type(headers[0]!, agents, cell(headers[0]!, 0));
    },
  ],
  [
    "formulas-not-typed-over",
    "one constant in a column of formulas",
    ({ type, agents, cell }) => {
      for (let agent = 1; agent < agents; agent += 1) type("Rank", agent, { formula: `=1+${agent}` });
      return type("Rank", 0, cell("Rank", 0));
    },
  ],
];

test.each(FILLED)(
  "a defect planted in a filled sheet is found, and nothing else is reported: %s (%s)",
  async (code, _title, plant) => {
    const filled = await filledBook();
    expect(checkBook(await readBook(filled.port)).map(told)).toEqual([]);
    const at = plant(filled);
    expect(checkBook(await readBook(filled.port)).map(told)).toEqual([`${code} ${at}`]);
  },
);

test("every check is among the planted defects", () => {
  const planted = new Set([...RUBRIC, ...SCALES, ...DATA, ...FILLED].map(([code]) => code));
  expect(ALL_CHECKS.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
});
