import type { PlanCell, RangeFormat } from "../../src/core/plan/plan";

/** An Excel table of a sheet in memory. It counts its header row and, if present, its totals row. */
export interface MemoryTable {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly hasTotals?: boolean;
}

export interface MemorySheet {
  readonly name: string;
  readonly rows: readonly (readonly PlanCell[])[];
  readonly visible?: boolean;
  readonly protected?: boolean;
  readonly tables?: readonly MemoryTable[];
  /** Only the number formats matter here. */
  readonly formats?: readonly Pick<RangeFormat, "range" | "numberFormat">[];
}

export interface MemorySeed {
  readonly sheets: readonly MemorySheet[];
  /** The list of sheets is protected. */
  readonly protected?: boolean;
}
