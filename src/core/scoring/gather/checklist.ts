import type { MetricColumn } from "../../metrics/metrics";
import { KIND } from "../../metrics/reading";
import { showPercent } from "../../text/format";
import type { MissingPolicy } from "../../rubric/rubric";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { checklistScale, readItem, shareMet, weightOf } from "../compile/checklist-scale";
import type { InputDescription } from "../model/input";
import { take } from "./rows";
import type { Gather } from "./request";
import { isSame } from "../../text/tolerance";
import { plural } from "../../text/plural";

/** The share met of a checklist. Each item has its own column of Metrics. */
export const gatherChecklist: Gather = ({ compiled, indicator, sources, rows }) => {
  const { metrics, scales } = sources;
  const faulty = (what: string): Error => new Error(`${compiled.rubric.name} / ${indicator.indicator.name}: ${what}`);
  const { ifMissing = "pending" } = indicator.indicator;
  const scale = checklistScale(indicator.indicator, scales);
  if (!scale) throw faulty("no scale lists the items of the checklist");
  const labels = scale.intervals.map(({ grade }) => grade);
  const columns = labels.map((label): MetricColumn => {
    const column = metrics.column(label, readItem);
    if (!column) throw faulty(`no metric column for the item “${label}”`);
    return column;
  });
  const items = columns.map(({ values, kinds }) => ({ values: take(values, rows), kinds: take(kinds, rows) }));
  const { values, kinds } = shareMet(items, scale.intervals.map(weightOf), rows.length, ifMissing);
  return {
    values,
    kinds,
    given: undefined,
    showAs: "percent",
    column: undefined,
    describe: (agent) => {
      const chosen = (kind: number, value?: number): readonly string[] =>
        labels.filter(
          (_, k) => items[k]!.kinds[agent] === kind && (value === undefined || items[k]!.values[agent] === value),
        );
      return describe(values[agent]!, ifMissing, {
        met: chosen(KIND.number, 1),
        notMet: chosen(KIND.number, 0),
        notApplicable: chosen(KIND.notApplicable),
        open: chosen(KIND.blank),
        unreadable: chosen(KIND.unreadable),
      });
    },
  };
};

type Items = Readonly<Record<"met" | "notMet" | "notApplicable" | "open" | "unreadable", readonly string[]>>;

const LISTED = {
  notMet: { en: "Not met", "zh-CN": "未达标" },
  notApplicable: { en: "Does not apply", "zh-CN": "不适用" },
  open: { en: "Still open", "zh-CN": "尚未填写" },
  unreadable: { en: "Cannot be read", "zh-CN": "无法识别" },
} as const;

/** What If missing makes of an open item. */
const OPEN_COUNTS: Readonly<Record<MissingPolicy, Localised>> = {
  pending: { en: "", "zh-CN": "" },
  exclude: { en: ", left out", "zh-CN": "（不计）" },
  share: { en: ", left out", "zh-CN": "（不计）" },
  zero: { en: ", counted as not met", "zh-CN": "（按未达标计）" },
  full: { en: ", counted as met", "zh-CN": "（按达标计）" },
};

function describe(share: number, ifMissing: MissingPolicy, items: Items): InputDescription {
  const kinds = Object.keys(LISTED) as (keyof typeof LISTED)[];
  const leaves = ifMissing === "exclude" || ifMissing === "share";
  const met = items.met.length + (ifMissing === "full" ? items.open.length : 0);
  const counting = leaves ? 0 : items.open.length - (ifMissing === "full" ? items.open.length : 0);
  const applicable = met + items.notMet.length + counting + items.unreadable.length;
  // With equal weights the count says everything, so the weights are not mentioned.
  const weighed = !Number.isNaN(share) && !isSame(share * applicable, met);
  const sentence = (locale: Locale): string => {
    const en = locale === "en";
    const shown = weighed
      ? en
        ? `, by weight ${showPercent(share, locale)}`
        : `（按权重为 ${showPercent(share, locale)}）`
      : "";
    const counted = en
      ? `${met} of ${plural(applicable, "1 item", `${applicable} items`)} met${shown}.`
      : `适用 ${applicable} 项，达标 ${met} 项${shown}。`;
    const lists = kinds
      .filter((kind) => items[kind].length > 0)
      .map((kind) =>
        en
          ? `${LISTED[kind].en}${kind === "open" ? OPEN_COUNTS[ifMissing].en : ""}: ${items[kind].join("; ")}.`
          : `${LISTED[kind]["zh-CN"]}${kind === "open" ? OPEN_COUNTS[ifMissing]["zh-CN"] : ""}：${items[kind].join("、")}。`,
      );
    return [counted, ...lists].join(en ? " " : "");
  };
  return {
    facts: {
      met,
      applicable,
      ...Object.fromEntries(
        kinds.filter((kind) => items[kind].length > 0).map((kind) => [kind, items[kind].join("; ")]),
      ),
    },
    sentence: localise(sentence),
  };
}
