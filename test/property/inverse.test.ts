import fc from "fast-check";
import type { RawCell } from "../../src/core/cell/cell";
import type { Scale } from "../../src/core/rubric/scale";
import type { EvaluationSet } from "../../src/core/scoring/model/evaluation";
import { STATUS } from "../../src/core/scoring/model/status";
import { gradeLinesOf, isReached, nextLine } from "../../src/core/scoring/total/grade-lines";
import { createInverse } from "../../src/core/scoring/raise/inverse";
import { nearLines } from "../../src/core/scoring/raise/margin";
import type { ParameterSpecs, ParametersOf } from "../../src/core/scoring/model/method";
import { createPeers } from "../../src/core/scoring/model/peers";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { labelOf } from "../../src/core/scoring/explain/show-value";
import { bookFrom, scoreOnly } from "../support/book";
import { runs } from "../support/property";

type Row = Readonly<Record<string, RawCell>>;

const SAME = 1e-9;

/** The rows of the Scales table that give this scale. */
const scaleRows = ({ name, intervals }: Scale): Row[] =>
  intervals.map(({ grade, from, to, fromBelongs, toBelongs, worth }) => ({
    Scale: name,
    Grade: grade,
    From: Number.isFinite(from) ? from : "",
    To: Number.isFinite(to) ? to : "",
    Ends: `${fromBelongs ? "[" : "("}${toBelongs ? "]" : ")"}`,
    ...(worth?.unit === "points"
      ? { Points: worth.from, "Points to": worth.to }
      : { Share: worth?.from ?? "", "Share to": worth?.to ?? "" }),
  }));

/** An indicator with an example's parameters, scored for one agent per cell. */
async function scored(method: string, parameters: ParametersOf<ParameterSpecs>, cells: readonly RawCell[]) {
  const { zeroAt, fullAt, perEvent, step, limit, scale } = parameters as Readonly<Record<string, number | undefined>>;
  const row: Row = {
    Indicator: "It",
    Points: parameters.points || "",
    Method: parameters.variant ? `${method} (${parameters.variant})` : method,
    "Zero at": zeroAt ?? "",
    "Full at": fullAt ?? "",
    "Per event": perEvent ?? "",
    Step: step ?? "",
    Limit: limit ?? "",
    Scale: scale ? (scale as unknown as Scale).name : "",
  };
  const rest: Row = { Indicator: "Rest", Points: 100 - parameters.points, Method: "manual" };
  const Metrics = cells.map((cell, i) => ({ "Agent ID": `a${i}`, Period: "1", It: cell, Rest: 1 }));
  const Scales = scale ? scaleRows(scale as unknown as Scale) : [];
  return scoreOnly(await bookFrom([row, rest], { Metrics, ...(scale ? { Scales } : {}) }));
}

const earnedIn = (set: EvaluationSet): number =>
  set.indicators[0]!.status[0] === STATUS.scored ? set.indicators[0]!.earned[0]! : NaN;

/** Even steps, because nearly all random doubles are next to 0. */
const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((whole) => whole / 1000);

const METHODS = ALL_METHODS.filter(({ input }) => input === "metric" || input === "events");

