import type { FoldedText } from "../fold";
import type { ReadOptions, RuleReading } from "../reading";
import type { Chunk } from "./chunks";
import { chunk } from "./chunks";
import type { Item } from "./item";
import { itemsOf } from "./items";
import { lower } from "./lower";
import { framesOf } from "./pair";

/** More parts make a policy, not a rule. */
const MOST_CHUNKS = 600;

export interface FrameReading {
  readonly chunks: readonly Chunk[];
  readonly items: readonly Item[];
  /** Undefined unless every number and every cue has a place in a frame. */
  readonly reading: RuleReading | undefined;
}

/** Reads a rule by frames. */
export function readFrames(folded: FoldedText, options: ReadOptions): FrameReading {
  const chunks = chunk(folded);
  const items = chunks.length > MOST_CHUNKS ? [] : itemsOf(chunks);
  return { chunks, items, reading: readItems(folded, items, chunks.length, options) };
}

function readItems(
  folded: FoldedText,
  items: readonly Item[],
  steps: number,
  { points }: ReadOptions,
): RuleReading | undefined {
  const frames = items.length === 0 ? undefined : framesOf(items, points);
  const lowered = frames && lower(folded.original, frames, points);
  if (!lowered) return undefined;
  const { method, ...rest } = lowered.rule;
  const own = points ?? frames.points?.value;
  const rule = { method, ...(own === undefined ? {} : { points: own }), ...rest };
  const { timeUnit } = lowered;
  return { text: folded.original, rule, ...(timeUnit ? { timeUnit } : {}), doubts: lowered.doubts, steps };
}
