import type { RawCell } from "../../src/core/cell/cell";
import {
  BANDS,
  BAND_SHARES,
  CUT_OFFS,
  DOWN,
  GRADES,
  INDICATORS,
  KINDS,
  LETTERS,
  LETTER_SHARES,
  METRIC_NAMES,
} from "./data";
import { PEER, PER_EVENT, POINTS, SECTION, TEAMS, UP } from "./data";

/** Columns for the hand-written loop: NaN for a missing value, letters as their number. */
export class HandColumns {
  constructor(
    readonly metrics: readonly Float64Array[],
    readonly team: Int32Array,
    readonly teamNames: readonly string[],
  ) {}
}

export class HandScores {
  constructor(
    readonly points: readonly Float64Array[],
    readonly total: Float64Array,
    readonly grade: Uint8Array,
    readonly rank: Int32Array,
    readonly teamMeans: Float64Array,
  ) {}
}

/** Copy-in: one pass over the rows. */
export function copyIn(rows: readonly (readonly RawCell[])[]): HandColumns {
  const count = rows.length - 1;
  const metrics = KINDS.map(() => new Float64Array(count));
  const team = new Int32Array(count);
  const teams = new Map<string, number>();
  const letters = new Map<RawCell, number>(LETTERS.map((letter, index) => [letter, index]));
  for (let i = 0; i < count; i += 1) {
    const row = rows[i + 1]!;
    const name = row[2] as string;
    let code = teams.get(name);
    if (code === undefined) teams.set(name, (code = teams.size));
    team[i] = code;
    for (let k = 0; k < 18; k += 1) {
      const raw = row[4 + k];
      metrics[k]![i] = typeof raw === "number" ? raw : NaN;
    }
    for (let k = 18; k < INDICATORS; k += 1) metrics[k]![i] = letters.get(row[4 + k]) ?? NaN;
  }
  return new HandColumns(metrics, team, [...teams.keys()]);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value === value) {
      sum += value;
      count += 1;
    }
  }
  return sum / count;
}

const BLOCK = 1024;

/**
 * The hand-written loop knows the rubric by heart, checks nothing and explains nothing. It takes columns block by block, so that they stay
 * in the cache. That is quicker than agent by agent.
 */
export function handLoop(columns: HandColumns): HandScores {
  return loop(columns.metrics, columns.team);
}

function loop(metrics: readonly Float64Array[], team: Int32Array): HandScores {
  const count = team.length;
  const points = KINDS.map(() => new Float64Array(count));
  const total = new Float64Array(count);
  const grade = new Uint8Array(count);
  const sum = new Float64Array(BLOCK);
  const present = new Float64Array(BLOCK);
  const letterPoints = Float64Array.from(LETTER_SHARES, (share) => share * POINTS);
  const means = [meanOf(metrics[12]!), meanOf(metrics[13]!)];
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    sum.fill(0);
    present.fill(0);
    for (let k = 0; k < 8; k += 1) {
      line(metrics[k]!, points[k]!, UP.zeroAt, POINTS / (UP.fullAt - UP.zeroAt), from, size, sum, present);
    }
    for (let k = 8; k < 12; k += 1) {
      line(metrics[k]!, points[k]!, DOWN.zeroAt, POINTS / (DOWN.fullAt - DOWN.zeroAt), from, size, sum, present);
    }
    for (let k = 12; k < 14; k += 1) {
      const mean = means[k - 12]!;
      line(
        metrics[k]!,
        points[k]!,
        mean * (1 + PEER.zeroAt),
        POINTS / (mean * (PEER.fullAt - PEER.zeroAt)),
        from,
        size,
        sum,
        present,
      );
    }
    for (let k = 14; k < 16; k += 1) bands(metrics[k]!, points[k]!, from, size, sum, present);
    for (let k = 16; k < 18; k += 1) deduct(metrics[k]!, points[k]!, from, size, sum, present);
    for (let k = 18; k < 20; k += 1) letter(metrics[k]!, points[k]!, letterPoints, from, size, sum, present);
    for (let i = 0; i < size; i += 1) {
      const rounded = Math.round((sum[i]! * 100 * 100) / present[i]!) / 100;
      total[from + i] = rounded;
      grade[from + i] = rounded >= CUT_OFFS[3] ? 3 : rounded >= CUT_OFFS[2] ? 2 : rounded >= CUT_OFFS[1] ? 1 : 0;
    }
  }
  return new HandScores(points, total, grade, ranks(total), teamMeans(team, total));
}

type Column = (
  values: Float64Array,
  points: Float64Array,
  from: number,
  size: number,
  sum: Float64Array,
  present: Float64Array,
) => void;

