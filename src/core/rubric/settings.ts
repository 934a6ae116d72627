import type { Rounding } from "../text/round";

/** What a value is compared with: the peers' mean, their median, or its own place among them. */
export type PeerStatistic = "mean" | "median" | "percentile";

/** How ranks go on after a tie: the next ones are skipped, or none is. */
type Ranks = "skip" | "dense";

/** Settings that scoring methods read. */
export interface MethodSettings {
  readonly peerStatistic: PeerStatistic;
}

/** Bounds of one section beside its points. A missing bound does not bind. */
export interface SectionBounds {
  /** Folded name of the section. */
  readonly section: string;
  readonly lowest?: number;
  readonly highest?: number;
  /** The most points that adjusting items of the section may take away, and add; both positive. */
  readonly deductions?: number;
  readonly bonuses?: number;
}

/** The settings of a rubric; each has a default. */
export interface RubricSettings extends MethodSettings {
  /** The required sum of the points. */
  readonly fullScore: number;
  /** Decimals of the total. */
  readonly decimals: number;
  readonly rounding: Rounding;
  readonly lowestTotal: number;
  /** Undefined means the full score. */
  readonly highestTotal: number | undefined;
  /** A total is pending if its indicators with data hold less than this share of the points. */
  readonly coverage: number;
  /** A comparison with fewer peers than this does not apply. */
  readonly minimumGroup: number;
  /** Folded IDs of agents that are compared with peers, but are peers of no agent, such as newcomers. */
  readonly notPeers: readonly string[];
  /** The group that the quotas apply to, if the Total scale states shares instead of cut-offs. */
  readonly quotaGroup: "role" | "team";
  readonly ranks: Ranks;
  /** Folded names of indicators: of two equal totals the one with more points on the first of them ranks higher, then on the second. */
  readonly tieBreak: readonly string[];
  /** How the periods within one weigh where no scale says it: alike, or by the number of cases behind a metric. */
  readonly rollUpWeights: "equal" | "n";
  readonly sections: readonly SectionBounds[];
}

export const DEFAULT_SETTINGS: RubricSettings = {
  fullScore: 100,
  decimals: 2,
  rounding: "half-away",
  lowestTotal: 0,
  highestTotal: undefined,
  coverage: 0,
  peerStatistic: "mean",
  minimumGroup: 2,
  notPeers: [],
  quotaGroup: "role",
  ranks: "skip",
  tieBreak: [],
  rollUpWeights: "equal",
  sections: [],
};
