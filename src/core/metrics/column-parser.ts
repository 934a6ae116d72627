import type { CellValue, RawCell } from "../cell/cell";
import { parseFormatted } from "../cell/cell";
import { secondsOf, secondsPerOne, TIME_UNITS, unitNamedIn } from "../cell/duration";
import type { PackedColumn } from "../cell/packed";
import type { ShowAs } from "../text/format";

/** How the cells of one column are read: what one cell leaves open, the others decide. */
export interface CellParser {
  readonly parse: (raw: RawCell, row: number) => CellValue;
  /** Seconds that a number of the column stands for; undefined where numbers are plain. */
  readonly perOne: number | undefined;
  /** Whether rows differ in their formats, so that a number alone does not say what it means. */
  readonly byRow: boolean;
  readonly showAs: ShowAs;
}

/** Other numbers of the column must lie within this factor of a number for its comma to be a mark of thousands. */
const SAME_SIZE = 10;

/**
 * Makes the parser of a column.
 *
 * @param formats one for the whole column, or one for each row
 */
export function columnParser(
  cells: PackedColumn,
  count: number,
  header: string,
  formats: string | readonly string[],
): CellParser {
  const byRow = typeof formats !== "string";
  const perOne = byRow ? undefined : secondsPerOne(formats);
  const read = (raw: RawCell, row: number): CellValue => (byRow ? parseFormatted(raw, formats[row]!) : parsed(raw));
  const parsed = (raw: RawCell): CellValue => parseFormatted(raw, formats as string);
  const showAs: ShowAs = perOne !== undefined ? "duration" : !byRow && formats.includes("%") ? "percent" : "number";
  const plain: CellParser = { parse: read, perOne, byRow, showAs };
  if (!byRow && !hasTexts(cells)) return plain;
  const seen = look(cells, count, read);
  const grouped = seen.hasCommas ? groupsThousands(seen.numbers) : () => undefined;
  const withCommas = (raw: RawCell, row: number): CellValue => {
    const cell = read(raw, row);
    const value = cell.kind === "text" && cell.comma ? grouped(cell.comma.grouped) : undefined;
    return value === undefined ? cell : { kind: "number", value, fromText: true };
  };
  if (seen.durations === 0) return { ...plain, parse: withCommas, showAs: byRow ? "number" : showAs };
  if (perOne !== undefined) return { ...plain, parse: withCommas };
  const unit = unitNamedIn(header);
  const own = unit && TIME_UNITS[unit];
  // Without a named unit nobody knows what the smaller part is: hours beside seconds would count as either.
  const refused = own !== undefined ? undefined : seen.durations >= seen.numbers.length ? "number" : "duration";
  const parse = (raw: RawCell, row: number): CellValue => {
    const cell = withCommas(raw, row);
    if (cell.kind === refused) return { kind: "text", text: textOf(raw, cell) };
    return cell.kind === "number" && own !== undefined
      ? { kind: "duration", value: secondsOf(cell.value, own), fromText: cell.fromText }
      : cell;
  };
  const isDuration = refused !== "duration";
  return { parse, perOne: isDuration ? own : undefined, byRow: true, showAs: isDuration ? "duration" : "number" };
}

const textOf = (raw: RawCell, cell: CellValue): string =>
  cell.kind === "duration" && typeof raw === "number" ? String(cell.value) : String(raw);

/** Whether a text of the column holds a digit, as durations and decimal commas do. */
function hasTexts({ plain, others }: PackedColumn): boolean {
  return (plain ?? others).some((raw) => typeof raw === "string" && /\d/.test(raw));
}

interface Look {
  readonly durations: number;
  readonly numbers: readonly number[];
  readonly hasCommas: boolean;
}

function look(cells: PackedColumn, count: number, read: CellParser["parse"]): Look {
  const numbers: number[] = [];
  let durations = 0;
  let hasCommas = false;
  for (let row = 0; row < count; row += 1) {
    const cell = read(cells.cell(row), row);
    if (cell.kind === "number") numbers.push(cell.value);
    else if (cell.kind === "duration") durations += 1;
    else if (cell.kind === "text" && cell.comma) hasCommas = true;
  }
  return { durations, numbers, hasCommas };
}

/** Takes a number whose comma marks thousands where most other numbers of the column are of its size. */
function groupsThousands(numbers: readonly number[]): (grouped: number | undefined) => number | undefined {
  const others = numbers.filter((value) => value !== 0).map(Math.abs);
  return (grouped) => {
    if (grouped === undefined) return undefined;
    const size = Math.abs(grouped);
    const near = others.filter((value) => value >= size / SAME_SIZE && value <= size * SAME_SIZE).length;
    return near * 2 > others.length ? grouped : undefined;
  };
}
