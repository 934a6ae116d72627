import { foldName } from "../../cell/cell";
import { readNumber } from "../../metrics/reading";
import { showNumber } from "../../text/format";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { readAlike } from "../column-uses";
import { exampleOf, LINEAR } from "../examples";
import { MOST_EDITS } from "../finding";
import { APART, hasMarks, HIGHEST_MARK, oddOnes, OTHERS_FOR } from "../odd-marks";
import { statistics } from "../units";

const marks = (...values: readonly number[]) => ({
  Metrics: [50, 98, 74, 83, 91, 66, 88, 79, ...values].map((Test, index) => ({
    "Agent ID": String(index + 1),
    Period: "2026-10",
    Test,
  })),
});

export default defineCheck<{ metric: string; count: number; value: number; usual: number; meant: number }>()({
  id: "marks-of-one-size",
  severity: "warning",
  title: { en: "The marks of a column are of one size", "zh-CN": "同一列的分数大小相当" },
  message: {
    en: ({ metric, count, value, usual, meant }) => ({
      what: `${plural(count, "A value", `${count} values`)} of “${metric}” ${plural(count, "is", "are")} of another size than the others: ${showNumber(value, "en")} beside ${showNumber(usual, "en")}.`,
      why: "It was most likely typed in another unit; its agent earns nothing or everything by it.",
      how: `Write it as ${showNumber(meant, "en")}, or leave it if it is right.`,
    }),
    "zh-CN": ({ metric, count, value, usual, meant }) => ({
      what: `“${metric}”有 ${count} 个值与其他值大小悬殊：${showNumber(value, "zh-CN")}，而其他如 ${showNumber(usual, "zh-CN")}。`,
      why: "很可能用了另一种单位；该人员会因此全不得分或得满分。",
      how: `请写成 ${showNumber(meant, "zh-CN")}；若数据无误，可保持不变。`,
    }),
  },
  limits: {
    othersFor: OTHERS_FOR,
    apart: APART,
  },
  check: (subject, report, { othersFor, apart }) => {
    const uses = subject.known.flatMap((each) => {
      const { rubric, indicator, method } = each;
      if (method.words || method.input !== "metric" || method.valueKind !== "continuous") return [];
      if (!hasMarks(each)) return [];
      return [{ rubric: rubric.name, header: indicator.metric, read: readNumber, key: "" }];
    });
    // A rating beyond its scale is told as such.
    const bounded = new Set(
      subject.known.flatMap(({ indicator, method }) => (method.valuesAre ? [foldName(indicator.metric)] : [])),
    );
    for (const { column, among, firstPlaces, placeOf } of readAlike(subject, uses)) {
      const { lowest, highest } = statistics(column);
      if (column.showAs === "percent" || (lowest > 1 && highest <= HIGHEST_MARK)) continue;
      const odd = oddOnes(column, othersFor, apart);
      const rows = odd ? among(odd.rows) : [];
      if (!odd || rows.length === 0 || (odd.factor === 0.01 && bounded.has(foldName(column.header)))) continue;
      const [first, ...related] = firstPlaces(rows);
      const value = column.values[rows[0]!]!;
      const meantOf = (row: number): number => Number((column.values[row]! * odd.factor).toPrecision(12));
      report(
        first,
        { metric: column.header, count: rows.length, value, usual: odd.usual, meant: meantOf(rows[0]!) },
        {
          related,
          fix: {
            kind: "suggestion",
            label:
              odd.factor === 100
                ? { en: "Multiply by 100", "zh-CN": "乘以 100" }
                : { en: "Divide by 100", "zh-CN": "除以 100" },
            edits: rows.slice(0, MOST_EDITS + 1).map((row) => ({ ...placeOf(row), value: meantOf(row) })),
          },
        },
      );
    }
  },
  valid: [
    exampleOf([LINEAR], marks(62, 71)),
    exampleOf([LINEAR], marks(1)),
    // Two of them for six others are too many to be slips.
    exampleOf([LINEAR], marks(7500, 8000, 6000)),
    // The values run from one size to the other.
    exampleOf([LINEAR], marks(0.75, 3)),
  ],
  invalid: [
    { tables: exampleOf([LINEAR], marks(0.75, 0.75)), at: ["Metrics!C10"] },
    { tables: exampleOf([LINEAR], marks(0.75, 6)), at: ["Metrics!C10"] },
    { tables: exampleOf([LINEAR], marks(7500)), at: ["Metrics!C10"] },
  ],
});
