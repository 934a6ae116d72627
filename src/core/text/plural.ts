/**
 * The English words for a count, given as a number or as shown text. Chinese has one form for all counts.
 *
 * @example plural(1, "lies", "lie") // "lies"
 */
export function plural(count: number | string, one: string, many: string): string {
  return String(count) === "1" ? one : many;
}

/**
 * A count and the counted thing.
 *
 * @example counted(showNumber(1200, "en"), "agent", "agents") // "1,200 agents"
 */
export const counted = (count: number | string, one: string, many: string): string =>
  `${count} ${plural(count, one, many)}`;
