import type { RawCell } from "./cell";
import { cellText } from "./cell";

/** A format that shows whole numbers in a fixed width: `0000`, `"E"0000`, `000-000`. */
const FIXED = /^(?:[0\- ]|"[^"]*"|\\.)+$/;

const PIECE = /"([^"]*)"|\\(.)|([0\- ])/g;

/** The width that a number format gives to whole numbers; 0 where it shows them as they are. */
function widthOf(format: string): number {
  const [positive = ""] = format.split(";");
  const width = FIXED.test(positive) ? positive.replace(/"[^"]*"|\\./g, "").split("0").length - 1 : 0;
  return positive === "0" ? 0 : width;
}

/** Whether a number format changes what an ID looks like. */
export const showsIds = (format: string): boolean => widthOf(format) > 0;

/**
 * An ID as the cell shows it: IDs are text, and a number in the format `0000` is seen, typed and compared with its
 * zeros.
 *
 * @example shownId(12, "0000") // "0012"
 */
export function shownId(raw: RawCell, format: string): string {
  const width = widthOf(format);
  if (typeof raw !== "number" || !Number.isInteger(raw) || raw < 0 || width === 0) return cellText(raw);
  const digits = String(raw).padStart(width, "0");
  let at = 0;
  let shown = "";
  for (const [, quoted, escaped, plain] of format.split(";")[0]!.matchAll(PIECE)) {
    // Digits beyond the width stand where the first one is.
    if (plain === "0") shown += at === 0 ? digits.slice(0, (at = digits.length - width + 1)) : digits[at++]!;
    else shown += quoted ?? escaped ?? plain ?? "";
  }
  return shown;
}
