/**
 * The places where a list changes its direction, each with the place before it. The two ends of the list give its
 * direction, or the first step if both ends are equal.
 */
export function outOfOrder(values: readonly number[]): readonly (readonly [at: number, before: number])[] {
  const steps = values.slice(1).map((value, index) => Math.sign(value - values[index]!));
  const ends = values.length === 0 ? 0 : Math.sign(values[values.length - 1]! - values[0]!);
  const direction = ends || (steps.find((step) => step !== 0) ?? 0);
  return steps.flatMap((step, index) => (step * direction < 0 ? [[index + 1, index] as const] : []));
}
