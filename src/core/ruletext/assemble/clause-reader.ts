import type { Bare, Case, Condition, Move, Outcome, Part, PartOf, Per } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Clause } from "./clauses";
import { amountOf, exactly, headsRange, worthOf } from "./clauses";
import type { Said } from "./said";
import { isWho } from "./said";

type Who = Condition | Case;
type Gain = Outcome | Move;

/** The open parts of one clause, to be paired with its neighbours. */
export interface OpenClause {
  readonly clause: Clause;
  readonly whos: Who[];
  readonly worths: Gain[];
  readonly per: Per | undefined;
  /** Whether the clause says that everything lies on a line. */
  readonly line: boolean;
}

/** Pairs the parts of one clause: values and worths, in either order. */
export class ClauseReader {
  private whos: Who[] = [];
  private worths: Gain[] = [];
  private per: Per | undefined;
  private repeat: PartOf<"repeat"> | undefined;
  private readonly parts: readonly Part[];

  constructor(
    private readonly said: Said,
    private readonly clause: Clause,
    private readonly before: OpenClause | undefined,
    private readonly next: Clause | undefined,
  ) {
    this.parts = clause.filter((part) => !said.isUsed(part));
  }

  read(): OpenClause {
    this.parts.forEach((part, k) => this.part(part, k));
    this.readCritical();
    const line = this.readLine();
    const open = <P extends Part>(parts: readonly P[]): P[] => parts.filter((part) => !this.said.isUsed(part));
    return { clause: this.clause, whos: open(this.whos), worths: open(this.worths), per: this.per, line };
  }

  private part(part: Part, k: number): void {
    if (isWho(part)) this.addWho(part);
    else if (part.kind === "bare") this.addBare(part, k);
    else if (part.kind === "outcome" || part.kind === "move") this.addGain(part, isKind("per")(this.parts[k + 1]));
    else if (part.kind === "per") this.addPer(part);
    else if (part.kind === "repeat") this.repeat = part;
    else if (part.kind === "points") this.addPoints(part);
  }

  private addWho(who: Who): void {
    const [worth] = this.worths;
    // 满分：90 以上 - the worth came first.
    if (worth && this.worths.length === 1 && this.whos.length === 0) {
      this.said.state(who, worth);
      this.worths = [];
    } else this.whos.push(who);
  }

  private addGain(gain: Gain, isBeforePer: boolean): void {
    const earned = isKind("outcome")(gain) ? asMove(gain) : gain;
    if (this.repeat && earned) {
      this.said.repeat(this.repeat, this.turn(gain, { ...earned, sign: -1 }));
      this.repeat = undefined;
    } else if (this.per && earned) {
      this.said.charge(this.per, this.turn(gain, earned));
      this.per = undefined;
    } else if (this.whos.length > 0 && !(gain.kind === "move" && isBeforePer)) {
      for (const who of this.whos) this.said.state(who, gain);
      this.whos = [];
    } else this.worths.push(gain);
  }

  /** The same part, or the part that replaced it. */
  private turn(part: Gain, move: Move): Move {
    return part.kind === "move" && part.sign === move.sign ? part : this.said.become(part, move);
  }

  private addPer(per: Per): void {
    const move = this.worths.find(isKind("move"));
    const gained = this.worths.find(isKind("outcome"));
    const earned = move ?? (gained && asMove(gained));
    if (!earned) {
      this.per = per;
      return;
    }
    // Example: earns 1 point per commendation.
    this.said.charge(per, move ?? this.said.become(gained!, earned));
    this.worths = this.worths.filter((each) => each !== (move ?? gained));
  }

  private addPoints(part: PartOf<"points">): void {
    const worth = this.whos.length > 0 ? worthOf(part) : undefined;
    if (worth) this.addGain(this.said.become(part, worth), false);
    else {
      this.said.points ??= part.amount;
      this.said.use(part);
    }
  }

  private addBare(part: Bare, k: number): void {
    const role = this.roleOf(part, k);
    if (role === "value") this.addWho(this.said.become(part, exactly(part)));
    else if (role === "worth") this.addGain(this.said.become(part, worthOf(part)!), false);
    else if (role === "move") this.addGain(this.said.become(part, this.signed(part)), isKind("per")(this.parts[k + 1]));
    else if (role === "points") {
      this.said.points ??= part.amount;
      this.said.use(part);
    }
  }

