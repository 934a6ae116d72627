import type { Doubt } from "../../../../core/ruletext/doubt";

/** A stretch of a rule's text with the same questions. */
export interface MarkedPiece {
  readonly words: string;
  /** Numbers of the questions, from 1 on. */
  readonly numbers: readonly number[];
  /** Numbers of the questions whose words end here. */
  readonly ends: readonly number[];
}

/** Cuts a text where the words of its doubts begin and end. The joined pieces are the text. */
export function markedPieces(text: string, doubts: readonly Pick<Doubt, "spans">[]): readonly MarkedPiece[] {
  const spans = doubts.flatMap(({ spans: own }, index) => own.map((span) => ({ ...span, number: index + 1 })));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  const numbersOf = (some: typeof spans): readonly number[] => [...new Set(some.map(({ number }) => number))];
  return cuts.slice(1).map((to, index): MarkedPiece => {
    const from = cuts[index]!;
    return {
      words: text.slice(from, to),
      numbers: numbersOf(spans.filter((span) => span.from <= from && span.to >= to)),
      ends: numbersOf(spans.filter((span) => span.to === to && span.from < to)),
    };
  });
}
