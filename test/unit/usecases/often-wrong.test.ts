import type { RawCell } from "../../../src/core/cell/cell";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { evaluate } from "../../../src/functions/evaluate";
import { FUNCTIONS } from "../../../src/functions/definitions";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

/** What score cards in spreadsheets and other tools often get wrong. One table for each kind of input. */

type Row = Readonly<Record<string, RawCell>>;
type More = NonNullable<Parameters<typeof bookFrom>[1]>;

const PERIOD = "2026-10";
const line = (Indicator: string, Points: RawCell, more: Row = {}): Row => ({
  Indicator,
  Points,
  Method: "linear",
  "Zero at": 0,
  "Full at": 100,
  ...more,
});
const people = (...rows: readonly Row[]): readonly Row[] =>
  rows.map((row, k) => ({ "Agent ID": String(k + 1), Period: PERIOD, ...row }));
const setting = (Setting: string, Value: RawCell): Row => ({ Setting, Value });

/** `id total grade #rank` of each agent, and the codes of the findings that are no information. */
async function outcomeOf(rubric: readonly Row[], more: More) {
  const { sets, findings } = scoreBook(await bookFrom(rubric, more));
  const agents = sets.flatMap((set) =>
    set.agentIds.map((id, k) => {
      const status = STATUS_NAMES[set.status[k]!]!;
      const grade = set.rubric.grades[set.grade[k]!];
      return status === "scored"
        ? `${id} ${set.total[k]}${grade ? ` ${grade}` : ""} #${set.rank[k]}`
        : `${id} ${status}`;
    }),
  );
  const told = findings.filter(({ severity }) => severity !== "info");
  return [...agents, ...told.map(({ code, severity }) => `${severity} ${code}`)];
}

const GRADES: readonly Row[] = [
  { Scale: "Total", Grade: "A", From: 90 },
  { Scale: "Total", Grade: "B", From: 80 },
  { Scale: "Total", Grade: "C", From: "" },
];
const XYZ = [line("X", 46.3), line("Y", 8.3), line("Z", 45.4)];
const onlyY = (Y: RawCell): Row => ({ X: "N/A", Y, Z: "不适用" });
const FIVE = [26, 26.4, 5.1, 16.6, 25.9].map((points, k) => line(`I${k}`, points));
const ONE_OF_FIVE: Row = { I0: "-", I1: "-", I2: 90, I3: "/", I4: "N/A" };

const peer = (more: Row = {}): Row => line("T", 100, { Method: "peer", "Zero at": -0.2, "Full at": 0.2, ...more });
const values = (...of: readonly RawCell[]) => people(...of.map((T) => ({ T })));
const PERCENTILE = [setting("peer statistic", "percentile")];
const PLACE = peer({ "Zero at": 0, "Full at": 1 });

const LATE: Row = { Indicator: "Late", Points: 20, Method: "deduct", "Per event": 5 };
const LEDGER = { Date: "2026-10-05", Indicator: "Late" };

const WORK: Row = { Rubric: "Agents", ...line("Work", 100, { Method: "manual" }) };
const TEAM: Row = { Rubric: "Leaders", ...line("Team", 100, { Method: "team" }) };
const member = (id: string, Team: string, Work: RawCell, more: Row = {}): Row => ({
  "Agent ID": id,
  Rubric: "Agents",
  Team,
  Leads: "",
  Days: "",
  Period: PERIOD,
  Work,
  ...more,
});
const leader = (id: string, Leads: string): Row => member(id, "", "", { Rubric: "Leaders", Leads });
const MEMBERS = [member("1", "A", 80), member("2", "B", 60), member("3", "B", 60)];
const OF_MEMBERS = ["1 80 #1", "2 60 #2", "3 60 #2"];

