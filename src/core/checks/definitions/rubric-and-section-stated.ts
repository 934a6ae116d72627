import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const TWO = { ...LINEAR, Points: 50 };

export default defineCheck<{ indicator: string; column: "rubric" | "section"; name: string }>()({
  id: "rubric-and-section-stated",
  severity: "error",
  title: { en: "Every row states its rubric and section", "zh-CN": "每一行都写明考核表和维度" },
  message: {
    en: ({ indicator, column, name }) => ({
      what: `“${indicator}” does not state its ${column}; it is read as “${name}”, like the row above.`,
      why: "When the table is sorted or filtered, the row would belong to something else.",
      how: `Write “${name}” into the cell, or the ${column} that is meant.`,
    }),
    "zh-CN": ({ indicator, column, name }) => ({
      what: `“${indicator}”没有写${column === "rubric" ? "考核表" : "维度"}；按上一行读作“${name}”。`,
      why: "表格一旦排序或筛选，这一行就会归到别处。",
      how: `在单元格中填写“${name}”，或填写正确的${column === "rubric" ? "考核表" : "维度"}。`,
    }),
  },
  check: ({ rubrics }, report) => {
    for (const rubric of rubrics) {
      for (const column of ["rubric", "section"] as const) {
        const isBlank = (indicator: (typeof rubric.indicators)[number]): boolean =>
          (indicator.cells[column]?.value.kind ?? "blank") === "blank";
        if (rubric.indicators.every(isBlank)) continue;
        for (const indicator of rubric.indicators.filter(isBlank)) {
          const cell = indicator.cells[column];
          const name = column === "rubric" ? rubric.name : indicator.section;
          if (!cell || name === "") continue;
          const label = { en: `Write “${name}”`, "zh-CN": `填写“${name}”` };
          report(
            cell.at,
            { indicator: indicator.name, column, name },
            {
              severity: column === "rubric" ? "error" : "warning",
              fix: { kind: "safe", label, edits: [{ ...cell.at, value: name }] },
            },
          );
        }
      }
    }
  },
  valid: [
    exampleOf([{ Rubric: "", Section: "", ...LINEAR }]),
    exampleOf([{ Rubric: "Agent", Section: "Quality", ...LINEAR }], {
      Metrics: [{ "Agent ID": "1", Rubric: "Agent", Period: "2026-10", Test: 75 }],
    }),
  ],
  invalid: [
    {
      tables: exampleOf(
        [
          { Rubric: "Agent", Section: "Quality", ...TWO, Indicator: "A" },
          { Rubric: "", Section: "", ...TWO, Indicator: "B" },
        ],
        { Metrics: [{ "Agent ID": "1", Rubric: "Agent", Period: "2026-10", Test: 75 }] },
      ),
      at: ["Rubric!A3", "Rubric!B3"],
    },
  ],
});
