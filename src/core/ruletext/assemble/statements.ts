import type { Part } from "../grammar/parts";
import { isKind } from "../grammar/parts";
import type { OpenClause } from "./clause-reader";
import { ClauseReader, isRange } from "./clause-reader";
import { mergeSides, runOf, skipWords, split, worthOf } from "./clauses";
import type { Statements } from "./said";
import { Said } from "./said";

/** Combines the parts of a rule: first within clauses, then across their borders. */
export function toStatements(parts: readonly Part[]): Statements {
  const said = new Said();
  const heard = parts.filter((part) => part.kind !== "silent");
  const merged = mergeSides(parallelLists(said, heard));
  const clauses = split(merged);
  const open: OpenClause[] = [];
  clauses.forEach((clause, k) => open.push(new ClauseReader(said, clause, open[k - 1], clauses[k + 1]).read()));
  open.forEach((clause, k) => open[k + 1] && pair(said, clause, open[k + 1]!));
  return said.result(merged);
}

/** `S, A, B+ are worth 18, 15, 12`: as many numbers as labels. */
function parallelLists(said: Said, parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  const isLabel = isKind("label", "verdict");
  for (let at = 0; at < parts.length;) {
    if (!isLabel(parts[at])) {
      result.push(parts[at]!);
      at += 1;
      continue;
    }
    const labels = runOf(parts, at, isLabel);
    const { items, to } = runOf(parts, skipWords(parts, labels.to), isKind("bare", "outcome"), labels.items.length);
    const worths = items.map(worthOf);
    if (labels.items.length > 1 && worths.length === labels.items.length && !worths.includes(undefined)) {
      labels.items.forEach((label, k) => {
        result.push(label, worths[k]!);
        said.state(label, worths[k]!);
      });
      at = to;
    } else {
      result.push(...parts.slice(at, labels.to));
      at = labels.to;
    }
  }
  return result;
}

/** Pairs a clause that names only values with the next one that names only a worth, or the other way round. */
function pair(said: Said, clause: OpenClause, next: OpenClause): void {
  const goesOn = clause.clause.end !== "stop";
  const [who] = clause.whos;
  const [worth] = next.worths;
  const isLine = next.line && next.worths.length + next.whos.length === 0;
  if (isLine && isKind("condition")(who) && isRange(who) && clause.worths.length === 0) {
    // 60 至 90 之间，线性得分: the line runs along the range before it.
    clause.whos.shift();
    said.lines.push(said.use(who));
    said.lineClauses -= 1;
  } else if (clause.per && isKind("move")(worth)) {
    next.worths.shift();
    said.charge(clause.per, worth);
  } else if (goesOn && who && worth && next.whos.length === 0) {
    next.worths.shift();
    for (const each of clause.whos.splice(0)) said.state(each, worth);
  } else if (goesOn && clause.worths.length > 0 && next.whos.length > 0 && !worth) {
    said.state(next.whos.shift()!, clause.worths.shift()!);
  } else if (next.per && isKind("move")(clause.worths[0])) {
    said.charge(next.per, clause.worths[0]);
    clause.worths.shift();
  }
}
