import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Metrics } from "../metrics/metrics";
import type { Scale } from "../rubric/scale";
import type { CompiledRubric } from "./compile";

/** Sixteen hexadecimal digits of SHA-256: short enough for a sheet, long enough that no edit goes unnoticed. */
const LENGTH = 16;

const scaleContent = (scale: Scale | undefined): unknown =>
  scale && [
    scale.name,
    scale.intervals.map(({ grade, from, to, fromBelongs, toBelongs, worth }) => [
      grade,
      String(from),
      String(to),
      fromBelongs,
      toBelongs,
      worth && [worth.unit, worth.from, worth.to],
    ]),
  ];

/**
 * Fingerprint of everything in a rubric that changes a score: indicators, thresholds, scales, settings. Rule and Note in words,
 * outcomes and the language of method names do not count.
 */
export function rubricFingerprint(compiled: CompiledRubric): string {
  const { settings, indicators, totalScale, rubric } = compiled;
  const content = [
    rubric.name,
    Object.keys(settings)
      .sort()
      .map((key) => [key, settings[key as keyof typeof settings] ?? null]),
    indicators.map(({ indicator, method }) => [
      indicator.section,
      indicator.name,
      indicator.points,
      method.id,
      indicator.metric,
      [indicator.zeroAt, indicator.fullAt, indicator.perEvent, indicator.step, indicator.limit, indicator.failAt].map(
        (number) => number ?? null,
      ),
      indicator.ifMissing,
      indicator.critical ?? null,
    ]),
    indicators.map(({ parameters }) => scaleContent((parameters as { readonly scale?: Scale }).scale) ?? null),
    scaleContent(totalScale) ?? null,
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, LENGTH);
}

/** Fingerprint of the data that rubrics read in one period: who is in it, in which team, and every value. */
export function metricsFingerprint(
  sets: readonly { readonly rubric: CompiledRubric; readonly rows: Int32Array }[],
  metrics: Metrics,
): string {
  const hash = sha256.create();
  for (const { rubric, rows } of sets) {
    const people = Array.from(
      rows,
      (row) => `${metrics.agentIds[row]!}\u0000${metrics.names[row]!}\u0000${metrics.teams[row]!}`,
    );
    hash.update(utf8ToBytes(people.join("\u0001")));
    for (const { indicator } of rubric.indicators) {
      const column = metrics.column(indicator.metric);
      if (!column) continue;
      const values = new Float64Array(rows.length);
      const kinds = new Uint8Array(rows.length);
      for (let i = 0; i < rows.length; i += 1) {
        values[i] = column.values[rows[i]!]!;
        kinds[i] = column.kinds[rows[i]!]!;
      }
      hash.update(new Uint8Array(values.buffer)).update(kinds);
    }
  }
  return bytesToHex(hash.digest()).slice(0, LENGTH);
}
