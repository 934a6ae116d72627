import type { EvaluationSet } from "../../../src/core/scoring/model/evaluation";
import { createExplainer } from "../../../src/core/scoring/explain/explain";
import { explainTotal } from "../../../src/core/scoring/explain/total";
import { countedPoints } from "../../../src/core/scoring/total/shift";
import { LOCALES, type Locale } from "../../../src/core/text/locale";
import type { Book } from "../../../src/usecases";
import { scoreBook } from "../../../src/usecases";
import { bookFrom } from "../../support/book";
import { BASELINE, LEDGER, METRICS, RATINGS } from "../../support/every-method/data";
import { RUBRIC, SCALES, SETTINGS } from "../../support/every-method/rubrics";
import type { Grading } from "../../support/every-method/workbook";
import { same } from "../../support/property";

/** The workbook that uses every method. `golden/every-method.by-hand.ts` calculates its numbers by hand. */
const bookOf = (grading: Grading): Promise<Book> =>
  bookFrom(RUBRIC, {
    Metrics: METRICS,
    Scales: SCALES[grading],
    Settings: SETTINGS,
    Ledger: LEDGER,
    Ratings: RATINGS,
    Baseline: BASELINE,
  });

/** Shortens explaining: it finds the parts of a set by names. */
async function explained(period: string, grading: Grading = "cut-offs") {
  const book = await bookOf(grading);
  const { sets } = scoreBook(book, { period });
  const find = (id: string): readonly [EvaluationSet, number] => {
    const set = sets.find(({ agentIds }) => agentIds.includes(id))!;
    return [set, set.agentIds.indexOf(id)];
  };
  const explainer = (set: EvaluationSet) => createExplainer(set, book.subject.metrics!);
  return {
    sets,
    explainer,
    indicator: (id: string, name: string, locale: Locale) => {
      const [set, agent] = find(id);
      const index = set.rubric.indicators.findIndex(({ indicator }) => indicator.name === name);
      const steps = explainer(set).steps(agent, index);
      return [
        explainer(set).indicator(agent, index).short[locale],
        ...steps.map(({ id: step, sentence }) => `${step}: ${sentence[locale]}`),
      ];
    },
    total: (id: string, locale: Locale) =>
      explainTotal(...find(id)).map(({ id: step, sentence }) => `${step}: ${sentence[locale]}`),
  };
}

test.each<[id: string, name: string, locale: Locale, lines: readonly string[]]>([
  [
    "H1",
    "Calls",
    "en",
    [
      "420 is +5% from the peer mean 400; from -20% (none) to +20% (all) that gives 7.5 of 12 points.",
      "value: The column “Calls” says 420.",
      "peers: The group's mean is 400, as frozen in the baseline; 420 is +5% from it.",
      "curve: 420 lies between 320 (gives 0) and 480 (gives 12).",
      "method: 420 is +5% from the peer mean 400; from -20% (none) to +20% (all) that gives 7.5 of 12 points.",
      "points: That is 62.5% of its 12 points: 7.5.",
      "counts: It counts 7.5; the section “Output” comes to 30.4.",
    ],
  ],
  [
    "H3",
    "Resolved",
    "zh-CN",
    [
      "40，目标 50，完成 80%：得 8 分（满分 10 分）。计为 10.4 分（满分 13 分）。",
      "value: “Resolved”列的值为 40。",
      "curve: 40 位于 0（0 分）与 55（11 分）之间。",
      "method: 40，目标 50，完成 80%：得 8 分（满分 10 分）。",
      "points: 即其分值 10 分的 80%：8 分。",
      "shift: 部分指标不计，其分值转移到此：满分由 10 分变为 13 分，8 分折算为 10.4 分。",
      "counts: 计 10.4 分；维度“Output”合计 29.4 分。",
    ],
  ],
  [
    "H3",
    "Greeting",
    "en",
    [
      "Not passed: 0 of 6 points. Failed, because it earns nothing: its section counts 0.",
      "value: The column “Greeting” says fail.",
      "method: Not passed: 0 of 6 points.",
      "points: That is 0% of its 6 points: 0.",
      "critical: It is a critical item and failed, because it earns nothing: its section counts 0.",
      "counts: It counts 0; the section “Quality” comes to 0.",
    ],
  ],
  [
    "H5",
    "Test",
    "zh-CN",
    [
      "评分 59（0 得零分，100 得满分）：得 2.36 分（满分 4 分）。59 不高于否决值 59，触发否决：总分最高 60。",
      "value: “Test”列的值为 59。",
      "curve: 59 位于 0（0 分）与 100（4 分）之间。",
      "method: 评分 59（0 得零分，100 得满分）：得 2.36 分（满分 4 分）。",
      "points: 即其分值 4 分的 59%：2.36 分。",
      "critical: 这是一票否决项，59 不高于否决值 59，触发否决：总分最高 60。",
      "counts: 计 2.36 分；维度“Conduct”合计 18.36 分。",
    ],
  ],
  [
    "H2",
    "Answers",
    "en",
    [
      "There is no value: its 10 points are not counted here and go in equal parts to the others of its section.",
      "value: The column “Answers” is blank.",
      "missing: There is no value: its 10 points are not counted here and go in equal parts to the others of its section.",
    ],
  ],
  [
    "H5",
    "Late",
    "en",
    [
      "4 events cost 13 points by the scale “Repeats”, no more than 10: -10 points.",
      "value: From the ledger: 2026-10-12 x 3; 2026-10-30.",
      "method: 4 events cost 13 points by the scale “Repeats”, no more than 10: -10 points.",
      "points: It has no points of its own and takes away 10.",
      "counts: It counts among the deductions, which come to -8.",
    ],
  ],
  [
    "H1",
    "Transfers",
    "en",
    [
      "0.012 lies in “above 0.01, 0.02 or less” of the scale “Transfers”, worth 60% of 5: 3 of 5 points.",
      "value: The column “Transfers” says 0.012.",
      "curve: 0.012 lies between 0.01 and 0.02; there everything gives 3.",
      "method: 0.012 lies in “above 0.01, 0.02 or less” of the scale “Transfers”, worth 60% of 5: 3 of 5 points.",
      "points: That is 60% of its 5 points: 3.",
      "counts: It counts 3; the section “Output” comes to 30.4.",
    ],
  ],
])("%s, %s in %s: one line, and the long way", async (id, name, locale, lines) => {
  expect((await explained("2026-10")).indicator(id, name, locale)).toEqual(lines);
});

