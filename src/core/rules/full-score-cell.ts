import { foldName } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { cellIn, textIn } from "../cell/table";
import type { CheckSubject } from "./subject";

const FULL_SCORE = new Set(["full score", "满分"].map(foldName));

/** The cell that states the full score of a rubric; undefined where the default holds. */
export function fullScoreCell({ tables }: CheckSubject, rubric: string): CellPlace | undefined {
  const { settings } = tables;
  if (!settings) return undefined;
  const rows = Array.from({ length: settings.rowCount }, (_, row) => row).filter((row) =>
    FULL_SCORE.has(foldName(textIn(settings, row, "setting"))),
  );
  const of = (name: string): number | undefined =>
    rows.filter((row) => foldName(textIn(settings, row, "rubric")) === foldName(name)).pop();
  const row = of(rubric) ?? of("");
  return row === undefined ? undefined : cellIn(settings, row, "value")?.at;
}
