import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";

type Line = readonly [section: string, points: number];

const findings = (lines: readonly Line[]) =>
  validate(
    readSubject(
      sourcesOf(
        exampleOf(lines.map(([Section, Points], index) => ({ Section, ...LINEAR, Indicator: `I${index}`, Points }))),
      ),
    ),
  ).map(({ code, severity, data }) => `${severity} ${code} ${data["sum"]}`);

/** One mistake is told once, at its origin: by the section that states its total, or by the whole rubric. */
test.each<[string, readonly Line[], readonly string[]]>([
  [
    "all adds up",
    [
      ["A (60 points)", 60],
      ["B（40分）", 40],
    ],
    [],
  ],
  [
    "one section is short, and so is the whole",
    [
      ["A (60 points)", 55],
      ["B（40分）", 40],
    ],
    ["error section-adds-up 55"],
  ],
  [
    "one section differs from its name, the whole adds up",
    [
      ["A (60 points)", 55],
      ["B", 45],
    ],
    ["warning section-adds-up 55"],
  ],
  [
    "the whole is short where no section says so",
    [
      ["A (60 points)", 60],
      ["B", 35],
    ],
    ["error points-add-up 95"],
  ],
  [
    "two mistakes",
    [
      ["A (60 points)", 55],
      ["B", 35],
    ],
    ["warning section-adds-up 55", "error points-add-up 90"],
  ],
])("%s", (_title, lines, expected) => {
  expect([...findings(lines)].sort()).toEqual([...expected].sort());
});
