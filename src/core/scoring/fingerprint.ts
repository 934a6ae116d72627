import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Metrics } from "../metrics/metrics";
import type { Rubric } from "../rubric/rubric";
import type { Scale } from "../rubric/scale";
import type { RubricSettings } from "../rubric/settings";
import { findTotalScale } from "./compile";
import { findScale } from "./parameters";
import { findMethod } from "./registry";

/** Sixteen hexadecimal digits of SHA-256: short enough for a sheet, long enough that no edit goes unnoticed. */
const LENGTH = 16;

/** A rubric with all that it takes to score by it. */
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

function rubricContent({ rubric, scales, settings }: RubricSource): unknown {
  return [
    rubric.name,
    Object.keys(settings)
      .sort()
      .map((key) => [key, settings[key as keyof RubricSettings] ?? null]),
    rubric.indicators.map((indicator) => [
      indicator.section,
      indicator.name,
      indicator.points,
      findMethod(indicator.method)?.id ?? indicator.method,
      indicator.metric,
      [indicator.zeroAt, indicator.fullAt, indicator.perEvent, indicator.step, indicator.limit, indicator.failAt].map(
        (number) => number ?? null,
      ),
      indicator.ifMissing ?? null,
      indicator.critical ?? null,
      indicator.scale === "" ? null : scaleContent(findScale(scales, indicator.scale)),
    ]),
    scaleContent(findTotalScale(scales)),
  ];
}

/**
 * Fingerprint of everything in one or more rubrics that changes a score: indicators, thresholds, scales, settings. Rule and Note in
 * words, outcomes and the language of method names do not count. It needs no valid rubric, so that a stale sheet can always be told.
 */
export function rubricFingerprint(sources: readonly RubricSource[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(sources.map(rubricContent))))).slice(0, LENGTH);
}

/** Fingerprint of the data that rubrics read in one period: who is in it, in which team, and every value. */
export function metricsFingerprint(
  parts: readonly { readonly rubric: Rubric; readonly rows: Int32Array }[],
  metrics: Metrics,
): string {
  const hash = sha256.create();
  for (const { rubric, rows } of parts) {
    const people = new Array<string>(rows.length);
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i]!;
      people[i] = `${metrics.agentIds[row]!}\u0000${metrics.names[row]!}\u0000${metrics.teams[row]!}`;
    }
    hash.update(utf8ToBytes(people.join("\u0001")));
    const values = new Float64Array(rows.length);
    const kinds = new Uint8Array(rows.length);
    for (const indicator of rubric.indicators) {
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
