import { keyOfLabel } from "../../rubric/labels";
import type { Interval, Scale } from "../../rubric/scale";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { bestOf, gradeUses } from "../grade-scales";
import { isSame } from "../../text/tolerance";

const GRADES = ["S", "A", "B+", "B", "B-", "C", "D"];
const scale = (name: string, ...worths: readonly number[]) =>
  worths.map((Points, index) => ({ Scale: name, Grade: GRADES[index]!, Points }));
const graded = (name: string, points: number) => ({ Indicator: name, Points: points, Method: "grade", Scale: name });
const RUBRIC = [
  graded("Work", 18),
  graded("Attitude", 9),
  graded("Cost", 6),
  { Indicator: "Rest", Points: 67, Method: "manual" },
];
const METRICS = [{ "Agent ID": "1", Period: "2026-10", Work: "A", Attitude: "B", Cost: "S", Rest: 60 }];
const EIGHTEEN = scale("Work", 18, 15, 12, 10.5, 9, 6, 3);
const SIX = scale("Cost", 6, 5, 4, 3.5, 3, 2, 1);

/** The grades of a scale, each with its worth as a proportion of the best one. */
interface Proportions {
  readonly scale: Scale;
  readonly best: number;
  readonly byLabel: ReadonlyMap<string, { readonly interval: Interval; readonly proportion: number }>;
}

function proportionsOf(of: Scale): Proportions | undefined {
  const best = bestOf(of)?.worth.from ?? 0;
  if (!(best > 0)) return undefined;
  const byLabel = new Map(
    of.intervals.map((interval) => [keyOfLabel(interval.grade), { interval, proportion: interval.worth!.from / best }]),
  );
  return { scale: of, best, byLabel };
}

/** The most frequent proportion; the first of a tie. */
function usual(proportions: readonly number[]): number {
  const votes = proportions.map((each) => proportions.filter((other) => isSame(each, other)).length);
  return proportions[votes.indexOf(Math.max(...votes))]!;
}

export default defineCheck<{ scale: string; grade: string; worth: number; expected: number; sister: string }>()({
  id: "sister-scales-in-proportion",
  severity: "warning",
  title: { en: "Scales with the same grades keep the same proportion", "zh-CN": "等级相同的等级表比例一致" },
  message: {
    en: ({ scale: name, grade, worth, expected, sister }) => ({
      what: `In the scale “${name}” ${grade} is worth ${showNumber(worth, "en")}; in the proportion of “${sister}”, which has the same grades, it would be ${showNumber(expected, "en")}.`,
      why: "The same grade would be judged more or less strictly from one indicator to the next.",
      how: `Write ${showNumber(expected, "en")}, or leave it if the policy means it so.`,
    }),
    "zh-CN": ({ scale: name, grade, worth, expected, sister }) => ({
      what: `等级表“${name}”中 ${grade} 为 ${showNumber(worth, "zh-CN")}；按等级相同的“${sister}”的比例，应为 ${showNumber(expected, "zh-CN")}。`,
      why: "同一等级在不同指标上宽严不一。",
      how: `改为 ${showNumber(expected, "zh-CN")}；若制度确实如此规定，可保持不变。`,
    }),
  },
  check: (subject, report) => {
    const families = new Map<string, Proportions[]>();
    for (const each of new Set(gradeUses(subject).map((use) => use.scale))) {
      const proportions = proportionsOf(each);
      if (!proportions) continue;
      const key = [...proportions.byLabel.keys()].sort().join("\n");
      families.set(key, [...(families.get(key) ?? []), proportions]);
    }
    for (const family of families.values()) {
      const labels = [...family[0]!.byLabel.keys()];
      const expected = new Map(
        labels.map((label) => [label, usual(family.map(({ byLabel }) => byLabel.get(label)!.proportion))]),
      );
      const differs = (of: Proportions): readonly string[] =>
        labels.filter((label) => !isSame(of.byLabel.get(label)!.proportion, expected.get(label)!));
      for (const own of family) {
        const odd = differs(own);
        // A scale that differs in half of its grades or more is different on purpose.
        if (odd.length * 2 >= labels.length) continue;
        for (const label of odd) {
          const { interval } = own.byLabel.get(label)!;
          const sister = family.find((other) => isSame(other.byLabel.get(label)!.proportion, expected.get(label)!))!;
          // Rounding to fifteen digits turns 0.58333 x 9 into the 5.25 that people write.
          const worth = Number((expected.get(label)! * own.best).toPrecision(15));
          const data = { scale: own.scale.name, grade: interval.grade, worth: interval.worth!.from, expected: worth };
          const text = (locale: "en" | "zh-CN"): string => showNumber(worth, locale);
          report(
            interval.places.worth,
            { ...data, sister: sister.scale.name },
            {
              related: [sister.byLabel.get(label)!.interval.places.worth],
              fix: {
                kind: "suggestion",
                label: { en: `Write ${text("en")}`, "zh-CN": `改为 ${text("zh-CN")}` },
                edits: [{ ...interval.places.worth, value: worth }],
              },
            },
          );
        }
      }
    }
  },
  valid: [
    exampleOf(RUBRIC, {
      Scales: [...EIGHTEEN, ...scale("Attitude", 9, 7.5, 6, 5.25, 4.5, 3, 1.5), ...SIX],
      Metrics: METRICS,
    }),
    // Another curve on purpose: most of its grades differ.
    exampleOf(RUBRIC, { Scales: [...EIGHTEEN, ...scale("Attitude", 9, 8, 7, 6, 5, 4, 0), ...SIX], Metrics: METRICS }),
  ],
  invalid: [
    {
      tables: exampleOf(RUBRIC, {
        Scales: [...EIGHTEEN, ...scale("Attitude", 9, 7.5, 6, 5, 4.5, 3, 1.5), ...SIX],
        Metrics: METRICS,
      }),
      at: ["Scales!C12"],
    },
  ],
});
