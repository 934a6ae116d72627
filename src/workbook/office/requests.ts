import type { PlanCell } from "../../core/plan/plan";

/**
 * Excel on the web takes 5 MB a request. The rest is left for what surrounds the values.
 *
 * @internal tests fill requests up to it
 */
export const MAX_REQUEST_BYTES = 4_000_000;

/** Most bytes of values in one request, which leaves room for formats and new sheets. */
const MAX_BLOCK_BYTES = 3_800_000;

/** The library writes 1,500 cells at a time. Each piece adds some 1,600 bytes of addressing. */
const CELLS_PER_PIECE = 1_500;
const BYTES_PER_PIECE = 1_600;

/** An action to be queued, with the most bytes it adds to the request. */
export interface Step {
  readonly bytes: number;
  queue(): void;
}

/** Groups steps in order into as few requests as the limit allows. */
export function* pack(steps: Iterable<Step>): Generator<Step[]> {
  let request: Step[] = [];
  let bytes = 0;
  for (const step of steps) {
    if (request.length > 0 && bytes + step.bytes > MAX_REQUEST_BYTES) {
      yield request;
      [request, bytes] = [[], 0];
    }
    request.push(step);
    bytes += step.bytes;
  }
  if (request.length > 0) yield request;
}

export type ExcelContent = string | number | boolean;

/**
 * The content to assign to `range.values` so that the cell holds what the plan says.
 *
 * Excel reads an assigned text as if a person had typed it: `=...`, `+...` and `@...` become formulas, `007` a number, `2026-10` a date,
 * `TRUE` a logical. A leading apostrophe, which Excel does not show, marks the rest as text. It also protects a text's own apostrophe.
 */
export function toExcel(cell: PlanCell): ExcelContent {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return `'${cell}`;
  return typeof cell === "object" ? cell.formula : cell;
}

export interface Block {
  readonly firstRow: number;
  readonly rows: ExcelContent[][];
  readonly bytes: number;
}

/** Splits the rows of a sheet into blocks, each small enough for a request of its own. */
export function blocksOf(rows: readonly (readonly PlanCell[])[]): Block[] {
  const blocks: Block[] = [];
  const encoder = new TextEncoder();
  const addressing = ((rows[0]?.length ?? 0) / CELLS_PER_PIECE) * BYTES_PER_PIECE;
  let block: ExcelContent[][] = [];
  let [firstRow, bytes] = [0, BYTES_PER_PIECE];
  rows.forEach((row, at) => {
    const cells = row.map(toExcel);
    const more = encoder.encode(JSON.stringify(cells)).length + 1 + addressing;
    if (block.length > 0 && bytes + more > MAX_BLOCK_BYTES) {
      blocks.push({ firstRow, rows: block, bytes });
      [block, firstRow, bytes] = [[], at, BYTES_PER_PIECE];
    }
    block.push(cells);
    bytes += more;
  });
  if (block.length > 0) blocks.push({ firstRow, rows: block, bytes });
  return blocks;
}
