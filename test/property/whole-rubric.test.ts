import fc from "fast-check";
import type { RawCell } from "../../src/core/cell/cell";
import type { EvaluationSet } from "../../src/core/scoring/model/evaluation";
import { STATUS } from "../../src/core/scoring/model/status";
import { scoreBook } from "../../src/usecases";
import { bookFrom, scoreOnly } from "../support/book";
import { runs } from "../support/property";
import { BASELINE, LEDGER, METRICS, RATINGS } from "../support/every-method/data";
import { RUBRIC, SCALES, SETTINGS } from "../support/every-method/rubrics";

type Row = Readonly<Record<string, RawCell>>;

const OPTIONS = { seed: 20261124, numRuns: 5 };
const PERIODS = ["2026-10", "2026-11", "2026-Q4"] as const;

interface Tables {
  readonly Rubric: readonly Row[];
  readonly Metrics: readonly Row[];
  readonly Settings: readonly Row[];
  readonly Ledger: readonly Row[];
  readonly Ratings: readonly Row[];
  readonly Baseline: readonly Row[];
  readonly Scales: readonly Row[];
}

/** The workbook that uses every method. */
const WHOLE: Tables = {
  Rubric: RUBRIC,
  Metrics: METRICS,
  Settings: SETTINGS,
  Ledger: LEDGER,
  Ratings: RATINGS,
  Baseline: BASELINE,
  Scales: SCALES.quotas,
};

async function setsOf({ Rubric, ...rest }: Tables, period: string): Promise<readonly EvaluationSet[]> {
  const { sets, findings } = scoreBook(await bookFrom(Rubric, rest), { period });
  if (sets.length === 0) throw new Error(findings.map((finding) => finding.text.en.what).join(" | "));
  return sets;
}

/** Total, grade and ranks of every agent, and the points of each indicator, by names. */
const resultsOf = (sets: readonly EvaluationSet[]) =>
  new Map(
    sets.flatMap((set) =>
      set.agentIds.map((id, k) => [
        id,
        {
          status: set.status[k],
          total: set.total[k],
          grade: set.rubric.grades[set.grade[k]!],
          ranks: [set.rank[k], set.teamRank[k]],
          earned: earnedBy(set, k),
        },
      ]),
    ),
  );

