import type { PlanRange, RangeFormat } from "../core/plan/plan";
import type { StyleWriter, WantedStyle } from "./styles-write";

/** One look of the plan: the sum of its overlapping formats. */
type Look = Omit<RangeFormat, "range">;

export interface StyleGrid {
  /** Index of the cell's look in the workbook. */
  readonly style: (row: number, column: number) => number;
  readonly look: (row: number, column: number) => Look;
}

const PLAIN: Look = {};

/** `bottom` is one line below the range, so it concerns the last row only. */
function layersOf(formats: readonly RangeFormat[]): { readonly range: PlanRange; readonly look: Look }[] {
  return formats.flatMap(({ range, ...look }) => {
    if (look.border !== "bottom") return [{ range, look }];
    const { border, ...rest } = look;
    const lastRow = { ...range, row: range.row + range.rows - 1, rows: 1 };
    return [
      { range, look: rest },
      { range: lastRow, look: { border } },
    ];
  });
}

/** An existing line stays when another is added. */
function over(below: Look, above: Look): Look {
  const border = above.border && below.border === "grid" ? "grid" : (above.border ?? below.border);
  return { ...below, ...above, ...(border ? { border } : {}) };
}

/** Gives every cell its look. Looks are made once per combination, not once per cell. */
export function styleGrid(
  formats: readonly RangeFormat[],
  rows: number,
  columns: number,
  writer: StyleWriter,
): StyleGrid {
  const looks: Look[] = [PLAIN];
  const grid = new Uint16Array(rows * columns);
  for (const { range, look } of layersOf(formats)) {
    const next = new Map<number, number>();
    const lastRow = Math.min(rows, range.row + range.rows);
    const lastColumn = Math.min(columns, range.column + range.columns);
    for (let row = range.row; row < lastRow; row++) {
      for (let column = range.column; column < lastColumn; column++) {
        const at = row * columns + column;
        const below = grid[at]!;
        let made = next.get(below);
        if (made === undefined) next.set(below, (made = looks.push(over(looks[below]!, look)) - 1));
        grid[at] = made;
      }
    }
  }
  const indexes: (number | undefined)[] = [];
  return {
    look: (row, column) => looks[grid[row * columns + column]!]!,
    style: (row, column) => {
      const look = grid[row * columns + column]!;
      return (indexes[look] ??= writer.cell(wanted(looks[look]!)));
    },
  };
}

function wanted({ border, ...look }: Look): WantedStyle {
  return { ...look, lines: border };
}
