import type { Amount, Bare, Case, Condition, Move, Outcome, Part, PartOf, Per } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { Span } from "../span";
import { around } from "../span";

/** Who gets something, and what. */
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

/** What the parts of a rule say together. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly charges: readonly Charge[];
  /** Ranges along which the worth runs on a line. */
  readonly lines: readonly Condition[];
  /** Whether the words say that everything between the stated values runs on a line. */
  readonly linear: boolean;
  /** What each repeat of an event costs. */
  readonly repeats: readonly {
    readonly nth: number | undefined;
    readonly onwards: boolean;
    readonly move: Move;
    readonly span: Span;
  }[];
  /** The most that one can earn, where the words state it. */
  readonly points: Amount | undefined;
  /** Conditions that fail a critical item. */
  readonly criticals: readonly { readonly rule: PartOf<"critical">; readonly when: Condition | undefined }[];
  /** Parts that nothing has been made of yet. */
  readonly left: readonly Part[];
}

const isWho = isKind("condition", "label", "verdict", "otherwise");
const isOutcome = isKind("outcome");
const isBreak = isKind("comma", "stop", "colon");
const isWords = isKind("words", "silent");

/** Puts the parts of a rule together: who gets what, in whichever order they stand. */
export function toStatements(parts: readonly Part[]): Statements {
  return new Pairing(parts).run();
}

type Clause = readonly Part[];

class Pairing {
  private readonly statements: Statement[] = [];
  private readonly charges: Charge[] = [];
  private readonly lines: Condition[] = [];
  private readonly repeats: { nth: number | undefined; onwards: boolean; move: Move; span: Span }[] = [];
  private readonly used = new Set<Part>();
  private readonly criticals: { rule: PartOf<"critical">; when: Condition | undefined }[] = [];
  private linear = false;
  private points: Amount | undefined;

  constructor(private readonly parts: readonly Part[]) {}

  run(): Statements {
    let parts = this.parallelLists(this.parts.filter((part) => !isWords(part) || part.kind === "words"));
    parts = mergeSides(parts);
    const clauses = split(parts);
    const open = clauses.map((clause, k) => this.clause(clause, clauses[k + 1], clauses[k - 1]));
    this.acrossClauses(open);
    return {
      statements: this.statements,
      charges: this.charges,
      lines: this.lines,
      linear: this.linear,
      repeats: this.repeats,
      points: this.points,
      criticals: this.criticals,
      left: parts.filter((part) => !this.used.has(part)),
    };
  }

  private use<P extends Part>(part: P): P {
    this.used.add(part);
    return part;
  }

  private state(who: Condition | Case, worth: Outcome | Move): void {
    this.statements.push({ ...around([who, worth]), who: this.use(who), worth: this.use(worth) });
  }

  /** `S, A, B+ are worth 18, 15, 12`: as many numbers as labels. */
  private parallelLists(parts: readonly Part[]): readonly Part[] {
    const result: Part[] = [];
    for (let at = 0; at < parts.length;) {
      const labels = runOf(parts, at, isKind("label", "verdict"));
      const then =
        labels.items.length > 1
          ? runOf(parts, skipWords(parts, labels.to), isKind("bare", "outcome"), labels.items.length)
          : undefined;
      const isList =
        then &&
        then.items.length === labels.items.length &&
        labels.items.every((_, k) => worthOf(then.items[k]!) !== undefined);
      if (isList) {
        labels.items.forEach((label, k) => {
          const worth = worthOf(then.items[k]!)!;
          result.push(label, worth);
          this.state(label, worth);
        });
        at = then.to;
      } else {
        result.push(parts[at]!);
        at += 1;
      }
    }
    return result;
  }

