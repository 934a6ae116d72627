import { foldName, foldText } from "../cell/cell";
import type { ReadTable } from "../cell/table";
import { cellIn, isEmptyRow, numberIn, placeIn, textIn } from "../cell/table";
import type { CellPlace } from "../cell/place";
import type { ScaleColumn } from "./columns";
import { TOTAL_SCALE_NAMES } from "./columns";
import type { Interval, Scale } from "./scale";

const ENDS = new Map<string, readonly [boolean, boolean]>([
  ["", [true, false]],
  ["[)", [true, false]],
  ["(]", [false, true]],
  ["[]", [true, true]],
  ["()", [false, false]],
]);

/** Reads an Ends cell, full-width brackets and `[ , )` included; undefined for any other text. */
export function readEnds(text: string): readonly [boolean, boolean] | undefined {
  return ENDS.get(
    foldText(text)
      .replace(/[【〔]/g, "[")
      .replace(/[】〕]/g, "]")
      .replace(/[\s,，;]/g, ""),
  );
}

/**
 * Reads the Scales table. In a scale that states only From, each interval ends where the next one begins. If any row
 * states To, a blank bound is open ended and nothing is filled in, so that checks can find gaps and overlaps.
 */
export function readScales(table: ReadTable<ScaleColumn>): readonly Scale[] {
  const rowsByScale = new Map<string, { name: string; rows: number[] }>();
  let above = "";
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    // A name written only on the first row of a scale holds for the rows below. Another check reports the missing
    // names.
    const name = textIn(table, row, "scale") || above;
    above = name;
    const key = foldName(name);
    const group = rowsByScale.get(key) ?? { name, rows: [] };
    rowsByScale.set(key, group);
    group.rows.push(row);
  }
  return [...rowsByScale.values()].map(({ name, rows }) => {
    const read = rows.map((row) => readInterval(table, row));
    const stated = (id: ScaleColumn) => rows.some((row) => cellIn(table, row, id)?.value.kind === "number");
    const bare = !stated("from") && !stated("to") && read.every((each) => each.readable);
    // People write grades by quota with the best first. Everywhere else grades stand from the worst to the best.
    if (bare) return { name, bare, chained: false, intervals: isTotal(name) ? read.reverse() : read };
    const intervals = read.sort((a, b) => a.from - b.from || a.to - b.to);
    const chained = !stated("to");
    return { name, bare, chained, intervals: chained ? chain(intervals) : intervals };
  });
}

const isTotal = (name: string): boolean => TOTAL_SCALE_NAMES.some((known) => foldName(known) === foldName(name));

function readInterval(table: ReadTable<ScaleColumn>, row: number): Interval {
  const [fromBelongs, toBelongs] = readEnds(textIn(table, row, "ends")) ?? [true, false];
  const place = (id: ScaleColumn): CellPlace => placeIn(table.source, row, table.columns[id] ?? 0);
  const points = numberIn(table, row, "points");
  const share = numberIn(table, row, "share");
  const worthFrom = share ?? points;
  const worthTo = share === undefined ? numberIn(table, row, "pointsTo") : numberIn(table, row, "shareTo");
  return {
    grade: textIn(table, row, "grade"),
    from: numberIn(table, row, "from") ?? -Infinity,
    to: numberIn(table, row, "to") ?? Infinity,
    fromBelongs,
    toBelongs,
    worth:
      worthFrom === undefined
        ? undefined
        : { unit: share === undefined ? "points" : "share", from: worthFrom, to: worthTo ?? worthFrom },
    outcome: textIn(table, row, "outcome"),
    readable: (["from", "to"] as const).every((id) => {
      const kind = cellIn(table, row, id)?.value.kind ?? "blank";
      return kind === "number" || kind === "blank";
    }),
    worthStatedTwice: points !== undefined && share !== undefined,
    places: {
      row: place("scale"),
      from: place("from"),
      to: place("to"),
      grade: place("grade"),
      ends: table.columns.ends === undefined ? undefined : place("ends"),
      worth: place(share === undefined && table.columns.points !== undefined ? "points" : "share"),
    },
  };
}

function chain(intervals: readonly Interval[]): readonly Interval[] {
  return intervals.map((interval, index) => {
    const next = intervals[index + 1];
    return next ? { ...interval, to: next.from, toBelongs: !next.fromBelongs } : interval;
  });
}
