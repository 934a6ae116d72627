import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../rubric/columns";
import { settingName } from "../../rubric/read-settings";
import { showNumber } from "../../text/format";
import type { Locale, Localised } from "../../text/locale";
import { localise } from "../../text/locale";
import { plural } from "../../text/plural";
import type { RubricChange } from "./rubric-change";

/** One difference as a sentence, in both languages. */
export function changeText(change: RubricChange): Localised {
  return localise((locale) => (locale === "en" ? english(change) : chinese(change)));
}

function english(change: RubricChange): string {
  const to = (values: { readonly from: Localised; readonly to: Localised }): string =>
    `${values.from.en} → ${values.to.en}`;
  switch (change.kind) {
    case "indicator-added":
      return `New indicator: “${change.indicator}” (${lineFacts(change, "en")}).`;
    case "indicator-removed":
      return `Indicator gone: “${change.indicator}” (${lineFacts(change, "en")}).`;
    case "indicator-renamed":
      return `“${change.from}” is now called “${change.to}”.`;
    case "indicator-moved":
      return `“${change.indicator}” moved ${change.from === "" ? "" : `from the section “${change.from}” `}${change.to === "" ? "out of any section" : `to the section “${change.to}”`}.`;
    case "order":
      return "The indicators stand in another order.";
    case "field":
      return `“${change.indicator}”: ${RUBRIC_COLUMNS[change.field].names.en[0]!} ${to(change)}.`;
    case "scale-added":
      return `New scale: “${change.scale}”.`;
    case "scale-removed":
      return `Scale gone: “${change.scale}”.`;
    case "row-added":
      return `Scale “${change.scale}”: new row ${change.row.en}.`;
    case "row-removed":
      return `Scale “${change.scale}”: row ${change.row.en} gone.`;
    case "row-changed":
      return `Scale “${change.scale}”, row ${change.row.en}: ${SCALE_COLUMNS[change.field].names.en[0]!} ${to(change)}.`;
    case "setting":
      return `Setting “${settingName(change.setting).en}${change.section === "" ? "" : `: ${change.section}`}”: ${to(change)}.`;
  }
}

function chinese(change: RubricChange): string {
  const to = (values: { readonly from: Localised; readonly to: Localised }): string =>
    `由 ${values.from["zh-CN"]} 改为 ${values.to["zh-CN"]}`.replace(/ (?=[“空])|(?<=[”白]) /g, "");
  switch (change.kind) {
    case "indicator-added":
      return `新增指标“${change.indicator}”（${lineFacts(change, "zh-CN")}）。`;
    case "indicator-removed":
      return `删除指标“${change.indicator}”（${lineFacts(change, "zh-CN")}）。`;
    case "indicator-renamed":
      return `“${change.from}”更名为“${change.to}”。`;
    case "indicator-moved":
      return `“${change.indicator}”${change.from === "" ? "" : `由维度“${change.from}”`}${change.to === "" ? "移出维度" : `调整到维度“${change.to}”`}。`;
    case "order":
      return "指标的排列顺序有变化。";
    case "field":
      return `“${change.indicator}”：${RUBRIC_COLUMNS[change.field].names["zh-CN"][0]!}${to(change)}。`;
    case "scale-added":
      return `新增等级表“${change.scale}”。`;
    case "scale-removed":
      return `删除等级表“${change.scale}”。`;
    case "row-added":
      return `等级表“${change.scale}”：新增一行（${change.row["zh-CN"]}）。`;
    case "row-removed":
      return `等级表“${change.scale}”：删除一行（${change.row["zh-CN"]}）。`;
    case "row-changed":
      return `等级表“${change.scale}”（${change.row["zh-CN"]}）：${SCALE_COLUMNS[change.field].names["zh-CN"][0]!}${to(change)}。`;
    case "setting":
      return `设置“${settingName(change.setting)["zh-CN"]}${change.section === "" ? "" : `：${change.section}`}”${to(change)}。`;
  }
}

function lineFacts(
  { section, points, method }: Extract<RubricChange, { kind: "indicator-added" | "indicator-removed" }>,
  locale: Locale,
): string {
  const [comma, ofPoints] = locale === "en" ? [", ", plural(points, " point", " points")] : ["，", " 分"];
  return [section, `${showNumber(points, locale)}${ofPoints}`, method[locale]]
    .filter((part) => part !== "")
    .join(comma);
}