test.each<[id: string, locale: Locale, lines: readonly string[]]>([
  [
    "H8",
    "en",
    [
      "sections: Earned: Quality 3 + Output 2 + Conduct 2.4 = 7.4 of 100 points.",
      "bounds: Output is held at its lowest of 5 instead of 2: 10.4.",
      "critical-section: Critical item failed: Greeting, so that Quality counts 0 instead of 3: 7.4.",
      "caps: Conduct has 14 points of deductions, of which 8 at most are taken away.",
      "adjustments: With deductions -8: -0.6.",
      "held: Held at the lowest total of 0.",
      "critical: Critical item failed: Greeting (its section counts 0). Without that the total would be 2.40.",
      "rounding: Total: 0.00.",
      "grade: 0.00 lies in “below 60”: grade D. Outcome: coaching.",
      "rank: Rank 6 of 7; 3 within South; 15 of 17 in the centre.",
    ],
  ],
  [
    "H7",
    "zh-CN",
    [
      "sections: 得分：Quality 40 + Output 41 + Conduct 20 = 101（满分 100 分）。",
      "bounds: Quality按维度最高分计为 38（原为 40）：99。",
      "caps: Conduct共加 5 分，最多加 4 分。",
      "adjustments: 加减后（加分 +4）：103。",
      "held: 按最高总分计为 102。",
      "rounding: 总分：102.00。",
      "grade: 102.00 属于“90 及以上”：等级 A。结果应用：award。",
      "rank: 排名第 1（共 7 人）；在班组“South”中第 1；在全中心 17 人中第 1。",
    ],
  ],
  [
    "C2",
    "en",
    [
      "sections: Earned: Work 75.25 = 75.25 of 100 points.",
      "rounding: 75.25 is rounded once, half to even, to the total 75.2.",
      "grade: 75.2 lies in “75 or more, below 90”: grade B.",
      "rank: Rank 2 of 4; 2 within Desk; 3 of 17 in the centre.",
    ],
  ],
  ["H6", "zh-CN", ["missing: 总分待定：Survey rate尚无数据。"]],
])("the total of %s in %s, with what bites", async (id, locale, lines) => {
  expect((await explained("2026-10")).total(id, locale)).toEqual(lines);
});

test.each<[id: string, locale: Locale, line: string]>([
  ["H4", "en", "grade: By quotas within the team, C is given up to place 3 of 4; place 3: grade C."],
  ["C1", "zh-CN", "grade: 按岗位内名额，等级 D 到第 4 名为止（共 4 人）；位列第 4：等级 D。"],
])("the grade of %s by quotas in %s", async (id, locale, line) => {
  expect((await explained("2026-10", "quotas")).total(id, locale)).toContain(line);
});

const ORDER = ["value", "peers", "curve", "method", "points", "missing", "shift", "critical", "counts"];
const TOTAL_ORDER = [
  ...["shift", "sections", "bounds", "critical-section", "caps", "adjustments", "held", "critical"],
  ...["rounding", "grade", "rank"],
];
const CHINESE = /[\u4e00-\u9fff]/;

const FLAWS = /NaN|undefined|Infinity|\n| -0[^.\d]/;

test("every step of every agent, indicator and total speaks both languages, in the stated order, and ends at what counts", async () => {
  const seen = new Set<string>();
  for (const period of ["2026-10", "2026-11", "2026-Q4"]) {
    const { sets, explainer } = await explained(period);
    for (const set of sets) {
      for (let agent = 0; agent < set.count; agent += 1) {
        set.rubric.indicators.forEach((_, index) => {
          const steps = explainer(set).steps(agent, index);
          const { short, counted } = explainer(set).indicator(agent, index);
          const order = steps.map(({ id }) => ORDER.indexOf(id));
          same(
            order,
            [...order].sort((a, b) => a - b),
          );
          for (const { id, facts, sentence } of [...steps, { id: "short", facts: {}, sentence: short }]) {
            seen.add(id);
            const [en, zh] = LOCALES.map((locale) => sentence[locale]);
            same([en, CHINESE.test(en!), zh, CHINESE.test(zh!)], [en, false, zh, true]);
            same([en, zh, FLAWS.test(`${en}${zh}`)], [en, zh, false]);
            same(Object.values(facts).filter(Number.isNaN), []);
          }
          const last = steps.at(-1)!;
          if (last.id === "counts") same(last.facts["counted"], countedPoints(set, index, agent));
          else same(counted ?? 0, 0);
        });
        const total = explainTotal(set, agent).map(({ id }) => TOTAL_ORDER.indexOf(id));
        same(
          total,
          [...total].sort((a, b) => a - b),
        );
      }
    }
  }
  expect([...seen].sort()).toEqual([...ORDER, "short"].sort());
});
