import { foldName } from "../../cell/cell";
import { addressOf, type CellPlace } from "../../cell/place";
import type { CellEdit } from "../../cell/edit";
import { LOCALES, type Locale } from "../../text/locale";
import { TEMPLATES } from "../index";
import type { SheetPlan } from "../../plan/plan";
import { SCALE_COLUMNS } from "../../rubric/columns";
import { both, statedIn, type Both, type KnownFinding, type Template } from "../template";
import { linesOf, rubricColumnsOf, sheetsOf } from "./sheets";
import { headerOf } from "./words";

/** All templates in the order of their numbers. */
export const ALL_TEMPLATES: readonly Template[] = [...TEMPLATES].sort((a, b) => numberOf(a) - numberOf(b));

function numberOf({ number }: Template): number {
  return Number(number.slice(1));
}

/** Finds a template by its id, its number or its name in either language; casing, width and spaces do not matter. */
export function findTemplate(text: string): Template | undefined {
  const wanted = foldName(text);
  return ALL_TEMPLATES.find(({ id, number, name }) =>
    [id, number, ...LOCALES.map((locale) => both(name)[locale])].some((known) => foldName(known) === wanted),
  );
}

/** What makes the mended form of the draft: one edit for each hole that is filled and each figure that is put right. */
export function mendsOf(template: Template, locale: Locale): readonly CellEdit[] {
  const mended = sheetsOf(template, "mended", locale);
  return sheetsOf(template, "draft", locale).flatMap(({ plan: { name: sheet, rows } }, index) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): CellEdit[] => {
        const value = mended[index]!.plan.rows[row]![column]!;
        return cell === value || typeof value === "object" ? [] : [{ sheet, row, column, value }];
      }),
    ),
  );
}

export interface KnownPlace {
  readonly code: string;
  readonly at: CellPlace;
}

/** Where the findings stand that the draft is known to raise. */
export function knownFindings(template: Template, locale: Locale): readonly KnownPlace[] {
  const sheets = sheetsOf(template, "draft", locale);
  const planOf = (kind: "rubric" | "scales"): SheetPlan => {
    const found = sheets.find((sheet) => sheet.kind === kind);
    if (!found) throw new Error(`${template.id} has no sheet of the kind ${kind}`);
    return found.plan;
  };
  return template.known.flatMap((known) =>
    "scale" in known
      ? [inScale(template, known, planOf("scales"), locale)]
      : inRubric(template, known, planOf("rubric")),
  );
}

function inScale(
  template: Template,
  known: Extract<KnownFinding, { scale: string }>,
  { name: sheet, rows }: SheetPlan,
  locale: Locale,
): KnownPlace {
  const scales = Object.entries(template.scales ?? {});
  const before = scales.findIndex(([name]) => both(name as Both).en === known.scale);
  if (before < 0) throw new Error(`${template.id} has no scale ${known.scale}`);
  const row = 1 + known.row + scales.slice(0, before).reduce((sum, [, own]) => sum + own.length, 0);
  const column = rows[0]!.indexOf(headerOf(SCALE_COLUMNS[known.column], locale));
  return { code: known.code, at: { sheet, row, column } };
}

function inRubric(
  template: Template,
  { code, column, of }: Extract<KnownFinding, { of: unknown }>,
  { name: sheet }: SheetPlan,
): readonly KnownPlace[] {
  const english = (text: Both): string => both(text).en;
  const rows = linesOf(template).flatMap(({ rubric, section, spec }, index) => {
    const name = english(statedIn<Both>(spec.name, "draft") ?? statedIn<Both>(spec.name, "mended")!);
    const names = [name, `${english(rubric)} / ${name}`, `${english(section)} / ${name}`];
    return of === "all" || names.some((each) => of.includes(each)) ? [index + 1] : [];
  });
  if (rows.length < (of === "all" ? 1 : of.length))
    throw new Error(`${template.id} has not all of ${String(of)}, where ${code} is known`);
  const place = rubricColumnsOf(template).indexOf(column);
  return rows.map((row) => ({ code, at: { sheet, row, column: place } }));
}

/** The place of a finding in a line, for messages: `Rubric!B2`. */
export const placeText = ({ sheet, row, column }: CellPlace): string => `${sheet}!${addressOf(row, column)}`;
