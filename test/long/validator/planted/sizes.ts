import type { Defect } from "./defect";

/** Defects of sizes and units, of rows that contradict themselves, and of rows that stand twice. */
export const SIZES: readonly Defect[] = [
  [
    "marks-of-one-size",
    "hotline",
    "two marks typed as fractions",
    (g) => {
      g.put("Metrics", 12, "Test", 0.88);
      return g.put("Metrics", 9, "Test", 0.75);
    },
  ],
  ["marks-of-one-size", "hotline", "a mark without its decimal point", (g) => g.put("Metrics", 6, "Test", 8150)],
  [
    "total-grades-upright",
    "hotline",
    "grades upside down",
    (g) => {
      ["D", "C", "B", "A"].forEach((grade, index) => g.put("Scales", 8 + index, "Grade", grade));
      return g.cell("Scales", 10, "Grade");
    },
  ],
  [
    "total-grades-upright",
    "several",
    "two grades exchanged",
    (g) => {
      const at = g.put("等级表", 4, "等级", "良");
      g.put("等级表", 5, "等级", "优");
      return at;
    },
  ],
  ["ceiling-is-ratio", "several", "a ceiling in per cent", (g) => g.put("评分标准", "接待完成", "上限", 120)],
  ["cap-in-points", "hotline", "a cap as a share", (g) => g.put("Rubric", "2. Accuracy", "Critical", "cap 0.6")],
  [
    "cap-in-points",
    "several",
    "a cap as a share in Chinese",
    (g) => {
      g.put("评分标准", "投诉", "否决值", 0.02);
      return g.put("评分标准", "投诉", "一票否决", "封顶 0.6");
    },
  ],
  [
    "percentile-is-share",
    "hotline",
    "deviations where the statistic is a percentile",
    (g) => {
      g.book.tables["Settings"]!.push(["Peer statistic", "percentile", ""]);
      return g.cell("Rubric", "3. Call volume", "Zero at");
    },
  ],
  [
    "group-within-agents",
    "hotline",
    "a group larger than all agents",
    (g) => {
      g.book.tables["Settings"]!.push(["Minimum group size", 60, ""]);
      return g.cell("Settings", "Minimum group size", "Value");
    },
  ],
  [
    "event-stands-once",
    "graded",
    "an event entered twice",
    (g) => {
      const row = g.copy("Ledger", 2);
      return g.cell("Ledger", row, "Agent ID");
    },
  ],
  [
    "event-stands-once",
    "graded",
    "an event entered twice, in other spellings",
    (g) => {
      const row = g.copy("Ledger", 2, { Date: "2026年10月11日", Indicator: "ｌａｔｅ" });
      return g.cell("Ledger", row, "Agent ID");
    },
  ],
  [
    "rater-is-another",
    "graded",
    "an agent is his own peer",
    (g) => {
      g.put("Ratings", 3, "Rater", "G101");
      return g.cell("Ratings", 3, "Rater type");
    },
  ],
  [
    "rule-agrees",
    "several",
    "another full score than the rule says",
    (g) => g.put("评分标准", "投诉", "满分值", 0.004),
  ],
  [
    "rule-agrees",
    "hotline",
    "more for each event than the rule says",
    (g) => {
      g.put("Rubric", "7. Attendance", "Rule", "3 points off for each event, at most 10 points");
      return g.cell("Rubric", "7. Attendance", "Per event");
    },
  ],
  [
    "rule-agrees",
    "hotline",
    "bands that are not those of the rule",
    (g) => {
      g.put(
        "Rubric",
        "6. Quarterly test",
        "Rule",
        "20 points for 90 or above, 14 points for 80 or above, 10 points for 60 or above, otherwise 0",
      );
      return g.cell("Rubric", "6. Quarterly test", "Scale");
    },
  ],
  ["thresholds-in-reach", "hotline", "full points above 100 %", (g) => g.put("Rubric", "1. Process", "Full at", 1.1)],
  [
    "thresholds-in-reach",
    "hotline",
    "thresholds of a year for data of a month",
    (g) => {
      g.put("Rubric", "3. Call volume", "Method", "linear");
      g.put("Rubric", "3. Call volume", "Full at", 14000);
      return g.put("Rubric", "3. Call volume", "Zero at", 9000);
    },
  ],
  ["same-unit-as-data", "hotline", "fails at 80 for 80 %", (g) => g.put("Rubric", "2. Accuracy", "Fail at", 80)],
  [
    "time-unit-stated",
    "hotline",
    "times in the data, bare numbers as thresholds",
    (g) => {
      const { length } = g.book.tables["Metrics"]!;
      // So far apart that thresholds in any unit lie among them.
      for (let row = 1; row < length; row += 1) g.putTime("Metrics", row, "Process", 0.8 * 5000 ** (row / length));
      return g.cell("Rubric", "1. Process", "Zero at");
    },
  ],
  [
    "same-time-unit-as-data",
    "hotline",
    "hours and minutes where minutes and seconds are meant",
    (g) => {
      const { length } = g.book.tables["Metrics"]!;
      for (let row = 1; row < length; row += 1) g.putTime("Metrics", row, "Process", 60 * (200 + 2 * row));
      g.putTime("Rubric", "1. Process", "Full at", 380);
      return g.putTime("Rubric", "1. Process", "Zero at", 190);
    },
  ],
  [
    "fail-at-in-unit",
    "several",
    "fails at 0.4 where ratings go to 100",
    (g) => {
      g.put("评分标准", "评价", "一票否决", "cap 60");
      return g.put("评分标准", "评价", "否决值", 0.7);
    },
  ],
  [
    "steps-tell-apart",
    "hotline",
    "no step between two thresholds",
    (g) => {
      g.addColumn("Metrics", "Transfers n", 60);
      return g.cell("Rubric", "5. Transfers", "Full at");
    },
  ],
  [
    "steps-tell-apart",
    "several",
    "fractions of a small number",
    (g) => {
      g.fill("指标数据", "投诉率", (value, row) => (value === "" ? "" : (row % 3) / 20));
      g.put("评分标准", "投诉", "评分细则", "");
      return g.cell("评分标准", "投诉", "满分值");
    },
  ],
  [
    "points-made-full",
    "several",
    "points rounded down",
    (g) => {
      g.put("评分标准", "评价", "分值", 33.3);
      return g.put("评分标准", 6, "分值", 66.6);
    },
  ],
  [
    "step-part-stated",
    "several",
    "a step without a word about parts",
    (g) => g.put("评分标准", "问题解决", "计分方式", "步长"),
  ],
  [
    "tie-break-known",
    "hotline",
    "ties broken by an indicator that there is not",
    (g) => {
      g.book.tables["Settings"]!.push(["Tie-break", "9. Nothing", ""]);
      return g.cell("Settings", "Tie-break", "Value");
    },
  ],
  [
    "days-stated",
    "hotline",
    "days in words",
    (g) => {
      g.addColumn("Metrics", "Days", 22);
      return g.put("Metrics", 7, "Days", "some");
    },
  ],
];
