// Made by "npm run gen". Do not edit. Every check of this folder, sorted by id.
import additionsOwned from "./additions-owned";
import agentOncePerPeriod from "./agent-once-per-period";
import agentsToldApart from "./agents-told-apart";
import baselineRowIsReadable from "./baseline-row-is-readable";
import bestGradeEarnsAll from "./best-grade-earns-all";
import capInPoints from "./cap-in-points";
import ceilingIsRatio from "./ceiling-is-ratio";
import cellIsLabel from "./cell-is-label";
import checklistHasItems from "./checklist-has-items";
import criticalCanFail from "./critical-can-fail";
import criticalCapLowers from "./critical-cap-lowers";
import daysStated from "./days-stated";
import decimalsKept from "./decimals-kept";
import deductionWithinPoints from "./deduction-within-points";
import deviationIsFraction from "./deviation-is-fraction";
import directionAgrees from "./direction-agrees";
import evaluationIsCurrent from "./evaluation-is-current";
import eventInOnePart from "./event-in-one-part";
import eventIsCounted from "./event-is-counted";
import eventStandsOnce from "./event-stands-once";
import everyAgentOnce from "./every-agent-once";
import everyTotalHasGrade from "./every-total-has-grade";
import failAtInUnit from "./fail-at-in-unit";
import failAtSparesFull from "./fail-at-spares-full";
import formulaHasResult from "./formula-has-result";
import formulasNotTypedOver from "./formulas-not-typed-over";
import gradeScaleInOrder from "./grade-scale-in-order";
import gradeWithinTotals from "./grade-within-totals";
import groupWithinAgents from "./group-within-agents";
import intervalHasWorth from "./interval-has-worth";
import intervalRunsUpward from "./interval-runs-upward";
import intervalsStated from "./intervals-stated";
import knownMethod from "./known-method";
import knownScale from "./known-scale";
import knownWord from "./known-word";
import labelStatedOnce from "./label-stated-once";
import ledgerRowIsReadable from "./ledger-row-is-readable";
import marksOfOneSize from "./marks-of-one-size";
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
import peersHaveCentre from "./peers-have-centre";
import percentileIsShare from "./percentile-is-share";
import periodHoldsOthers from "./period-holds-others";
import periodIsRead from "./period-is-read";
import pointsAddUp from "./points-add-up";
import pointsAreEarned from "./points-are-earned";
import pointsMadeFull from "./points-made-full";
import pointsStated from "./points-stated";
import pointsWithinReach from "./points-within-reach";
import quotasAddUp from "./quotas-add-up";
import raterIsAnother from "./rater-is-another";
import ratingRowIsReadable from "./rating-row-is-readable";
import resultIsNumber from "./result-is-number";
import resultsNotEdited from "./results-not-edited";
import rollUpWeighings from "./roll-up-weighings";
import rowBelongsToRubric from "./row-belongs-to-rubric";
import rowNamesAgentAndPeriod from "./row-names-agent-and-period";
import rubricAndSectionStated from "./rubric-and-section-stated";
import ruleAgrees from "./rule-agrees";
import sameTimeUnitAsData from "./same-time-unit-as-data";
import sameUnitAsData from "./same-unit-as-data";
import scaleRowNamed from "./scale-row-named";
import scaleRowsInOrder from "./scale-rows-in-order";
import sectionAddsUp from "./section-adds-up";
import sectionTotalsAddUp from "./section-totals-add-up";
import settingStatedOnce from "./setting-stated-once";
import sisterScalesInProportion from "./sister-scales-in-proportion";
import spreadMatchesWeight from "./spread-matches-weight";
import stepPartStated from "./step-part-stated";
import stepsTellApart from "./steps-tell-apart";
import tablesAreThere from "./tables-are-there";
import teamHasMembers from "./team-has-members";
import teamMetricKnown from "./team-metric-known";
import thresholdStated from "./threshold-stated";
import thresholdsInReach from "./thresholds-in-reach";
import tieBreakKnown from "./tie-break-known";
import timeUnitStated from "./time-unit-stated";
import totalGradesUpright from "./total-grades-upright";
import weightsAddUp from "./weights-add-up";
import worthsTurnOnce from "./worths-turn-once";
import zeroDiffersFromFull from "./zero-differs-from-full";

export const CHECKS = [
  additionsOwned,
  agentOncePerPeriod,
  agentsToldApart,
  baselineRowIsReadable,
  bestGradeEarnsAll,
  capInPoints,
  ceilingIsRatio,
  cellIsLabel,
  checklistHasItems,
  criticalCanFail,
  criticalCapLowers,
  daysStated,
  decimalsKept,
  deductionWithinPoints,
  deviationIsFraction,
  directionAgrees,
  evaluationIsCurrent,
  eventInOnePart,
  eventIsCounted,
  eventStandsOnce,
  everyAgentOnce,
  everyTotalHasGrade,
  failAtInUnit,
  failAtSparesFull,
  formulaHasResult,
  formulasNotTypedOver,
  gradeScaleInOrder,
  gradeWithinTotals,
  groupWithinAgents,
  intervalHasWorth,
  intervalRunsUpward,
  intervalsStated,
  knownMethod,
  knownScale,
  knownWord,
  labelStatedOnce,
  ledgerRowIsReadable,
  marksOfOneSize,
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
  peersHaveCentre,
  percentileIsShare,
  periodHoldsOthers,
  periodIsRead,
  pointsAddUp,
  pointsAreEarned,
  pointsMadeFull,
  pointsStated,
  pointsWithinReach,
  quotasAddUp,
  raterIsAnother,
  ratingRowIsReadable,
  resultIsNumber,
  resultsNotEdited,
  rollUpWeighings,
  rowBelongsToRubric,
  rowNamesAgentAndPeriod,
  rubricAndSectionStated,
  ruleAgrees,
  sameTimeUnitAsData,
  sameUnitAsData,
  scaleRowNamed,
  scaleRowsInOrder,
  sectionAddsUp,
  sectionTotalsAddUp,
  settingStatedOnce,
  sisterScalesInProportion,
  spreadMatchesWeight,
  stepPartStated,
  stepsTellApart,
  tablesAreThere,
  teamHasMembers,
  teamMetricKnown,
  thresholdStated,
  thresholdsInReach,
  tieBreakKnown,
  timeUnitStated,
  totalGradesUpright,
  weightsAddUp,
  worthsTurnOnce,
  zeroDiffersFromFull,
] as const;
