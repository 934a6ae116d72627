import type { Baseline } from "../../metrics/baseline";
import type { Ledger } from "../../metrics/ledger";
import type { Metrics } from "../../metrics/metrics";
import type { Ratings } from "../../metrics/ratings";
import type { Scale } from "../../rubric/scale";
import type { CompiledIndicator, CompiledRubric } from "../model/compiled";
import type { GatheredValues } from "../model/input";
import type { Standings } from "./other-results";

/** The tables that hold the values. */
export interface Sources {
  readonly metrics: Metrics;
  readonly scales: readonly Scale[];
  /** Undefined if the workbook has no such table. */
  readonly ledger?: Ledger | undefined;
  readonly ratings?: Ratings | undefined;
  readonly baseline?: Baseline | undefined;
}

/** Asks for the values of one indicator for the agents at these rows of Metrics. */
export interface GatherRequest {
  readonly compiled: CompiledRubric;
  readonly indicator: CompiledIndicator;
  readonly sources: Sources;
  readonly period: string;
  readonly rows: Int32Array;
  /** Results of a period, all rubrics, as far as they are scored. Values that come from other results read them. */
  readonly standings: (period: string) => Standings;
}

/** Finds the values of an indicator; there is one such function for each kind of input. */
export type Gather = (request: GatherRequest) => GatheredValues;
