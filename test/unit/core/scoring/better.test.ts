import type { RawCell } from "../../../../src/core/cell/cell";
import { bookFrom, scoreOnly } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;

/** A scale of three intervals worth so much, in points or as shares. */
const scale = (unit: "Points" | "Share", ...worths: readonly number[]): readonly Row[] =>
  worths.map((worth, k) => ({
    Scale: "S",
    From: k === 0 ? "" : k * 10,
    To: k === 2 ? "" : (k + 1) * 10,
    [unit]: worth,
  }));
const grades = (...shares: readonly number[]): readonly Row[] =>
  shares.map((Share, k) => ({ Scale: "S", Grade: `g${k}`, Share }));

/** Which way is better decides on which side of Fail at an agent fails. */
test.each<[row: Row, scales: readonly Row[], value: RawCell, better: "up" | "down"]>([
  [{ Method: "linear", "Zero at": 1, "Full at": 9 }, [], 5, "up"],
  [{ Method: "linear", "Zero at": 9, "Full at": 1 }, [], 5, "down"],
  [{ Method: "pass-fail", "Full at": 5 }, [], 5, "up"],
  [{ Method: "pass-fail", "Full at": 5, "Zero at": 7 }, [], 5, "down"],
  [{ Method: "peer", "Zero at": -0.2, "Full at": 0.2 }, [], 5, "up"],
  [{ Method: "peer", "Zero at": 0.2, "Full at": -0.2 }, [], 5, "down"],
  [{ Method: "target-centred", "Zero at": 9, "Full at": 1 }, [], 5, "up"],
  [{ Method: "step", "Full at": 9, "Per event": 5, Step: 1 }, [], 5, "up"],
  [{ Method: "step", "Full at": 9, "Per event": 5, Step: -1 }, [], 5, "down"],
  [{ Method: "bands", Scale: "S" }, scale("Share", 0, 0.5, 1), 5, "up"],
  [{ Method: "bands", Scale: "S" }, scale("Share", 1, 0.5, 0), 5, "down"],
  [{ Method: "bands", Scale: "S" }, scale("Points", 100, 50, 0), 5, "down"],
  [{ Method: "bands", Scale: "S" }, scale("Share", 0.5, 1, 0.5), 5, "up"],
  [{ Method: "raters", Scale: "S" }, scale("Share", 1, 0.5, 0), 5, "down"],
  [{ Method: "grade", Scale: "S" }, grades(0, 0.5, 1), "g1", "up"],
  [{ Method: "grade", Scale: "S" }, grades(1, 0.5, 0), "g1", "down"],
  [{ Method: "attainment", "Full at": 9 }, [], 5, "up"],
])("%j: %#", async (row, Scales, value, better) => {
  const Metrics = ["a", "b", "c", "d", "e"].map((id) => ({ "Agent ID": id, Period: "1", It: value }));
  const book = await bookFrom([{ Indicator: "It", Points: 100, ...row }], {
    Metrics,
    ...(Scales.length > 0 ? { Scales } : {}),
  });
  expect(scoreOnly(book).rubric.indicators[0]!.better).toBe(better);
});

test.each([
  [scale("Share", 1, 0.5, 0), 15, [false, true]],
  [scale("Share", 0, 0.5, 1), 15, [true, false]],
])("Fail at 15 of a scale", async (Scales, failAt, zero) => {
  const Metrics = [5, 25].map((It) => ({ "Agent ID": `a${It}`, Period: "1", It }));
  const row = { Indicator: "It", Points: 100, Method: "bands", Scale: "S", Critical: "zero", "Fail at": failAt };
  const { total } = scoreOnly(await bookFrom([row], { Metrics, Scales }));
  expect([total[0] === 0, total[1] === 0]).toEqual(zero);
});
