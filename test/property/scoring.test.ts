import fc from "fast-check";
import type { RawCell } from "../../src/core/cell/cell";
import { evaluationColumns, evaluationRows } from "../../src/core/evaluation/plan-evaluation";
import { makeScale } from "../../src/core/rubric/make-scale";
import type { Scale } from "../../src/core/rubric/scale";
import { nextTo } from "../../src/core/rubric/scale";
import { STATUS } from "../../src/core/scoring/model/status";
import { scoreColumn } from "../../src/core/scoring/model/method";
import { createPeers } from "../../src/core/scoring/model/peers";
import { countedPoints } from "../../src/core/scoring/total/shift";
import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { bookFrom, scoreOnly } from "../support/book";
import { runs, same } from "../support/property";

const OPTIONS = { seed: 20261122, numRuns: runs(300) };
const anywhere = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function scoreOne(method: (typeof ALL_METHODS)[number], parameters: never, value: number, peers: number[]): number {
  const context = { peers: createPeers(Float64Array.from(peers)) };
  return scoreColumn(method, parameters, Float64Array.of(value), context)[0]!;
}

describe.each(ALL_METHODS.map((method) => [method.id, method] as const))("method %s", (_id, method) => {
  const parameterSets = method.examples.map((example) => example.parameters as never);
  const peers = [80, 90, 100, 110, 120];
  /** Parameters with values mostly where the curve is not flat: at its marks, between them, a little outside. */
  const cases = fc.constantFrom(...parameterSets).chain((parameters: never) => {
    const marks = method.landmarks(parameters, createPeers(Float64Array.from(peers))).filter(Number.isFinite);
    const [low, high] = [Math.min(0, ...marks), Math.max(1, ...marks)];
    const between = fc
      .integer({ min: -200, max: 1200 })
      .map((place) => low + (place / 1000) * (high - low))
      .map((value) => (method.valueKind === "continuous" ? value : Math.round(value)));
    const value = fc.oneof(anywhere, between, fc.constantFrom(...marks, 0));
    return fc.record({ parameters: fc.constant(parameters), a: value, b: value });
  });

  test("gives a number within its range, or says that it cannot", () => {
    fc.assert(
      fc.property(cases, ({ parameters, a: value }) => {
        const points = scoreOne(method, parameters, value, peers);
        const { points: own, limit = 1 } = parameters as { points: number; limit?: number };
        // Only attainment may earn more than its points, if the rubric states a ceiling above 100 %.
        const most = method.parameters.limit?.unit === "ratio" ? own * limit : own;
        same(Object.is(points, -0), false);
        if (Number.isNaN(points) || method.points === "none" || most === 0) return;
        same([points >= 0, points <= most], [true, true]);
      }),
      OPTIONS,
    );
  });

  test("is monotone where it says so", () => {
    if (method.monotone === "none") return;
    fc.assert(
      fc.property(cases, ({ parameters, a, b }) => {
        const { zeroAt, fullAt } = parameters as { zeroAt?: number; fullAt?: number };
        const up = method.monotone === "up" || (method.monotone === "by-parameters" && !(fullAt! < zeroAt!));
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          scoreOne(method, parameters, value, peers),
        ) as [number, number];
        if (Number.isNaN(low) || Number.isNaN(high)) return;
        same(up ? low <= high : low >= high, true);
      }),
      OPTIONS,
    );
  });

  test("scaling all that is stated in points scales the score", () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom(0.5, 2, 3, 10), ({ parameters, a }, by) => {
        // Points given by hand grow with the indicator's points.
        const value = method.id === "manual" ? a * by : a;
        const points = scoreOne(method, parameters, a, peers);
        const scaled = scoreOne(method, timesPoints(method, parameters, by), value, peers);
        if (Number.isNaN(points)) return;
        compared += 1;
        expect(scaled).toBeCloseTo(points * by, 8);
      }),
      OPTIONS,
    );
    expect(compared).toBeGreaterThan(OPTIONS.numRuns / 6);
  });

  test("one alone scores as in a crowd", () => {
    if (method.comparesPeers) return;
    fc.assert(
      fc.property(cases, ({ parameters, a, b }) => {
        const score = (...values: number[]): Float64Array =>
          scoreColumn(method, parameters, Float64Array.from(values), { peers: createPeers(Float64Array.from(values)) });
        same(score(b, a, b)[1], score(a)[0]);
      }),
      OPTIONS,
    );
  });
});

