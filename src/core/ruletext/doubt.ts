import type { Localised } from "../text/locale";
import type { MessageText, Severity } from "../text/message";
import type { Span } from "./span";

export type DoubtData = Readonly<Record<string, string | number>>;

/**
 * One way to settle a doubt: words that complete the rule when added to its end. Reading the longer rule gives no such
 * doubt.
 */
export interface Answer {
  readonly label: Localised;
  /** `{}` stands for the requested number. */
  readonly words: Localised;
  /** The kind of the requested number, if any: a value of the metric, or points. */
  readonly asks?: "metric" | "points";
}

/** A fault of a rule's words: they leave something open, contradict each other, or are not understood. */
export interface Doubt {
  /** The stable code, which is the file name of its definition. */
  readonly code: string;
  /** error: some or all values cannot be scored; warning: they can, but a person should look; info: worth knowing. */
  readonly severity: Severity;
  readonly text: Localised<MessageText>;
  /** The words in doubt, in the original text: at least one stretch, in the order of the text. */
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

/** Declares a kind of doubt. The result makes a doubt from its words and its data. */
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
