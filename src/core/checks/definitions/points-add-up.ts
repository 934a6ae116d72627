import { placeOf } from "../../rubric/rubric";
import type { CellPlace } from "../../cell/place";
import { findMethod } from "../../scoring/compile/registry";
import { isAdjustment } from "../../scoring/model/method";
import { roundHalfAwayFromZero } from "../../text/round";
import { showNumber } from "../../text/format";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import type { Fix } from "../finding";
import type { Indicator } from "../../rubric/rubric";
import { settingCell } from "../setting-cell";
import { explainedBySections, statedSumOff, statedTotal } from "../section-totals";
import { hasUnclearPoints } from "../unclear-points";
import { isSame, SAME } from "../../text/tolerance";

/** Scales points so that they add up to `full`, to 2 decimals. The largest points take the rounding left over first. */
function redistribute(points: readonly number[], full: number): readonly number[] {
  const sum = points.reduce((a, b) => a + b, 0);
  const cents = points.map((each) => Math.floor((each * full * 100) / sum + SAME));
  const byRest = points
    .map((each, index) => ({ index, rest: (each * full * 100) / sum - cents[index]! }))
    .sort((a, b) => b.rest - a.rest || points[b.index]! - points[a.index]!);
  let left = Math.round(full * 100) - cents.reduce((a, b) => a + b, 0);
  for (const { index } of byRest) {
    if (left <= 0) break;
    cents[index]! += 1;
    left -= 1;
  }
  return cents.map((each) => roundHalfAwayFromZero(each / 100, 2));
}

/**
 * Scales points so that all add up to `full`. Sections that state their total keep it. If they leave nothing to scale,
 * there is no fix.
 */
function scaleTo(full: number, earning: readonly Indicator[]): readonly Fix[] {
  const free = earning.filter(({ section }) => statedTotal(section, full) === undefined);
  const rest = full - earning.reduce((sum, each) => (free.includes(each) ? sum : sum + each.points), 0);
  if (free.length === 0 || rest <= 0) return [];
  const scaled = redistribute(
    free.map((indicator) => indicator.points),
    rest,
  );
  const which = {
    en: free.length < earning.length ? "other" : "all",
    zh: free.length < earning.length ? "其余" : "所有",
  };
  return [
    {
      kind: "suggestion",
      label: {
        en: `Scale ${which.en} points in proportion to ${showNumber(rest, "en")}`,
        "zh-CN": `按比例把${which.zh}分值调整到合计 ${showNumber(rest, "zh-CN")}`,
      },
      edits: free.map((indicator, index) => ({ ...placeOf(indicator, "points"), value: scaled[index]! })),
    },
  ];
}

function stateFull(sum: number, at: CellPlace): Fix {
  const label = {
    en: `State ${showNumber(sum, "en")} as the full score`,
    "zh-CN": `把满分写为 ${showNumber(sum, "zh-CN")}`,
  };
  return { kind: "suggestion", label, edits: [{ ...at, value: sum }] };
}

export default defineCheck<{ rubric: string; sum: number; full: number }>()({
  id: "points-add-up",
  severity: "error",
  title: { en: "Points add up to the full score", "zh-CN": "分值合计等于满分" },
  message: {
    en: ({ rubric, sum, full }) => ({
      what: `The points of “${rubric}” add up to ${showNumber(sum, "en")}, not to ${showNumber(full, "en")}.`,
      why:
        sum < full
          ? "Nobody can reach the full score, and grades that are cut from it are out of reach."
          : "More can be earned than the full score, and totals are cut off at the top.",
      how: `Change points until they add up to ${showNumber(full, "en")}, or state another full score in the Settings table.`,
    }),
    "zh-CN": ({ rubric, sum, full }) => ({
      what: `“${rubric}”的分值合计为 ${showNumber(sum, "zh-CN")}，不是 ${showNumber(full, "zh-CN")}。`,
      why: sum < full ? "没有人能得满分，按满分划定的等级也无法达到。" : "可得分数超过满分，超出部分不计。",
      how: `调整分值使合计为 ${showNumber(full, "zh-CN")}，或在“设置”表中填写其他满分。`,
    }),
  },
  check: (subject, report) => {
    const { rubrics, settings } = subject;
    for (const rubric of rubrics) {
      const { fullScore } = settings.forRubric(rubric.name);
      const earning = rubric.indicators.filter((indicator) => {
        const method = findMethod(indicator.method);
        return indicator.points !== 0 && !(method && isAdjustment(method, indicator.points));
      });
      const sum = earning.reduce((total, indicator) => total + indicator.points, 0);
      if (isSame(sum, fullScore) || hasUnclearPoints(rubric)) continue;
      if (explainedBySections(rubric, sum, fullScore)) continue;
      // Totals of sections that do not add up are the cause, and have a finding of their own.
      if (statedSumOff(rubric, fullScore) !== undefined) continue;
      // A full score that other rubrics share must not change for this one.
      const alone = rubrics.length === 1 && subject.rubricNames.length === 1;
      const stated = alone ? settingCell(subject, "fullScore", rubric.name) : undefined;
      const places = (earning.length > 0 ? earning : rubric.indicators).map((indicator) =>
        placeOf(indicator, "points"),
      );
      report(
        places[0],
        {
          rubric: rubric.name,
          sum: roundHalfAwayFromZero(sum, 9),
          full: fullScore,
        },
        earning.length > 0
          ? {
              related: places.slice(1),
              fixes: [
                ...scaleTo(fullScore, earning),
                ...(stated && sum > 0 ? [stateFull(roundHalfAwayFromZero(sum, 9), stated)] : []),
              ],
            }
          : {},
      );
    }
  },
  valid: [
    exampleOf([{ ...LINEAR, Points: 100 }]),
    exampleOf([
      { ...LINEAR, Indicator: "A", Points: 33.33 },
      { ...LINEAR, Indicator: "B", Points: 33.33 },
      { ...LINEAR, Indicator: "C", Points: 33.34 },
      { Indicator: "Attendance", Points: "", Method: "deduct", "Per event": 2 },
    ]),
    exampleOf([{ ...LINEAR, Points: 85 }], { Settings: [{ Setting: "Full score", Value: 85 }] }),
  ],
  invalid: [
    { tables: exampleOf([{ ...LINEAR, Points: 85 }]), at: ["Rubric!B2"] },
    {
      tables: exampleOf([{ ...LINEAR, Points: 85 }], { Settings: [{ Setting: "Full score", Value: 90 }] }),
      at: ["Rubric!B2"],
    },
    { tables: exampleOf([{ Indicator: "Late", Points: "", Method: "deduct", "Per event": 2 }]), at: ["Rubric!B2"] },
    {
      tables: exampleOf([
        { ...LINEAR, Indicator: "A", Points: 60 },
        { ...LINEAR, Indicator: "B", Points: 60 },
      ]),
      at: ["Rubric!B2"],
    },
  ],
});