/** The same parameters with all points multiplied: points, amounts per event, limits, worths of a scale. */
function timesPoints(method: (typeof ALL_METHODS)[number], parameters: never, by: number): never {
  const stated = Object.entries(parameters as Readonly<Record<string, unknown>>).map(([name, value]) => {
    if (name === "points") return [name, (value as number) * by];
    const unit = method.parameters[name as keyof typeof method.parameters]?.unit;
    if (unit === "points" && value !== undefined) return [name, (value as number) * by];
    return [name, unit === "scale" && value !== undefined ? worthsTimes(value as Scale, by) : value];
  });
  return Object.fromEntries(stated) as never;
}

const worthsTimes = (scale: Scale, by: number): Scale => ({
  ...scale,
  intervals: scale.intervals.map((each) => ({
    ...each,
    worth:
      each.worth?.unit === "points"
        ? { ...each.worth, from: each.worth.from * by, to: each.worth.to * by }
        : each.worth,
  })),
});

/** Hundredths as people write them. */
const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((whole) => whole / 100);

/** A number whose fifteen digits differ from those of a bound, on one side of it. */
const beside = (bound: number, side: 1 | -1): number =>
  bound === 0 ? nextTo(0, side) : bound + side * Math.abs(bound) * 2 ** -45;

describe("boundaries belong to the stated side", () => {
  const find = (id: string) => ALL_METHODS.find((method) => method.id === id)!;

  test("of intervals, whatever their ends: the worth at a cut is that of the interval it belongs to, and next to it that of the side", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hundredths(-500, 500), { minLength: 1, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (unsorted, toTheRight) => {
          const cuts = [...unsorted].sort((a, b) => a - b);
          const scale = makeScale(
            "Cuts",
            [...cuts, undefined].map((to, k) => ({
              from: cuts[k - 1],
              to,
              worth: { unit: "points" as const, from: k + 1, to: k + 1 },
            })),
          );
          const intervals = scale.intervals.map((each, k) => ({
            ...each,
            fromBelongs: k > 0 && toTheRight[k - 1]!,
            toBelongs: k < cuts.length && !toTheRight[k],
          }));
          const parameters = { points: 9, scale: { ...scale, intervals } } as never;
          cuts.forEach((cut, k) => {
            const points = [beside(cut, -1), cut, beside(cut, 1)].map((value) =>
              scoreOne(find("piecewise"), parameters, value, []),
            );
            same(points, [k + 1, toTheRight[k] ? k + 2 : k + 1, k + 2]);
          });
        },
      ),
      OPTIONS,
    );
  });

  test.each(["linear", "rating", "raters", "team", "period"])(
    "of the line of %s: exactly all at full at, exactly nothing at zero at",
    (id) => {
      fc.assert(
        fc.property(
          hundredths(-500, 500),
          hundredths(1, 500),
          fc.boolean(),
          hundredths(1, 10000),
          (zeroAt, span, up, points) => {
            const fullAt = zeroAt + (up || id === "rating" ? span : -span);
            const at = (value: number): number => scoreOne(find(id), { points, zeroAt, fullAt } as never, value, []);
            same([at(zeroAt), at(fullAt)], [0, points]);
          },
        ),
        OPTIONS,
      );
    },
  );

  test("of a target: itself passes, misses no step, and is all of it", () => {
    fc.assert(
      fc.property(hundredths(1, 500), hundredths(1, 100), (fullAt, step) => {
        const at = (id: string, value: number, more: object): number =>
          scoreOne(find(id), { points: 10, fullAt, ...more } as never, value, []);
        same(at("pass-fail", fullAt, {}), 10);
        same(at("pass-fail", beside(fullAt, -1), {}), 0);
        // Excel compares by fifteen digits.
        same(at("pass-fail", nextTo(fullAt, -1), {}), 10);
        same(at("attainment", fullAt, {}), 10);
        same(at("target-centred", fullAt, { zeroAt: fullAt + 1 }), 10);
        for (const variant of ["full", "started", "proportional"]) {
          const rule = { perEvent: 1, step, variant };
          same(at("step", fullAt, rule), 10);
          // A whole step is one step in every mode, although doubles may give a little more or less.
          expect(at("step", fullAt - step, rule)).toBeCloseTo(9, 9);
        }
      }),
      OPTIONS,
    );
  });
});