function line(
  values: Float64Array,
  points: Float64Array,
  zeroAt: number,
  slope: number,
  from: number,
  size: number,
  sum: Float64Array,
  present: Float64Array,
): void {
  for (let i = 0; i < size; i += 1) {
    const value = values[from + i]!;
    if (value !== value) continue;
    const raw = (value - zeroAt) * slope;
    const own = raw < 0 ? 0 : raw > POINTS ? POINTS : raw;
    points[from + i] = own;
    sum[i]! += own;
    present[i]! += POINTS;
  }
}

const bands: Column = (values, points, from, size, sum, present) => {
  for (let i = 0; i < size; i += 1) {
    const value = values[from + i]!;
    if (value !== value) continue;
    const share =
      value < BANDS[1]
        ? BAND_SHARES[0]
        : value < BANDS[2]
          ? BAND_SHARES[1]
          : value < BANDS[3]
            ? BAND_SHARES[2]
            : value < BANDS[4]
              ? BAND_SHARES[3]
              : BAND_SHARES[4];
    const own = share * POINTS;
    points[from + i] = own;
    sum[i]! += own;
    present[i]! += POINTS;
  }
};

const deduct: Column = (values, points, from, size, sum, present) => {
  for (let i = 0; i < size; i += 1) {
    const value = values[from + i]!;
    if (value !== value) continue;
    const own = Math.max(0, POINTS - PER_EVENT * value);
    points[from + i] = own;
    sum[i]! += own;
    present[i]! += POINTS;
  }
};

function letter(
  values: Float64Array,
  points: Float64Array,
  worth: Float64Array,
  from: number,
  size: number,
  sum: Float64Array,
  present: Float64Array,
): void {
  for (let i = 0; i < size; i += 1) {
    const value = values[from + i]!;
    if (value !== value) continue;
    const own = worth[value]!;
    points[from + i] = own;
    sum[i]! += own;
    present[i]! += POINTS;
  }
}

/** Counting sort on hundredths of a point. */
function ranks(total: Float64Array): Int32Array {
  const counts = new Int32Array(10002);
  const result = new Int32Array(total.length);
  for (let i = 0; i < total.length; i += 1) counts[Math.round(total[i]! * 100)]! += 1;
  for (let key = 10000, above = 1; key >= 0; key -= 1) {
    const here = counts[key]!;
    counts[key] = above;
    above += here;
  }
  for (let i = 0; i < total.length; i += 1) result[i] = counts[Math.round(total[i]! * 100)]!;
  return result;
}

function teamMeans(team: Int32Array, total: Float64Array): Float64Array {
  const sums = new Float64Array(TEAMS);
  const counts = new Int32Array(TEAMS);
  for (let i = 0; i < team.length; i += 1) {
    sums[team[i]!]! += total[i]!;
    counts[team[i]!]! += 1;
  }
  return sums.map((sum, index) => sum / counts[index]!);
}

/** Copy-out: the matrix for Excel, with the columns of an evaluation sheet, made as plainly as possible. */
export function copyOut(
  rows: readonly (readonly RawCell[])[],
  { team }: HandColumns,
  { points, total, grade, rank }: HandScores,
): RawCell[][] {
  return rowsOf(rows, team, points, total, grade, rank);
}

function rowsOf(
  rows: readonly (readonly RawCell[])[],
  team: Int32Array,
  points: readonly Float64Array[],
  total: Float64Array,
  grade: Uint8Array,
  rank: Int32Array,
): RawCell[][] {
  const inTeam = teamRanks(team, total);
  const result: RawCell[][] = [];
  for (let i = 0; i < total.length; i += 1) {
    const source = rows[i + 1]!;
    const row: RawCell[] = [source[0], source[1], source[2]];
    let remarks = "";
    for (let section = 0; section < INDICATORS; section += SECTION) {
      let sum = 0;
      for (let k = section; k < section + SECTION; k += 1) {
        const own = points[k]![i]!;
        if (source[4 + k] === "") {
          row.push("not counted");
          remarks += (remarks === "" ? "not counted: " : ", ") + METRIC_NAMES[k]!;
        } else row.push(own);
        sum += own;
      }
      row.push(sum);
    }
    row.push(total[i]!, GRADES[grade[i]!], rank[i]!, inTeam[i]!, "scored", remarks === "" ? null : remarks);
    result.push(row);
  }
  return result;
}

function teamRanks(team: Int32Array, total: Float64Array): Int32Array {
  const width = 10001;
  const counts = new Int32Array(width * TEAMS);
  const result = new Int32Array(total.length);
  for (let i = 0; i < total.length; i += 1) counts[team[i]! * width + Math.round(total[i]! * 100)]! += 1;
  for (let group = 0; group < TEAMS; group += 1) {
    for (let key = (group + 1) * width - 1, above = 1; key >= group * width; key -= 1) {
      const here = counts[key]!;
      counts[key] = above;
      above += here;
    }
  }
  for (let i = 0; i < total.length; i += 1) result[i] = counts[team[i]! * width + Math.round(total[i]! * 100)]!;
  return result;
}
