import type { RawCell } from "../../src/core/cell/cell";
import type { SourceTable } from "../../src/core/cell/table";
import { readSubject } from "../../src/core/rules/subject";
import { packTable } from "../../src/core/cell/packed";
import { ALL_CHECKS, runCheck, validate } from "../../src/core/rules/validate";
import { statistics } from "../../src/core/rules/units";
import { compileRubric } from "../../src/core/scoring/compile";
import { PERIOD, randomOf } from "./data";
import { score } from "./product";

declare const gc: (() => void) | undefined;

const INDICATORS = 1000;
const AGENTS = 4000;

function tableOf(name: string, values: readonly (readonly RawCell[])[]): SourceTable {
  return { name, sheet: name, row: 0, column: 0, values, formats: values[0]!.map(() => "General") };
}

/** A rubric of 1,000 indicators in 20 sections, lines and bands, with the metrics of 4,000 agents. */
export function wideTables(): readonly SourceTable[] {
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

export interface WideRatios {
  /** The rubric alone: what is told of the data, and statistics of the columns, are left out. */
  readonly rubric: number;
  /** All that Check does, the data of all agents included. */
  readonly everything: number;
}

/** Time to compile and validate the wide rubric by the time of scoring its agents, rounds taken in turn on fresh copies. */
export function wideRatios(rounds: number): WideRatios {
  const tables = wideTables().map(packTable);
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const measure = (_: unknown, round: number) => {
    const subject = readSubject(tables);
    const rubric = subject.rubrics[0]!;
    // Reading the cells belongs to neither side; nor does the rubbish that reading left behind.
    for (const { indicator } of subject.known) subject.metrics!.column(indicator.metric);
    const alone = round % 2 === 0;
    if (alone) for (const { indicator } of subject.known) statistics(subject.metrics!.column(indicator.metric)!);
    gc?.();
    let start = performance.now();
    compileRubric(rubric, subject.scales, subject.settings.forRubric(rubric.name));
    const found = alone
      ? ALL_CHECKS.filter(({ dataOnly, looksAtScores }) => !dataOnly && !looksAtScores).flatMap((each) =>
          runCheck(each, subject),
        )
      : validate(subject);
    const checked = performance.now() - start;
    if (found.length > 0) throw new Error("the wide rubric is meant to be clean");
    start = performance.now();
    score(subject);
    return { alone, ratio: checked / (performance.now() - start) };
  };
  // First some rounds that do not count: the scoring has run often by now, the checks never, and both are to be compiled alike.
  for (let round = 0; round < rounds; round += 1) measure(undefined, round);
  const measured = Array.from({ length: rounds }, measure);
  const of = (wanted: boolean): number =>
    median(measured.flatMap(({ alone, ratio }) => (alone === wanted ? [ratio] : [])));
  return { rubric: of(true), everything: of(false) };
}
