import fc from "fast-check";
import { createPeers } from "../../src/core/scoring/model/peers";
import { runs, same } from "../support/property";

/** Few different numbers, so that equal ones are common. NaN stands for no value. */
const value = fc.constantFrom(0, 1, 2, 2.5, 3, 10, -4);
const group = fc.array(fc.oneof({ weight: 5, arbitrary: value }, fc.constant(NaN)), { minLength: 1, maxLength: 8 });

test("a group with one value replaced is the group made anew from the changed values", () => {
  fc.assert(
    fc.property(group, fc.nat(), value, value, (values, place, changed, asked) => {
      const index = place % values.length;
      const anew = createPeers(Float64Array.from(values, (own, i) => (i === index ? changed : own)));
      const replaced = createPeers(Float64Array.from(values)).replaced(index, changed);
      same(replaced.count, anew.count);
      expect(replaced.mean).toBeCloseTo(anew.mean, 12);
      same(replaced.median, anew.median);
      same(replaced.percentile(asked), anew.percentile(asked));
      same(Array.from(replaced.values), Array.from(anew.values));
    }),
    { seed: 20261124, numRuns: runs(500) },
  );
});

test("frozen statistics stay frozen", () => {
  const peers = createPeers(Float64Array.of(1, 2, 3), { mean: 7, median: 8 }).replaced(0, 100);
  expect([peers.mean, peers.median, peers.percentile(50)]).toEqual([7, 8, 1]);
});
