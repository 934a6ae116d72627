import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";
import { scorePeriod } from "../../../../src/core/scoring/period/score-period";

type Row = Readonly<Record<string, RawCell>>;

const TEAM: Row = { Indicator: "Team", Points: 100, Method: "team", "Zero at": 60, "Full at": 90 };
const leaders: readonly Row[] = [
  { "Agent ID": "1", Period: "1", Team: "A", Leads: "B" },
  { "Agent ID": "2", Period: "1", Team: "B", Leads: "A" },
];

/** Checks find these first; scoring what they forbid is a mistake of ours, which names the place. */
test.each<[title: string, rubric: readonly Row[], metrics: readonly Row[] | undefined, said: RegExp]>([
  ["an unknown method", [{ ...LINEAR, Method: "magic" }], undefined, /Quarterly test: unknown method “magic”/],
  ["a parameter that is missing", [{ ...LINEAR, "Zero at": "" }], undefined, /Quarterly test: .* because of zeroAt/i],
  ["an unknown word in If missing", [{ ...LINEAR, "If missing": "maybe" }], undefined, /Quarterly test: If missing/],
  ["an unknown word in Critical", [{ ...LINEAR, Critical: "maybe" }], undefined, /Quarterly test: .*Critical/],
  ["a metric that is not there", [LINEAR], [{ "Agent ID": "1", Period: "1" }], /Quarterly test: no metric .*“Test”/],
  ["agents who lead each other", [TEAM], leaders, /1: agents lead each other in a circle: (1, 2|2, 1)/],
  ["a team metric that is none", [{ ...TEAM, Metric: "A+X" }], [leaders[0]!], /“A\+X” is neither/],
])("%s", (_title, rubric, Metrics, said) => {
  const subject = readSubject(sourcesOf(exampleOf(rubric, Metrics ? { Metrics } : {})));
  expect(validate(subject).some(({ severity }) => severity === "error")).toBe(true);
  const { metrics } = subject;
  const period = Metrics ? "1" : "2026-10";
  expect(() => scorePeriod({ ...subject, metrics: metrics! }, period)).toThrow(said);
});
