import { isDeepStrictEqual } from "node:util";

/** The project `long` of jest.config.cjs tries every law in full. */
const { tryAll = false } = globalThis as { tryAll?: boolean };

/**
 * The number of tries of a law. `npm run test:unit` makes a part of them (a quarter by default), `npm run test:long` all. Both use the same
 * seed, so the part is the beginning of the whole.
 */
export const runs = (all: number, part = 4): number => (tryAll ? all : Math.ceil(all / part));

/**
 * `expect(actual).toEqual(expected)` for loops of thousands. Each expect makes some sixty matchers, which takes longer than the tested
 * code. So it runs only for a difference that Node sees, and reports that one.
 */
export function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
