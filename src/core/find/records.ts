import type { RawCell } from "../cell/cell";
import { cellText } from "../cell/cell";
import type { Rows } from "../cell/packed";
import type { Meaning } from "./meaning";
import { foldHeader } from "./fold-header";
import { isOfAgents, keyColumn } from "./roles";
import { isHeadLabel, isSum } from "./words";

/** Rows of a table below its header, counted from 1 as the header is row 0. */
export interface Records {
  /** Row of the last record; 0 without records. */
  readonly last: number;
  readonly count: number;
  /** Rows up to the last record that hold none: blank rows, sections, weights, totals, headers once more. */
  readonly skipped: readonly number[];
}

/** So many blank rows end a table. */
const MOST_BLANK = 20;
/** Records of the beginning by which a row after a gap is measured. */
const PROBED = 50;

/**
 * Finds the records of a table that may go on to the end of its sheet.
 *
 * @param isHeader whether another table begins in the row
 */
export function recordsOf(
  values: Rows,
  headers: readonly string[],
  meaning: Meaning,
  isHeader: (row: readonly RawCell[]) => boolean = () => false,
): Records {
  const key = keyColumn(meaning);
  const ofAgents = isOfAgents(meaning.role);
  const labels = labelColumns(meaning);
  const folded = headers.map(foldHeader);
  const skipped: number[] = [];
  const fills: number[] = [];
  let [last, count, blank, gap] = [0, 0, 0, false];
  for (let row = 1; row < values.length && blank < MOST_BLANK; row += 1) {
    const cells = values.at(row)!;
    let filled = 0;
    for (let column = 0; column < headers.length; column += 1) if (!isBlank(cells[column])) filled += 1;
    blank = filled === 0 ? blank + 1 : 0;
    if (filled === 0) {
      gap = true;
      skipped.push(row);
      continue;
    }
    const isSame =
      filled > 1 &&
      cells.some((raw) => !isFigure(raw)) &&
      headers.every((_, at) => foldHeader(cellText(cells[at])) === folded[at]);
    // Of hundreds of thousands of records, most hold figures, and headers hold none.
    if (!isSame && !cells.some(isFigure) && isHeader(cells)) break;
    const isTotal = meaning.role !== "scales" && labels.some((column) => isSum(cells[column], ofAgents));
    const isHead = ofAgents && count === 0 && labels.some((column) => isHeadLabel(cells[column]));
    const least = gap && fills.length > 0 ? Math.max(2, Math.ceil(median(fills) / 2)) : Math.min(2, headers.length);
    if (isSame || isTotal || isHead || (key !== undefined && isBlank(cells[key])) || filled < least) {
      if (isTotal) gap = true;
      skipped.push(row);
      continue;
    }
    last = row;
    count += 1;
    if (fills.length < PROBED) fills.push(filled);
  }
  return { last, count, skipped: skipped.filter((row) => row < last) };
}

const isFigure = (raw: RawCell): boolean => typeof raw === "number";

const isBlank = (raw: RawCell): boolean =>
  raw === null || raw === undefined || (typeof raw === "string" && raw.trim() === "");

/** Columns that name the record, where a totals row has its label. */
function labelColumns({ role, columns }: Meaning): readonly number[] {
  const ids = role === "rubric" ? ["rubric", "section", "indicator"] : ["agentId", "name", "team", "period", "date"];
  return ids.flatMap((id) => columns[id] ?? []);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
