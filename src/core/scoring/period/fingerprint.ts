import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { cellText, foldName } from "../../cell/cell";
import type { Metrics } from "../../metrics/metrics";
import { daysWorked } from "../../metrics/days-worked";
import { leadsText } from "../../metrics/teams";
import { labelKey } from "../../rubric/labels";
import type { Indicator, Rubric } from "../../rubric/rubric";
import type { Scale } from "../../rubric/scale";
import { DEFAULT_SETTINGS, type RubricSettings } from "../../rubric/settings";
import { checklistScale } from "../compile/checklist-scale";
import { findTotalScale } from "../compile/compile";
import type { Sources } from "../gather/request";
import { findScale, namedScale } from "../compile/parameters";
import { findMethod, findVariant } from "../compile/registry";

/** Sixteen hexadecimal digits of SHA-256: short enough for a sheet, long enough to notice every edit. */
const LENGTH = 16;

/** Characters of a month, `2026-10`: fingerprints know the month of an event, not its day. */
const MONTH = 7;

/** A rubric with everything that scoring by it needs. */
export interface RubricSource {
  readonly rubric: Rubric;
  readonly scales: readonly Scale[];
  readonly settings: RubricSettings;
}

function scaleContent(scale: Scale | undefined): unknown {
  if (!scale) return null;
  return scale.intervals.map(({ grade, from, to, fromBelongs, toBelongs, worth }) => [
    grade,
    String(from),
    String(to),
    fromBelongs,
    toBelongs,
    worth ? [worth.unit, worth.from, worth.to] : null,
  ]);
}

function namedScaleOf(indicator: Indicator, scales: readonly Scale[]): Scale | undefined {
  const method = findMethod(indicator.method);
  return method && namedScale(indicator, method, scales);
}

/** Settings of the first version. They are always listed, so that sheets which it wrote stay current. */
const FIRST_SETTINGS: ReadonlySet<keyof RubricSettings> = new Set([
  "coverage",
  "decimals",
  "fullScore",
  "highestTotal",
  "lowestTotal",
  "minimumGroup",
  "notPeers",
  "peerStatistic",
  "quotaGroup",
  "rounding",
  "sections",
]);

/** A setting that came later counts only where it differs from its default. */
function settingsContent(settings: RubricSettings): unknown {
  const keys = (Object.keys(settings) as (keyof RubricSettings)[]).sort();
  return keys
    .filter((key) => FIRST_SETTINGS.has(key) || settings[key] !== DEFAULT_SETTINGS[key])
    .map((key) => [key, settings[key] ?? null]);
}

function rubricContent({ rubric, scales, settings }: RubricSource): unknown {
  return [
    rubric.name,
    settingsContent(settings),
    rubric.indicators.map((indicator) => [
      indicator.section,
      indicator.name,
      indicator.points,
      findMethod(indicator.method)?.id ?? indicator.method,
      findVariant(indicator.method) ?? null,
      indicator.metric,
      [indicator.zeroAt, indicator.fullAt, indicator.perEvent, indicator.step, indicator.limit, indicator.failAt].map(
        (number) => number ?? null,
      ),
      indicator.ifMissing ?? null,
      indicator.critical ?? null,
      // The cell may hold a grade instead of a number.
      indicator.failAt === undefined && indicator.cells.failAt ? labelKey(indicator.cells.failAt.value) : null,
      indicator.scale === "" ? null : scaleContent(findScale(scales, indicator.scale)),
      scaleContent(namedScaleOf(indicator, scales)),
    ]),
    scaleContent(findTotalScale(scales)),
  ];
}

/**
 * Fingerprint of everything in one or more rubrics that changes a score: indicators, thresholds, scales, settings.
 * Rule, Note, outcomes and the language of method names do not count. The rubrics may be invalid, so that a stale sheet
 * is always recognised.
 */
export function rubricFingerprint(sources: readonly RubricSource[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(sources.map(rubricContent))))).slice(0, LENGTH);
}

/** Columns in which an indicator reads words: grades, pass or fail, items of a checklist. */
function wordColumns(indicator: Indicator, metrics: Metrics, scales: readonly Scale[]): readonly string[] {
  const method = findMethod(indicator.method);
  if (method?.words) return [indicator.metric];
  if (method?.input !== "checklist" || metrics.has(indicator.metric)) return [];
  return (checklistScale(indicator, scales)?.intervals ?? []).map(({ grade }) => grade);
}

