import { foldName } from "../../cell/cell";
import type { CellPlace } from "../../cell/place";
import type { ScaleColumn } from "../../rubric/columns";
import { keyOfLabel } from "../../rubric/labels";
import type { Interval, Scale } from "../../rubric/scale";
import { checklistScale } from "../../scoring/compile/checklist-scale";
import { findTotalScale } from "../../scoring/compile/compile";
import { findScale, namedScale } from "../../scoring/compile/parameters";
import { findMethod } from "../../scoring/compile/registry";
import type { ShowAs } from "../../text/format";
import { showMetric, showNumber, showPercent } from "../../text/format";
import type { Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import type { Indicator } from "../../rubric/rubric";
import type { RubricChange, RubricSide } from "./rubric-change";
import { quoted } from "./indicator-fields";
import type { IndicatorPair } from "./match-indicators";

/**
 * Differences of the Total scale, and of the scales that indicators of both rubrics read. Each pair of scales is
 * compared once.
 */
export function scaleChanges(
  before: RubricSide,
  after: RubricSide,
  pairs: readonly IndicatorPair[],
): readonly RubricChange[] {
  const done = new Map<Scale, Set<Scale>>();
  const changes: RubricChange[] = [];
  const compare = (a: Scale | undefined, b: Scale | undefined, showAs: ShowAs): void => {
    if (a === b) return;
    if (!a || !b) return void changes.push(...wholeScale(a, b));
    const known = done.get(a) ?? new Set();
    if (known.has(b)) return;
    done.set(a, known.add(b));
    changes.push(...rowChanges(a, b, showAs));
  };
  for (const pair of pairs) {
    if (pair.before === undefined || pair.after === undefined) continue;
    const [a, b] = [before.rubric.indicators[pair.before]!, after.rubric.indicators[pair.after]!];
    const [scalesBefore, scalesAfter] = [scalesOf(a, before.scales), scalesOf(b, after.scales)];
    const showAs = after.showAs(b.metric);
    for (const by of ["stated", "named"] as const) {
      // If another method reads another scale, or none, the method and the Scale cell already report it.
      if (scalesBefore[by] && scalesAfter[by]) compare(scalesBefore[by], scalesAfter[by], showAs);
      else if (by === "named") compare(scalesBefore[by], scalesAfter[by], showAs);
    }
  }
  compare(findTotalScale(before.scales), findTotalScale(after.scales), "number");
  return changes;
}

/** The scale in an indicator's Scale cell, and the scale with the indicator's name if its method reads one. */
function scalesOf(
  indicator: Indicator,
  scales: readonly Scale[],
): Readonly<Record<"stated" | "named", Scale | undefined>> {
  const method = findMethod(indicator.method);
  const stated = indicator.scale === "" ? undefined : findScale(scales, indicator.scale);
  const named =
    method?.input === "checklist" ? checklistScale(indicator, scales) : method && namedScale(indicator, method, scales);
  return { stated, named: named === stated ? undefined : named };
}

function wholeScale(a: Scale | undefined, b: Scale | undefined): readonly RubricChange[] {
  const scale = (a ?? b)!;
  const at = scale.intervals[0]?.places.row;
  return [
    {
      kind: a ? "scale-removed" : "scale-added",
      scale: scale.name,
      scores: true,
      before: a ? at : undefined,
      after: a ? undefined : at,
    },
  ];
}

type RowPair = readonly [before: Interval | undefined, after: Interval | undefined];

function rowChanges(a: Scale, b: Scale, showAs: ShowAs): readonly RubricChange[] {
  const scale = b.name;
  return matchRows(a, b).flatMap(([before, after]): readonly RubricChange[] => {
    if (!before || !after) {
      const row = (before ?? after)!;
      return [
        {
          kind: before ? "row-removed" : "row-added",
          scale,
          row: rowText(row, showAs),
          scores: true,
          before: before?.places.row,
          after: after?.places.row,
        },
      ];
    }
    return fieldsOf(before, after, a.chained && b.chained).flatMap(({ field, scores, from, to, places }) =>
      from === to
        ? []
        : [
            {
              kind: "row-changed" as const,
              scale,
              row: rowText(before, showAs),
              field,
              from: shown(from, field, showAs),
              to: shown(to, field, showAs),
              scores,
              ...places,
            },
          ],
    );
  });
}

/**
 * Pairs the rows of two scales: by label if every row has its own label, else by the start of the interval. Remaining
 * rows of equal number on both sides are paired in their order.
 */
function matchRows(a: Scale, b: Scale): readonly RowPair[] {
  const labelled = [a, b].every(({ intervals }) => {
    const keys = intervals.map(({ grade }) => keyOfLabel(grade));
    return !keys.includes("") && new Set(keys).size === keys.length;
  });
  const key = ({ grade, from }: Interval): string => (labelled ? keyOfLabel(grade) : String(from));
  const open = [...a.intervals];
  const take = (wanted: Interval): Interval | undefined => {
    const at = open.findIndex((each) => key(each) === key(wanted));
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const pairs = b.intervals.map((after): [Interval | undefined, Interval] => [take(after), after]);
  const fresh = pairs.filter(([before]) => before === undefined);
  if (fresh.length === open.length) for (const pair of fresh) pair[0] = open.shift();
  return [...pairs, ...open.map((before): RowPair => [before, undefined])];
}

type FieldValue = number | string | undefined;

interface RowField {
  readonly field: ScaleColumn;
  readonly scores: boolean;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly places: { readonly before: CellPlace | undefined; readonly after: CellPlace | undefined };
}

function fieldsOf(a: Interval, b: Interval, chained: boolean): readonly RowField[] {
  const row = (
    field: ScaleColumn,
    value: (interval: Interval) => FieldValue,
    place: (interval: Interval) => CellPlace | undefined,
    scores = true,
  ): RowField => ({ field, scores, from: value(a), to: value(b), places: { before: place(a), after: place(b) } });
  const sameLabel = keyOfLabel(a.grade) === keyOfLabel(b.grade);
  return [
    ...(sameLabel
      ? []
      : [
          row(
            "grade",
            ({ grade }) => grade,
            ({ places }) => places.grade,
          ),
        ]),
    row(
      "from",
      ({ from }) => finite(from),
      ({ places }) => places.from,
    ),
    // In a scale that states only From, an interval ends where the next one begins. The next row reports a changed end.
    ...(chained
      ? []
      : [
          row(
            "to",
            ({ to }) => finite(to),
            ({ places }) => places.to,
          ),
        ]),
    row(
      "ends",
      (each) => ends(each, chained),
      ({ places }) => places.ends ?? places.row,
    ),
    ...worthFields(a, b, row),
    row(
      "outcome",
      ({ outcome }) => outcome,
      ({ places }) => places.row,
      false,
    ),
  ];
}

function worthFields(
  a: Interval,
  b: Interval,
  row: (
    field: ScaleColumn,
    value: (interval: Interval) => FieldValue,
    place: (interval: Interval) => CellPlace,
  ) => RowField,
): readonly RowField[] {
  const units = [...new Set([a, b].flatMap(({ worth }) => (worth ? [worth.unit] : [])))];
  return units.flatMap((unit) => {
    const at = (end: "from" | "to") => (each: Interval) => (each.worth?.unit === unit ? each.worth[end] : undefined);
    const place = ({ places }: Interval): CellPlace => places.worth;
    const start = row(unit, at("from"), place);
    const sloped = [a, b].some(({ worth }) => worth !== undefined && worth.from !== worth.to);
    return sloped ? [start, row(unit === "points" ? "pointsTo" : "shareTo", at("to"), place)] : [start];
  });
}

const finite = (bound: number): number | undefined => (Number.isFinite(bound) ? bound : undefined);

function ends({ fromBelongs, toBelongs }: Interval, chained: boolean): string {
  return (fromBelongs ? "[" : "(") + (chained ? "" : toBelongs ? "]" : ")");
}

function shown(value: FieldValue, field: ScaleColumn, showAs: ShowAs): Localised {
  if (value === undefined) return quoted("");
  if (typeof value === "string") return quoted(value);
  return localise((locale) => {
    if (field === "share" || field === "shareTo") return showPercent(value, locale);
    return field === "from" || field === "to" ? showMetric(value, showAs, locale) : showNumber(value, locale);
  });
}

/** The name of a row: its label, else its start. */
function rowText({ grade, from }: Interval, showAs: ShowAs): Localised {
  if (foldName(grade) !== "") return quoted(grade);
  if (!Number.isFinite(from)) return { en: "without From", "zh-CN": "起点空白" };
  return localise((locale) => `${locale === "en" ? "from " : "起点 "}${showMetric(from, showAs, locale)}`);
}
