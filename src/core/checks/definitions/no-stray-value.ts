import { showMetric } from "../../text/format";
import type { ShowAs } from "../../text/format";
import { plural } from "../../text/plural";
import { readNumber } from "../../metrics/reading";
import { readAlike } from "../column-uses";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { statistics, thresholdsOf } from "../units";

/** At least this many values must be usual before one is called stray. */
const FEWEST_OTHERS = 19;
/** A percentage beyond this was typed in per cent, which another check reports. */
const HIGHEST_FRACTION = 1.5;

const RATE = { ...LINEAR, "Zero at": 0.9, "Full at": 0.98 };
const rates = (...values: readonly number[]) =>
  [...Array.from({ length: 40 }, (_, index) => 0.9 + index / 500), ...values].map((Test, index) => ({
    "Agent ID": String(index + 1),
    Period: "2026-10",
    Test,
  }));

export default defineCheck<{
  metric: string;
  value: number;
  count: number;
  side: "negative" | "above-all";
  showAs: ShowAs;
}>()({
  id: "no-stray-value",
  severity: "warning",
  title: { en: "No value lies where it cannot be", "zh-CN": "没有不可能出现的数据" },
  message: {
    en: ({ metric, value, count, side, showAs }) => ({
      what: `${plural(count, "A value", `${count} values`)} of “${metric}” ${plural(count, "is", "are")} ${side === "negative" ? "below 0" : "above 100%"}, such as ${showMetric(value, showAs, "en")}; nearly all others are not.`,
      why: "It is most likely a slip; its agent earns everything or nothing by it.",
      how: "Correct the value, or leave it if it is right.",
    }),
    "zh-CN": ({ metric, value, count, side, showAs }) => ({
      what: `“${metric}”有 ${count} 个值${side === "negative" ? "小于 0" : "超过 100%"}，如 ${showMetric(value, showAs, "zh-CN")}；其余几乎都不是这样。`,
      why: "很可能是笔误；该人员会因此全得分或全不得分。",
      how: "请更正；若数据无误，可保持不变。",
    }),
  },
  // At most this share may stray. With more, such values are normal for the metric.
  limits: { mostStrays: 0.05 },
  check: (subject, report, { mostStrays }) => {
    const uses = subject.known.flatMap((each) => {
      const { rubric, indicator, method } = each;
      const thresholds = thresholdsOf(each).map(({ value }) => value);
      if (method.words || thresholds.length === 0 || thresholds.some((value) => value < 0)) return [];
      // Only a share of a whole is checked: its thresholds lie within 0 to 1, and the column shows percentages. Other
      // metrics may be below 0, such as a net promoter score.
      if (thresholds.some((value) => value > 1)) return [];
      return [{ rubric: rubric.name, header: indicator.metric, read: readNumber, key: "" }];
    });
    for (const { column, among, firstPlaces } of readAlike(subject, uses)) {
      if (column.showAs !== "percent") continue;
      const { lowest, highest, count } = statistics(column);
      const sides = [...(lowest < 0 ? (["negative"] as const) : []), ...(highest > 1 ? (["above-all"] as const) : [])];
      for (const side of sides) {
        const rows: number[] = [];
        for (let row = 0; row < column.values.length; row += 1) {
          const value = column.values[row]!;
          if (side === "negative" ? value < 0 : value > 1 && value <= HIGHEST_FRACTION) rows.push(row);
        }
        if (rows.length > count * mostStrays || count - rows.length < FEWEST_OTHERS) continue;
        const own = among(rows);
        if (own.length === 0) continue;
        const [first, ...related] = firstPlaces(own);
        const value = column.values[own[0]!]!;
        report(first, { metric: column.header, value, count: own.length, side, showAs: column.showAs }, { related });
      }
    }
  },
  valid: [
    exampleOf([RATE], { Metrics: rates(1, 0.5), percentColumns: ["Test"] }),
    exampleOf([RATE], { Metrics: rates(1.02, 1.03, 1.04), percentColumns: ["Test"] }),
    // Without a percentage format the column may be a ratio, and a ratio may exceed 1.
    exampleOf([RATE], { Metrics: rates(1.2, -0.1) }),
  ],
  invalid: [
    { tables: exampleOf([RATE], { Metrics: rates(-0.97), percentColumns: ["Test"] }), at: ["Metrics!C42"] },
    { tables: exampleOf([RATE], { Metrics: rates(0.9, 1.02), percentColumns: ["Test"] }), at: ["Metrics!C43"] },
    { tables: exampleOf([RATE], { Metrics: rates(1.02, 1.03), percentColumns: ["Test"] }), at: ["Metrics!C42"] },
  ],
});
