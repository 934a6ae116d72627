import type { CellPlace } from "../../cell/place";
import { placeOf } from "../../rubric/rubric";
import { foldName } from "../../cell/cell";
import { isAdjustment } from "../../scoring/model/method";
import { showNumber } from "../../text/format";
import { counted } from "../../text/plural";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { settingCell } from "../setting-cell";
import type { CheckSubject } from "../subject";
import type { KnownIndicator } from "../../book/contents";
import { scaleOf } from "../used-scales";
import { SAME } from "../../text/tolerance";

type Where = "scale" | "ceiling" | "section" | "total";

interface Shortfall {
  readonly at: CellPlace;
  readonly related: readonly CellPlace[];
  readonly name: string;
  readonly most: number;
  readonly points: number;
  readonly where: Where;
}

/** What keeps an indicator from earning all of its points. Letter grades have a check of their own. */
function ofIndicator(each: KnownIndicator): readonly Shortfall[] {
  const { indicator, method, faults } = each;
  const { points, name, limit } = indicator;
  if (faults.length > 0 || points <= 0 || isAdjustment(method, points)) return [];
  const tell = (at: CellPlace, most: number, where: Where): readonly Shortfall[] =>
    most < points - SAME ? [{ at, related: [placeOf(indicator, "points")], name, most, points, where }] : [];
  if (method.parameters.limit?.unit === "ratio" && limit !== undefined)
    return tell(placeOf(indicator, "limit"), points * limit, "ceiling");
  const intervals = method.parameters.scale?.required && method.valueKind !== "labels" ? scaleOf(each)?.intervals : [];
  if (!intervals || intervals.length === 0 || intervals.some(({ worth }) => !worth)) return [];
  const worths = intervals.map(
    ({ worth }) => Math.max(worth!.from, worth!.to) * (worth!.unit === "share" ? points : 1),
  );
  const best = worths.indexOf(Math.max(...worths));
  return tell(intervals[best]!.places.worth, worths[best]!, "scale");
}

/** What keeps a section, or the total, from reaching the sum of its lines. */
function ofSettings(subject: CheckSubject): readonly Shortfall[] {
  const { rubrics, settings } = subject;
  return rubrics.flatMap((rubric): readonly Shortfall[] => {
    const { sections, highestTotal, fullScore } = settings.forRubric(rubric.name);
    const at = settingCell(subject, "highestTotal", rubric.name);
    const total: readonly Shortfall[] =
      at && highestTotal !== undefined && highestTotal < fullScore - SAME
        ? [{ at, related: [], name: rubric.name, most: highestTotal, points: fullScore, where: "total" }]
        : [];
    const held = sections.flatMap(({ section, highest }): readonly Shortfall[] => {
      const own = rubric.sections.find(({ name }) => foldName(name) === section);
      const row = settings.sections.find((each) => each.section === section);
      const points = (own?.indicators ?? []).reduce((sum, index) => sum + rubric.indicators[index]!.points, 0);
      if (!own || !row || highest === undefined || highest >= points - SAME) return [];
      return [{ at: row.cell.at, related: [], name: own.name, most: highest, points, where: "section" }];
    });
    return [...total, ...held];
  });
}

export default defineCheck<{ name: string; most: number; points: number; where: Where }>()({
  id: "points-within-reach",
  severity: "warning",
  title: { en: "All points can be earned", "zh-CN": "所有分值都有可能得到" },
  message: {
    en: ({ name, most, points, where }) => ({
      what: {
        scale: `The best interval for “${name}” is worth ${counted(showNumber(most, "en"), "point", "points")}, but the indicator holds ${showNumber(points, "en")}.`,
        ceiling: `“${name}” stops at ${counted(showNumber(most, "en"), "point", "points")}, but holds ${showNumber(points, "en")}.`,
        section: `The section “${name}” counts at most ${counted(showNumber(most, "en"), "point", "points")}, but its lines hold ${showNumber(points, "en")}.`,
        total: `The highest total of “${name}” is ${showNumber(most, "en")}, but its full score is ${showNumber(points, "en")}.`,
      }[where],
      why: "The points between the two can be earned by nobody, so nobody can reach the full score.",
      how: `Raise ${showNumber(most, "en")}, or lower ${showNumber(points, "en")}.`,
    }),
    "zh-CN": ({ name, most, points, where }) => ({
      what: {
        scale: `“${name}”最好的区间为 ${showNumber(most, "zh-CN")} 分，而指标的分值是 ${showNumber(points, "zh-CN")} 分。`,
        ceiling: `“${name}”最多得 ${showNumber(most, "zh-CN")} 分，而分值是 ${showNumber(points, "zh-CN")} 分。`,
        section: `维度“${name}”最多计 ${showNumber(most, "zh-CN")} 分，而其各项合计 ${showNumber(points, "zh-CN")} 分。`,
        total: `“${name}”的最高总分为 ${showNumber(most, "zh-CN")}，而满分是 ${showNumber(points, "zh-CN")}。`,
      }[where],
      why: "两者之间的分数无人能得，因此没有人能得到满分。",
      how: `提高 ${showNumber(most, "zh-CN")}，或降低 ${showNumber(points, "zh-CN")}。`,
    }),
  },
  check: (subject, report) => {
    for (const { at, related, ...data } of [...subject.known.flatMap(ofIndicator), ...ofSettings(subject)])
      report(at, data, { related });
  },
  valid: [
    exampleOf([{ ...LINEAR, Method: "attainment", "Zero at": "", "Full at": 90, Limit: 1.2 }]),
    exampleOf([LINEAR], { Settings: [{ Setting: "Highest total", Value: 110 }] }),
  ],
  invalid: [
    {
      tables: exampleOf([{ Indicator: "Rate", Points: 100, Method: "bands", Scale: "R" }], {
        Scales: [
          { Scale: "R", From: "", Share: 0 },
          { Scale: "R", From: 60, Share: 0.9 },
        ],
      }),
      at: ["Scales!C3"],
    },
    {
      tables: exampleOf([{ ...LINEAR, Method: "attainment", "Zero at": "", "Full at": 90, Limit: 0.8 }]),
      at: ["Rubric!G2"],
    },
    {
      tables: exampleOf([{ Section: "Tests", ...LINEAR }], {
        Settings: [{ Setting: "Section highest: Tests", Value: 80 }],
      }),
      at: ["Settings!A2"],
    },
    { tables: exampleOf([LINEAR], { Settings: [{ Setting: "Highest total", Value: 90 }] }), at: ["Settings!B2"] },
  ],
});
