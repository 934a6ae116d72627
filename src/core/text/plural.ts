/**
 * The form of a word that fits a count in English; Chinese has one form for all.
 *
 * @example `${count} ${plural(count, "agent", "agents")}` // "1 agent", "0 agents"
 */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
