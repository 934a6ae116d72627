import type { Defect } from "./defect";

/** Defects of scales. */
export const SCALES: readonly Defect[] = [
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
