import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { MetricColumn } from "../metrics/columns";
import type { CellReader } from "../metrics/reading";
import { FIRST_CELLS } from "./finding";
import type { CheckSubject } from "./subject";

/** A column of Metrics as one rubric reads it. Uses of a column with the same key read it alike. */
export interface ColumnUse {
  readonly rubric: string;
  readonly header: string;
  readonly read: CellReader;
  readonly key: string;
}

/** A column and the rows that are read in the same way. */
export interface ReadColumn<U extends ColumnUse> {
  /** The first of the uses. */
  readonly use: U;
  readonly column: MetricColumn;
  /** Selects from these rows the ones that a rubric reads this way, in the requested period. */
  readonly among: (rows: readonly number[]) => readonly number[];
  readonly placeOf: (row: number) => CellPlace;
  /** Places of the first few of these rows. */
  readonly firstPlaces: (rows: readonly number[]) => readonly CellPlace[];
}

/** Groups uses that read a column alike, so that a faulty column is one finding, not one for each rubric or row. */
export function readAlike<U extends ColumnUse>(subject: CheckSubject, uses: readonly U[]): readonly ReadColumn<U>[] {
  const { metrics, rubricNames, period } = subject;
  if (!metrics) return [];
  const alike = new Map<string, U[]>();
  for (const use of uses) {
    const key = `${foldName(use.header)}\n${use.key}`;
    const group = alike.get(key);
    if (group) group.push(use);
    else alike.set(key, [use]);
  }
  return [...alike.values()].flatMap((group): ReadColumn<U>[] => {
    const use = group[0]!;
    const column = metrics.column(use.header, use.read);
    if (!column) return [];
    const names = new Set(group.map(({ rubric }) => foldName(rubric)));
    const placeOf = (row: number): CellPlace => metrics.placeAt(row, column.column);
    return [
      {
        use,
        column,
        placeOf,
        among: (rows) => {
          if (rows.length === 0) return rows;
          const [rubrics, periods] = [metrics.coded("rubric"), metrics.coded("period")];
          const wanted = period === undefined ? undefined : foldName(period);
          const ofPeriod = periods.texts.map((text) => wanted === undefined || foldName(text) === wanted);
          const ofRubric = rubrics.texts
            .map(foldName)
            .map((name) => names.has(name) || (name === "" && rubricNames.length === 1));
          return rows.filter((row) => ofPeriod[periods.codes[row]!] && ofRubric[rubrics.codes[row]!]);
        },
        firstPlaces: (rows) => rows.slice(0, FIRST_CELLS).map(placeOf),
      },
    ];
  });
}
