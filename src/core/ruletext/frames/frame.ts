import type { Amount, Condition, Move, Outcome, Part, Per } from "../grammar/parts";
import type { Charge, Repeat, Statement, Statements } from "../assemble/said";
import { around } from "../span";
import type { Basis, Item } from "./item";

/** A value or label and what it earns. */
export interface Said {
  readonly who: Condition;
  readonly worth: Outcome | Move;
  readonly basis: Basis;
  /** Words beside the number, as in `2 late arrivals`. */
  readonly words: string;
  readonly isOnwards: boolean;
}

export interface SaidLabel {
  readonly label: string;
  readonly worth: Outcome;
  readonly from: number;
  readonly to: number;
}

export interface SaidCharge {
  readonly per: Per;
  readonly move: Move;
  readonly words: string;
  readonly bare: boolean;
  /** Whether the points come on top of those for the target: `an additional 0.5 points`. */
  readonly more: boolean;
  /** Whether the words behind say that they count only after what was allowed. */
  readonly isAfter: boolean;
}

/** The frames of a rule with their slots filled. */
export interface Frames {
  readonly said: readonly Said[];
  readonly labels: readonly SaidLabel[];
  readonly charges: readonly SaidCharge[];
  readonly limits: readonly Extract<Item, { kind: "limit" }>[];
  readonly floors: readonly Amount[];
  readonly targets: readonly Amount[];
  readonly points: Amount | undefined;
  /** Conditions without a worth: a target, or part of a description. */
  readonly open: readonly Condition[];
  /** All points without a condition: a rule that starts from full. */
  readonly starts: readonly Outcome[];
  readonly others: readonly Outcome[];
  readonly lines: readonly Condition[];
  readonly linear: boolean;
  readonly until: boolean;
  /** Events that cost nothing. */
  readonly allowed: Amount | undefined;
  readonly part: "started" | "full" | undefined;
  /** Points without an occasion: `Profanity (-15)`. */
  readonly lone: readonly Move[];
}

/** The frames in the form that the readers of methods take. */
export function toStatements(
  frames: Frames,
  more: Partial<Statements> = {},
): { readonly statements: Statements; readonly parts: readonly Part[] } {
  const statements = frames.said.map(({ who, worth }): Statement => ({ ...around([who, worth]), who, worth }));
  const others = frames.others.map((worth): Statement => ({
    ...around([worth]),
    who: { kind: "otherwise", from: worth.from, to: worth.to },
    worth,
  }));
  const charges = frames.charges.map(({ per, move }): Charge => ({ ...around([per, move]), per, move }));
  const left: Part[] = [
    ...frames.open,
    ...frames.targets.map((amount): Part => ({ kind: "target", from: amount.from, to: amount.to, amount })),
    ...frames.limits.map(({ sign, amount, from, to }): Part => ({ kind: "limit", sign, amount, from, to })),
    ...frames.starts,
  ];
  const repeats: Repeat[] = [];
  const all: Statements = {
    statements: [...statements, ...others],
    charges,
    repeats,
    lines: frames.lines,
    linear: frames.linear,
    points: frames.points,
    criticals: [],
    left,
    ...more,
  };
  const parts: Part[] = [
    ...all.statements.flatMap(({ who, worth }) => [who, worth]),
    ...charges.flatMap(({ per, move }) => [per, move]),
    ...left,
  ];
  if (frames.until) parts.push({ kind: "until", from: parts[0]?.from ?? 0, to: parts[0]?.to ?? 0 });
  return { statements: all, parts };
}
