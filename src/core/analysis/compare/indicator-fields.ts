import { cellText, foldName } from "../../cell/cell";
import { labelKey } from "../../rubric/labels";
import type { CriticalRule } from "../../rubric/critical";
import { criticalWord } from "../../rubric/critical";
import type { Indicator, MissingPolicy } from "../../rubric/rubric";
import type { ParameterUnit } from "../../scoring/model/method";
import { findMethod, findVariant } from "../../scoring/compile/registry";
import type { ShowAs } from "../../text/format";
import { showDeviation, showMetric, showNumber, showPercent } from "../../text/format";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";

/** Columns of the rubric that are compared beside name and section, in the order of the table. */
export const COMPARED_FIELDS = [
  "points",
  "method",
  "metric",
  "zeroAt",
  "fullAt",
  "perEvent",
  "step",
  "limit",
  "scale",
  "ifMissing",
  "critical",
  "failAt",
  "rule",
  "note",
] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** Fields that are reported to people and never scored. */
export const WORDS_ONLY: readonly ComparedField[] = ["rule", "note"];

const BLANK: Localised = { en: "blank", "zh-CN": "空白" };

const MISSING: Readonly<Record<MissingPolicy, Localised>> = {
  pending: { en: "pending", "zh-CN": "待定" },
  exclude: { en: "exclude", "zh-CN": "剔除" },
  share: { en: "share", "zh-CN": "均摊" },
  zero: { en: "zero", "zh-CN": "零分" },
  full: { en: "full", "zh-CN": "满分" },
};

/** A key of a field for comparing two indicators: equal keys score alike. Language, width and case do not change it. */
export function fieldKey(indicator: Indicator, field: ComparedField): string {
  switch (field) {
    case "points":
      return String(indicator.points);
    case "method":
      return [findMethod(indicator.method)?.id ?? foldName(indicator.method), findVariant(indicator.method)].join(" ");
    case "metric":
      return foldName(indicator.metric);
    case "scale":
      return foldName(indicator.scale);
    case "ifMissing":
    case "critical":
      return JSON.stringify(indicator[field] ?? (indicator[field] === null ? "none" : rawText(indicator, field)));
    case "rule":
    case "note":
      return rawText(indicator, field);
    default:
      return indicator[field] === undefined ? `"${keyOfCell(indicator, field)}` : String(indicator[field]);
  }
}

/** A field as people read it. Numbers have the unit in which the metric is shown. */
export function fieldText(indicator: Indicator, field: ComparedField, showAs: ShowAs): Localised {
  switch (field) {
    case "points":
      return localise((locale) => showNumber(indicator.points, locale));
    case "method":
      return methodText(indicator.method);
    case "ifMissing":
      return indicator.ifMissing ? MISSING[indicator.ifMissing] : quoted(rawText(indicator, field));
    case "critical":
      return indicator.critical === undefined ? quoted(rawText(indicator, field)) : criticalText(indicator.critical);
    case "metric":
    case "scale":
      return quoted(indicator[field]);
    case "rule":
    case "note":
      return quoted(rawText(indicator, field));
    default: {
      const value = indicator[field];
      if (value === undefined) return quoted(rawText(indicator, field));
      const unit = field === "failAt" ? "metric" : findMethod(indicator.method)?.parameters[field]?.unit;
      return localise((locale) => numberText(value, unit, showAs, locale));
    }
  }
}

/** Name of a method with its variant, in both languages; for an unknown method, the text of the cell. */
export function methodText(text: string): Localised {
  const method = findMethod(text);
  if (!method) return quoted(text);
  const variant = method.variants?.find(({ id }) => id === findVariant(text));
  return localise((locale) => {
    const name = method.names[locale][0]!;
    if (!variant) return name;
    return locale === "en" ? `${name} (${variant.names.en[0]!})` : `${name}（${variant.names["zh-CN"][0]!}）`;
  });
}

function criticalText(rule: CriticalRule | null): Localised {
  return rule === null ? BLANK : criticalWord(rule);
}

function numberText(value: number, unit: ParameterUnit | undefined, showAs: ShowAs, locale: Locale): string {
  if (unit === "metric") return showMetric(value, showAs, locale);
  if (unit === "deviation") return showDeviation(value, locale);
  return unit === "ratio" ? showPercent(value, locale) : showNumber(value, locale);
}

/** A text in quotation marks; a blank text is called blank. */
export function quoted(text: string): Localised {
  return text === "" ? BLANK : localise(() => `“${text}”`);
}

const rawText = (indicator: Indicator, field: ComparedField): string => cellText(indicator.cells[field]?.raw);

/** For a field without a number: a grade in Fail at, or an unreadable cell. */
function keyOfCell(indicator: Indicator, field: ComparedField): string {
  const cell = indicator.cells[field];
  return cell ? labelKey(cell.value) : "";
}
