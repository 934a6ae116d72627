import type { CellValue } from "../cell/cell";
import { foldName, foldText } from "../cell/cell";
import { inUnit } from "../cell/duration";
import type { ReadTable } from "../cell/table";
import { cellIn, isEmptyRow, measureIn, numberIn, placeIn, textIn } from "../cell/table";
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
 *
 * @param unitsOf what bounds of a scale are multiplied by to be in the unit of the data; left out: nothing
 */
export function readScales(table: ReadTable<ScaleColumn>, unitsOf: UnitsOf = () => undefined): readonly Scale[] {
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
    const units = unitsOf(name);
    const read = rows.map((row) => readInterval(table, row, units));
    const stated = (id: ScaleColumn) => rows.some((row) => measureIn(table, row, id) !== undefined);
    const bare = !stated("from") && !stated("to") && read.every((each) => each.readable);
    // People write grades by quota with the best first. Everywhere else grades stand from the worst to the best.
    if (bare) return { name, bare, chained: false, intervals: isTotal(name) ? read.reverse() : read };
    const intervals = read.sort((a, b) => a.from - b.from || a.to - b.to);
    const chained = !stated("to");
    return { name, bare, chained, intervals: chained ? chain(intervals) : intervals };
  });
}

const isTotal = (name: string): boolean => TOTAL_SCALE_NAMES.some((known) => foldName(known) === foldName(name));

/** What bounds in either form are multiplied by. */
export interface BoundUnits {
  readonly number: number;
  readonly duration: number;
}

type UnitsOf = (scale: string) => BoundUnits | undefined;

function readInterval(table: ReadTable<ScaleColumn>, row: number, units: BoundUnits | undefined): Interval {
  const cells = (["from", "to"] as const).map((id) => cellIn(table, row, id)?.value);
  const [from, to] = cells.map((cell) => boundOf(cell, units));
  const kinds = cells.flatMap((cell) => (isBound(cell) && cell.value !== 0 ? [cell.kind] : []));
  const [fromBelongs, toBelongs] = readEnds(textIn(table, row, "ends")) ?? [true, false];
  const place = (id: ScaleColumn): CellPlace => placeIn(table.source, row, table.columns[id] ?? 0);
  const points = numberIn(table, row, "points");
  const share = numberIn(table, row, "share");
  const worthFrom = share ?? points;
  const worthTo = share === undefined ? numberIn(table, row, "pointsTo") : numberIn(table, row, "shareTo");
  return {
    grade: textIn(table, row, "grade"),
    from: from ?? -Infinity,
    to: to ?? Infinity,
    ...(kinds.includes("duration") ? { boundKinds: kinds } : {}),
    fromBelongs,
    toBelongs,
    worth:
      worthFrom === undefined
        ? undefined
        : { unit: share === undefined ? "points" : "share", from: worthFrom, to: worthTo ?? worthFrom },
    outcome: textIn(table, row, "outcome"),
    readable: cells.every((cell) => cell === undefined || cell.kind === "blank" || isBound(cell)),
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

const isBound = (cell: CellValue | undefined): cell is Extract<CellValue, { kind: "number" | "duration" }> =>
  cell?.kind === "number" || cell?.kind === "duration";

function boundOf(cell: CellValue | undefined, units: BoundUnits | undefined): number | undefined {
  if (!isBound(cell)) return undefined;
  return units ? inUnit(cell.value, units[cell.kind]) : cell.value;
}

function chain(intervals: readonly Interval[]): readonly Interval[] {
  return intervals.map((interval, index) => {
    const next = intervals[index + 1];
    return next ? { ...interval, to: next.from, toBelongs: !next.fromBelongs } : interval;
  });
}
