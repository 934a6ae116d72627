import type { RawCell } from "../../../../src/core/cell/cell";
import { exampleOf, LINEAR, sourcesOf } from "../../../../src/core/checks/examples";
import { readSubject } from "../../../../src/core/checks/subject";
import { validate } from "../../../../src/core/checks/validate";
import type { ExampleTables } from "../../../../src/core/checks/check";

type Row = Readonly<Record<string, RawCell>>;

const HALF: Row = { ...LINEAR, Points: 50 };
const TWO: readonly Row[] = [
  { ...HALF, Indicator: "One", Metric: "One", "Zero at": 0, "Full at": 100 },
  { ...HALF, Indicator: "Other", Metric: "Other", "Zero at": 0, "Full at": 100 },
];
const twins = (other: (one: number) => number): ExampleTables =>
  exampleOf(TWO, {
    Metrics: Array.from({ length: 40 }, (_, k) => ({
      "Agent ID": `a${k}`,
      Period: "1",
      One: 60 + k,
      Other: other(60 + k),
    })),
  });
const rows = (...metrics: readonly Row[]): ExampleTables => exampleOf([LINEAR], { Metrics: metrics });
const GOOD: Row = { "Agent ID": "1", Period: "1", Test: 70 };

/** Where the words of a finding depend on its facts, each of them has to say what is the case. */
test.each<[code: string, tables: ExampleTables, en: RegExp, zh: RegExp]>([
  ["points-add-up", exampleOf([{ ...LINEAR, Points: 90 }]), /Nobody can reach the full score/, /没有人能得满分/],
  ["points-add-up", exampleOf([{ ...LINEAR, Points: 110 }]), /More can be earned/, /可得分数超过满分/],
  ["no-correlated-twins", twins((one) => one - 0.5), /counts twice/, /计了两次/],
  ["no-correlated-twins", twins((one) => 160 - one), /the other takes/, /另一个减/],
  [
    "no-duplicate-indicator",
    exampleOf([HALF, { ...HALF, Indicator: "" }]),
    /has no name.*Give it a name/,
    /没有名称.*填写名称/,
  ],
  ["no-duplicate-indicator", exampleOf([HALF, HALF]), /stands twice.*Rename/, /出现了两次.*改名/],
  [
    "row-names-agent-and-period",
    rows(GOOD, { ...GOOD, "Agent ID": "" }),
    /A row .* states no agent ID.*agent ID/,
    /没有写工号.*填写工号/,
  ],
  [
    "row-names-agent-and-period",
    rows(GOOD, { ...GOOD, "Agent ID": "2", Period: "" }, { ...GOOD, "Agent ID": "3", Period: "" }),
    /2 rows .* state no period.*Fill in the period/,
    /没有写期间.*填写期间/,
  ],
  ["metric-is-number", rows({ ...GOOD, Test: true }), /“TRUE”/, /“TRUE”/],
  ["metric-is-number", rows({ ...GOOD, Test: "#REF!" }), /“#REF!”/, /“#REF!”/],
  ["metric-is-number", rows({ ...GOOD, Test: "70" }), /stored as text: “70”/, /以文本形式存储，如“70”/],
  [
    "metric-is-number",
    rows({ ...GOOD, Test: "lots" }, { ...GOOD, "Agent ID": "2", Test: "few" }),
    /2 cells .* “lots” and the like/,
    /2 个单元格.*“lots”等/,
  ],
])("%s", (code, tables, en, zh) => {
  const finding = validate(readSubject(sourcesOf(tables))).find((each) => each.code === code);
  const said = (locale: "en" | "zh-CN"): string => Object.values(finding!.text[locale]).join(" ");
  expect(said("en")).toMatch(en);
  expect(said("zh-CN")).toMatch(zh);
});
