import { foldName } from "../../cell/cell";
import { addressOf, type CellPlace } from "../../cell/place";
import type { CellEdit } from "../../cell/edit";
import { LOCALES, type Locale } from "../../text/locale";
import { TEMPLATES } from "../index";
import { both, statedIn, type Both, type Template } from "../template";
import { rubricColumnsOf, sheetsOf } from "./sheets";

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

/** Where the findings stand that the draft is known to raise. */
export function knownFindings(template: Template, locale: Locale): readonly { code: string; at: CellPlace }[] {
  const columns = rubricColumnsOf(template);
  const lines = template.rubrics.flatMap((rubric) =>
    Object.values(rubric.sections)
      .flat()
      .map((spec) => ({
        rubric: both(rubric.name).en,
        name: both(statedIn<Both>(spec.name, "draft") ?? statedIn<Both>(spec.name, "mended")!).en,
      })),
  );
  const [rubricSheet, scaleSheet] = ["rubric", "scales"].map(
    (kind) => sheetsOf(template, "draft", locale).find((sheet) => sheet.kind === kind)?.plan,
  );
  return template.known.flatMap((known) => {
    if ("scale" in known) {
      const scales = Object.entries(template.scales ?? {});
      const before = scales.findIndex(([name]) => both(name as Both).en === known.scale);
      if (before < 0) throw new Error(`${template.id} has no scale ${known.scale}`);
      const row = 1 + known.row + scales.slice(0, before).reduce((sum, [, rows]) => sum + rows.length, 0);
      const header = { grade: ["Grade", "等级"], from: ["From", "起点"], points: ["Points", "分值"] }[known.column];
      const column = scaleSheet!.rows[0]!.findIndex((cell) => header.includes(String(cell)));
      return [{ code: known.code, at: { sheet: scaleSheet!.name, row, column } }];
    }
    const { of } = known;
    const rows = lines.flatMap(({ rubric, name }, index) =>
      of === "all" || of.includes(name) || of.includes(`${rubric} / ${name}`) ? [index + 1] : [],
    );
    if (rows.length < (of === "all" ? 1 : of.length))
      throw new Error(`${template.id} has not all of ${String(of)}, where ${known.code} is known`);
    const column = columns.indexOf(known.column);
    return rows.map((row) => ({ code: known.code, at: { sheet: rubricSheet!.name, row, column } }));
  });
}

/** The place of a finding in a line, for messages: `Rubric!B2`. */
export const placeText = ({ sheet, row, column }: CellPlace): string => `${sheet}!${addressOf(row, column)}`;
