import { isSame, SAME } from "../../../src/core/text/tolerance";

test.each([
  [0.1 + 0.2, 0.3, true],
  [33.33 * 3 + 0.01, 100, true],
  [0.55 * 100, 55, true],
  [0, SAME, true],
  [0, SAME * 1.001, false],
  [1, 1.00001, false],
  [NaN, NaN, false],
  [Infinity, 1, false],
])("%d and %d are the same: %s", (a, b, expected) => {
  expect(isSame(a, b)).toBe(expected);
  expect(isSame(b, a)).toBe(expected);
});
