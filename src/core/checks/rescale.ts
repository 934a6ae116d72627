import { durationCell, inUnit } from "../cell/duration";
import type { CellEdit } from "../cell/edit";
import type { CellPlace } from "../cell/place";
import type { Localised } from "../text/locale";
import type { Fix } from "./finding";

/** The cells of thresholds and data, written in another unit. */

interface Measured {
  readonly at: CellPlace;
  readonly value: number;
}

/** Thresholds times a factor: 100 or 0.01 for per cents, else a factor of time. `asDuration`: their cells become durations. */
export function rescale(thresholds: readonly Measured[], factor: number, asDuration = false): Fix {
  return {
    kind: "suggestion",
    label: labelOf(factor, asDuration),
    edits: thresholds.map(rescaled(factor, asDuration)),
  };
}

/** Data times a factor. */
export function rescaleData(cells: readonly Measured[], factor: number, asDuration: boolean, label: Localised): Fix {
  return { kind: "suggestion", label, edits: cells.map(rescaled(factor, asDuration)) };
}

// Rounding to fifteen digits turns 97 into the double nearest to 0.97.
const rescaled =
  (factor: number, asDuration: boolean) =>
  ({ at, value }: Measured): CellEdit => {
    const scaled = inUnit(value, factor);
    return asDuration
      ? { ...at, ...durationCell(scaled) }
      : { ...at, value: scaled, numberFormat: factor === 0.01 ? "0.0#%" : "General" };
  };

function labelOf(factor: number, asDuration: boolean): Localised {
  if (factor === 100)
    return { en: "Write the thresholds in per cent, as the data are", "zh-CN": "把阈值改为百分数，与数据一致" };
  if (factor === 0.01)
    return { en: "Write the thresholds as percentages, as the data are", "zh-CN": "把阈值改为百分比，与数据一致" };
  return asDuration
    ? { en: "Write the thresholds as durations like the data", "zh-CN": "把阈值改为与数据一致的时长" }
    : { en: "Write the thresholds in the unit of the data", "zh-CN": "把阈值改为与数据相同的时间单位" };
}
