import type { PlanCell, SheetPlan } from "../../core/plan/plan";
import type { RubricColumn, ScaleColumn } from "../../core/rubric/columns";
import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../core/rubric/columns";
import { tableSheet, type TableColumn } from "../../core/plan/table-sheet";
import type { Locale, Localised } from "../../core/text/locale";
import type { NewRow } from "./append-rows";

type Look = Omit<TableColumn<unknown>, "header" | "cell" | "format">;

const RUBRIC_LOOKS: Readonly<Partial<Record<RubricColumn, Look>>> = {
  section: { width: 16 },
  indicator: { width: 26, bold: true },
  points: { width: 8, align: "center" },
  method: { width: 13 },
  metric: { width: 14 },
  scale: { width: 16 },
  ifMissing: { width: 11 },
  rule: { width: 62, wrap: true, muted: true },
  note: { width: 30, wrap: true, muted: true },
};
const SCALE_LOOKS: Readonly<Partial<Record<ScaleColumn, Look>>> = { scale: { width: 20 }, grade: { width: 12 } };

/** Columns that appear only if a rule fills them. */
const RARE: readonly string[] = ["rubric", "step", "critical", "failAt", "note", "outcome", "share", "shareTo"];

/** A new sheet with a Rubric or a Scales table that holds these rows. */
export function rulesSheet(
  kind: "rubric" | "scales",
  rows: readonly NewRow<string>[],
  name: string,
  locale: Locale,
): SheetPlan {
  const specs: Readonly<Record<string, { readonly names: Localised<readonly string[]> }>> =
    kind === "rubric" ? RUBRIC_COLUMNS : SCALE_COLUMNS;
  const looks: Readonly<Record<string, Look | undefined>> = kind === "rubric" ? RUBRIC_LOOKS : SCALE_LOOKS;
  const ids = Object.keys(specs).filter((id) => !RARE.includes(id) || rows.some((row) => row[id] !== undefined));
  const columns = ids.map((id): TableColumn<NewRow<string>> => ({
    header: { en: specs[id]!.names.en[0]!, "zh-CN": specs[id]!.names["zh-CN"][0]! },
    ...(looks[id] ?? { width: 9 }),
    cell: (row): PlanCell => row[id]?.value ?? null,
    ...(rows.some((row) => row[id]?.numberFormat !== undefined)
      ? { format: (row: NewRow<string>) => row[id]?.numberFormat ?? "General" }
      : {}),
  }));
  const plan = tableSheet(name, columns, rows, { locale, frozenColumns: 2, orientation: "landscape" });
  const range = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  return { ...plan, tables: [{ name: name.replace(/[^\p{L}\p{N}]/gu, ""), range }] };
}
