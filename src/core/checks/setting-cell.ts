import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { cellIn, textIn } from "../cell/table";
import { settingNames, type SettingKey } from "../rubric/read-settings";
import type { CheckSubject } from "./subject";

/** The cell of the Settings table that states a value for a rubric; undefined if the default holds. */
export function settingCell({ tables }: CheckSubject, setting: SettingKey, rubric: string): CellPlace | undefined {
  const { settings } = tables;
  if (!settings) return undefined;
  const names = settingNames(setting).map(foldName);
  const rows = Array.from({ length: settings.rowCount }, (_, row) => row).filter((row) =>
    names.includes(foldName(textIn(settings, row, "setting"))),
  );
  const of = (name: string): number | undefined =>
    rows.filter((row) => foldName(textIn(settings, row, "rubric")) === foldName(name)).pop();
  const row = of(rubric) ?? of("");
  return row === undefined ? undefined : cellIn(settings, row, "value")?.at;
}
