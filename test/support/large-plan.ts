import type { PlanCell, SheetPlan } from "../../src/core/plan/plan";
import { planOf } from "./port-contract";

/** An evaluation of this many agents with 30 columns: names, points in full precision, a grade, formats, colours. */
export function largePlan(name: string, agents: number): SheetPlan {
  const header = ["Agent ID", "姓名", ...Array.from({ length: 27 }, (_cell, at) => `Indicator ${at + 1}`), "Grade"];
  const rows: PlanCell[][] = Array.from({ length: agents }, (_row, agent) => [
    `A-${agent}`,
    `客服 ${agent}`,
    // Thirds, sevenths and so on: like scores, these numbers have all their digits.
    ...Array.from({ length: 27 }, (_cell, at) => (agent + at) / (3 + (at % 7))),
    "ABCD".charAt(agent % 4),
  ]);
  const below = (column: number, columns: number) => ({ row: 1, column, rows: agents, columns });
  return planOf(name, [header, ...rows], {
    freeze: { rows: 1, columns: 2 },
    formats: [
      {
        range: { row: 0, column: 0, rows: 1, columns: 30 },
        bold: true,
        fill: "#DDEEFF",
        wrap: true,
        align: "center",
        border: "grid",
      },
      { range: below(2, 27), numberFormat: "0.00" },
      { range: below(29, 1), align: "center", fontColor: "#333333", border: "bottom" },
    ],
    highlights: ["A", "B", "C", "D"].map((equals) => ({
      range: below(29, 1),
      equals,
      fill: "#CCFFCC",
      fontColor: "#006600",
    })),
    print: { orientation: "landscape", titleRows: 1, footer: "Q & A 客服" },
  });
}
