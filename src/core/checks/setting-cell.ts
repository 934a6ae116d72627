import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { cellIn, textIn } from "../cell/table";
import type { CheckSubject } from "./subject";

const NAMES = {
  fullScore: ["full score", "满分"],
  highestTotal: ["highest total", "最高总分", "总分上限"],
  decimals: ["decimals", "小数位", "小数位数"],
  minimumGroup: ["minimum group size", "最小组人数", "最少人数"],
} as const;

/** The cell of the Settings table that states a value for a rubric; undefined if the default holds. */
export function settingCell(
  { tables }: CheckSubject,
  setting: keyof typeof NAMES,
  rubric: string,
): CellPlace | undefined {
  const { settings } = tables;
  if (!settings) return undefined;
  const names = NAMES[setting].map(foldName);
  const rows = Array.from({ length: settings.rowCount }, (_, row) => row).filter((row) =>
    names.includes(foldName(textIn(settings, row, "setting"))),
  );
  const of = (name: string): number | undefined =>
    rows.filter((row) => foldName(textIn(settings, row, "rubric")) === foldName(name)).pop();
  const row = of(rubric) ?? of("");
  return row === undefined ? undefined : cellIn(settings, row, "value")?.at;
}
