import type { RawCell } from "../../../../src/core/cell/cell";
import { foundIn } from "./sheets";

const WORDS: readonly RawCell[] = [
  ...[
    null,
    null,
    null,
    "",
    " ",
    0,
    1,
    0.5,
    46300,
    -3,
    1e300,
    NaN,
    true,
    "#N/A",
    "N/A",
    "95%",
    "3:25",
    "Yes",
    "2026-10",
    "A101",
    "0012",
  ],
  ...[
    "Emp ID",
    "Agent",
    "Name",
    "Month",
    "Period",
    "KPI",
    "Weight",
    "Target",
    "Minimum",
    "Method",
    "linear",
    "Scale",
    "From",
    "Grade",
  ],
  ...[
    "Setting",
    "Value",
    "Date",
    "Event",
    "Rating",
    "Rater",
    "Statistic",
    "To",
    "Pay base",
    "Reviewer",
    "Contact",
    "Total",
    "CSAT %",
  ],
  ...[
    "工号",
    "姓名",
    "月份",
    "编号",
    "考核项目",
    "权重",
    "目标值",
    "底线",
    "满意度",
    "合计",
    "小计",
    "王芳",
    "線性",
    "\ud800",
    "constructor",
    "__proto__",
  ],
];

/** Figures that look random and are the same in every run. */
function* figures(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("no sheet, however odd, throws", () => {
  const source = figures(7);
  const pick = (most: number): number => Math.floor(source.next().value * most);
  let found = 0;
  for (let round = 0; round < 3000; round += 1) {
    const [height, width] = [1 + pick(9), 1 + pick(7)];
    const sheet = Array.from({ length: height }, () =>
      // Rows of a plain range may end at different columns.
      Array.from({ length: Math.max(0, width - pick(2)) }, (): RawCell => WORDS[pick(WORDS.length)]!),
    );
    const { tables } = foundIn({ "Oct 2026": sheet });
    for (const table of tables) {
      found += 1;
      expect([table.records > 0, table.lastRow < table.headers.length * 1000, table.questions.length >= 0]).toEqual([
        true,
        true,
        true,
      ]);
      expect(table.source.row + table.lastRow).toBeLessThan(height);
    }
  }
  expect(found).toBeGreaterThan(10);
});
