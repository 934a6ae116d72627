import type { Localised } from "../text/locale";
import type { MessageText, Severity } from "../text/message";
import type { Span } from "./span";

export type DoubtData = Readonly<Record<string, string | number>>;

/** One way of settling a doubt: words that, put behind the rule, say what it left open. Reading the rule with them has no such doubt. */
export interface Answer {
  readonly label: Localised;
  /** `{}` stands for the number that is asked for. */
  readonly words: Localised;
  /** What number is asked for, where one is: a value of the metric, or points. */
  readonly asks?: "metric" | "points";
}

/** Something that a rule leaves open, contradicts or says in words that are not understood. */
export interface Doubt {
  /** Stable code, the file name of its definition. */
  readonly code: string;
  /** error: some or all values cannot be scored; warning: they can, but look at it; info: worth knowing. */
  readonly severity: Severity;
  readonly text: Localised<MessageText>;
  /** The words it hangs on, in the text as it was handed over; at least one stretch, in the order of the text. */
  readonly spans: readonly Span[];
  readonly data: DoubtData;
  readonly answers: readonly Answer[];
}

interface DoubtDefinition<D extends DoubtData> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Localised<(data: D) => MessageText>;
  readonly answers?: (data: D) => readonly Answer[];
}

export interface DoubtKind<D extends DoubtData> extends Pick<DoubtDefinition<D>, "code" | "severity"> {
  (spans: readonly Span[], data: D): Doubt;
}

/** Declares a kind of doubt; the result makes one, from the words that it hangs on and its data. */
export const defineDoubt =
  <D extends DoubtData>() =>
  ({ code, severity, message, answers }: DoubtDefinition<D>): DoubtKind<D> =>
    Object.assign(
      (spans: readonly Span[], data: D): Doubt => ({
        code,
        severity,
        text: { en: message.en(data), "zh-CN": message["zh-CN"](data) },
        spans: spans.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from),
        data,
        answers: answers?.(data) ?? [],
      }),
      { code, severity },
    );
