import type { Doubt } from "../doubt";
import type { Amount, Part } from "../grammar/parts";
import type { Span } from "../span";
import type { Statements } from "./said";

/** The input of reading one rule, and its results so far. */
export class Context {
  readonly doubts: Doubt[] = [];
  private readonly taken = new Set<Part>();

  constructor(
    readonly text: string,
    readonly said: Statements,
    /** All parts of the rule. */
    readonly parts: readonly Part[],
    /** Points of the indicator, stated beside the rule or in it. */
    readonly points: number | undefined,
  ) {}

  raise(doubt: Doubt): void {
    this.doubts.push(doubt);
  }

  /** The words of a stretch in their typed form. */
  words({ from, to }: Span): string {
    return this.text.slice(from, to).replace(/\s+/g, " ").trim();
  }

  /** Marks parts as read, including the parts they were made from. */
  take(...parts: readonly (Part | undefined)[]): void {
    for (const part of parts) if (part) this.taken.add(part);
  }

  isTaken(part: Part): boolean {
    return this.taken.has(part);
  }

  /** The first remaining part of a kind. */
  find<P extends Part>(is: (part: Part | undefined) => part is P): P | undefined {
    return this.said.left.find((part): part is P => is(part) && !this.taken.has(part));
  }

  /** Whether the rule has a part of a kind, read or not. */
  has<P extends Part>(is: (part: Part | undefined) => part is P): boolean {
    return this.parts.some(is);
  }
}

/**
 * Whether two amounts can be compared. An amount without a unit may have the unit of the other, but never a per cent
 * sign.
 */
export function sameUnit(a: Amount, b: Amount): boolean {
  const percent = [a, b].map(({ unit }) => unit === "percent" || unit === "percentage-point");
  if (percent[0] !== percent[1]) return a.value === 0 || b.value === 0;
  return a.unitWord === b.unitWord || a.unitWord === "" || b.unitWord === "";
}
