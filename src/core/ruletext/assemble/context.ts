import type { Doubt } from "../doubt";
import type { Amount, Part } from "../grammar/parts";
import type { Span } from "../span";
import type { Statements } from "./said";

/** What the reading of one rule has to work with, and what it comes to. */
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

  /** The words of a stretch, as they were typed. */
  words({ from, to }: Span): string {
    return this.text.slice(from, to).replace(/\s+/g, " ").trim();
  }

  /** Marks parts as read, and everything that was made of them. */
  take(...parts: readonly (Part | undefined)[]): void {
    for (const part of parts) if (part) this.taken.add(part);
  }

  isTaken(part: Part): boolean {
    return this.taken.has(part);
  }

  /** The first part of a kind that is left. */
  find<P extends Part>(is: (part: Part | undefined) => part is P): P | undefined {
    return this.said.left.find((part): part is P => is(part) && !this.taken.has(part));
  }

  /** Points that a rule gives: the words of a number of points are told where they differ. */
  has<P extends Part>(is: (part: Part | undefined) => part is P): boolean {
    return this.parts.some(is);
  }
}

/** Whether two amounts can be compared: the unit that one of them leaves out may be that of the other, but never a per cent sign. */
export function sameUnit(a: Amount, b: Amount): boolean {
  const percent = [a, b].map(({ unit }) => unit === "percent" || unit === "percentage-point");
  if (percent[0] !== percent[1]) return a.value === 0 || b.value === 0;
  return a.unitWord === b.unitWord || a.unitWord === "" || b.unitWord === "";
}
