import type { RawCell } from "../../../src/core/cell/cell";
import { STATUS_NAMES } from "../../../src/core/scoring/model/status";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const MONTH: Row = { Rubric: "Month", Indicator: "Work", Points: 100, Method: "manual" };
const QUARTER: Row = {
  Rubric: "Quarter",
  Indicator: "Months",
  Points: 100,
  Method: "period",
  "Zero at": 0,
  "Full at": 100,
};
const row = (id: string, Period: string, Work: RawCell): Row => ({ "Agent ID": id, Rubric: "Month", Period, Work });
const outer = (id: string): Row => ({ "Agent ID": id, Rubric: "Quarter", Period: "2026-Q4", Work: "" });
/** Everybody else is there in all months, so that the months exist. */
const OTHERS = ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"].map((period) => row("9", period, 50));

async function totalOf(own: readonly Row[], ifMissing: string): Promise<number | string> {
  const rubric = [MONTH, { ...QUARTER, "If missing": ifMissing }];
  const { sets, findings } = scoreBook(await bookFrom(rubric, { Metrics: [...OTHERS, ...own, outer("1")] }), {
    period: "2026-Q4",
  });
  const [set] = sets;
  if (!set) throw new Error(findings.map(({ text }) => text.en.what).join(" | "));
  return set.status[0] === 0 ? set.total[0]! : STATUS_NAMES[set.status[0]!]!;
}

test.each<[what: string, months: Readonly<Record<string, RawCell>>, ifMissing: string, total: number | string]>([
  ["all months", { "2026-10": 60, "2026-11": 70, "2026-12": 80 }, "pending", 70],
  ["joined in November", { "2026-11": 70, "2026-12": 80 }, "pending", 75],
  ["left in November", { "2026-10": 60, "2026-11": 70 }, "pending", 65],
  ["there in November only", { "2026-11": 70 }, "zero", 70],
  ["a hole", { "2026-10": 60, "2026-12": 80 }, "pending", "pending"],
  ["a hole", { "2026-10": 60, "2026-12": 80 }, "exclude", 70],
  ["a hole", { "2026-10": 60, "2026-12": 80 }, "zero", 46.67],
  ["a hole", { "2026-10": 60, "2026-12": 80 }, "full", 80],
  ["a hole at the edge, between rows outside", { "2026-09": 90, "2026-11": 70, "2026-12": 80 }, "zero", 50],
  ["a month that cannot be scored", { "2026-10": 60, "2026-11": "x", "2026-12": 80 }, "zero", "pending"],
  ["a month that is pending", { "2026-10": 60, "2026-11": "", "2026-12": 80 }, "pending", "pending"],
])("%s %j, if missing %s", async (_what, months, ifMissing, total) => {
  const own = Object.entries(months).map(([period, work]) => row("1", period, work));
  expect(await totalOf(own, ifMissing)).toBe(total);
});
