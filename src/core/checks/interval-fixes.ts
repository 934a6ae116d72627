import { durationCell } from "../cell/duration";
import type { CellEdit } from "../cell/edit";
import type { Interval } from "../rubric/scale";
import { showMetric } from "../text/format";
import type { Locale } from "../text/locale";
import { localise } from "../text/locale";
import type { Fix } from "./finding";
import type { UsedScale } from "./used-scales";

const ENDS = { from: ["(", "["], to: [")", "]"] } as const;

/**
 * The edit of an Ends cell that keeps one end and states whether the other belongs; nothing if the table has no Ends
 * column.
 */
function endsEdit(interval: Interval, end: "from" | "to", belongs: boolean): readonly CellEdit[] {
  const { ends } = interval.places;
  if (!ends) return [];
  const [from, to] = [end === "from" ? belongs : interval.fromBelongs, end === "to" ? belongs : interval.toBelongs];
  return [{ ...ends, value: `${ENDS.from[+from]}${ENDS.to[+to]}` }];
}

const suggestion = (text: (locale: Locale) => string, edits: readonly CellEdit[]): Fix => ({
  kind: "suggestion",
  label: localise(text),
  edits,
});

const nameOf = ({ grade }: Interval, lower: boolean, locale: Locale): string =>
  grade || (locale === "en" ? `the ${lower ? "lower" : "upper"} interval` : `${lower ? "下方" : "上方"}区间`);

/**
 * Moves the end of the lower interval, or the start of the upper one, to the bound of the other. Exactly one of the two
 * then holds the bound.
 */
function meet({ showAs }: UsedScale, before: Interval, next: Interval, move: "before" | "next"): Fix {
  const at = move === "before" ? next.from : before.to;
  const cell = showAs === "duration" ? durationCell(at) : { value: at };
  const bound: CellEdit = move === "before" ? { ...before.places.to, ...cell } : { ...next.places.from, ...cell };
  const both = before.toBelongs && next.fromBelongs;
  const neither = !before.toBelongs && !next.fromBelongs;
  // By default the upper interval holds the bound: a blank Ends cell means that.
  const ends = both ? endsEdit(before, "to", false) : neither ? endsEdit(next, "from", true) : [];
  return suggestion(
    (locale) => {
      const [shown, name] = [
        showMetric(at, showAs, locale),
        nameOf(move === "before" ? before : next, move === "before", locale),
      ];
      if (locale === "en") return move === "before" ? `Let ${name} end at ${shown}` : `Let ${name} begin at ${shown}`;
      return move === "before" ? `让${name}到 ${shown} 为止` : `让${name}从 ${shown} 开始`;
    },
    [bound, ...ends],
  );
}

/**
 * Whether exactly one of two intervals can hold the bound between them. This fails only if both ends need a missing
 * Ends column.
 */
const canOwn = (before: Interval, next: Interval): boolean =>
  before.toBelongs !== next.fromBelongs || (before.places.ends !== undefined && next.places.ends !== undefined);

/**
 * Mends for a gap, the likelier first. Grades: the lower one extends to the next, because grades written as 80-89 and
 * 90-100 mean that 89.5 is not yet the better one. Points: the next interval begins at the end of the one before.
 */
export function closeGap(used: UsedScale, before: Interval, next: Interval): readonly Fix[] {
  if (!canOwn(before, next)) return [];
  const [down, up] = [meet(used, before, next, "next"), meet(used, before, next, "before")];
  return used.method === undefined ? [up, down] : [down, up];
}

/** Mends for two overlapping intervals, as long as each still holds values afterwards. */
export function partOverlap(used: UsedScale, before: Interval, next: Interval): readonly Fix[] {
  if (before.to === next.from) return ownBound(before, next);
  if (!canOwn(before, next) || next.from <= before.from) return [];
  return [meet(used, before, next, "before"), ...(before.to < next.to ? [meet(used, before, next, "next")] : [])];
}

/** Mends that state which of two neighbours holds a bound that both claim, or both refuse. */
export function ownBound(before: Interval, next: Interval): readonly Fix[] {
  const owner = (lower: boolean): Fix =>
    suggestion(
      (locale) => {
        const name = nameOf(lower ? before : next, lower, locale);
        return locale === "en" ? `Let it belong to ${name}` : `归${name}所有`;
      },
      [...endsEdit(before, "to", lower), ...endsEdit(next, "from", !lower)].filter(changes([before, next])),
    );
  return before.places.ends && next.places.ends ? [owner(false), owner(true)] : [];
}

/** Lets the upper end belong to an interval; nothing if the table has no Ends column. */
export function ownEnd(interval: Interval): readonly Fix[] {
  const edits = endsEdit(interval, "to", true);
  const label = (locale: Locale): string => {
    const name = nameOf(interval, false, locale);
    return locale === "en" ? `Let the end belong to ${name}` : `让端点归${name}所有`;
  };
  return edits.length > 0 ? [suggestion(label, edits)] : [];
}

/** Whether an edit of Ends changes the interval. */
const changes =
  (intervals: readonly Interval[]) =>
  (edit: CellEdit): boolean =>
    !intervals.some(
      ({ places: { ends }, fromBelongs, toBelongs }) =>
        ends?.row === edit.row && edit.value === `${ENDS.from[+fromBelongs]}${ENDS.to[+toBelongs]}`,
    );