test.each<[what: string, rubric: readonly Row[], more: More, expected: readonly string[]]>([
  ["the only indicator left is on a half", XYZ, { Metrics: people(onlyY(89.995)), Scales: GRADES }, ["1 90 A #1"]],
  [
    "rounded down",
    XYZ,
    { Metrics: people(onlyY(90), onlyY(100), onlyY(89.999)), Scales: GRADES, Settings: [setting("rounding", "down")] },
    ["1 90 A #2", "2 100 A #1", "3 89.99 B #3"],
  ],
  [
    "rounded down to whole points",
    XYZ,
    {
      Metrics: people(onlyY(100), onlyY(80)),
      Settings: [setting("rounding", "down"), setting("小数位数", 0)],
    },
    ["1 100 #1", "2 80 #2"],
  ],
  [
    "rounded up to whole points",
    FIVE,
    { Metrics: people(ONE_OF_FIVE), Settings: [setting("rounding", "up"), setting("decimals", 0)] },
    ["1 90 #1"],
  ],
  ["all peers are alike", [peer()], { Metrics: values(7, 7, 7) }, ["1 50 #1", "2 50 #1", "3 50 #1"]],
  ["nobody had any", [peer()], { Metrics: values(0, 0) }, ["1 50 #1", "2 50 #1"]],
  [
    "peers cancel each other out",
    [peer({ Points: 50 }), line("U", 50)],
    { Metrics: people({ T: -10, U: 80 }, { T: 10, U: 70 }, { T: 0, U: 60 }) },
    ["1 80 #1", "2 70 #2", "3 60 #3", "warning peers-have-centre"],
  ],
  [
    "one ratio over nothing",
    [peer()],
    { Metrics: values(10, "#DIV/0!", 20) },
    ["1 0 #2", "2 failed", "3 100 #1", "warning metric-is-number"],
  ],
  [
    "a percentile among equals",
    [PLACE],
    { Metrics: values(10, 10, 10, 10), Settings: PERCENTILE },
    ["1 50 #1", "2 50 #1", "3 50 #1", "4 50 #1"],
  ],
  [
    "a percentile with some equals",
    [PLACE],
    { Metrics: values(10, 20, 20, 40, 30), Settings: PERCENTILE },
    ["1 0 #5", "2 37.5 #3", "3 37.5 #3", "4 100 #1", "5 75 #2"],
  ],
  ...["zero", "exclude", "share", "full", "pending"].map(
    (policy): [string, readonly Row[], More, readonly string[]] => [
      `a formula saved without its result, If missing ${policy}`,
      [line("X", 50, { "If missing": policy }), line("Y", 50)],
      {
        Metrics: people({ X: "", Y: 90 }, { X: 60, Y: 90 }),
        formulas: { missing: [{ row: 0, column: 2 }], stale: [] },
      },
      ["error formula-has-result"],
    ],
  ),
  [
    "an ID without its zeros",
    [line("X", 80), LATE],
    { Metrics: [{ "Agent ID": "0012", Period: PERIOD, X: 100 }], Ledger: [{ ...LEDGER, "Agent ID": 12 }] },
    ["error event-is-counted"],
  ],
  [
    "a number as an ID, and its text",
    [line("X", 80), LATE],
    { Metrics: [{ "Agent ID": 12, Period: PERIOD, X: 100 }], Ledger: [{ ...LEDGER, "Agent ID": "12" }] },
    ["12 95 #1"],
  ],
  [
    "another width in an ID",
    [line("X", 80), LATE],
    { Metrics: [{ "Agent ID": "A12", Period: PERIOD, X: 100 }], Ledger: [{ ...LEDGER, "Agent ID": "Ａ１２" }] },
    ["A12 95 #1"],
  ],
  [
    "two teams in a period without days",
    [WORK],
    { Metrics: [member("1", "A", 80), member("1", "B", 60)] },
    ["error agent-once-per-period"],
  ],
  [
    "two teams in a period by days",
    [WORK],
    { Metrics: [member("1", "A", 80, { Days: 14 }), member("1", "B", 60, { Days: 7 })] },
    ["1 73.33 #1"],
  ],
  ...["A, B", "A、B", "A，B", "A；B"].map((leads): [string, readonly Row[], More, readonly string[]] => [
    `a leader of the teams ${leads}`,
    [WORK, TEAM],
    { Metrics: [...MEMBERS, leader("L", leads)] },
    [...OF_MEMBERS, "L 66.67 #1"],
  ]),
  [
    "two leaders of one team",
    [WORK, TEAM],
    { Metrics: [...MEMBERS, leader("L", "B"), leader("M", "B")] },
    [...OF_MEMBERS, "L 60 #1", "M 60 #1"],
  ],
])("%s", async (_what, rubric, more, expected) => {
  expect(await outcomeOf(rubric, more)).toEqual(expected);
});

