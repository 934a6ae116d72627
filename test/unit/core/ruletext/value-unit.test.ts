import { parseCell } from "../../../../src/core/cell/cell";
import { scoreText } from "../../../../src/core/ruletext/score-text";

const PERCENT = "90% or above 10 points, 80% to 90% 8 points, below 80% 0 points";
const PLAIN = "90 or above 10 points, 80 to 90 8 points, below 80 0 points";
const TIME = "AHT 3:25 or less full marks, 5:00 or more 0 points, linear in between";
const NO_UNIT = "AHT of 200 or less 10 points, 200 to 300 8 points, above 300 0 points";
const MINUTES = "3 分钟以内满分，5 分钟以上 0 分，之间线性";

/** Points, or "refused" where value and rule are in different units. */
test.each<[string, string | number, number | "refused"]>([
  [PERCENT, 85, "refused"],
  [PERCENT, 0.85, 8],
  [PERCENT, "85%", 8],
  [PERCENT, "0,985", "refused"],
  [PLAIN, 85, 8],
  [PLAIN, "85%", "refused"],
  [PLAIN, 0.85, "refused"],
  [PLAIN, 0, 0],
  [TIME, 205, 10],
  [TIME, "3:25", 10],
  [TIME, "5:00", 0],
  [TIME, 300, 0],
  [TIME, 205 / 86_400, "refused"],
  [TIME, 4, "refused"],
  [MINUTES, 4, 5],
  [MINUTES, "4:00", 5],
  [MINUTES, "240秒", 5],
  [MINUTES, 240, "refused"],
  [MINUTES, 205 / 86_400, "refused"],
  [NO_UNIT, 205, 8],
  [NO_UNIT, 205 / 86_400, "refused"],
  [NO_UNIT, 3.4, "refused"],
  [NO_UNIT, "3:25", "refused"],
  ["差错率 3‰ 以下满分，5‰ 以上 0 分，之间线性", "4‰", 5],
  ["差错率 3-5‰ 得 8 分，3‰ 以下 10 分，5‰ 以上 0 分", 0.004, 8],
  ["90 points or above full, below 60 zero, linear in between", "3:25", "refused"],
])("by the rule %s the value %p earns %p", (rule, value, points) => {
  const { why, scores } = scoreText(rule, 10, [parseCell(value)]);
  expect(why).toBeUndefined();
  const [score] = scores;
  expect(score!.status === "scored" ? Number(score!.points.toPrecision(12)) : "refused").toBe(points);
});
