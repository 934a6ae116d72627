import type { Amount, Case, Condition, Move, Outcome, Part, PartOf, Per } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Span } from "../span";
import { around } from "../span";

/** Who gets something, and what. */
/** What makes an evaluation fail, from which value on, and the words in the same clause. */
export interface SaidCritical {
  readonly rule: PartOf<"critical">;
  readonly when: Condition | undefined;
  readonly names: readonly PartOf<"words">[];
}

export interface Statement extends Span {
  readonly who: Condition | Case;
  /** A move is what the value loses of all points: `90 % to 95 %: minus 2`. */
  readonly worth: Outcome | Move;
}

/** Points for each event or step. */
export interface Charge extends Span {
  readonly per: Per;
  readonly move: Move;
}

/** What one event costs, by how often it has happened. */
export interface Repeat {
  /** Undefined for every further one. */
  readonly nth: number | undefined;
  readonly onwards: boolean;
  readonly move: Move;
  readonly span: Span;
}

/** What the parts of a rule say together. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly charges: readonly Charge[];
  readonly repeats: readonly Repeat[];
  /** Ranges along which the worth runs on a line. */
  readonly lines: readonly Condition[];
  /** Whether the words say that everything between the stated values runs on a line. */
  readonly linear: boolean;
  /** The most that one can earn, where the words state it. */
  readonly points: Amount | undefined;
  /** Conditions that fail a critical item. */
  readonly criticals: readonly SaidCritical[];
  /** Parts that nothing has been made of yet, in the order of the text. */
  readonly left: readonly Part[];
}

export const isWho = isKind("condition", "label", "verdict", "otherwise");

/** Collects what is said while the clauses are read, and keeps account of every part. */
export class Said {
  readonly statements: Statement[] = [];
  readonly charges: Charge[] = [];
  readonly repeats: Repeat[] = [];
  readonly lines: Condition[] = [];
  readonly criticals: SaidCritical[] = [];
  /** Clauses that say that everything is on a line. */
  lineClauses = 0;
  points: Amount | undefined;
  private readonly used = new Set<Part>();
  /** Parts that others turned out to be. */
  private readonly born: Part[] = [];

  use<P extends Part>(part: P): P {
    this.used.add(part);
    return part;
  }

  isUsed(part: Part): boolean {
    return this.used.has(part);
  }

  /** A part that turned out to be another one. Until something is made of that, it is left. */
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
