// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.
import intervalHasWorth from "./interval-has-worth";
import knownMethod from "./known-method";
import metricColumnExists from "./metric-column-exists";
import noDuplicateIndicator from "./no-duplicate-indicator";
import noIntervalGap from "./no-interval-gap";
import noIntervalOverlap from "./no-interval-overlap";
import pointsAddUp from "./points-add-up";
import thresholdStated from "./threshold-stated";
import zeroDiffersFromFull from "./zero-differs-from-full";

export const CHECKS = [
  intervalHasWorth,
  knownMethod,
  metricColumnExists,
  noDuplicateIndicator,
  noIntervalGap,
  noIntervalOverlap,
  pointsAddUp,
  thresholdStated,
  zeroDiffersFromFull,
] as const;