/** The tables beside Rubric that scoring reads. */
type DataSources = Pick<Sources, "metrics" | "scales" | "ledger" | "ratings" | "baseline">;

/** Rows of the Ledger, Ratings and Baseline that an indicator reads; undefined if it reads none. */
function gatheredContent(
  { name: rubric }: Rubric,
  { name, metric, method }: Indicator,
  rows: Int32Array,
  { metrics, ledger, ratings, baseline }: DataSources,
  period: string,
): unknown {
  const known = findMethod(method);
  const frozen = known?.comparesPeers ? baseline?.of(rubric, period, name) : undefined;
  if (frozen) return [frozen.mean ?? null, frozen.median ?? null, frozen.values];
  if (metrics.has(metric)) return undefined;
  const ofAgents = <Row extends { readonly period: string }>(
    table: { readonly of: (indicator: string) => ReadonlyMap<string, readonly Row[]> } | undefined,
    content: (row: Row) => unknown,
  ): unknown => {
    const byAgent = table?.of(name);
    if (!byAgent || byAgent.size === 0) return undefined;
    return Array.from(rows, (row) =>
      (byAgent.get(foldName(metrics.agentIds[row]!)) ?? [])
        .filter((each) => metrics.calendar.belongs(each.period, period))
        .map(content),
    );
  };
  if (known?.input === "events")
    return ofAgents(ledger, ({ period: own, count, points, faults }) => [
      own.slice(0, MONTH),
      count,
      points ?? "none",
      faults,
    ]);
  if (known?.input === "ratings") return ofAgents(ratings, ({ raterType, kind, value }) => [raterType, kind, value]);
  return undefined;
}

/** Agents of one rubric in one period. */
export interface FingerprintPart {
  readonly rubric: Rubric;
  readonly rows: Int32Array;
  readonly period: string;
}

/**
 * Fingerprint of the data that rubrics read: the agents of a period, their teams and days, and every value. If a rubric reads
 * results of teams, the leaders of the teams count too.
 */
export function metricsFingerprint(parts: readonly FingerprintPart[], sources: DataSources): string {
  const { metrics, scales } = sources;
  const hash = sha256.create();
  const days = daysWorked(metrics);
  const leads = parts.some(({ rubric }) => readsTeams(rubric));
  for (const { rubric, rows, period } of parts) {
    const people = new Array<string>(rows.length);
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i]!;
      people[i] = `${metrics.agentIds[row]!}\u0000${metrics.names[row]!}\u0000${metrics.teams[row]!}`;
      if (days) people[i] += `\u0000${days[row]!}`;
      if (leads) people[i] += `\u0000${leadsText(metrics, row)}`;
    }
    hash.update(utf8ToBytes(people.join("\u0001")));
    const values = new Float64Array(rows.length);
    const kinds = new Uint8Array(rows.length);
    for (const header of rubric.indicators.flatMap((indicator) => wordColumns(indicator, metrics, scales))) {
      const column = metrics.indexOf(header);
      if (column === undefined) continue;
      const words = Array.from(rows, (row) => cellText(metrics.rawAt(row, column)));
      hash.update(utf8ToBytes(words.join("\u0001")));
    }
    for (const indicator of rubric.indicators) {
      const gathered = gatheredContent(rubric, indicator, rows, sources, period);
      if (gathered !== undefined) hash.update(utf8ToBytes(JSON.stringify([indicator.name, gathered])));
      if (findMethod(indicator.method)?.words) continue;
      const column = metrics.column(indicator.metric);
      if (!column) continue;
      for (let i = 0; i < rows.length; i += 1) {
        values[i] = column.values[rows[i]!]!;
        kinds[i] = column.kinds[rows[i]!]!;
      }
      hash.update(new Uint8Array(values.buffer)).update(kinds);
    }
  }
  return bytesToHex(hash.digest()).slice(0, LENGTH);
}

function readsTeams({ indicators }: Rubric): boolean {
  return indicators.some(({ method }) => findMethod(method)?.input === "team");
}
