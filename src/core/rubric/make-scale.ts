import type { Interval, Scale } from "./scale";

type Worth = NonNullable<Interval["worth"]>;

/** A row of a scale without a sheet. */
export interface MadeInterval {
  readonly grade?: string | undefined;
  /** Undefined means open ended. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly worth: Worth;
}

const NOWHERE = { sheet: "", row: 0, column: 0 };

/** A scale without a sheet, for custom functions and worked examples. Rows are in ascending order, ends are `[)`. */
export function makeScale(name: string, rows: readonly MadeInterval[]): Scale {
  const bare = rows.every(({ from, to }) => from === undefined && to === undefined);
  const intervals = rows.map(({ grade = "", from = -Infinity, to = Infinity, worth }): Interval => ({
    grade,
    from,
    to,
    worth,
    fromBelongs: true,
    toBelongs: false,
    outcome: "",
    readable: true,
    worthStatedTwice: false,
    places: { row: NOWHERE, from: NOWHERE, to: NOWHERE, grade: NOWHERE, ends: undefined, worth: NOWHERE },
  }));
  return { name, bare, chained: false, intervals };
}

/** A scale of labels: `labelScale("S", "points", [["A", 9], ["B", 6]])`. */
export function labelScale(name: string, unit: Worth["unit"], rows: readonly (readonly [string, number])[]): Scale {
  return makeScale(
    name,
    rows.map(([grade, worth]) => ({ grade, worth: { unit, from: worth, to: worth } })),
  );
}