  /** Pairs what stands in one clause; what stays open is returned. */
  private clause(
    clause: Clause,
    next: Clause | undefined,
    before: Clause | undefined,
  ): { readonly whos: (Condition | Case)[]; readonly worths: (Outcome | Move)[]; readonly per: Per | undefined } {
    let whos: (Condition | Case)[] = [];
    let worths: (Outcome | Move)[] = [];
    let per: Per | undefined;
    let repeat: PartOf<"repeat"> | undefined;
    const parts = clause.filter((part) => !this.used.has(part));
    parts.forEach((part, k) => {
      if (isWho(part)) {
        const worth = worths[0];
        // 满分：90 以上 - the worth stood first.
        if (worth && worths.length === 1 && whos.length === 0) {
          this.state(part, worth);
          worths = [];
        } else whos.push(part);
      } else if (part.kind === "bare") {
        const role = this.roleOf(part, parts, k, { whos, worths, per, next, before });
        if (role === "value") {
          const who = this.become(part, exactly(part));
          if (worths.length === 1 && whos.length === 0) {
            this.state(who, worths[0]!);
            worths = [];
          } else whos.push(who);
        } else if (role === "worth") {
          const worth = this.become(part, worthOf(part)!);
          if (whos.length > 0) {
            for (const who of whos) this.state(who, worth);
            whos = [];
          } else worths.push(worth);
        } else if (role === "move") {
          const { value, signed } = part.amount;
          const move: Move = {
            kind: "move",
            from: part.from,
            to: part.to,
            sign: signed ? (value < 0 ? -1 : 1) : 0,
            amount: { ...part.amount, value: Math.abs(value) },
          };
          this.use(part);
          if (repeat)
            this.repeats.push({
              nth: repeat.nth,
              onwards: repeat.onwards,
              move: { ...move, sign: move.sign || -1 },
              span: around([repeat, move]),
            });
          else if (per) {
            this.charges.push({ per: this.use(per), move, ...around([per, move]) });
            per = undefined;
          } else worths.push(this.become(part, move));
          if (repeat) this.use(repeat);
          repeat = undefined;
        } else if (role === "points") this.state0(part);
      } else if (isOutcome(part) || part.kind === "move") {
        if (repeat && (part.kind === "move" || part.worth.unit === "points")) {
          const move: Move =
            part.kind === "move"
              ? part
              : { kind: "move", from: part.from, to: part.to, sign: -1, amount: amountOf(part) };
          this.repeats.push({
            nth: repeat.nth,
            onwards: repeat.onwards,
            move,
            span: around([this.use(repeat), this.use(part)]),
          });
          repeat = undefined;
        } else if (per && part.kind === "move") {
          this.charges.push({ per: this.use(per), move: this.use(part), ...around([per, part]) });
          per = undefined;
        } else if (whos.length > 0 && !(part.kind === "move" && isKind("per")(parts[k + 1]))) {
          for (const who of whos) this.state(who, part);
          whos = [];
        } else worths.push(part);
      } else if (part.kind === "per") {
        const move = worths.find(isKind("move"));
        const gained = worths.find(isOutcome);
        if (move) {
          this.charges.push({ per: this.use(part), move: this.use(move), ...around([part, move]) });
          worths = worths.filter((each) => each !== move);
        } else if (gained && gained.worth.unit === "points" && gained.worth.to === undefined) {
          // Earns 1 point per commendation.
          const earned: Move = { kind: "move", from: gained.from, to: gained.to, sign: 1, amount: amountOf(gained) };
          this.use(gained);
          this.charges.push({ per: this.use(part), move: earned, ...around([part, gained]) });
          worths = worths.filter((each) => each !== gained);
        } else per = part;
      } else if (part.kind === "repeat") repeat = part;
      else if (part.kind === "points") {
        this.points ??= part.amount;
        this.use(part);
      }
    });
    const critical = parts.find(isKind("critical"));
    if (critical) {
      const when = whos.find(isKind("condition"));
      if (when) this.use(when);
      whos = whos.filter((who) => who !== when);
      this.criticals.push({ rule: this.use(critical), when });
    }
    this.linesOf(parts, whos);
    return {
      whos: whos.filter((who) => !this.used.has(who)),
      worths: worths.filter((worth) => !this.used.has(worth)),
      per,
    };
  }

