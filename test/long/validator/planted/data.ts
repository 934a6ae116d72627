import type { Defect } from "./defect";

/** Defects of metrics, ledger, ratings and baselines. */
export const DATA: readonly Defect[] = [
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
  ["period-is-read", "hotline", "a period that is none", (g) => g.put("Metrics", 4, "Period", "autumn")],
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
  ["formula-has-result", "hotline", "a formula without a result", (g) => g.uncalculate("Metrics", 5, "Process")],
  ["event-is-counted", "graded", "an event of another year", (g) => g.put("Ledger", 2, "Date", "2027-10-05")],
  ["event-is-counted", "graded", "an event of an unknown agent", (g) => g.put("Ledger", 2, "Agent ID", "G999")],
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
  [
    "event-in-one-part",
    "graded",
    "an agent changes the team, and an event may lie in either part",
    (g) => {
      g.addColumn("Metrics", "Days", "");
      g.put("Metrics", 5, "Days", 12);
      const row = g.copy("Metrics", 5, { Team: "T2", Days: 9 });
      const id = String(g.book.tables["Metrics"]![row]![0]);
      g.put("Ledger", 2, "Agent ID", id);
      return g.cell("Ledger", 2, "Agent ID");
    },
  ],
  [
    "peers-have-centre",
    "hotline",
    "values that cancel each other out",
    (g) => {
      const rows = g.book.tables["Metrics"]!;
      const period = rows[0]!.indexOf("Period");
      let sign = 1;
      g.fill("Metrics", "Calls", (value, row) => (rows[row]![period] === "2026-10" ? 10 * (sign = -sign) : value));
      return g.cell("Rubric", "3. Call volume", "Metric");
    },
  ],
];
