import type { CellEdit } from "../../src/core/cell/edit";
import { ALL_TEMPLATES } from "../../src/core/templates/make/registry";
import { additionsOf, knownFindings, mendsOf, placeText } from "../support/template-findings";
import { both, type Template } from "../../src/core/templates/template";
import type { Finding } from "../../src/core/checks/finding";
import { LOCALES, type Locale } from "../../src/core/text/locale";
import { STATUS } from "../../src/core/scoring/model/status";
import { checkBook, fillEvaluation, mend, planEvaluation, readBook, scoreBook } from "../../src/usecases";
import { insertTemplate } from "../../src/usecases/templates";
import { MemoryWorkbook } from "../support/memory-workbook";

const CASES = ALL_TEMPLATES.flatMap((template) =>
  LOCALES.map((locale): [string, Template, Locale] => [
    `${template.number} ${both(template.name)[locale]}`,
    template,
    locale,
  ]),
);

const placed = (findings: readonly Pick<Finding, "code" | "at">[]): string[] =>
  findings.map(({ code, at }) => `${code} ${at ? placeText(at) : ""}`).sort();

async function inserted(template: Template, locale: Locale, form: "draft" | "mended"): Promise<MemoryWorkbook> {
  const port = new MemoryWorkbook({ sheets: [{ name: "Sheet1", rows: [] }] });
  const outcome = await insertTemplate(port, template.id, { locale, form });
  if (outcome.kind !== "inserted") throw new Error("refused");
  return port;
}

const findingsIn = async (port: MemoryWorkbook): Promise<readonly Finding[]> => checkBook(await readBook(port));

describe.each(CASES)("template %s", (_title, template, locale) => {
  test("inserted as a draft it raises exactly the findings that the scheme is known for", async () => {
    const port = await inserted(template, locale, "draft");
    expect(placed(await findingsIn(port))).toEqual(placed(knownFindings(template, locale)));
  });

  test("the fixes of its findings, and values for the holes without one, leave nothing to find", async () => {
    const port = await inserted(template, locale, "draft");
    const found = await findingsIn(port);
    await mend(port, found);
    // To number lines anew, a person changes more cells of the column than the one that is named.
    const columnOf = ({ sheet, column }: { sheet: string; column: number }): string => `${sheet}!${column}`;
    const unfixed = new Set(found.flatMap(({ fixes, at }) => (fixes.length > 0 || !at ? [] : [columnOf(at)])));
    const isLeft = (edit: CellEdit): boolean =>
      unfixed.has(columnOf(edit)) || port.cell(edit.sheet, edit.row, edit.column) === null;
    await port.apply({ sheets: [], edits: mendsOf(template, locale).filter(isLeft) }, { replace: [] });
    expect(placed(await findingsIn(port))).toEqual([]);
  });

  test("mended it lists what is ours until it is owned, scores everybody in both periods, and fills", async () => {
    const port = await inserted(template, locale, "mended");
    const added = await findingsIn(port);
    expect(placed(added)).toEqual(placed(additionsOf(template, locale)));
    expect(added.filter(({ severity }) => severity !== "info")).toEqual([]);
    await mend(port, added);
    const book = await readBook(port);
    expect(placed(checkBook(book))).toEqual([]);
    expect(book.summary.periods).toEqual(["2026-10", "2026-09"]);
    expect(book.summary.agentCount).toBe(40);
    for (const period of book.summary.periods) {
      const outcome = scoreBook(book, { period });
      const statuses = outcome.sets.flatMap((set) => [...set.status]);
      expect(statuses).toHaveLength(40);
      expect(statuses.filter((status) => status !== STATUS.scored)).toEqual([]);
      await fillEvaluation(port, planEvaluation(book, outcome, locale), { replace: false });
      expect(port.sheetNames()).toContain(`Evaluation ${period}`);
    }
  });
});
