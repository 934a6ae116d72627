import type { CellEdit } from "../../src/core/cell/edit";
import { addressOf, type CellPlace } from "../../src/core/cell/place";
import type { SheetPlan } from "../../src/core/plan/plan";
import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../src/core/rubric/columns";
import { sheetsOf } from "../../src/core/templates/make/sheets";
import { headerOf } from "../../src/core/templates/make/words";
import { both, statedIn, type Both, type Template } from "../../src/core/templates/template";
import type { Locale } from "../../src/core/text/locale";

/** The edits from a draft to its mended form, one for each filled hole and each corrected figure. The column Added is no part of the draft. */
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

/** The notes of the mended form on what the scheme does not state, each a finding until somebody clears it. */
export function additionsOf(template: Template, locale: Locale): readonly KnownPlace[] {
  const header = headerOf(RUBRIC_COLUMNS.added, locale);
  return sheetsOf(template, "mended", locale).flatMap(({ plan: { name: sheet, rows } }) => {
    const column = rows[0]!.indexOf(header);
    if (column < 0) return [];
    return rows.flatMap((cells, row): KnownPlace[] =>
      row === 0 || cells[column] === null ? [] : [{ code: "additions-owned", at: { sheet, row, column } }],
    );
  });
}

type KnownFinding = Template["known"][number];

interface KnownPlace {
  readonly code: string;
  readonly at: CellPlace;
}

/** The places of the draft's known findings. */
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
      : inRubric(template, known, planOf("rubric"), locale),
  );
}

/** The indicators of a template in the order of the rubric sheet. */
export const linesOf = ({ rubrics }: Template) =>
  rubrics.flatMap(({ name, sections }) =>
    Object.entries(sections).flatMap(([section, specs]) =>
      specs.map((spec) => ({ rubric: name, section: section as Both, spec })),
    ),
  );

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
  { name: sheet, rows: cells }: SheetPlan,
  locale: Locale,
): readonly KnownPlace[] {
  const english = (text: Both): string => both(text).en;
  const rows = linesOf(template).flatMap(({ rubric, section, spec }, index) => {
    const name = english(statedIn<Both>(spec.name, "draft") ?? statedIn<Both>(spec.name, "mended")!);
    const names = [name, `${english(rubric)} / ${name}`, `${english(section)} / ${name}`];
    return of === "all" || names.some((each) => of.includes(each)) ? [index + 1] : [];
  });
  if (rows.length < (of === "all" ? 1 : of.length))
    throw new Error(`${template.id} has not all of ${String(of)}, where ${code} is known`);
  const place = cells[0]!.indexOf(headerOf(RUBRIC_COLUMNS[column], locale));
  return rows.map((row) => ({ code, at: { sheet, row, column: place } }));
}

/** The place of a finding in a line, for messages: `Rubric!B2`. */
export const placeText = ({ sheet, row, column }: CellPlace): string => `${sheet}!${addressOf(row, column)}`;
