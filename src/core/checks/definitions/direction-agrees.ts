import { foldName } from "../../cell/cell";
import { placeOf } from "../../rubric/rubric";
import { defineCheck } from "../check";
import type { Direction } from "../directions";
import { directionInWords, directionOf, isBetterLow } from "../directions";
import { exampleOf, LINEAR } from "../examples";
import type { KnownIndicator } from "../../book/contents";

type Reason = "rule" | "others" | "name";

const RATE = { ...LINEAR, Indicator: "Transfers", Metric: "Transfers", "Zero at": 0.031, "Full at": 0.019 };
const Metrics = [{ "Agent ID": "1", Period: "2026-10", Transfers: 0.02, "Complaint rate": 0.02, Test: 75 }];
const EN: Readonly<Record<Direction, string>> = { up: "higher", down: "lower" };
const ZH: Readonly<Record<Direction, string>> = { up: "越高越好", down: "越低越好" };

interface Contradiction {
  readonly each: KnownIndicator;
  readonly direction: Direction;
  readonly reason: Reason;
  readonly other: KnownIndicator | undefined;
}

/** The evidence against the direction of each indicator with a direction. */
function contradictions(known: readonly KnownIndicator[]): readonly Contradiction[] {
  const directed = known.flatMap((each) => {
    const direction = directionOf(each);
    // A deviation from the mean has its own unit. Still, a larger metric gives a larger deviation.
    return direction ? [{ each, direction, metric: foldName(each.indicator.metric) }] : [];
  });
  const byMetric = new Map<string, typeof directed>();
  for (const one of directed) {
    const alike = byMetric.get(one.metric);
    if (alike) alike.push(one);
    else byMetric.set(one.metric, [one]);
  }
  return directed.flatMap(({ each, direction, metric }): Contradiction[] => {
    const { rule, name, metric: header } = each.indicator;
    const said = directionInWords(rule);
    if (said) return said === direction ? [] : [{ each, direction, reason: "rule", other: undefined }];
    const others = byMetric.get(metric)!;
    const against = others.filter((other) => other.direction !== direction);
    // If indicators of a metric differ, the minority is reported, or the later one of a tie. Reporting one side is
    // enough.
    const fewer = against.length * 2 - others.length;
    const later = others[0]!.direction !== direction;
    if (fewer > 0 || (fewer === 0 && later && against.length > 0))
      return [{ each, direction, reason: "others", other: against[0]!.each }];
    if (direction !== "up" || against.length > 0) return [];
    const low = isBetterLow(name) || (header !== name && isBetterLow(header));
    return low ? [{ each, direction, reason: "name", other: undefined }] : [];
  });
}

export default defineCheck<{ indicator: string; direction: Direction; reason: Reason; other: string }>()({
  id: "direction-agrees",
  severity: "warning",
  title: { en: "Thresholds stand on the side that is meant", "zh-CN": "阈值方向与本意一致" },
  message: {
    en: ({ indicator, direction, reason, other }) => ({
      what: `By its thresholds “${indicator}” earns more the ${EN[direction]} the value is, but ${
        {
          rule: "its rule says the opposite",
          others: `“${other}”, which reads the same metric, earns more the other way round`,
          name: "a rate by that name is better when it is lower",
        }[reason]
      }.`,
      why: "If the two thresholds were swapped by mistake, the best agents earn nothing and the worst ones everything.",
      how: "Swap zero at and full at, or leave them if this is really meant.",
    }),
    "zh-CN": ({ indicator, direction, reason, other }) => ({
      what: `按阈值，“${indicator}”${ZH[direction]}，但${
        {
          rule: "评分细则的说法相反",
          others: `读取同一数据列的“${other}”方向相反`,
          name: "叫这个名称的比率应越低越好",
        }[reason]
      }。`,
      why: "若两个阈值写反了，表现最好的人得零分，最差的人反而得满分。",
      how: "对调零分值和满分值；若确实如此规定，可保持不变。",
    }),
  },
  check: ({ known }, report) => {
    for (const { each, direction, reason, other } of contradictions(known)) {
      const { indicator } = each;
      const [zero, full] = [placeOf(indicator, "zeroAt"), placeOf(indicator, "fullAt")];
      const beside =
        reason === "rule" ? [placeOf(indicator, "rule")] : other ? [placeOf(other.indicator, "fullAt")] : [];
      report(
        zero,
        { indicator: indicator.name, direction, reason, other: other?.indicator.name ?? "" },
        {
          related: [full, ...beside],
          fix: {
            kind: "suggestion",
            label: { en: "Swap zero at and full at", "zh-CN": "对调零分值和满分值" },
            edits: [
              { ...zero, value: indicator.fullAt! },
              { ...full, value: indicator.zeroAt! },
            ],
          },
        },
      );
    }
  },
  valid: [
    exampleOf([{ ...RATE, Rule: "越低越好。低于 1.9% 得满分，高于 3.1% 不得分。" }], { Metrics }),
    exampleOf([{ ...RATE, Rule: "Lower is better; full points below 1.9 %." }], { Metrics }),
    exampleOf([{ ...LINEAR, Rule: "90 分及以上得满分，60 分以下不得分" }]),
  ],
  invalid: [
    { tables: exampleOf([{ ...RATE, Rule: "Higher is better." }], { Metrics }), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...LINEAR, "Zero at": 90, "Full at": 60, Rule: "90 分以上满分" }]), at: ["Rubric!E2"] },
    {
      tables: exampleOf(
        [
          { ...RATE, Points: 50 },
          { ...RATE, Indicator: "Transfers of the desk", Points: 50, "Zero at": 0.01, "Full at": 0.03 },
        ],
        { Metrics },
      ),
      at: ["Rubric!E3"],
    },
    {
      tables: exampleOf([{ ...RATE, Indicator: "Complaint rate", Metric: "", "Zero at": 0.01, "Full at": 0.05 }], {
        Metrics,
      }),
      at: ["Rubric!E2"],
    },
  ],
});
