/**
 * The English words that fit a count, given as a number or as it is shown; Chinese has one form for all.
 *
 * @example plural(1, "lies", "lie") // "lies"
 */
export function plural(count: number | string, one: string, many: string): string {
  return String(count) === "1" ? one : many;
}

/**
 * A count with the thing that is counted.
 *
 * @example counted(showNumber(1200, "en"), "agent", "agents") // "1,200 agents"
 */
export const counted = (count: number | string, one: string, many: string): string =>
  `${count} ${plural(count, one, many)}`;
