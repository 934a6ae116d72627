import type { Span } from "../span";

/** A number and its unit, as in the text. */
export interface Amount extends Span {
  /** Percentages and percentage points as fractions. */
  readonly value: number;
  /** none: a bare number; points: 分, points, which may be points or marks of a test; count: counted things. */
  readonly unit: "percent" | "percentage-point" | "points" | "count" | "other" | "none";
  /** The word of a unit such as seconds; "" for other units. */
  readonly unitWord: string;
  /** Whether the number has a sign of its own, `+20%`. */
  readonly signed: boolean;
}

/** Whether the words include one end of a stated interval, exclude it, or say nothing. */
export type Claim = "claimed" | "refused" | "silent";

export interface Bound {
  readonly amount: Amount;
  readonly claim: Claim;
}

/** The values for which a condition holds. */
export interface Condition extends Span {
  readonly kind: "condition";
  /** Open ended if left out. A single value has the same bound twice and is `exact`. */
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly exact: boolean;
  /**
   * peer: a deviation from the mean; change: an increase or decrease of something that the words before name; distance:
   * from a target, on either side.
   */
  readonly of: "value" | "peer" | "change" | "distance";
}

/** The owner of a worth that is no interval. */
export type Case = Span &
  (
    | { readonly kind: "label"; readonly label: string }
    | { readonly kind: "verdict"; readonly passed: boolean }
    | { readonly kind: "otherwise" }
  );

/** A worth that a value, case or grade earns. */
export interface Outcome extends Span {
  readonly kind: "outcome";
  readonly worth:
    | { readonly unit: "full" | "zero" }
    /** `to` for a worth that runs from one value to another. */
    | { readonly unit: "points" | "share"; readonly value: number; readonly to: number | undefined };
}

/** A number that may be points or a value. Its neighbours decide. */
export interface Bare extends Span {
  readonly kind: "bare";
  readonly amount: Amount;
  readonly inBrackets: boolean;
}

/** Points taken away or added; sign 0 if the words do not say which. */
export interface Move extends Span {
  readonly kind: "move";
  readonly sign: -1 | 0 | 1;
  /** Undefined if the words name no amount. */
  readonly amount: Amount | undefined;
}

/** The occasion of a move: each event, or each step away from a target. */
export interface Per extends Span {
  readonly kind: "per";
  readonly direction: "lower" | "higher" | undefined;
  /** The amount after `each`; undefined without one, as in `per late report`. */
  readonly size: Amount | undefined;
  readonly target: Amount | undefined;
  readonly part: StepPartWord | undefined;
}

export type StepPartWord = "full" | "started" | "proportional";

/** One part for each of several kinds, so that the kind determines the type of the part. */
type EachOf<K extends string, More> = K extends string ? Span & { readonly kind: K } & More : never;

export type Part =
  | Condition
  | Case
  | Outcome
  | Bare
  | Move
  | Per
  | (Span & { readonly kind: "limit"; readonly sign: -1 | 0 | 1; readonly amount: Amount })
  | EachOf<"points" | "target" | "centre" | "band", { readonly amount: Amount }>
  | (Span & { readonly kind: "rise"; readonly worth: Amount; readonly at: Amount | undefined })
  | (Span & { readonly kind: "step-part"; readonly part: StepPartWord; readonly size: Amount | undefined })
  | (Span & { readonly kind: "repeat"; readonly nth: number | undefined; readonly onwards: boolean })
  | (Span & { readonly kind: "rating"; readonly low: Amount | undefined; readonly high: Amount | undefined })
  | (Span & {
      readonly kind: "critical";
      readonly effect: "zero" | "section" | "cap";
      readonly cap: Amount | undefined;
    })
  | EachOf<Word, unknown>
  | (Span & { readonly kind: "words"; readonly text: string });

/** Parts that consist of one word. */
export type Word =
  | "comma"
  | "stop"
  | "colon"
  | "linear"
  | "proportion"
  | "mid"
  | "until"
  | "peer"
  | "attain"
  | "formula"
  | "checklist"
  | "manual"
  | "vague"
  | "except"
  | "or"
  | "and"
  | "mean-share"
  | "silent";

export type PartOf<K extends Part["kind"]> = Extract<Part, { readonly kind: K }>;

export const isKind =
  <K extends Part["kind"]>(...kinds: readonly K[]) =>
  (part: Part | undefined): part is PartOf<K> =>
    part !== undefined && (kinds as readonly string[]).includes(part.kind);