const RUBRIC = [
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
  { Section: "T", Indicator: "Rate", Points: 25, Method: "bands", Scale: "Rates", "If missing": "zero" },
  { Section: "U", Indicator: "Late", Points: "", Method: "deduct", "Per event": 2, Limit: 10, "If missing": "zero" },
];
const Scales = [
  { Scale: "Rates", From: "", To: 0.01, Share: 1, "Share to": "" },
  { Scale: "Rates", From: 0.01, To: 0.03, Share: 1, "Share to": 0.2 },
  { Scale: "Rates", From: 0.03, To: "", Share: 0, "Share to": "" },
];
const agents = fc.array(
  fc.record({
    Test: fc.oneof(fc.integer({ min: 40, max: 110 }), fc.constantFrom("", "N/A")),
    Calls: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom("", "N/A")),
    Rate: fc.oneof(fc.double({ min: 0, max: 0.05, noNaN: true }), fc.constantFrom("", "N/A")),
    Late: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("", "N/A")),
  }),
  { minLength: 1, maxLength: 12 },
);

async function totalsOf(
  rubric: typeof RUBRIC,
  people: readonly Readonly<Record<string, RawCell>>[],
): Promise<Map<string, unknown>> {
  const set = scoreOnly(
    await bookFrom(rubric, { Scales, Metrics: people.map((each) => ({ Period: "2026-10", ...each })) }),
  );
  return new Map(set.agentIds.map((id, agent) => [id, [set.status[agent], set.total[agent], set.rank[agent]]]));
}

test("neither the order of agents nor the order of indicators matters, and what counts adds up to the total", async () => {
  await fc.assert(
    fc.asyncProperty(agents, async (people) => {
      const named = people.map((each, index) => ({ "Agent ID": `a${index}`, ...each }));
      const expected = await totalsOf(RUBRIC, named);
      expect(await totalsOf(RUBRIC, [...named].reverse())).toEqual(new Map([...expected].reverse()));
      expect(await totalsOf([...RUBRIC].reverse(), named)).toEqual(expected);

      const set = scoreOnly(
        await bookFrom(RUBRIC, { Scales, Metrics: named.map((each) => ({ Period: "2026-10", ...each })) }),
      );
      for (let agent = 0; agent < set.count; agent += 1) {
        if (set.status[agent] !== 0) continue;
        const sum = set.indicators.reduce(
          (total, column) => total + countedPoints(set, set.indicators.indexOf(column), agent),
          0,
        );
        expect(Math.min(100, Math.max(0, sum))).toBeCloseTo(set.totalExact[agent]!, 9);
        same(Number.isFinite(set.total[agent]), true);
      }
    }),
    { seed: 20261122, numRuns: runs(60) },
  );
});

const PLAIN = RUBRIC.slice(0, 3).map((row) => (row.Indicator === "Calls" ? { ...row, "If missing": "exclude" } : row));

test.each([
  ["points are shared, an item adjusts", RUBRIC],
  ["one factor scales all", PLAIN],
])("the sheet holds what the set holds, to the last digit: %s", async (_, rubric) => {
  await fc.assert(
    fc.asyncProperty(agents, async (people) => {
      const named = people.map((each, index) => ({ "Agent ID": `a${index}`, Period: "2026-10", ...each }));
      const set = scoreOnly(await bookFrom(rubric, { Scales, Metrics: named }));
      const rows = evaluationRows(set, evaluationColumns([set], "en"));
      rows.forEach((row, agent) => {
        const expected = set.rubric.rubric.sections.flatMap(({ indicators }, section) => {
          const counts = (k: number): boolean => set.indicators[k]!.status[agent] === STATUS.scored;
          const earning = indicators.filter((k) => !set.rubric.indicators[k]!.adjusts);
          const isShown = set.status[agent] === STATUS.scored && earning.some(counts);
          return [
            ...indicators.map((k) => (counts(k) ? countedPoints(set, k, agent) : expect.anything())),
            ...(earning.length > 0 ? [isShown ? set.sections[section]![agent] : null] : []),
          ];
        });
        expect(row.slice(3, 3 + expected.length)).toEqual(expected);
      });
    }),
    { seed: 20261128, numRuns: runs(60) },
  );
});
