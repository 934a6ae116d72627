// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.
import agentOncePerPeriod from "./agent-once-per-period";
import intervalHasWorth from "./interval-has-worth";
import knownMethod from "./known-method";
import knownScale from "./known-scale";
import knownWord from "./known-word";
import metricColumnExists from "./metric-column-exists";
import noDuplicateIndicator from "./no-duplicate-indicator";
import noIntervalGap from "./no-interval-gap";
import noIntervalOverlap from "./no-interval-overlap";
import numberInNumberCell from "./number-in-number-cell";
import parameterInDomain from "./parameter-in-domain";
import pointsAddUp from "./points-add-up";
import pointsStated from "./points-stated";
import rowBelongsToRubric from "./row-belongs-to-rubric";
import sameUnitAsData from "./same-unit-as-data";
import tablesAreThere from "./tables-are-there";
import thresholdStated from "./threshold-stated";
import zeroDiffersFromFull from "./zero-differs-from-full";

export const CHECKS = [
  agentOncePerPeriod,
  intervalHasWorth,
  knownMethod,
  knownScale,
  knownWord,
  metricColumnExists,
  noDuplicateIndicator,
  noIntervalGap,
  noIntervalOverlap,
  numberInNumberCell,
  parameterInDomain,
  pointsAddUp,
  pointsStated,
  rowBelongsToRubric,
  sameUnitAsData,
  tablesAreThere,
  thresholdStated,
  zeroDiffersFromFull,
] as const;