const RATE = "90% or above 10 points, 80% to 90% 8 points, below 80% 0 points";
const ZH_RATE = "90%及以上得10分，80%至90%得8分，80%以下得0分";
const PEERS = [[10], ["#DIV/0!"], [20]];
const WEIGHTS = [[20, 30, 50]];

test.each<[id: string, given: readonly unknown[], expected: unknown]>([
  ["LINEARSCORE", ["0,985", 0.9, 0.99, 10], "“0,985” has a decimal comma: write 0.985."],
  ["LINEARSCORE", [0.95, "0,900", 0.99, 10], "“0,900” has a decimal comma: write 0.9."],
  ["LINEARSCORE", ["1,234", 1000, 2000, 10], "“1,234” may be 1.234 or 1234: write it without the comma."],
  ["LINEARSCORE", ["12,345.6", 10000, 20000, 10], 2.3456],
  ["LINEARSCORE", ["1,234,567", 1e6, 2e6, 10], 2.34567],
  ["LINEARSCORE", ["3:25", 300, 180, 12], 9.5],
  ["LINEARSCORE", ["3分25秒", "5分钟", "0:03:00", 12], 9.5],
  ["GRADE", ["89,5", [["B"], ["A"]], [[60], [90]]], "“89,5” has a decimal comma: write 89.5."],
  ["GRADE", [89.995, [["B"], ["A"]], [[60], [90]]], "A"],
  ["DEDUCTSCORE", ["2,5", 2, 10], "“2,5” has a decimal comma: write 2.5."],
  ["RULESCORE", [0.85, RATE, 10], 8],
  ["RULESCORE", ["85%", RATE, 10], 8],
  ["RULESCORE", ["85%", ZH_RATE, 10], 8],
  ["RULESCORE", [85, RATE, 10], "The rule is in per cent and the value is not: write 85% or 0.85 for 85 per cent."],
  ["RULESCORE", [85, ZH_RATE, 10], "The rule is in per cent and the value is not: write 85% or 0.85 for 85 per cent."],
  ["RULESCORE", ["0,85", RATE, 10], "“0,85” has a decimal comma: write 0.85."],
  ["PEERSCORE", [10, PEERS, -0.2, 0.2, 10], "The cell holds the error #DIV/0!."],
  ["PEERSCORE", [7, [[7], [7], [7]], -0.2, 0.2, 10], 5],
  ["PEERSCORE", [0, [[0], [0]], -0.2, 0.2, 10], 5],
  // Excel hands an empty cell over as null on the web; on the desktop a formula passes it as "".
  ["WEIGHTEDKPI", [[[80, null, 100]], WEIGHTS, "exclude"], 6600 / 70],
  ["WEIGHTEDKPI", [[[80, "", 100]], WEIGHTS, "exclude"], 6600 / 70],
  ["WEIGHTEDKPI", [[[80, "N/A", 100]], WEIGHTS], 6600 / 70],
  ["WEIGHTEDKPI", [[[80, 0, 100]], WEIGHTS, "exclude"], 66],
])("%s(%j)", async (id, given, expected) => {
  const definition = FUNCTIONS.find((each) => each.id === id)!;
  await definition.prepare?.();
  const padded = definition.parameters.map((_, k) => given[k] ?? null);
  const cell = evaluate(definition, [...padded, {}])[0]![0]!;
  const shown = typeof cell === "object" ? cell.message?.en : cell;
  expect(typeof shown === "number" ? Number(shown.toPrecision(12)) : shown).toEqual(
    typeof expected === "number" ? Number(expected.toPrecision(12)) : expected,
  );
});