describe.each(METHODS.map((method) => [method.id, method] as const))("the inverse of %s", (id, method) => {
  const sets = method.examples
    .map(({ parameters }) => parameters as ParametersOf<ParameterSpecs>)
    .filter(({ settings }) => settings === undefined);

  test("a found value earns what was wanted and a slightly worse one does not; without one, none does", async () => {
    let [found, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sets),
        fc.array(thousandths(-300, 1300), { minLength: 6, maxLength: 6 }),
        thousandths(0, 1100),
        async (parameters, places, share) => {
          const marks = (parameters as { scale?: Scale }).scale?.bare
            ? (parameters as { scale?: Scale }).scale!.intervals.map((_, index) => index)
            : method.landmarks(parameters, createPeers(Float64Array.of(100)));
          const [low, high] = [Math.min(0, ...marks), Math.max(1, ...marks)];
          const number = (place: number): number => {
            const value = low + place * (high - low);
            if (method.valueKind === "whole") return Math.max(0, Math.round(value));
            return method.valueKind === "labels" ? marks[Math.abs(Math.round(place * 97)) % marks.length]! : value;
          };
          const cellOf = (value: number): RawCell => {
            const compiled = blank?.rubric.indicators[0];
            return (compiled && labelOf(compiled, value, "en")) ?? value;
          };
          const blank =
            method.valueKind === "labels" ? await scored(id, parameters, [""]).catch(() => undefined) : undefined;
          const cells = places.map((place) => cellOf(number(place)));
          // An example may hold a scale with a gap, which is refused before scoring.
          const set = await scored(id, parameters, cells).catch(() => undefined);
          if (!set || Number.isNaN(earnedIn(set))) return;
          const wanted = share * (parameters.points || 5);
          const reach = createInverse(set).valueFor(0, 0, wanted);
          const earnedBy = async (value: number): Promise<number> =>
            earnedIn(await scored(id, parameters, [cellOf(value), ...cells.slice(1)]));
          if (!reach.reachable) {
            refused += 1;
            expect(reach.most!).toBeLessThan(wanted);
            for (const place of places) {
              const earned = await earnedBy(number(place));
              if (!Number.isNaN(earned)) expect(earned).toBeLessThanOrEqual(reach.most! + SAME);
            }
            return;
          }
          expect(await earnedBy(reach.value)).toBeGreaterThanOrEqual(wanted - 2 * SAME);
          expect(await earnedBy(reach.stated)).toBeGreaterThanOrEqual(wanted - 2 * SAME);
          const own = set.inputs[0]!.values[0]!;
          if (reach.value === own || method.valueKind === "labels") return;
          found += 1;
          const back =
            Math.sign(own - reach.value) *
            (method.valueKind === "whole" ? 1 : 1e-6 * Math.max(1, Math.abs(reach.value)));
          if (Math.abs(back) >= Math.abs(own - reach.value)) return;
          const worse = await earnedBy(reach.value + back);
          if (!Number.isNaN(worse)) expect(worse).toBeLessThan(wanted);
        },
      ),
      { seed: 20261124, numRuns: runs(40, 2) },
    );
    expect(found + (method.valueKind === "labels" ? 1 : 0)).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

const RUBRIC: readonly Row[] = [
  {
    Section: "S",
    Indicator: "Test",
    Points: 40,
    Method: "linear",
    "Zero at": 60,
    "Full at": 90,
    "If missing": "exclude",
  },
  {
    Section: "S",
    Indicator: "Calls",
    Points: 35,
    Method: "peer",
    "Zero at": -0.2,
    "Full at": 0.2,
    "If missing": "share",
  },
  {
    Section: "T",
    Indicator: "Rate",
    Points: 25,
    Method: "bands",
    Scale: "Rates",
    "If missing": "zero",
    Critical: "cap 60",
  },
  { Section: "T", Indicator: "Late", Points: "", Method: "deduct", "Per event": 2, Limit: 10, "If missing": "zero" },
];
const RATES: readonly Row[] = [
  { Scale: "Rates", From: "", To: 0.01, Share: 1, "Share to": "" },
  { Scale: "Rates", From: 0.01, To: 0.03, Share: 1, "Share to": 0.2 },
  { Scale: "Rates", From: 0.03, To: "", Share: 0, "Share to": "" },
];
const CUT_OFFS: readonly Row[] = [
  { Scale: "Total", Grade: "C", From: "", To: 60, Ends: "()" },
  { Scale: "Total", Grade: "B", From: 60, To: 80, Ends: "[]" },
  { Scale: "Total", Grade: "A", From: 80, To: "", Ends: "()" },
];
const QUOTAS: readonly Row[] = [
  { Scale: "Total", Grade: "A", Share: 0.2 },
  { Scale: "Total", Grade: "B", Share: 0.5 },
  { Scale: "Total", Grade: "C", Share: 0.3 },
];
const agents = fc.array(
  fc.record({
    Test: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 40, max: 110 }) }, fc.constantFrom("", "N/A")),
    Calls: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 60, max: 140 }) }, fc.constantFrom("", "N/A")),
    Rate: fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0, max: 0.05, noNaN: true }) }, fc.constantFrom("", "N/A")),
    Late: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 4, maxLength: 9 },
);

describe.each([
  ["cut-offs", CUT_OFFS],
  ["quotas", QUOTAS],
])("changes across grade lines by %s", (kind, total) => {
  const scoreAll = async (people: readonly Row[]): Promise<EvaluationSet> => {
    const Metrics = people.map((each, i) => ({ "Agent ID": `a${i}`, Period: "1", ...each }));
    const Settings = [{ Setting: "Section deductions: T", Value: 6 }];
    const scales = [...RATES, ...total];
    return scoreOnly(await bookFrom(RUBRIC, { Metrics, Scales: scales, Settings }));
  };

  test("each change crosses its line when the workbook is scored with it, and hardly less does not", async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(agents, async (people) => {
        const set = await scoreAll(people);
        const crossings = nearLines(set, 100);
        const changes = createInverse(set).changes(crossings);
        for (const [i, { agent, line }] of crossings.entries()) {
          const below = !isReached(line, set.total[agent]!);
          const costs = changes[i]!.map(({ cost }) => cost.amount);
          expect(costs).toEqual([...costs].sort((a, b) => a - b));
          for (const { index, stated, value, from, total: promised } of changes[i]!) {
            const name = set.rubric.indicators[index]!.indicator.name;
            const again = async (cell: number): Promise<EvaluationSet> =>
              scoreAll(people.map((each, k) => (k === agent ? { ...each, [name]: cell } : each)));
            const after = await again(stated);
            expect(after.total[agent]).toBe(promised);
            expect(isReached(line, promised)).toBe(below);
            // With quotas, other agents' totals make the line. A change of this agent moves them if the method compares.
            if (kind === "cut-offs" || index !== 1) {
              const grades = set.rubric.grades;
              const place = (grade: number): number => grades.lastIndexOf(grades[grade]!);
              expect(place(after.grade[agent]!) >= grades.indexOf(line.grade)).toBe(below);
            }
            const back = Math.sign(from - value) * (index === 3 ? 1 : 1e-5 * Math.abs(value));
            if (Number.isNaN(from) || Math.abs(back) >= Math.abs(from - value)) continue;
            expect(isReached(line, (await again(value + back)).total[agent]!)).toBe(!below);
            checked += 1;
          }
        }
      }),
      { seed: 20261124, numRuns: runs(8) },
    );
    expect(checked).toBeGreaterThan(runs(8) * 2.5);
  });

  test("who reaches the next line has the next grade", async () => {
    const people = [95, 90, 86, 83, 80, 77, 74, 71, 68, 61].map((Test) => ({ Test, Calls: 100, Rate: 0.01, Late: 0 }));
    const set = await scoreAll(people);
    const linesOf = gradeLinesOf(set);
    const next = people.map((_, agent) => nextLine(linesOf(agent), set, agent));
    // Besides the test every agent earns 42.5: 74 makes 61.17, 71 makes 57.17. Of ten agents the best two are A, the next five B.
    expect(next.map((line) => line?.grade ?? "")).toEqual(["", "", "A", "A", "A", "A", "A", "B", "B", "B"]);
  });
});
