// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.
import agentOncePerPeriod from "./agent-once-per-period";
import agentsToldApart from "./agents-told-apart";
import baselineRowIsReadable from "./baseline-row-is-readable";
import bestGradeEarnsAll from "./best-grade-earns-all";
import cellIsLabel from "./cell-is-label";
import checklistHasItems from "./checklist-has-items";
import criticalCanFail from "./critical-can-fail";
import criticalCapLowers from "./critical-cap-lowers";
import decimalsKept from "./decimals-kept";
import deductionWithinPoints from "./deduction-within-points";
import deviationIsFraction from "./deviation-is-fraction";
import directionAgrees from "./direction-agrees";
import evaluationIsCurrent from "./evaluation-is-current";
import everyAgentOnce from "./every-agent-once";
import everyTotalHasGrade from "./every-total-has-grade";
import failAtSparesFull from "./fail-at-spares-full";
import formulasNotTypedOver from "./formulas-not-typed-over";
import gradeScaleInOrder from "./grade-scale-in-order";
import gradeWithinTotals from "./grade-within-totals";
import intervalHasWorth from "./interval-has-worth";
import intervalRunsUpward from "./interval-runs-upward";
import intervalsStated from "./intervals-stated";
import knownMethod from "./known-method";
import knownScale from "./known-scale";
import knownWord from "./known-word";
import labelStatedOnce from "./label-stated-once";
import ledgerRowIsReadable from "./ledger-row-is-readable";
import metricCanBeScored from "./metric-can-be-scored";
import metricColumnExists from "./metric-column-exists";
import metricIsNumber from "./metric-is-number";
import metricIsThere from "./metric-is-there";
import noCorrelatedTwins from "./no-correlated-twins";
import noDuplicateHeader from "./no-duplicate-header";
import noDuplicateIndicator from "./no-duplicate-indicator";
import noIntervalGap from "./no-interval-gap";
import noIntervalOverlap from "./no-interval-overlap";
import noJumpOnSlope from "./no-jump-on-slope";
import noStrayValue from "./no-stray-value";
import noTeamCycle from "./no-team-cycle";
import noUnreadParameter from "./no-unread-parameter";
import numberInNumberCell from "./number-in-number-cell";
import numberingUnbroken from "./numbering-unbroken";
import oneTableOfEachKind from "./one-table-of-each-kind";
import oneUnitPerMetric from "./one-unit-per-metric";
import parameterInDomain from "./parameter-in-domain";
import periodHoldsOthers from "./period-holds-others";
import periodIsRead from "./period-is-read";
import pointsAddUp from "./points-add-up";
import pointsAreEarned from "./points-are-earned";
import pointsStated from "./points-stated";
import pointsWithinReach from "./points-within-reach";
import quotasAddUp from "./quotas-add-up";
import ratingRowIsReadable from "./rating-row-is-readable";
import resultIsNumber from "./result-is-number";
import resultsNotEdited from "./results-not-edited";
import rowBelongsToRubric from "./row-belongs-to-rubric";
import rowNamesAgentAndPeriod from "./row-names-agent-and-period";
import rubricAndSectionStated from "./rubric-and-section-stated";
import sameUnitAsData from "./same-unit-as-data";
import scaleRowNamed from "./scale-row-named";
import scaleRowsInOrder from "./scale-rows-in-order";
import sectionAddsUp from "./section-adds-up";
import settingStatedOnce from "./setting-stated-once";
import sisterScalesInProportion from "./sister-scales-in-proportion";
import spreadMatchesWeight from "./spread-matches-weight";
import tablesAreThere from "./tables-are-there";
import teamHasMembers from "./team-has-members";
import teamMetricKnown from "./team-metric-known";
import thresholdStated from "./threshold-stated";
import weightsAddUp from "./weights-add-up";
import worthsTurnOnce from "./worths-turn-once";
import zeroDiffersFromFull from "./zero-differs-from-full";

export const CHECKS = [
  agentOncePerPeriod,
  agentsToldApart,
  baselineRowIsReadable,
  bestGradeEarnsAll,
  cellIsLabel,
  checklistHasItems,
  criticalCanFail,
  criticalCapLowers,
  decimalsKept,
  deductionWithinPoints,
  deviationIsFraction,
  directionAgrees,
  evaluationIsCurrent,
  everyAgentOnce,
  everyTotalHasGrade,
  failAtSparesFull,
  formulasNotTypedOver,
  gradeScaleInOrder,
  gradeWithinTotals,
  intervalHasWorth,
  intervalRunsUpward,
  intervalsStated,
  knownMethod,
  knownScale,
  knownWord,
  labelStatedOnce,
  ledgerRowIsReadable,
  metricCanBeScored,
  metricColumnExists,
  metricIsNumber,
  metricIsThere,
  noCorrelatedTwins,
  noDuplicateHeader,
  noDuplicateIndicator,
  noIntervalGap,
  noIntervalOverlap,
  noJumpOnSlope,
  noStrayValue,
  noTeamCycle,
  noUnreadParameter,
  numberInNumberCell,
  numberingUnbroken,
  oneTableOfEachKind,
  oneUnitPerMetric,
  parameterInDomain,
  periodHoldsOthers,
  periodIsRead,
  pointsAddUp,
  pointsAreEarned,
  pointsStated,
  pointsWithinReach,
  quotasAddUp,
  ratingRowIsReadable,
  resultIsNumber,
  resultsNotEdited,
  rowBelongsToRubric,
  rowNamesAgentAndPeriod,
  rubricAndSectionStated,
  sameUnitAsData,
  scaleRowNamed,
  scaleRowsInOrder,
  sectionAddsUp,
  settingStatedOnce,
  sisterScalesInProportion,
  spreadMatchesWeight,
  tablesAreThere,
  teamHasMembers,
  teamMetricKnown,
  thresholdStated,
  weightsAddUp,
  worthsTurnOnce,
  zeroDiffersFromFull,
] as const;
