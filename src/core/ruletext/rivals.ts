import type { CellValue } from "../cell/cell";
import { isSame } from "../text/tolerance";
import type { FrameReading } from "./frames/read";
import { guard } from "./guards";
import type { ReadOptions, RuleReading } from "./reading";
import type { Rule } from "./rule";
import { scoreByRule } from "./score-rule";

/** Doubts about words that neither value nor points hang on, if another reading explains everything. */
const NEEDLESS = new Set(["words-not-understood", "number-not-understood"]);

/**
 * Chooses between the reading by phrases and the reading by frames, which explains every number and cue or does not
 * exist. Where both score values and agree, the needless complaints of the first fall away.
 */
export function choose(
  phrases: RuleReading,
  { chunks, items, reading: frames }: FrameReading,
  { points }: ReadOptions,
): RuleReading {
  const steps = phrases.steps + chunks.length;
  const guarded = (): RuleReading => {
    const more = phrases.rule ? guard(phrases, chunks, items, points) : [];
    return {
      ...phrases,
      doubts:
        more.length === 0
          ? phrases.doubts
          : [...phrases.doubts, ...more].sort((a, b) => a.spans[0]!.from - b.spans[0]!.from),
      steps,
    };
  };
  if (!frames) return guarded();
  if (!phrases.rule) return { ...frames, steps };
  const cells = samples(phrases.rule, frames.rule!);
  // Without points the shapes are compared.
  const own = points ?? phrases.rule.points ?? frames.rule!.points ?? 10;
  const [one, two] = [phrases, frames].map((reading) => scoreByRule(reading, own, cells)) as [Scores, Scores];
  const counts = [one, two].map((scores) => scores.filter((score) => score.points !== undefined).length) as [
    number,
    number,
  ];
  // The frames explain every cue. Where they only ask, the phrases may know more, or have left a cue out.
  if (counts[1] === 0)
    return counts[0] > 0 || frames.rule!.method === phrases.rule.method ? guarded() : { ...frames, steps };
  const both = cells.filter((_cell, k) => one[k]!.points !== undefined && two[k]!.points !== undefined).length;
  const differ = cells.some(
    (_cell, k) =>
      one[k]!.points !== undefined && two[k]!.points !== undefined && !isSame(one[k]!.points!, two[k]!.points!),
  );
  if (!differ && both > 0 && counts[0] >= counts[1])
    return { ...phrases, doubts: phrases.doubts.filter(({ code }) => !NEEDLESS.has(code)), steps };
  const slips = phrases.doubts.filter(({ code }) => code === "slip-mended");
  return { ...frames, doubts: [...frames.doubts, ...slips].sort((a, b) => a.spans[0]!.from - b.spans[0]!.from), steps };
}

type Scores = ReturnType<typeof scoreByRule>;

/** Values on, beside and between the thresholds of rules. */
function samples(...rules: readonly Rule[]): readonly CellValue[] {
  const marks = new Set<number>([0, 1, 2, 3, 5, 50, 1000]);
  for (const { zeroAt, fullAt, step = 0, scale = [], failAt } of rules) {
    for (const mark of [zeroAt, fullAt, failAt, ...scale.slice(0, 20).flatMap(({ from, to }) => [from, to])]) {
      if (mark === undefined || !Number.isFinite(mark)) continue;
      for (const value of [
        mark,
        mark + step,
        mark - step,
        mark + 2 * step,
        mark - 2 * step,
        mark + 100 * step,
        mark - 100 * step,
      ])
        marks.add(Number(value.toPrecision(15)));
    }
  }
  const sorted = [...marks].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, k) => (value + sorted[k]!) / 2);
  const labels = rules.flatMap(({ scale = [] }) => scale.flatMap(({ grade }) => (grade === undefined ? [] : [grade])));
  return [
    ...[...sorted, ...between].map((value): CellValue => ({ kind: "number", value }) as CellValue),
    ...labels.map((text): CellValue => ({ kind: "text", text }) as CellValue),
  ];
}
