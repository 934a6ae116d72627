import type { Amount, Case, Condition, Move, Outcome, Part, PartOf, Per } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Span } from "../span";
import { around } from "../span";

/** The cause of a failed evaluation, the value from which it fails, and the words in the same clause. */
export interface SaidCritical {
  readonly rule: PartOf<"critical">;
  readonly when: Condition | undefined;
  readonly names: readonly PartOf<"words">[];
}

export interface Statement extends Span {
  readonly who: Condition | Case;
  /** A move is a loss from all points: `90 % to 95 %: minus 2`. */
  readonly worth: Outcome | Move;
}

/** Points for each event or step. */
export interface Charge extends Span {
  readonly per: Per;
  readonly move: Move;
}

/** The price of one event, by its number in the sequence of events. */
export interface Repeat {
  /** Undefined for every further event. */
  readonly nth: number | undefined;
  readonly onwards: boolean;
  readonly move: Move;
  readonly span: Span;
}

/** The joint meaning of the parts of a rule. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly charges: readonly Charge[];
  readonly repeats: readonly Repeat[];
  /** Ranges with their worth on a line. */
  readonly lines: readonly Condition[];
  /** Whether the words say that everything between the stated values lies on a line. */
  readonly linear: boolean;
  /** The most that an agent can earn, if the words state it. */
  readonly points: Amount | undefined;
  /** Conditions that fail a critical item. */
  readonly criticals: readonly SaidCritical[];
  /** Parts without a use so far, in the order of the text. */
  readonly left: readonly Part[];
}

export const isWho = isKind("condition", "label", "verdict", "otherwise");

/** Collects the statements of all clauses, and tracks every part. */
export class Said {
  readonly statements: Statement[] = [];
  readonly charges: Charge[] = [];
  readonly repeats: Repeat[] = [];
  readonly lines: Condition[] = [];
  readonly criticals: SaidCritical[] = [];
  /** Clauses that say that everything lies on a line. */
  lineClauses = 0;
  points: Amount | undefined;
  private readonly used = new Set<Part>();
  /** Parts that replaced others. */
  private readonly born: Part[] = [];

  use<P extends Part>(part: P): P {
    this.used.add(part);
    return part;
  }

  isUsed(part: Part): boolean {
    return this.used.has(part);
  }

  /** Replaces a part by another one, which is left over until it is used. */
  become<P extends Part>(part: Part, other: P): P {
    this.used.add(part);
    this.born.push(other);
    return other;
  }

  state(who: Condition | Case, worth: Outcome | Move): void {
    this.statements.push({ ...around([who, worth]), who: this.use(who), worth: this.use(worth) });
  }

  charge(per: Per, move: Move): void {
    this.charges.push({ ...around([per, move]), per: this.use(per), move: this.use(move) });
  }

  repeat(repeat: PartOf<"repeat">, move: Move): void {
    const { nth, onwards } = this.use(repeat);
    this.repeats.push({ nth, onwards, move: this.use(move), span: around([repeat, move]) });
  }

  result(parts: readonly Part[]): Statements {
    const { statements, charges, repeats, lines, points, criticals } = this;
    const left = [...parts, ...this.born].filter((part) => !this.used.has(part)).sort((a, b) => a.from - b.from);
    return { statements, charges, repeats, lines, linear: this.lineClauses > 0, points, criticals, left };
  }
}
