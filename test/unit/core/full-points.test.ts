import type { RawCell } from "../../../src/core/cell/cell";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

const rubric = (points: readonly RawCell[], method: string) =>
  points.map((Points, k) => ({ Indicator: `P${k + 1}`, Points, Method: method, "Zero at": 0, "Full at": 100 }));

async function score(points: readonly RawCell[], fullScore?: number) {
  const marks = Object.fromEntries(points.map((_, k) => [`P${k + 1}`, 90]));
  const book = await bookFrom(rubric(points, "linear"), {
    Metrics: [{ "Agent ID": "1", Period: "2026-10", ...marks }],
    ...(fullScore === undefined ? {} : { Settings: [{ Setting: "Full score", Value: fullScore }] }),
  });
  const { sets, findings } = scoreBook(book);
  const about = findings.filter(({ code }) => code === "points-made-full" || code === "points-add-up");
  return { total: sets[0]?.total[0], codes: about.map(({ code }) => code) };
}

test.each<
  [points: readonly RawCell[], fullScore: number | undefined, total: number | undefined, codes: readonly string[]]
>([
  [[50, 50], undefined, 90, []],
  // Rounded thirds, sevenths, and decimals.
  [[33, 33, 33], undefined, 90, ["points-made-full"]],
  [[33.3, 33.3, 33.3], undefined, 90, ["points-made-full"]],
  [[33.33, 33.33, 33.33], undefined, 90, ["points-made-full"]],
  [Array.from({ length: 7 }, () => 14.3), undefined, 90, ["points-made-full"]],
  [[12.5, 37.5, 50.1], undefined, 90, ["points-made-full"]],
  // Whole numbers that differ, or miss it by more than their rounding.
  [[33, 34, 32], undefined, undefined, ["points-add-up"]],
  [[32, 32, 32], undefined, undefined, ["points-add-up"]],
  [[33.3, 33.3, 32.3], undefined, undefined, ["points-add-up"]],
  // Shares of the full score.
  [["60%", "40%"], undefined, 90, ["points-made-full"]],
  [["60％", "40％"], 120, 108, ["points-made-full"]],
  [["60%", "30%"], undefined, undefined, ["points-add-up"]],
  // Whole points that add up to 1 say nothing of per cent.
  [[0.6, 0.4], undefined, undefined, ["points-add-up"]],
])("points %j, full score %p", async (points, fullScore, total, codes) => {
  expect(await score(points, fullScore)).toEqual({ total, codes });
});
