import { foldName } from "../../cell/cell";
import type { MetricColumn } from "../../metrics/metrics";
import { readNumber } from "../../metrics/columns";
import { showNumber } from "../../text/format";
import { plural } from "../../text/plural";
import { defineCheck } from "../check";
import { readAlike } from "../column-uses";
import { exampleOf, LINEAR } from "../examples";
import { MOST_EDITS } from "../finding";
import { statistics, thresholdsOf } from "../units";

const marks = (...values: readonly number[]) => ({
  Metrics: [50, 98, 74, 83, 91, 66, 88, 79, ...values].map((Test, index) => ({
    "Agent ID": String(index + 1),
    Period: "2026-10",
    Test,
  })),
});

/** Marks go up to a hundred. */
const HIGHEST_MARK = 100;

interface Odd {
  readonly rows: readonly number[];
  /** What the odd values must be multiplied by. */
  readonly factor: 100 | 0.01;
  readonly usual: number;
}

/** Values of another size than nearly all others; undefined if there are none, or if sizes run into each other. */
function oddOnes({ values }: MetricColumn, othersFor: number, apart: number): Odd | undefined {
  const small: number[] = [];
  const large: number[] = [];
  let count = 0;
  let lowest = Infinity;
  let highest = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!(value > 0)) continue;
    if (value <= 1) small.push(row);
    else if (value > HIGHEST_MARK) large.push(row);
    else {
      count += 1;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  const rows = small.length > 0 ? small : large;
  const factor = small.length > 0 ? 100 : 0.01;
  if (rows.length === 0 || (small.length > 0 && large.length > 0) || count < rows.length * othersFor) return undefined;
  const ofOne = (value: number): boolean => {
    const meant = value * factor;
    const isApart = factor === 100 ? value * apart <= lowest : value >= highest * apart;
    return isApart && meant >= lowest / 2 && meant <= HIGHEST_MARK;
  };
  // A single 1 may be a mark, and whole numbers alone may be counts.
  const isWhole = factor === 100 && rows.every((row) => values[row] === 1);
  if (isWhole || !rows.every((row) => ofOne(values[row]!))) return undefined;
  return { rows, factor, usual: values.find((value) => value > 1 && value <= HIGHEST_MARK)! };
}

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
    // So many others for each odd one: with fewer nobody knows which of the two is odd.
    othersFor: 4,
    // The gap between the sizes. With less, the values run into each other.
    apart: 5,
  },
  check: (subject, report, { othersFor, apart }) => {
    const uses = subject.known.flatMap((each) => {
      const { rubric, indicator, method } = each;
      if (method.words || method.input !== "metric" || method.valueKind !== "continuous") return [];
      const thresholds = thresholdsOf(each).map(({ value }) => Math.abs(value));
      // Thresholds of marks, or none at all, as of manual points.
      if (thresholds.some((value) => value > HIGHEST_MARK) || !thresholds.some((value) => value > 1)) return [];
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
