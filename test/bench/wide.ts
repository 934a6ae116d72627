import type { RawCell } from "../../src/core/cell/cell";
import type { SourceTable } from "../../src/core/cell/table";
import { readSubject } from "../../src/core/checks/subject";
import { packTable } from "../../src/core/cell/packed";
import { validate } from "../../src/core/checks/validate";
import { compileRubric } from "../../src/core/scoring/compile/compile";
import { PERIOD, randomOf } from "./data";
import { median } from "./measure";
import { score } from "./product";

declare const gc: (() => void) | undefined;

const INDICATORS = 1000;
const AGENTS = 4000;

function tableOf(name: string, values: readonly (readonly RawCell[])[]): SourceTable {
  return { name, sheet: name, row: 0, column: 0, values, formats: values[0]!.map(() => "General") };
}

/** A rubric of 1,000 indicators in 20 sections, lines and bands, with the metrics of 4,000 agents. */
function wideTables(): readonly SourceTable[] {
  const random = randomOf(1000);
  const indicators = Array.from({ length: INDICATORS }, (_, k) => {
    const bands = k % 5 === 4;
    return [
      `Section ${k % 20}`,
      `Indicator ${k}`,
      0.1,
      ...(bands ? ["bands", null, null, "B"] : ["linear", 60, 90, null]),
    ];
  });
  const agents = Array.from({ length: AGENTS }, (_, agent) => [
    `A${agent}`,
    PERIOD,
    ...Array.from({ length: INDICATORS }, () => 50 + 50 * random()),
  ]);
  return [
    tableOf("Rubric", [["Section", "Indicator", "Points", "Method", "Zero at", "Full at", "Scale"], ...indicators]),
    tableOf("Scales", [
      ["Scale", "From", "Share"],
      ["B", null, 0],
      ["B", 60, 0.4],
      ["B", 70, 0.7],
      ["B", 80, 1],
    ]),
    tableOf("Metrics", [["Agent ID", "Period", ...indicators.map((row) => row[1]!)], ...agents]),
  ];
}

/**
 * Time to compile and validate the wide rubric with the agents' data, divided by the time to score the agents. Median over rounds on fresh
 * readings of the tables.
 */
export function wideRatio(rounds: number): number {
  const tables = wideTables().map(packTable);
  const measure = (): number => {
    const subject = readSubject(tables);
    const rubric = subject.rubrics[0]!;
    // Reading the cells, and its garbage, counts for neither side.
    for (const { indicator } of subject.known) subject.metrics!.column(indicator.metric);
    gc?.();
    let start = performance.now();
    compileRubric(rubric, subject.scales, subject.settings.forRubric(rubric.name));
    const found = validate(subject);
    const checked = performance.now() - start;
    if (found.length > 0) throw new Error("the wide rubric is meant to be clean");
    start = performance.now();
    score(subject);
    return checked / (performance.now() - start);
  };
  // The first rounds do not count. Scoring has run often by now and the checks never; this compiles both alike.
  for (let round = 0; round < rounds; round += 1) measure();
  return median(Array.from({ length: rounds }, measure));
}
