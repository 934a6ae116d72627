import fc from "fast-check";
import { roundHalfAwayFromZero, roundTo, type Rounding } from "../../../src/core/text/round";
import { same } from "../../support/property";

// Values of Excel's ROUND, by hand from its documented behaviour: half away from zero on 15 significant digits.
test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [-2.675, 2, -2.68],
  [0.285, 2, 0.29],
  // eslint-disable-next-line no-loss-of-precision -- as typed; Excel, like the double, takes it for 1.5
  [1.4999999999999999, 0, 2],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [59.555, 2, 59.56],
  [89.994999, 2, 89.99],
  [89.995, 2, 90],
  [0.1 + 0.2, 2, 0.3],
  [33.33 * 3, 2, 99.99],
  [0, 2, 0],
  [-0.001, 2, 0],
  [99.9949999999999, 2, 99.99],
  [1234567.885, 2, 1234567.89],
  [8.345, 2, 8.35],
  [1e-9, 2, 0],
  [5e-7, 6, 0.000001],
])("ROUND(%p, %i) = %p", (value, decimals, expected) => {
  const result = roundHalfAwayFromZero(value, decimals);
  expect(result).toBe(expected);
  expect(Object.is(result, -0)).toBe(false);
});

test("agrees with exact decimal arithmetic on decimals that people write", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      (digits, places, decimals) => {
        const value = Number(`${digits}e-${places}`);
        same(roundHalfAwayFromZero(value, decimals), exactRound(digits, places, decimals));
      },
    ),
    { seed: 20261122, numRuns: 5000 },
  );
});

/** Rounding of digits x 10^-places in whole numbers only. */
function exactRound(digits: number, places: number, decimals: number): number {
  if (decimals >= places) return Number(`${digits}e-${places}`) + 0;
  const unit = 10n ** BigInt(places - decimals);
  const magnitude = BigInt(Math.abs(digits));
  const quotient = magnitude / unit + ((magnitude % unit) * 2n >= unit ? 1n : 0n);
  return Number(`${digits < 0 ? "-" : ""}${quotient}e-${decimals}`) + 0;
}

test.each([-1, 1.5, 11, NaN])("%p decimals are a programmer's mistake", (decimals) => {
  expect(() => roundHalfAwayFromZero(1, decimals)).toThrow(String(decimals));
});

// By hand: the digits that people write decide, not the double just beside them.
test.each<[Rounding, number, number, number]>([
  ["half-even", 2.345, 2, 2.34],
  ["half-even", 2.355, 2, 2.36],
  ["half-even", -2.345, 2, -2.34],
  ["half-even", 2.3451, 2, 2.35],
  ["half-even", 0.5, 0, 0],
  ["half-even", 1.5, 0, 2],
  ["down", 2.349, 2, 2.34],
  ["down", -2.349, 2, -2.34],
  ["down", 0.29 * 100, 0, 29],
  ["down", 89.999, 2, 89.99],
  ["up", 2.341, 2, 2.35],
  ["up", -2.341, 2, -2.35],
  ["up", 1.1 + 2.2, 1, 3.3],
  ["up", 2.34, 2, 2.34],
  ["half-away", 2.345, 2, 2.35],
  // Sums less deductions miss the written decimals beyond the fifteenth digit: 8.62, 7.5 and 2.345 are meant.
  ["down", 8.619999999999992, 2, 8.62],
  ["up", 7.50000000000004, 2, 7.5],
  ["half-even", 2.34500000000004, 2, 2.34],
  ["down", -8.619999999999992, 2, -8.62],
  // What is really below or above counts.
  ["down", 8.6199999, 2, 8.61],
  ["up", 7.5000001, 2, 7.51],
  ["half-even", 2.3450001, 2, 2.35],
])("%s: %p to %i decimals is %p", (rounding, value, decimals, expected) => {
  expect(roundTo(value, decimals, rounding)).toBe(expected);
});
