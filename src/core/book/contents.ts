import { foldName } from "../cell/cell";
import type { SourceTable } from "../cell/table";
import type { Baseline } from "../metrics/baseline";
import { readBaseline } from "../metrics/baseline";
import type { Ledger } from "../metrics/ledger";
import { readLedger } from "../metrics/ledger";
import type { Metrics } from "../metrics/metrics";
import { readMetrics } from "../metrics/metrics";
import type { Calendar } from "../metrics/periods";
import { createCalendar } from "../metrics/periods";
import type { Ratings } from "../metrics/ratings";
import { readRatings } from "../metrics/ratings";
import type { FoundTables } from "./find-tables";
import { findTables } from "./find-tables";
import { inFullPoints } from "./full-points";
import { readRubrics } from "../rubric/read-rubric";
import { readScales } from "../rubric/read-scales";
import type { Indicator, Rubric } from "../rubric/rubric";
import type { Scale } from "../rubric/scale";
import { rubricsInUnits, scaleUnits } from "./time-units";
import type { SettingsTable } from "../rubric/read-settings";
import { NO_SETTINGS, readSettings } from "../rubric/read-settings";
import type { ScoringMethod } from "../scoring/model/method";
import type { ReadParameters } from "../scoring/compile/parameters";
import { readParameters } from "../scoring/compile/parameters";
import { findMethod } from "../scoring/compile/registry";

/** An indicator whose method is known, with its parameters read. */
export interface KnownIndicator extends ReadParameters {
  readonly rubric: Rubric;
  readonly indicator: Indicator;
  readonly method: ScoringMethod;
}

/** What the tables of a workbook say, read once and never changed afterwards. Checking, compiling and scoring all start from here. */
export interface BookContents {
  readonly tables: FoundTables;
  readonly rubrics: readonly Rubric[];
  /** Names of all rubrics of the workbook. Contents narrowed to one rubric keep them all. */
  readonly rubricNames: readonly string[];
  readonly scales: readonly Scale[];
  readonly metrics: Metrics | undefined;
  /** How the periods of this workbook compare. */
  readonly calendar: Calendar;
  readonly ledger: Ledger | undefined;
  readonly ratings: Ratings | undefined;
  readonly baseline: Baseline | undefined;
  readonly settings: SettingsTable;
  /**
   * Indicators of all rubrics whose method is known. An unknown method gives one finding; without a method, nothing
   * more can be checked.
   */
  readonly known: readonly KnownIndicator[];
}

/**
 * Name of the only rubric in a table without a Rubric column: the one that Metrics states, else the name of the table.
 */
function fallbackRubricName(tables: FoundTables, metrics: Metrics | undefined): string {
  const texts = metrics?.coded("rubric").texts ?? [];
  const names = new Map(texts.filter((name) => name !== "").map((name) => [foldName(name), name]));
  return names.size === 1 ? [...names.values()][0]! : (tables.rubric?.source.name ?? "Rubric");
}

/**
 * Reads all tables of a workbook. Never throws for what people typed.
 *
 * @param earlier contents of the same workbook; of tables whose values are the very ones that it was read from, what was made out is taken
 * over, so that hundreds of thousands of rows need not be read again for a change of the rubric
 */
export function readContents(sources: readonly SourceTable[], earlier?: BookContents): BookContents {
  const tables = findTables(sources);
  const settings = tables.settings ? readSettings(tables.settings) : NO_SETTINGS;
  const sameYears = earlier?.settings.firstMonth === settings.firstMonth;
  const isSame = (kind: "metrics" | "ledger" | "ratings" | "baseline"): boolean =>
    sameYears &&
    earlier?.tables[kind] !== undefined &&
    earlier.tables[kind].source.values === tables[kind]?.source.values;
  const calendar = sameYears && earlier ? earlier.calendar : createCalendar(settings.firstMonth);
  const metrics = isSame("metrics") ? earlier?.metrics : tables.metrics && readMetrics(tables.metrics, calendar);
  const periods = metrics?.coded("period").texts ?? [];
  // Months without a year take it from Metrics.
  const isSameBeside = (kind: "ratings" | "baseline"): boolean => isSame("metrics") && isSame(kind);
  const asWritten = tables.rubric ? readRubrics(tables.rubric, fallbackRubricName(tables, metrics)) : [];
  const scales = tables.scales ? readScalesInUnits(tables.scales, asWritten, metrics) : [];
  const rubrics = rubricsInUnits(asWritten, scales, metrics).map((rubric) =>
    inFullPoints(rubric, settings.forRubric(rubric.name), tables.rubric!.source),
  );
  return {
    tables,
    rubrics,
    rubricNames: rubrics.map((rubric) => rubric.name),
    scales,
    metrics,
    calendar,
    ledger: isSame("ledger") ? earlier?.ledger : tables.ledger && readLedger(tables.ledger),
    ratings: isSameBeside("ratings") ? earlier?.ratings : tables.ratings && readRatings(tables.ratings, periods),
    baseline: isSameBeside("baseline") ? earlier?.baseline : tables.baseline && readBaseline(tables.baseline, periods),
    settings,
    known: knownIn(rubrics, scales, settings),
  };
}

/** Reads the scales, and once more where bounds and data are durations in different units: that may change their order. */
function readScalesInUnits(
  table: NonNullable<FoundTables["scales"]>,
  rubrics: readonly Rubric[],
  metrics: Metrics | undefined,
): readonly Scale[] {
  const scales = readScales(table);
  const units = scaleUnits(rubrics, scales, metrics);
  return units.size === 0 ? scales : readScales(table, (name) => units.get(foldName(name)));
}

/** Indicators whose method is known, with their parameters read. */
export function knownIn(
  rubrics: readonly Rubric[],
  scales: readonly Scale[],
  settings: Pick<SettingsTable, "forRubric">,
): readonly KnownIndicator[] {
  return rubrics.flatMap((rubric) => {
    const ofRubric = settings.forRubric(rubric.name);
    return rubric.indicators.flatMap((indicator): KnownIndicator[] => {
      const method = findMethod(indicator.method);
      return method ? [{ rubric, indicator, method, ...readParameters(indicator, method, scales, ofRubric) }] : [];
    });
  });
}
