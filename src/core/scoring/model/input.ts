import type { MetricColumn } from "../../metrics/metrics";
import type { ShowAs } from "../../text/format";
import type { Localised } from "../../text/locale";
import type { Peers } from "./peers";

/** How a value that was gathered from several cells came about; made on demand. */
export interface InputDescription {
  readonly facts: Readonly<Record<string, number | string>>;
  readonly sentence: Localised;
}

/** The values that an indicator is scored from, one per agent of a set, wherever they came from. */
export interface GatheredValues {
  /** NaN where there is no number; the kind says why. */
  readonly values: Float64Array;
  /** KIND codes of `core/metrics`. */
  readonly kinds: Uint8Array;
  /** Points that ledger rows state outright; undefined where there are none. */
  readonly given: Float64Array | undefined;
  readonly showAs: ShowAs;
  /** The column of Metrics that was read; undefined where the values were gathered from elsewhere. */
  readonly column: MetricColumn | undefined;
  /** Says how a gathered value came about; undefined where the cell itself says it all. */
  readonly describe: ((agent: number) => InputDescription) | undefined;
}

export interface IndicatorInput extends GatheredValues {
  readonly peers: Peers;
  /** Whether what was frozen earlier stands in for the peers of today. */
  readonly frozenPeers: boolean;
  /** Whether the peers are too few to compare with: the comparison then does not apply to anybody. */
  readonly tooFewPeers: boolean;
}
