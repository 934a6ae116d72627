import { makeScale, type MadeInterval } from "../../../../src/core/rubric/make-scale";
import { closeIntervals, scoreIntervals, worthFormula } from "../../../../src/core/scoring/curves/interval-curve";

const intervalOf = (row: MadeInterval) => makeScale("It", [row]).intervals[0]!;

const CASES: readonly (readonly [what: string, row: MadeInterval, formula: string])[] = [
  ["a band in points", { from: 1, to: 3, worth: { unit: "points", from: 4, to: 4 } }, "4"],
  ["a band in shares", { from: 1, to: 3, worth: { unit: "share", from: 0.5, to: 0.5 } }, "10*0.5"],
  ["an open band", { from: 1, worth: { unit: "share", from: 0.25, to: 0.25 } }, "10*0.25"],
  ["a slope in points", { from: 1, to: 3, worth: { unit: "points", from: 2, to: 5 } }, "(2+3*(A1-1)/(3-1))"],
  ["a slope in shares", { from: 1, to: 3, worth: { unit: "share", from: 0.25, to: 1 } }, "10*(0.25+0.75*(A1-1)/(3-1))"],
  ["a falling slope", { from: -2, to: 3, worth: { unit: "points", from: 5, to: 2 } }, "(5+(-3)*(A1-(-2))/(3-(-2)))"],
  ["a single value", { from: 2, to: 2, worth: { unit: "points", from: 3, to: 4 } }, "3"],
];

test.each(CASES)("%s as a plain formula", (_what, row, formula) => {
  expect(worthFormula(intervalOf(row), "A1", 10)).toBe(formula);
});

test.each(CASES)("%s: the formula gives what scoring gives", (_what, row, formula) => {
  const interval = { ...intervalOf(row), toBelongs: true };
  const values = Float64Array.of(row.from!, row.to ?? 99, (row.from! + (row.to ?? 99)) / 2);
  const scored = new Float64Array(values.length);
  scoreIntervals(values, scored, 0, values.length, closeIntervals([interval], 10));
  // Sums, products and brackets mean the same in JavaScript and in Excel.
  const worked = Array.from(values, (value) => Number(new Function("A1", `return ${formula};`)(value)));
  worked.forEach((points, index) => expect(points).toBeCloseTo(scored[index]!, 12));
});

test("an interval without a worth has no number", () => {
  const interval = { ...intervalOf({ from: 1, to: 3, worth: { unit: "points", from: 1, to: 1 } }), worth: undefined };
  expect(worthFormula(interval, "A1", 10)).toBe("NA()");
});