const earnedBy = (set: EvaluationSet, agent: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    set.rubric.indicators
      .map(({ indicator }, k) => [
        indicator.name,
        set.indicators[k]!.status[agent] === STATUS.scored ? set.indicators[k]!.earned[agent]! : "none",
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

const shuffled = <T>(rows: readonly T[]) =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });

test.each(PERIODS)(
  "%s: the order of agents, indicators, events, ratings and settings does not matter",
  async (period) => {
    const expected = resultsOf(await setsOf(WHOLE, period));
    await fc.assert(
      fc.asyncProperty(
        shuffled(WHOLE.Rubric),
        shuffled(WHOLE.Metrics),
        shuffled(WHOLE.Ledger),
        shuffled(WHOLE.Ratings),
        shuffled(WHOLE.Settings),
        async (Rubric, Metrics, Ledger, Ratings, Settings) => {
          const results = resultsOf(await setsOf({ ...WHOLE, Rubric, Metrics, Ledger, Ratings, Settings }, period));
          for (const [id, result] of results) {
            const { earned, ...rest } = expected.get(id)!;
            expect({ id, ...result }).toEqual({ id, ...rest, earned: near(earned) });
          }
          expect(results.size).toBe(expected.size);
        },
      ),
      OPTIONS,
    );
  },
);

/** Means of the same numbers in another order may differ in their last digits. */
const near = (earned: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(earned).map(([name, points]) => [
      name,
      typeof points === "number" ? (expect.closeTo(points, 9) as unknown) : points,
    ]),
  );

test("one agent alone scores as in a crowd, where nobody is compared with others and nobody leads", async () => {
  let compared = 0;
  for (const period of PERIODS) {
    for (const set of await setsOf(WHOLE, period)) {
      const depends = set.rubric.indicators
        .filter(({ method }, k) => method.input === "team" || (method.comparesPeers && !set.inputs[k]!.frozenPeers))
        .map(({ indicator }) => indicator.name);
      for (let agent = 0; agent < set.count; agent += 1) {
        const id = set.agentIds[agent]!;
        const Metrics = METRICS.filter((row) => row["Agent ID"] === id);
        // Other agents' months affect the quarter.
        if (period === "2026-Q4" || Metrics.some((row) => "Leads" in row)) continue;
        const [alone] = await setsOf({ ...WHOLE, ...onlyOf(id), Metrics: [...Metrics, ...unseen(Metrics)] }, period);
        const [own, crowd] = [earnedBy(alone!, 0), earnedBy(set, agent)];
        for (const name of Object.keys(crowd)) {
          if (depends.includes(name)) continue;
          expect([id, name, own[name]]).toEqual([id, name, crowd[name]]);
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(150);
});

/** Events and ratings of one agent; those of others belong to nobody, before the first period. */
function onlyOf(id: string): Pick<Tables, "Ledger" | "Ratings"> {
  const others = { "Agent ID": "-", Date: "2019-01-01", Period: "2020-01" };
  const keep = (row: Row): Row =>
    row["Agent ID"] === id
      ? row
      : { ...row, ...Object.fromEntries(Object.entries(others).filter(([key]) => key in row)) };
  return { Ledger: WHOLE.Ledger.map(keep), Ratings: WHOLE.Ratings.map(keep) };
}

/** A row of a period that is never scored, so that every metric keeps its column. */
function unseen(kept: readonly Row[]): readonly Row[] {
  const headers = METRICS.flatMap((row) => Object.keys(row)).filter((header) => !kept.some((row) => header in row));
  return [{ "Agent ID": "-", ...Object.fromEntries(headers.map((header) => [header, ""])), Period: "2020-01" }];
}

test("doubling all points, limits and bounds of a rubric doubles its totals and leaves every rank as it is", async () => {
  const twice = (row: Row, column: string): RawCell =>
    typeof row[column] === "number" ? 2 * row[column] : row[column];
  // The limit of attainment is a share. Values given by hand, and the worths of scales, are points.
  const Rubric = RUBRIC.map((row: Row): Row => ({
    ...row,
    ...Object.fromEntries(
      ["Points", "Per event", "Limit"]
        .filter((column) => column in row && !(column === "Limit" && row["Method"] === "attainment"))
        .map((column) => [column, twice(row, column)]),
    ),
    ...(row["Critical"] === "cap 60" ? { Critical: "cap 120" } : {}),
  }));
  const inPoints = /total|full score|^section/;
  const Settings = [
    ...SETTINGS.map((row) => (inPoints.test(String(row["Setting"])) ? { ...row, Value: twice(row, "Value") } : row)),
    ...["Hotline", "Chat"].map((name) => ({ Setting: "full score", Value: 200, Rubric: name })),
  ];
  const Scales = SCALES["cut-offs"].map((row: Row) => ({
    ...row,
    ...("Points" in row ? { Points: twice(row, "Points") } : {}),
  }));
  const Metrics = METRICS.filter((row) => ["Hotline", "Chat", "Mail"].includes(String(row["Rubric"]))).map(
    (row: Row) => ({
      ...row,
      ...Object.fromEntries(["Chair", "Desk"].filter((name) => name in row).map((name) => [name, twice(row, name)])),
    }),
  );
  const Ledger = LEDGER.map((row: Row) => ("Points" in row ? { ...row, Points: twice(row, "Points") } : row));
  const names = new Set(["Hotline", "Chat", "Mail"]);
  const only = Rubric.filter((row) => names.has(String(row["Rubric"])));
  const doubled = await setsOf({ ...WHOLE, Rubric: only, Settings, Scales, Metrics, Ledger }, "2026-10");
  const plain = await setsOf({ ...WHOLE, Scales: SCALES["cut-offs"] }, "2026-10");
  let compared = 0;
  for (const set of doubled) {
    const before = plain.find(({ rubric }) => rubric.rubric.name === set.rubric.rubric.name)!;
    for (let agent = 0; agent < set.count; agent += 1) {
      expect(set.status[agent]).toBe(before.status[agent]);
      if (set.status[agent] !== STATUS.scored) continue;
      expect(set.totalExact[agent]).toBeCloseTo(2 * before.totalExact[agent]!, 9);
      expect(set.rank[agent]).toBe(before.rank[agent]);
      compared += 1;
    }
  }
  expect(compared).toBe(13);
});

describe("sums are those of hand arithmetic", () => {
  async function totalOf(points: readonly number[], given: readonly RawCell[]) {
    const full = points.reduce((sum, each) => sum + Math.round(each * 1000), 0) / 1000;
    const rubric = points.map((each, k) => ({
      Section: `S${k % 3}`,
      Indicator: `I${k}`,
      Points: each,
      Method: "manual",
    }));
    const row = Object.fromEntries(given.map((each, k) => [`I${k}`, each]));
    const Settings = [{ Setting: "full score", Value: full }];
    return scoreOnly(await bookFrom(rubric, { Metrics: [{ "Agent ID": "1", Period: "1", ...row }], Settings }))
      .total[0];
  }

  test.each<[points: readonly number[], total: number]>([
    [[0.1, 0.2], 0.3],
    [[33.33, 33.33, 33.33], 99.99],
    [[0.7, 0.1], 0.8],
    [[1.1, 2.2, 3.3], 6.6],
    [[16.67, 16.67, 16.67, 16.67, 16.66, 16.66], 100],
  ])("%j is %s", async (points, total) => {
    expect(await totalOf(points, points)).toBe(total);
  });

  test("of points with two decimals: to the cent; with three: the last one rounded half away from zero", async () => {
    const items = fc.array(fc.record({ points: fc.integer({ min: 1, max: 50000 }), of: fc.nat({ max: 1000 }) }), {
      minLength: 1,
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom(100, 1000), async (parts, unit) => {
        const given = parts.map(({ points, of }) => Math.floor((points * of) / 1000));
        const rough = given.reduce((total, each) => total + each, 0);
        // Adds a little to the first value, so that every sum in thousandths ends with a 5.
        const more = unit === 100 ? 0 : (15 - (rough % 10)) % 10;
        given[0]! += more;
        const sum = rough + more;
        // Calculates in whole numbers, which lose nothing.
        const hundredths = unit === 100 ? sum : Math.floor((sum + 5) / 10);
        const total = await totalOf(
          parts.map(({ points }, k) => (k === 0 ? points + more : points) / unit),
          given.map((each) => each / unit),
        );
        expect(total).toBe(hundredths / 100);
      }),
      { seed: 20261124, numRuns: runs(80) },
    );
  });
});
