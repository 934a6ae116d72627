import type { Span } from "../span";

/** A number with its unit, as it stands in the text. */
export interface Amount extends Span {
  /** Percentages and percentage points as fractions. */
  readonly value: number;
  /** none: a bare number; points: 分, points, which may be points or marks of a test; count: counted things. */
  readonly unit: "percent" | "percentage-point" | "points" | "count" | "other" | "none";
  /** The word of a unit such as seconds; "" for the others. */
  readonly unitWord: string;
  /** Whether it has a sign of its own, `+20%`. */
  readonly signed: boolean;
}

/** One end of a stated interval: whether the words claim it, refuse it, or say nothing. */
export type Claim = "claimed" | "refused" | "silent";

export interface Bound {
  readonly amount: Amount;
  readonly claim: Claim;
}

/** Where a condition holds. */
export interface Condition extends Span {
  readonly kind: "condition";
  /** Open ended where left out. A single value has the same bound twice and is `exact`. */
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly exact: boolean;
  /** peer: a deviation from the mean; change: so much higher or lower than
   * something that the words before name; distance: how far from a target, on either side. */
  readonly of: "value" | "peer" | "change" | "distance";
}

/** Who or what a worth belongs to, when it is no interval. */
export type Case = Span &
  (
    | { readonly kind: "label"; readonly label: string }
    | { readonly kind: "verdict"; readonly passed: boolean }
    | { readonly kind: "otherwise" }
  );

/** What somebody gets. */
export interface Outcome extends Span {
  readonly kind: "outcome";
  readonly worth:
    | { readonly unit: "full" | "zero" }
    /** `to` where it runs from one worth to another. */
    | { readonly unit: "points" | "share"; readonly value: number; readonly to: number | undefined };
}

/** A number that may be points, or a value: what stands beside it decides. */
export interface Bare extends Span {
  readonly kind: "bare";
  readonly amount: Amount;
  readonly inBrackets: boolean;
}

/** Points taken away or added; sign 0 where the words do not say which. */
export interface Move extends Span {
  readonly kind: "move";
  readonly sign: -1 | 0 | 1;
  /** Undefined where the words name no amount. */
  readonly amount: Amount | undefined;
}

/** What a move happens for: each event, or each step away from a target. */
export interface Per extends Span {
  readonly kind: "per";
  readonly direction: "lower" | "higher" | undefined;
  /** The amount behind `each`; undefined where there is none, as in `per late report`. */
  readonly size: Amount | undefined;
  readonly target: Amount | undefined;
  readonly part: StepPartWord | undefined;
}

export type StepPartWord = "full" | "started" | "proportional";

/** One part for each of several kinds, so that a kind tells its part. */
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

/** Parts that are nothing but their word. */
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
