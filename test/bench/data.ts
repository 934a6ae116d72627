import type { RawCell } from "../../src/core/cell/cell";
import type { SourceTable } from "../../src/core/cell/table";

/** The common job of all compared systems: 20 indicators of 5 points, 2 % of the cells missing, 100 teams, 4 grades. */
export const INDICATORS = 20;
export const POINTS = 5;
/** Indicators of a section. */
export const SECTION = 4;
export const TEAMS = 100;
export const PERIOD = "2026-10";

/** The hand-written loop knows these by heart. The product reads them from the sheets. */
export const LETTERS = ["S", "A", "B", "C", "D"] as const;
export const LETTER_SHARES = [1, 0.85, 0.7, 0.5, 0.2] as const;
export const BANDS = [0, 60, 70, 80, 90] as const;
export const BAND_SHARES = [0, 0.4, 0.6, 0.8, 1] as const;
export const GRADES = ["D", "C", "B", "A"] as const;
export const CUT_OFFS = [-Infinity, 60, 70, 80] as const;
export const UP = { zeroAt: 60, fullAt: 90 } as const;
export const DOWN = { zeroAt: 0.05, fullAt: 0.01 } as const;
export const PEER = { zeroAt: -0.2, fullAt: 0.2 } as const;
export const PER_EVENT = 1;

/** The method of each indicator, by its place. */
export type Kind = "linear-up" | "linear-down" | "peer" | "bands" | "deduct" | "grade";

export const KINDS: readonly Kind[] = [
  ...new Array<Kind>(8).fill("linear-up"),
  ...new Array<Kind>(4).fill("linear-down"),
  ...new Array<Kind>(2).fill("peer"),
  ...new Array<Kind>(2).fill("bands"),
  ...new Array<Kind>(2).fill("deduct"),
  ...new Array<Kind>(2).fill("grade"),
];

export const METRIC_NAMES: readonly string[] = KINDS.map((kind, index) => `M${index + 1} ${kind}`);

const ROWS: Readonly<Record<Kind, readonly RawCell[]>> = {
  "linear-up": ["linear", UP.zeroAt, UP.fullAt, null, null],
  "linear-down": ["linear", DOWN.zeroAt, DOWN.fullAt, null, null],
  peer: ["peer", PEER.zeroAt, PEER.fullAt, null, null],
  bands: ["bands", null, null, null, "Bands"],
  deduct: ["deduct", null, null, PER_EVENT, null],
  grade: ["grade", null, null, null, "Letters"],
};

function tableOf(name: string, values: readonly (readonly RawCell[])[]): SourceTable {
  const formats = values[0]!.map(() => "General");
  return { name, sheet: name, row: 0, column: 0, values, formats };
}

/** Rubric, scales and metrics as a port gives them. */
export function tablesOf(metrics: readonly (readonly RawCell[])[]): readonly SourceTable[] {
  return [
    tableOf("Rubric", [
      ["Section", "Indicator", "Points", "Method", "Zero at", "Full at", "Per event", "Scale", "If missing"],
      ...KINDS.map((kind, index) => [
        `Section ${Math.floor(index / SECTION) + 1}`,
        METRIC_NAMES[index]!,
        POINTS,
        ...ROWS[kind],
        "exclude",
      ]),
    ]),
    tableOf("Scales", [
      ["Scale", "Grade", "From", "Share"],
      ...BANDS.map((from, index) => ["Bands", null, index === 0 ? null : from, BAND_SHARES[index]!]),
      ...LETTERS.map((letter, index) => ["Letters", letter, null, LETTER_SHARES[index]!]),
      ...GRADES.map((grade, index) => ["Total", grade, index === 0 ? null : CUT_OFFS[index]!, null]),
    ]),
    tableOf("Metrics", metrics),
  ];
}

/** A generator with a fixed seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const VALUES: Readonly<Record<Kind, (random: () => number) => RawCell>> = {
  "linear-up": (random) => 50 + 50 * random(),
  "linear-down": (random) => 0.06 * random(),
  peer: (random) => 60 + 80 * random(),
  bands: (random) => 50 + 50 * random(),
  deduct: (random) => Math.floor(4 * random() * random()),
  grade: (random) => LETTERS[Math.floor(LETTERS.length * random())]!,
};

/** The Metrics table of this many agents, as Excel gives it. */
export function metricsOf(agents: number): readonly (readonly RawCell[])[] {
  const random = randomOf(20261124);
  const rows: RawCell[][] = [["Agent ID", "Name", "Team", "Period", ...METRIC_NAMES]];
  for (let agent = 0; agent < agents; agent += 1) {
    const row: RawCell[] = [`A${100000 + agent}`, `Agent ${agent}`, `Team ${1 + Math.floor(TEAMS * random())}`, PERIOD];
    for (const kind of KINDS) row.push(random() < 0.02 ? "" : VALUES[kind](random));
    rows.push(row);
  }
  return rows;
}
