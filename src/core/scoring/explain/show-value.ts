import type { Scale } from "../../rubric/scale";
import type { ShowAs } from "../../text/format";
import { showMetric } from "../../text/format";
import type { Locale } from "../../text/locale";
import type { CompiledIndicator } from "../model/compiled";

/** Words that a pass or a fail is shown with; each is one that cells may hold. */
const PASS_OR_FAIL: Readonly<Record<Locale, readonly string[]>> = { en: ["pass", "fail"], "zh-CN": ["达标", "不达标"] };

/**
 * The word that a cell holds for this value, where the method reads words rather than numbers; undefined where the number says it.
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

/** A value of an indicator as its cell would show it. */
export function showValue(indicator: CompiledIndicator, showAs: ShowAs, value: number, locale: Locale): string {
  return labelOf(indicator, value, locale) ?? showMetric(value, showAs, locale);
}
