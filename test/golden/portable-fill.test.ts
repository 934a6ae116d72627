import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { planEvaluationSheet } from "../../src/core/evaluation/plan-evaluation";
import { planPortableSheets } from "../../src/core/portable/plan-portable";
import type { PlanCell, SheetPlan } from "../../src/core/plan/plan";
import { LOCALES } from "../../src/core/text/locale";
import { mend, readBook, checkBook, scoreBook, type Book } from "../../src/usecases";
import { insertTemplate } from "../../src/usecases/templates";
import { newXlsx } from "../../src/xlsx";
import { bookFrom } from "../support/book";
import { BASELINE, LEDGER, METRICS, RATINGS } from "../support/every-method/data";
import { RUBRIC, SCALES, SETTINGS } from "../support/every-method/rubrics";
import { recalculateAll } from "../support/libreoffice";
import { MemoryWorkbook } from "../support/memory-workbook";

jest.setTimeout(300_000);

const MARK = { period: "2026-10", rubric: "0".repeat(16), metrics: "0".repeat(16) };

async function template(id: string, locale: (typeof LOCALES)[number]): Promise<Book> {
  const port = new MemoryWorkbook({ sheets: [{ name: "Sheet1", rows: [] }] });
  await insertTemplate(port, id, { locale, form: "mended" });
  await mend(port, checkBook(await readBook(port)));
  return readBook(port);
}

/** One period of a workbook, filled both ways. */
interface Filled {
  readonly values: SheetPlan;
  readonly portable: readonly SheetPlan[];
  readonly about: string;
}

function filled(name: string, book: Book, period: string, locale: (typeof LOCALES)[number]): Filled {
  const { sets } = scoreBook(book, { period });
  if (sets.length === 0) throw new Error(`${name}: nothing is scored in ${period}`);
  const portable = planPortableSheets(sets, book.subject.metrics!, MARK, locale, `Evaluation ${name}`);
  return {
    values: planEvaluationSheet(sets, MARK, locale, `Evaluation ${name}`),
    portable,
    about: String(portable[0].rows[2]![0]),
  };
}

const shown = (cell: PlanCell): string => (cell === null ? "" : String(cell));

function isSame(text: string, cell: PlanCell): boolean {
  if (typeof cell !== "number") return text === shown(cell);
  return text !== "" && Math.abs(Number(text) - cell) <= 1e-9 * Math.max(1, Math.abs(cell));
}

/** Cells that LibreOffice works out otherwise than the engine, and those whose stored results are not what it works out. */
function differences(sheets: ReturnType<typeof recalculateAll>, { values, portable }: Filled): readonly string[] {
  const worked = sheets.get(values.name)!;
  const found = values.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const text = worked[r]?.[c] ?? "";
      return isSame(text, cell)
        ? []
        : [`${values.name} ${r + 1}/${c + 1}: LibreOffice “${text}”, engine ${shown(cell)}`];
    }),
  );
  for (const sheet of portable) {
    const own = sheets.get(sheet.name)!;
    sheet.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (typeof cell !== "object" || cell?.cached === undefined || cell.cached === null) return;
        const text = own[r]?.[c] ?? "";
        if (!isSame(text, cell.cached as PlanCell))
          found.push(
            `${sheet.name} ${r + 1}/${c + 1}: LibreOffice “${text}”, stored ${shown(cell.cached as PlanCell)}`,
          );
      }),
    );
  }
  return found;
}

test("the portable fill of every template and method gives in LibreOffice what the engine gives, stored results included", async () => {
  const all: Filled[] = [];
  for (const [k, each] of ALL_TEMPLATES.entries()) {
    const locale = LOCALES[k % LOCALES.length]!;
    all.push(filled(each.number, await template(each.id, locale), "2026-10", locale));
  }
  for (const [kind, Scales] of Object.entries(SCALES)) {
    const tables = {
      Metrics: METRICS,
      Settings: SETTINGS,
      Ledger: LEDGER,
      Ratings: RATINGS,
      Baseline: BASELINE,
      Scales,
    };
    const book = await bookFrom(RUBRIC, tables);
    for (const period of ["2026-10", "2026-Q4"]) all.push(filled(`${kind} ${period}`, book, period, "en"));
  }
  const file = newXlsx();
  for (const { portable } of all) for (const sheet of portable) file.addSheet(sheet);
  const sheets = recalculateAll(file.save());
  expect(all.flatMap((each) => differences(sheets, each)).slice(0, 20)).toEqual([]);
  // Peers that leave some out, and frozen ones, have no formula.
  expect(all.flatMap(({ values, about }) => (about === "" ? [] : [[values.name, about]]))).toEqual([
    ["Evaluation cut-offs 2026-10", "Plain values instead of formulas: Calls, Chats, Mails"],
    ["Evaluation quotas 2026-10", "Plain values instead of formulas: Calls, Chats, Mails"],
  ]);
});
