/** A stretch [from, to) of the original text, in UTF-16 units as JavaScript counts them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The stretch from the first to the last of several. */
export function around(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
