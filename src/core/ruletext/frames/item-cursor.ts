import type { Amount, Bound, Condition } from "../grammar/parts";
import type { Span } from "../span";
import { around } from "../span";
import type { Chunk } from "./chunks";
import type { Cue } from "./cues";
import type { Item } from "./item";

export const isPercent = ({ unit }: Amount): boolean => unit === "percent" || unit === "percentage-point";
export const isPoints = ({ unit }: Amount): boolean => unit === "points" || unit === "none";
export const isBare = ({ unit }: Amount): boolean => unit === "none";

/** A number without a unit takes the unit of its neighbour, as in 90-95%. */
export function alike(a: Amount, b: Amount): readonly [Amount, Amount] {
  const give = (from: Amount, to: Amount): Amount => ({
    ...to,
    unit: from.unit,
    unitWord: from.unitWord,
    value: isPercent(from) ? Number((to.value / (from.unitWord === "‰" ? 1000 : 100)).toPrecision(15)) : to.value,
  });
  if (isBare(a) && !isBare(b)) return [give(b, a), b];
  if (isBare(b) && !isBare(a)) return [a, give(a, b)];
  return [a, b];
}

/** Ends that a mark such as (含) decides. They win over the word of a neighbour. */
export const marked = new WeakSet<Bound>();

/** Looks at chunks and collects items. */
export abstract class ItemCursor {
  protected readonly items: Item[] = [];
  protected at = 0;
  /** Whether points for each event or step have been named in this sentence. */
  protected charged = false;

  constructor(protected readonly chunks: readonly Chunk[]) {}

  protected is(k: number, ...cues: readonly Cue[]): boolean {
    const chunk = this.chunks[k];
    return chunk !== undefined && cues.some((cue) => chunk.cues.includes(cue));
  }

  protected num(k: number): Amount | undefined {
    return this.chunks[k]?.amount;
  }

  /** The next place behind words without weight. */
  protected past(k: number, ...more: readonly Cue[]): number {
    let to = k;
    while (to - k < 4 && this.is(to, "skip", ...more)) to += 1;
    return to;
  }

  protected span(from: number, to: number): Span {
    return around(this.chunks.slice(from, to));
  }

  protected push(item: Item, to: number): true {
    this.items.push(item);
    this.at = to;
    return true;
  }

  protected build(from: number, to: number, more: Partial<Condition>): Condition {
    return {
      kind: "condition",
      ...this.span(from, to),
      low: undefined,
      high: undefined,
      exact: false,
      of: "value",
      ...more,
    };
  }
}