  /** A part that turned out to be another one. */
  private become<P extends Part>(bare: Part, part: P): P {
    this.used.add(bare);
    this.born.push(part);
    return part;
  }

  /** Parts made of others; whatever nothing is made of in the end is told of. */
  readonly born: Part[] = [];

  private state0(part: Bare): void {
    this.points ??= part.amount;
    this.use(part);
  }

  /** What a number without a word of its own is for: the value of the metric, or what it is worth. */
  private roleOf(
    part: Bare,
    parts: Clause,
    k: number,
    around_: {
      whos: readonly (Condition | Case)[];
      worths: readonly (Outcome | Move)[];
      per: Per | undefined;
      next: Clause | undefined;
      before: Clause | undefined;
    },
  ): "value" | "worth" | "points" | "move" | undefined {
    const { whos, worths, per, next, before } = around_;
    const { unit, signed } = part.amount;
    const canBeWorth = unit === "points" || unit === "none" || unit === "percent";
    const behind = parts[k + 1];
    const isPoints = unit === "points" || unit === "none";
    if (isKind("repeat")(parts[k - 1]) || (isPoints && parts.slice(0, k).some(isKind("repeat")))) return "move";
    if ((per || isKind("per")(behind)) && isPoints && whos.length === 0) return "move";
    if (isPoints && signed && (isKind("per")(next?.[0]) || unit === "points")) return "move";
    if (whos.length > 0 && canBeWorth) return "worth";
    if (isKind("outcome", "move", "critical")(behind)) return "value";
    if (worths.length > 0) return "value";
    if (part.inBrackets) return this.points === undefined ? "points" : undefined;
    // Alone in its clause: what stands next to it tells.
    const alone = parts.every((each) => each === part || each.kind === "words");
    if (!alone) return unit === "points" && !signed && this.statements.length === 0 && !next ? "points" : undefined;
    const rest = next?.filter((each) => each.kind !== "words");
    if (canBeWorth && rest && headsRange(rest)) return "worth";
    if (rest && isKind("outcome")(rest[0]) && !rest.some(isWho) && rest.length === 1 && unit !== "none")
      return isPoints && !before ? "points" : "value";
    if (unit === "points" && this.points === undefined) return "points";
    return undefined;
  }

  /** A line along the range that stands in the clause, or along everything. */
  private linesOf(parts: Clause, whos: readonly (Condition | Case)[]): void {
    const line = parts.find(isKind("linear", "proportion"));
    if (!line) return;
    const range = whos.find(isKind("condition"));
    if (range && range.low && range.high && !range.exact) {
      this.lines.push(this.use(range));
      this.use(line);
    } else if (parts.some((part) => isOutcome(part) && "to" in part.worth && part.worth.to !== undefined)) {
      this.use(line);
    } else if (line.kind === "linear") {
      this.linear = true;
      this.use(line);
    }
    const mid = parts.find(isKind("mid"));
    if (mid && this.used.has(line)) this.use(mid);
    if (mid && line.kind === "proportion") {
      this.linear = true;
      this.use(line);
      this.use(mid);
    }
  }

  /** Pairs a clause that only says who with one that only says what. */
  private acrossClauses(open: readonly ReturnType<Pairing["clause"]>[]): void {
    open.forEach((clause, k) => {
      const next = open[k + 1];
      if (!next) return;
      if (clause.per && next.worths.length > 0 && next.worths[0]!.kind === "move") {
        const move = next.worths.shift() as Move;
        this.charges.push({ per: this.use(clause.per), move: this.use(move), ...around([clause.per, move]) });
      } else if (clause.whos.length > 0 && next.worths.length > 0 && next.whos.length === 0) {
        const worth = next.worths.shift()!;
        for (const who of clause.whos.splice(0)) this.state(who, worth);
      } else if (clause.worths.length > 0 && next.whos.length > 0 && next.worths.length === 0) {
        this.state(next.whos.shift()!, clause.worths.shift()!);
      } else if (next.per && clause.worths[0]?.kind === "move") {
        const move = clause.worths.shift() as Move;
        this.charges.push({ per: this.use(next.per), move: this.use(move), ...around([next.per, move]) });
      }
    });
  }
}