  private signed({ amount, from, to }: Bare): Move {
    const sign = !amount.signed ? 0 : amount.value < 0 ? -1 : 1;
    return { kind: "move", from, to, sign, amount: { ...amount, value: Math.abs(amount.value) } };
  }

  /** The role of a number without a word of its own: a value of the metric, or a worth. */
  private roleOf(part: Bare, k: number): "value" | "worth" | "points" | "move" | undefined {
    const { unit, signed } = part.amount;
    const isPoints = unit === "points" || unit === "none";
    const canBeWorth = !signed && (isPoints || unit === "percent");
    const behind = this.parts.slice(k + 1).find((each) => each.kind !== "words" && each.kind !== "vague");
    if (this.repeat && isPoints) return "move";
    if ((this.per || isKind("per")(behind)) && isPoints && this.whos.length === 0) return "move";
    if (isPoints && signed && (isKind("per")(this.next?.[0]) || unit === "points")) return "move";
    if (this.whos.length > 0 && canBeWorth) return "worth";
    if (isKind("outcome", "move", "critical")(behind)) return "value";
    if (this.worths.length > 0) return "value";
    if (unit === "points" && canBeWorth && isKind("condition", "label", "verdict")(behind)) return "worth";
    if (part.inBrackets) return this.said.points === undefined && !signed ? "points" : undefined;
    return this.roleAlone(part, canBeWorth);
  }

  /** The role of a number that is alone in its clause, from its neighbours. */
  private roleAlone(part: Bare, canBeWorth: boolean): "value" | "worth" | "points" | undefined {
    const { unit } = part.amount;
    const { clause, next, said } = this;
    const mayBePoints = unit === "points" && canBeWorth && said.points === undefined;
    const alone = this.parts.every((each) => each === part || each.kind === "words");
    if (!alone) return mayBePoints && said.statements.length === 0 && !next ? "points" : undefined;
    if (canBeWorth && this.before && this.before.clause.end !== "stop" && namesOnly(this.before)) return "worth";
    const rest = next?.filter((each) => each.kind !== "words") ?? [];
    const onlyNext = rest.length === 1 ? rest[0] : undefined;
    if (clause.end === "colon" && canBeWorth && headsRange(rest)) return "worth";
    if (clause.end === "colon" && isKind("bare", "outcome")(onlyNext)) return "value";
    if (
      clause.end !== "stop" &&
      isKind("outcome")(onlyNext) &&
      unit !== "none" &&
      !(unit === "points" && !this.before)
    ) {
      return "value";
    }
    return mayBePoints ? "points" : undefined;
  }

  private readCritical(): void {
    const critical = this.parts.find(isKind("critical"));
    if (!critical) return;
    const when = this.whos.find((who): who is Condition => isKind("condition")(who) && who.of === "value");
    if (when) this.said.use(when);
    const names = this.parts.filter(isKind("words"));
    this.said.criticals.push({ rule: this.said.use(critical), when, names });
  }

  /** Reads a line along the range in the clause, or along everything; returns whether it is along everything. */
  private readLine(): boolean {
    const { said, parts } = this;
    const line = parts.find(isKind("linear", "proportion"));
    if (!line) return false;
    const mid = parts.find(isKind("mid"));
    const range = this.whos.find(isKind("condition"));
    const isAlongRange = range !== undefined && isRange(range) && !said.isUsed(range);
    const isOfWorth = parts.some(
      (part) => isKind("outcome")(part) && "to" in part.worth && part.worth.to !== undefined,
    );
    if (!isAlongRange && !isOfWorth && line.kind === "proportion" && !mid) return false;
    if (isAlongRange) said.lines.push(said.use(range));
    said.use(line);
    if (mid) said.use(mid);
    if (isAlongRange || isOfWorth) return false;
    said.lineClauses += 1;
    return true;
  }
}

/** Whether a condition has two different ends. */
export const isRange = ({ low, high, exact }: Condition): boolean => low !== undefined && high !== undefined && !exact;

/** Whether a clause names values and no worth. */
const namesOnly = ({ whos, worths, per, line }: OpenClause): boolean =>
  whos.length > 0 && worths.length === 0 && per === undefined && !line;

/** Points that are earned for each event. */
function asMove(outcome: Outcome): Move | undefined {
  const amount = amountOf(outcome);
  if (!amount || ("to" in outcome.worth && outcome.worth.to !== undefined)) return undefined;
  return { kind: "move", from: outcome.from, to: outcome.to, sign: 1, amount };
}
