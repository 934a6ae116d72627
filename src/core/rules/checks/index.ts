// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.
import agentOncePerPeriod from "./agent-once-per-period";
import bestGradeEarnsAll from "./best-grade-earns-all";
import cellIsLabel from "./cell-is-label";
import checklistHasItems from "./checklist-has-items";
import criticalCanFail from "./critical-can-fail";
import deviationIsFraction from "./deviation-is-fraction";
import evaluationIsCurrent from "./evaluation-is-current";
import everyAgentOnce from "./every-agent-once";
import everyTotalHasGrade from "./every-total-has-grade";
import formulasNotTypedOver from "./formulas-not-typed-over";
import gradeScaleInOrder from "./grade-scale-in-order";
import intervalHasWorth from "./interval-has-worth";
import intervalsStated from "./intervals-stated";
import knownMethod from "./known-method";
import knownScale from "./known-scale";
import knownWord from "./known-word";
import labelStatedOnce from "./label-stated-once";
import ledgerRowIsReadable from "./ledger-row-is-readable";
import metricColumnExists from "./metric-column-exists";
import metricIsNumber from "./metric-is-number";
import noDuplicateIndicator from "./no-duplicate-indicator";
import noIntervalGap from "./no-interval-gap";
import noIntervalOverlap from "./no-interval-overlap";
import noTeamCycle from "./no-team-cycle";
import numberInNumberCell from "./number-in-number-cell";
import oneTableOfEachKind from "./one-table-of-each-kind";
import oneUnitPerMetric from "./one-unit-per-metric";
import parameterInDomain from "./parameter-in-domain";
import periodHoldsOthers from "./period-holds-others";
import periodsWrittenAlike from "./periods-written-alike";
import pointsAddUp from "./points-add-up";
import pointsStated from "./points-stated";
import quotasAddUp from "./quotas-add-up";
import ratingRowIsReadable from "./rating-row-is-readable";
import resultIsNumber from "./result-is-number";
import resultsNotEdited from "./results-not-edited";
import rowBelongsToRubric from "./row-belongs-to-rubric";
import rowNamesAgentAndPeriod from "./row-names-agent-and-period";
import rubricAndSectionStated from "./rubric-and-section-stated";
import sameUnitAsData from "./same-unit-as-data";
import sisterScalesInProportion from "./sister-scales-in-proportion";
import tablesAreThere from "./tables-are-there";
import teamHasMembers from "./team-has-members";
import teamMetricKnown from "./team-metric-known";
import thresholdStated from "./threshold-stated";
import zeroDiffersFromFull from "./zero-differs-from-full";

export const CHECKS = [
  agentOncePerPeriod,
  bestGradeEarnsAll,
  cellIsLabel,
  checklistHasItems,
  criticalCanFail,
  deviationIsFraction,
  evaluationIsCurrent,
  everyAgentOnce,
  everyTotalHasGrade,
  formulasNotTypedOver,
  gradeScaleInOrder,
  intervalHasWorth,
  intervalsStated,
  knownMethod,
  knownScale,
  knownWord,
  labelStatedOnce,
  ledgerRowIsReadable,
  metricColumnExists,
  metricIsNumber,
  noDuplicateIndicator,
  noIntervalGap,
  noIntervalOverlap,
  noTeamCycle,
  numberInNumberCell,
  oneTableOfEachKind,
  oneUnitPerMetric,
  parameterInDomain,
  periodHoldsOthers,
  periodsWrittenAlike,
  pointsAddUp,
  pointsStated,
  quotasAddUp,
  ratingRowIsReadable,
  resultIsNumber,
  resultsNotEdited,
  rowBelongsToRubric,
  rowNamesAgentAndPeriod,
  rubricAndSectionStated,
  sameUnitAsData,
  sisterScalesInProportion,
  tablesAreThere,
  teamHasMembers,
  teamMetricKnown,
  thresholdStated,
  zeroDiffersFromFull,
] as const;