/** Whether a clause says who, and neither it nor what follows at once says what: `10 points: 95 % and more; 8 points: ...`. */
const headsRange = (rest: Clause): boolean =>
  rest.some(isKind("condition")) && !rest.some(isKind("outcome", "move", "per", "linear", "bare"));

const exactly = (bare: Bare): Condition => {
  const bound = { amount: bare.amount, claim: "claimed" as const };
  return { kind: "condition", from: bare.from, to: bare.to, low: bound, high: bound, exact: true, of: "value" };
};

function worthOf(part: Part): Outcome | undefined {
  if (part.kind === "outcome") return part;
  if (part.kind !== "bare") return undefined;
  const { value, unit } = part.amount;
  if (unit === "count" || unit === "other" || part.amount.signed) return undefined;
  const isShare = unit === "percent" || unit === "percentage-point";
  return {
    kind: "outcome",
    from: part.from,
    to: part.to,
    worth: { unit: isShare ? "share" : "points", value, to: undefined },
  };
}

function amountOf({ worth, from, to }: Outcome): Amount | undefined {
  if (worth.unit !== "points") return undefined;
  return { from, to, value: worth.value, unit: "points", unitWord: "", signed: false };
}

function split(parts: readonly Part[]): readonly Clause[] {
  const clauses: Part[][] = [[]];
  for (const part of parts) {
    if (isBreak(part)) clauses.push([]);
    else clauses[clauses.length - 1]!.push(part);
  }
  return clauses.filter((clause) => clause.length > 0);
}

const skipWords = (parts: readonly Part[], at: number): number => {
  let to = at;
  while (to < parts.length && to - at < 6 && (isWords(parts[to]) || isKind("colon", "comma")(parts[to]))) to += 1;
  return to;
};

/** Parts of a kind that follow one another, with nothing but commas between. */
function runOf<P extends Part>(
  parts: readonly Part[],
  at: number,
  is: (part: Part | undefined) => part is P,
  most = Infinity,
): { readonly items: readonly P[]; readonly to: number } {
  const items: P[] = [];
  let to = at;
  for (let k = at; k < parts.length && items.length < most; k += 1) {
    const part: Part = parts[k]!;
    if (is(part)) {
      items.push(part);
      to = k + 1;
    } else if (!["comma", "and"].includes((part as Part).kind)) break;
  }
  return { items, to };
}

/** `60 or more` and `below 90` beside one another are one range. */
function mergeSides(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    let k = result.length - 1;
    while (k >= 0 && result.length - k <= 2 && isKind("comma", "and")(result[k])) k -= 1;
    const before: Part | undefined = result[k];
    const merged =
      isKind("condition")(before) && isKind("condition")(part) && !followsWorth(result, k)
        ? merge(before, part)
        : undefined;
    if (merged) result.splice(k, result.length - k, merged);
    else result.push(part);
  }
  return result;
}

/** Whether a condition is already spoken for by the worth in front of it. */
function followsWorth(parts: readonly Part[], at: number): boolean {
  for (let k = at - 1; k >= 0 && !isBreak(parts[k]); k -= 1) if (isOutcome(parts[k])) return true;
  return isOutcome(parts[at - 2]) && isKind("colon")(parts[at - 1]);
}

function merge(a: Condition, b: Condition): Condition | undefined {
  if (a.exact || b.exact || a.of !== b.of) return undefined;
  const low = a.low && !a.high && b.high && !b.low ? a.low : b.low && !b.high && a.high && !a.low ? b.low : undefined;
  const high = low === a.low ? b.high : a.high;
  if (!low || !high || !(low.amount.value < high.amount.value)) return undefined;
  return { ...a, ...around([a, b]), low, high };
}
