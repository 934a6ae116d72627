import type { RawCell } from "../../../src/core/cell/cell";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const RUBRIC: readonly Row[] = ["Quality", "Output", "Conduct"].map((Indicator, k) => ({
  Indicator,
  Points: [50, 30, 20][k]!,
  Method: "manual",
}));
const people = (...marks: readonly (readonly [number, number, number])[]): readonly Row[] =>
  marks.map(([Quality, Output, Conduct], k) => ({
    "Agent ID": String(k + 1),
    Period: "2026-10",
    Quality,
    Output,
    Conduct,
  }));
const QUOTAS: readonly Row[] = [
  { Scale: "Total", Grade: "A", Share: 0.2 },
  { Scale: "Total", Grade: "B", Share: 0.8 },
];

async function score(
  Metrics: readonly Row[],
  settings: Readonly<Record<string, RawCell>>,
  Scales: readonly Row[] = [],
) {
  const Settings = Object.entries(settings).map(([Setting, Value]) => ({ Setting, Value }));
  const book = await bookFrom(RUBRIC, { Metrics, Settings, ...(Scales.length > 0 ? { Scales } : {}) });
  const { sets, findings } = scoreBook(book);
  if (!sets[0]) throw new Error(findings.map(({ text }) => text.en.what).join(" | "));
  return sets[0];
}

// Agents 2 to 4 have 80; the first indicator tells 3 from the others, the second 2 from 4.
const TIED = people([50, 30, 20], [40, 25, 15], [45, 20, 15], [40, 20, 20], [30, 20, 10]);

test.each<[settings: Readonly<Record<string, RawCell>>, ranks: readonly number[]]>([
  [{}, [1, 2, 2, 2, 5]],
  [{ Ranks: "skip" }, [1, 2, 2, 2, 5]],
  [{ Ranks: "dense" }, [1, 2, 2, 2, 3]],
  [{ 排名方式: "连号" }, [1, 2, 2, 2, 3]],
  [{ "Tie-break": "Quality" }, [1, 3, 2, 3, 5]],
  [{ "Tie-break": "Quality, Output" }, [1, 3, 2, 4, 5]],
  [{ 并列判定: "quality、OUTPUT" }, [1, 3, 2, 4, 5]],
  [{ "Tie-break": "Quality", Ranks: "dense" }, [1, 3, 2, 3, 4]],
])("ranks with %j", async (settings, ranks) => {
  expect([...(await score(TIED, settings)).rank]).toEqual(ranks);
});

test.each<[settings: Readonly<Record<string, RawCell>>, grades: string]>([
  // Two of ten get A; agents 1 to 3 have the same total.
  [{}, "AAABBBBBBB"],
  [{ "Tie-break": "Quality" }, "ABABBBBBBB"],
  // Heads are counted, whatever ranks are shown.
  [{ "Tie-break": "Quality", Ranks: "dense" }, "ABABBBBBBB"],
])("quotas with %j", async (settings, grades) => {
  const rest = Array.from({ length: 7 }, (): [number, number, number] => [30, 20, 10]);
  const set = await score(people([50, 20, 20], [40, 30, 20], [45, 25, 20], ...rest), settings, QUOTAS);
  expect([...set.grade].map((grade) => set.rubric.grades[grade]).join("")).toBe(grades);
});
