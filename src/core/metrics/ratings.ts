import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import type { ReadTable } from "../cell/table";
import { cellIn, idIn, isEmptyRow, placeIn, textIn } from "../cell/table";
import type { RatingColumn } from "./headers";
import type { Localised } from "../text/locale";
import { readPeriodNames } from "./period-column";
import { groupRows } from "./rows";

/** Rater types that are known by name in both languages. */
const RATER_TYPES: readonly Localised[] = [
  { en: "customer", "zh-CN": "客户" },
  { en: "superior", "zh-CN": "上级" },
  { en: "peer", "zh-CN": "同事" },
  { en: "self", "zh-CN": "本人" },
];

const knownType = (text: string): Localised | undefined => {
  const folded = foldName(text);
  return RATER_TYPES.find((names) => Object.values(names).some((name) => foldName(name) === folded));
};

/** The key of a rater type: `客户` and `Customer` have the same one. Types outside the list compare as names do. */
export const raterTypeKey = (text: string): string => knownType(text)?.en ?? foldName(text);

/** A rater type to read: a known one in the reader's language, another as it is written. */
export const raterTypeName = (text: string): Localised => knownType(text) ?? { en: text, "zh-CN": text };

/** One row of Ratings: how one rater rates one agent in a period. */
export interface Rating {
  readonly agentId: string;
  /** "" if the table states no period; the rating then belongs to every period. */
  readonly period: string;
  readonly indicator: string;
  readonly rater: string;
  readonly raterType: string;
  /** NaN if the cell holds no number. */
  readonly value: number;
  /** blank: not rated yet; not-applicable: the rater could not judge. Neither counts. */
  readonly kind: "number" | "blank" | "not-applicable" | "unreadable";
  readonly placeOf: (column: RatingColumn) => CellPlace;
}

export interface Ratings {
  readonly all: readonly Rating[];
  /** Ratings of one indicator by folded agent ID, in the order of the table. */
  readonly of: (indicator: string) => ReadonlyMap<string, readonly Rating[]>;
}

export function readRatings(table: ReadTable<RatingColumn>, periods: readonly string[] = []): Ratings {
  const periodIn = readPeriodNames(table, periods);
  const all: Rating[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const cell = cellIn(table, row, "rating")!.value;
    const known = cell.kind === "number" || cell.kind === "blank" || cell.kind === "not-applicable";
    all.push({
      agentId: idIn(table, row, "agentId"),
      period: periodIn(row),
      indicator: textIn(table, row, "indicator"),
      rater: idIn(table, row, "rater"),
      raterType: textIn(table, row, "raterType"),
      value: cell.kind === "number" ? cell.value : NaN,
      kind: known ? cell.kind : "unreadable",
      placeOf: (column) => placeIn(table.source, row, table.columns[column] ?? table.columns.rating!),
    });
  }
  return { all, of: groupRows(all) };
}
