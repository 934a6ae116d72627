/**
 * Random numbers for sample data, the same on every machine and in every version of Node. So there is no `Math.random`,
 * and no function whose last digit a machine may choose (`exp`, `log`, `sin`).
 */
export class SampleRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Uniform from 0 to below 1. A linear congruential generator with its upper bits mixed into the lower ones. */
  even(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d) >>> 0;
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  }

  /** Bell-shaped around 0 with a spread of 1: the sum of twelve uniform numbers, never beyond 6. */
  bell(): number {
    let sum = -6;
    for (let index = 0; index < 12; index++) sum += this.even();
    return sum;
  }

  /** An index by weights that add up to 1. Event counts need it, because most of them are 0. */
  pick(weights: readonly number[]): number {
    let rest = this.even();
    const found = weights.findIndex((weight) => (rest -= weight) < 0);
    return found < 0 ? weights.length - 1 : found;
  }

  chance(share: number): boolean {
    return this.even() < share;
  }
}
