import type { Defect } from "./defect";

/** Defects of rubrics and settings. */
export const RUBRIC: readonly Defect[] = [
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
  [
    "section-totals-add-up",
    "hotline",
    "a section is smaller than in the policy, and so are its lines",
    (g) => {
      for (const name of ["1. Process", "2. Accuracy"]) g.put("Rubric", name, "Section", "Quality (35 points)");
      g.put("Rubric", "1. Process", "Points", 20);
      return g.cell("Rubric", "1. Process", "Section");
    },
  ],
  [
    "additions-owned",
    "hotline",
    "a threshold that a template added",
    (g) => {
      g.addColumn("Rubric", "Added", "");
      return g.put("Rubric", "1. Process", "Added", "Zero at, Full at");
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
  ["known-word", "hotline", "an unknown word in Critical", (g) => g.put("Rubric", "1. Process", "Critical", "rather")],
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
