import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { earnedPoints, FEWEST_AGENTS, momentsOf } from "../../../../src/core/checks/earned";
import { readSubject } from "../../../../src/core/checks/subject";
import { twinsAmong } from "../../../../src/core/checks/twins";
import { validate } from "../../../../src/core/checks/validate";
import { randomOf } from "../../../bench/data";

/** A book of linear indicators over 0 to 100 with these metrics. `valueOf` gives an agent's value in each column. */
function subjectOf(columns: number, agents: number, valueOf: (agent: number, column: number) => number | string) {
  const names = Array.from({ length: columns }, (_, column) => `M${column}`);
  return readSubject(
    sourcesOf(
      exampleOf(
        names.map((name) => ({
          ...LINEAR,
          Indicator: name,
          Metric: name,
          Points: 100 / columns,
          "Zero at": 0,
          "Full at": 100,
        })),
        {
          Metrics: Array.from({ length: agents }, (_, agent) => ({
            "Agent ID": `A${agent}`,
            Period: "2026-10",
            ...Object.fromEntries(names.map((name, column) => [name, valueOf(agent, column)])),
          })),
        },
      ),
    ),
  );
}

const codesOf = (subject: ReturnType<typeof subjectOf>): readonly string[] => validate(subject).map(({ code }) => code);

test("of 100 independent columns with one pair of twins and one of opposites, just these are found, as comparing all pairs in full finds them", () => {
  const random = randomOf(7);
  const values = Array.from({ length: 500 }, () => Array.from({ length: 100 }, () => 100 * random()));
  for (const row of values) {
    row[60] = 0.99 * row[20]! + 1 * random();
    row[70] = 100 - row[30]!;
    // Correlated, but no twins.
    row[80] = 0.8 * row[40]! + 20 * random();
  }
  const [earned] = earnedPoints(subjectOf(100, 500, (agent, column) => values[agent]![column]!));
  const found = twinsAmong(earned!.indicators).map(({ first, second, r }) => [
    first.compiled.indicator.name,
    second.compiled.indicator.name,
    Math.sign(r),
  ]);
  expect(found).toEqual([
    ["M20", "M60", 1],
    ["M30", "M70", -1],
  ]);
  const full = earned!.indicators.flatMap(({ sample: a }, i) =>
    earned!.indicators
      .slice(i + 1)
      .flatMap(({ sample: b }, k) => (Math.abs(pearson(a, b)) >= 0.98 ? [[i, i + 1 + k]] : [])),
  );
  expect(full).toEqual([
    [20, 60],
    [30, 70],
  ]);
});

/** The textbook formula. */
function pearson(a: Float64Array, b: Float64Array): number {
  const mean = (column: Float64Array): number => column.reduce((sum, each) => sum + each, 0) / column.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (product: (i: number) => number): number => a.reduce((total, _, i) => total + product(i), 0);
  return (
    sum((i) => (a[i]! - ma) * (b[i]! - mb)) / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2))
  );
}

test("of 5,000 agents 400 are sampled, but what is said about everybody holds for everybody", () => {
  // One agent outside the sample has less than all others.
  const odd = subjectOf(1, 5000, (agent) => (agent === 7 ? 10 : 100));
  expect(earnedPoints(odd)[0]!.count).toBe(400);
  expect(momentsOf(earnedPoints(odd)[0]!.indicators[0]!.sample).lowest).toBe(100);
  const [finding] = validate(odd);
  expect(finding).toMatchObject({ code: "agents-told-apart", data: { agents: 5000, from: 100, to: 100 } });
  expect(validate(subjectOf(1, 5000, (agent) => (agent === 7 ? 100 : 10))).map(({ code }) => code)).toEqual([
    "agents-told-apart",
  ]);
});

test.each([
  [FEWEST_AGENTS - 1, []],
  [FEWEST_AGENTS, ["points-are-earned"]],
])("with %i agents the statistics say %j", (agents, expected) => {
  expect(codesOf(subjectOf(1, agents, (agent) => agent / 2))).toEqual(expected);
});

test("a rubric of more than 300 indicators is left out", () => {
  expect(earnedPoints(subjectOf(301, 40, (agent) => agent))).toEqual([]);
  expect(earnedPoints(subjectOf(300, 40, (agent) => agent))).toHaveLength(1);
});

test("agents who are not scored are left out", () => {
  const subject = subjectOf(1, 80, (agent) => (agent % 2 === 0 ? "N/A" : agent));
  expect(earnedPoints(subject)[0]!.indicators[0]!.moments).toMatchObject({ count: 40, lowest: 1, highest: 79 });
});

test("the statistics are silent where an error keeps scores from being made, and about a line of which a warning tells", () => {
  const agents = Array.from({ length: 40 }, (_, agent) => ({
    "Agent ID": `A${agent}`,
    Period: "2026-10",
    Test: agent,
  }));
  const codes = (rubric: object) =>
    validate(readSubject(sourcesOf(exampleOf([{ ...LINEAR, ...rubric }], { Metrics: agents })))).map(
      ({ code }) => code,
    );
  expect(codes({})).toEqual(["points-are-earned"]);
  expect(codes({ Points: 90 })).toEqual(["points-add-up"]);
  expect(codes({ Rule: "lower is better" })).toEqual(["direction-agrees"]);
});
