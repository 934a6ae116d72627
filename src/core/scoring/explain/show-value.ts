import type { Scale } from "../../rubric/scale";
import type { ShowAs } from "../../text/format";
import { showMetric } from "../../text/format";
import type { Locale } from "../../text/locale";
import type { CompiledIndicator } from "../model/compiled";

/** Words that show a pass or a fail. Cells may hold them too. */
const PASS_OR_FAIL: Readonly<Record<Locale, readonly string[]>> = { en: ["pass", "fail"], "zh-CN": ["达标", "不达标"] };

/**
 * The word of a cell with this value, if the method reads words; undefined if the number itself is the text.
 *
 * @internal tests write such cells
 */
export function labelOf(
  { method, parameters, read }: CompiledIndicator,
  value: number,
  locale: Locale,
): string | undefined {
  if (method.valueKind !== "labels" || parameters.fullAt !== undefined) return undefined;
  const scale = (parameters as { readonly scale?: Scale }).scale;
  const words = scale ? scale.intervals.map(({ grade }) => grade) : PASS_OR_FAIL[locale];
  return words.find((text) => read({ kind: "text", text }).value === value);
}

/** A value of an indicator, shown as in its cell. */
export function showValue(indicator: CompiledIndicator, showAs: ShowAs, value: number, locale: Locale): string {
  return labelOf(indicator, value, locale) ?? showMetric(value, showAs, locale);
}
