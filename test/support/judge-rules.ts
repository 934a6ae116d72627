import { parseCell } from "../../src/core/cell/cell";
import { readPolicy } from "../../src/core/ruletext/policy";
import type { RuleReading } from "../../src/core/ruletext/read-rule";
import { readRule } from "../../src/core/ruletext/read-rule";
import { scoreByRule } from "../../src/core/ruletext/score-rule";

/** A value and the points that an expert expects; null: the words do not settle it. */
type Case = readonly [value: string, points: number | null];

/** A sentence as people write it. `open` names what must be asked, where the writer of the case stated it. */
export interface SentenceCase {
  readonly id: string;
  readonly text: string;
  readonly points: number | null;
  readonly cases: readonly Case[];
  readonly open?: readonly string[];
}

export interface PolicyCase {
  readonly id: string;
  readonly text: string;
  readonly rows: readonly (readonly [name: string, points: number | null, cases: readonly Case[]])[];
}

/**
 * read: every value has its points; refused: the words settle it and the product does not; asked: the words do not
 * settle it and nothing was scored; wrong: some value has other points than an expert expects.
 */
type Verdict = "read" | "refused" | "asked" | "wrong";

export interface Judged {
  readonly id: string;
  readonly verdict: Verdict;
  /** Complaints about words that a person would not find odd, beside a reading that is right. */
  readonly noise: readonly string[];
  readonly found: string;
}

/** Doubts about what the words really leave open. Others, beside a right reading, are needless. */
const FAIR =
  /not-stated|^gap$|^overlap$|^bound-|^method|^not-combined$|^points-differ$|^repeats-open$|^vague-word$|^worth-above-points$/;

const show = (cases: readonly Case[], scores: ReturnType<typeof scoreByRule>): string =>
  cases.map(([value, points], k) => `${value}: ${points} ${scores[k]!.points ?? scores[k]!.status}`).join(", ");

function judgeCases(reading: RuleReading, points: number | undefined, cases: readonly Case[]): [Verdict, string] {
  // Cases of a comparison with the mean state deviations from it, which a line over deviations scores.
  const rule = reading.rule?.method === "peer" ? { ...reading.rule, method: "linear" as const } : reading.rule;
  const scores = scoreByRule(
    { ...reading, rule },
    points,
    cases.map(([value]) => parseCell(value)),
  );
  const isWrong = cases.some(([, expected], k) => {
    const { points: got } = scores[k]!;
    return got !== undefined && (expected === null || Math.abs(got - expected) > 1e-9);
  });
  const settled = cases.filter(([, expected]) => expected !== null);
  const isRead = cases.every(([, expected], k) => expected === null || scores[k]!.points !== undefined);
  const verdict = isWrong ? "wrong" : settled.length === 0 ? "asked" : isRead ? "read" : "refused";
  return [verdict, show(cases, scores)];
}

export function judgeSentence({ id, text, points, cases, open = [] }: SentenceCase): Judged {
  const reading = readRule(text, { points: points ?? undefined });
  const [verdict, found] = judgeCases(reading, points ?? undefined, cases);
  const needless = reading.doubts.filter(
    ({ code, severity }) => severity !== "info" && !FAIR.test(code) && !open.includes(code),
  );
  const noise = verdict === "read" ? needless.map(({ code }) => code) : [];
  return { id, verdict, noise, found: `${found} [${reading.doubts.map(({ code }) => code).join(" ")}]` };
}

const foldName = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

export function judgePolicy({ id, text, rows }: PolicyCase): readonly Judged[] {
  const read = readPolicy(text);
  return rows.map(([name, points, cases]): Judged => {
    const own = { id: `${id} ${name}`, noise: [] };
    const row = read.find(({ indicator }) => foldName(indicator) === foldName(name));
    if (!row) return { ...own, verdict: "refused", found: "no such row" };
    if ((row.points ?? null) !== points) return { ...own, verdict: "wrong", found: `${row.points} points` };
    const [verdict, found] = judgeCases(row.reading, row.points, cases);
    return { ...own, verdict, found: `${found} <${row.ruleText}>` };
  });
}

export interface Rates {
  readonly sentences: number;
  readonly scorable: number;
  readonly read: number;
  readonly refused: number;
  readonly asked: number;
  readonly wrong: number;
  readonly noisy: number;
}

export function ratesOf(judged: readonly Judged[]): Rates {
  const count = (verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length;
  const [read, refused, asked, wrong] = [count("read"), count("refused"), count("asked"), count("wrong")];
  const noisy = judged.filter(({ noise }) => noise.length > 0).length;
  return { sentences: judged.length, scorable: judged.length - asked, read, refused, asked, wrong, noisy };
}
