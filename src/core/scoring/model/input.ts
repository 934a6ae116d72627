import type { MetricColumn } from "../../metrics/metrics";
import type { ShowAs } from "../../text/format";
import type { Localised } from "../../text/locale";
import type { Peers } from "./peers";

/** Explains how a value came from several cells. It is made on demand. */
export interface InputDescription {
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

/** The values of an indicator, one per agent of a set, from any source. */
export interface GatheredValues {
  /** NaN without a number; the kind states the reason. */
  readonly values: Float64Array;
  /** KIND codes of `core/metrics`. */
  readonly kinds: Uint8Array;
  /** See `ScoringContext.given`. */
  readonly given: Float64Array | undefined;
  readonly showAs: ShowAs;
  /** The source column of Metrics; undefined for values from elsewhere. */
  readonly column: MetricColumn | undefined;
  /** Explains a gathered value; undefined if the cell itself is the explanation. */
  readonly describe: ((agent: number) => InputDescription) | undefined;
}

export interface IndicatorInput extends GatheredValues {
  readonly peers: Peers;
  /** Whether frozen values replace the peers of the period. */
  readonly frozenPeers: boolean;
  /** Whether there are too few peers. The comparison then applies to no agent. */
  readonly tooFewPeers: boolean;
  /** Whether the peers' mean or median is 0 though they differ. The comparison then applies to no agent. */
  readonly centreIsZero: boolean;
}
