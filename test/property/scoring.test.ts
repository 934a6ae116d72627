import fc from "fast-check";
import type { RawCell } from "../../src/core/cell/cell";
import { scoreColumn } from "../../src/core/scoring/method";
import { createPeers } from "../../src/core/scoring/peers";
import { countedPoints } from "../../src/core/scoring/shift";
import { ALL_METHODS } from "../../src/core/scoring/registry";
import { bookFrom, scoreOnly } from "../support/book";

const OPTIONS = { seed: 20261122, numRuns: 300 };
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function scoreOne(method: (typeof ALL_METHODS)[number], parameters: never, value: number, peers: number[]): number {
  const context = { peers: createPeers(Float64Array.from(peers)) };
  return scoreColumn(method, parameters, Float64Array.of(value), context)[0]!;
}

describe.each(ALL_METHODS.map((method) => [method.id, method] as const))("method %s", (_id, method) => {
  const parameterSets = method.examples.map((example) => example.parameters as never);
  const peers = [80, 90, 100, 110, 120];

  test("gives a number within its range, or says that it cannot", () => {
    fc.assert(
      fc.property(fc.constantFrom(...parameterSets), number, (parameters: never, value) => {
        const points = scoreOne(method, parameters, value, peers);
        const { points: own, limit = 1 } = parameters as { points: number; limit?: number };
        // Only attainment may earn more than its points, where the rubric states a ceiling above 100 %.
        const most = method.parameters.limit?.unit === "ratio" ? own * limit : own;
        expect(Object.is(points, -0)).toBe(false);
        if (Number.isNaN(points) || method.points === "none" || most === 0) return;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(most);
      }),
      OPTIONS,
    );
  });

  test("is monotone where it says so", () => {
    if (method.monotone === "none") return;
    fc.assert(
      fc.property(fc.constantFrom(...parameterSets), number, number, (parameters: never, a, b) => {
        const { zeroAt, fullAt } = parameters as { zeroAt?: number; fullAt?: number };
        const up = method.monotone === "up" || (method.monotone === "by-parameters" && !(fullAt! < zeroAt!));
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          scoreOne(method, parameters, value, peers),
        ) as [number, number];
        if (Number.isNaN(low) || Number.isNaN(high)) return;
        if (up) expect(low).toBeLessThanOrEqual(high);
        else expect(low).toBeGreaterThanOrEqual(high);
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
        expect(Number.isFinite(set.total[agent])).toBe(true);
      }
    }),
    { seed: 20261122, numRuns: 60 },
  );
});
