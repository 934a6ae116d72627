import { isDeepStrictEqual } from "node:util";

/** The project `long` of jest.config.cjs tries every law as often as it says. */
const { tryAll = false } = globalThis as { tryAll?: boolean };

/**
 * How often a law is tried: of all the times a part (a quarter, unless said otherwise) by `npm run test:unit`, all of them by
 * `npm run test:long`. The seed is the same, so that the part is the beginning of the whole.
 */
export const runs = (all: number, part = 4): number => (tryAll ? all : Math.ceil(all / part));

/**
 * `expect(actual).toEqual(expected)` for loops of thousands. Each expect makes some sixty matchers, which takes longer than
 * what is tested; so it is asked only where Node sees a difference, and tells that one.
 */
export function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
