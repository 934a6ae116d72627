import { placeOf } from "../../rubric/rubric";
import { isAdjustment } from "../../scoring/model/method";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import type { KnownIndicator } from "../../book/contents";

type Problem = "event-above-points" | "limit-above-points" | "limit-above-full" | "event-above-limit";

const TAKEN = { Indicator: "Reports", Points: 10, Method: "deduct", Metric: "Reports", "Per event": 2 };
const REST = { ...LINEAR, Points: 90 };

interface Oversize {
  readonly column: "perEvent" | "limit";
  readonly problem: Problem;
  readonly amount: number;
  readonly most: number;
}

/** The first amount that exceeds the points it is taken from, or its own limit. */
function oversizeOf({ indicator, method, faults }: KnownIndicator, full: number): Oversize | undefined {
  const { points, limit } = indicator;
  const reads = (column: "perEvent" | "limit"): boolean => method.parameters[column]?.unit === "points";
  if (!reads("limit") || faults.length > 0 || points < 0) return undefined;
  // With a scale each event costs what the scale states. Another check looks at the worths of the scale.
  const each = reads("perEvent") && indicator.scale === "" ? Math.abs(indicator.perEvent ?? 0) : 0;
  const earns = !isAdjustment(method, points);
  if (earns && each > points) return { column: "perEvent", problem: "event-above-points", amount: each, most: points };
  if (limit === undefined) return undefined;
  if (earns && limit > points) return { column: "limit", problem: "limit-above-points", amount: limit, most: points };
  if (!earns && limit > full) return { column: "limit", problem: "limit-above-full", amount: limit, most: full };
  if (limit > 0 && each > limit) return { column: "perEvent", problem: "event-above-limit", amount: each, most: limit };
  return undefined;
}

export default defineCheck<{ indicator: string; problem: Problem; amount: number; most: number }>()({
  id: "deduction-within-points",
  severity: "warning",
  title: { en: "A deduction is no larger than what it is taken from", "zh-CN": "扣分不超过被扣的分值" },
  message: {
    en: ({ indicator, problem, amount, most }) => {
      const [more, less] = [showNumber(amount, "en"), showNumber(most, "en")];
      return {
        what: {
          "event-above-points": `One event takes ${counted(more, "point", "points")} from “${indicator}”, which holds only ${less}.`,
          "limit-above-points": `Up to ${counted(more, "point", "points")} may be taken from “${indicator}”, which holds only ${less}.`,
          "limit-above-full": `“${indicator}” may move the total by up to ${more}, more than the full score of ${less}.`,
          "event-above-limit": `One event of “${indicator}” counts ${counted(more, "point", "points")}, but at most ${less} count.`,
        }[problem],
        why: "Nothing is taken below zero or beyond the limit, so the figure can never take full effect; most likely it is a slip.",
        how: problem.startsWith("limit")
          ? `Lower the limit to ${less} or less, or leave it blank.`
          : `Lower the points per event to ${less} or less, or raise what it is taken from.`,
      };
    },
    "zh-CN": ({ indicator, problem, amount, most }) => {
      const [more, less] = [showNumber(amount, "zh-CN"), showNumber(most, "zh-CN")];
      return {
        what: {
          "event-above-points": `“${indicator}”一次要扣 ${more} 分，而它只有 ${less} 分。`,
          "limit-above-points": `“${indicator}”最多可扣 ${more} 分，而它只有 ${less} 分。`,
          "limit-above-full": `“${indicator}”最多可影响总分 ${more} 分，超过满分 ${less}。`,
          "event-above-limit": `“${indicator}”每次计 ${more} 分，但上限只有 ${less} 分。`,
        }[problem],
        why: "扣到零分或达到上限即止，这个数永远不会完全生效，很可能写错了。",
        how: problem.startsWith("limit")
          ? `把上限降到 ${less} 或以下，或留空。`
          : `把每次分值降到 ${less} 或以下，或提高被扣的分值。`,
      };
    },
  },
  check: ({ known, settings }, report) => {
    for (const each of known) {
      const { indicator, rubric } = each;
      const found = oversizeOf(each, settings.forRubric(rubric.name).fullScore);
      if (!found) continue;
      const { column, problem, amount, most } = found;
      const at = placeOf(indicator, column);
      const value = column === "perEvent" && (indicator.perEvent ?? 0) < 0 ? -most : most;
      const fix: Fix = {
        kind: "suggestion",
        label: { en: `Write ${showNumber(value, "en")}`, "zh-CN": `改为 ${showNumber(value, "zh-CN")}` },
        edits: [{ ...at, value }],
      };
      const other = placeOf(indicator, problem === "event-above-limit" ? "limit" : "points");
      report(at, { indicator: indicator.name, problem, amount, most }, { related: [other], fix });
    }
  },
  valid: [
    exampleOf([{ ...TAKEN, Limit: 10 }, REST]),
    exampleOf([LINEAR, { Indicator: "Praise", Method: "bonus", Metric: "Praise", "Per event": 1, Limit: 5 }]),
  ],
  invalid: [
    { tables: exampleOf([{ ...TAKEN, "Per event": 20 }, REST]), at: ["Rubric!E2"] },
    { tables: exampleOf([{ ...TAKEN, Limit: 20 }, REST]), at: ["Rubric!F2"] },
    { tables: exampleOf([LINEAR, { ...TAKEN, Points: "", Limit: 200 }]), at: ["Rubric!H3"] },
    { tables: exampleOf([LINEAR, { ...TAKEN, Points: "", "Per event": 5, Limit: 3 }]), at: ["Rubric!G3"] },
  ],
});
