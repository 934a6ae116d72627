import type { FoundTable } from "../../core/find/recognise";
import { freeName } from "../../core/plan/free-name";
import type { SheetPlan } from "../../core/plan/plan";
import { SHEET_NAMES } from "../../core/templates/make/words";
import type { Locale } from "../../core/text/locale";
import type { AppliedPlan, WorkbookPort } from "../../workbook/port";
import type { Book } from "../book";
import { rulesSheet } from "../rules/rules-sheet";
import { adoptMetrics } from "./adopt-metrics";
import { adoptRubric } from "./adopt-rubric";
import { openQuestion, type OpenQuestion } from "./questions";

export interface Adoption {
  /** New sheets in contract form. */
  readonly sheets: readonly SheetPlan[];
  /** What only a person can say. */
  readonly open: readonly OpenQuestion[];
}

export interface AdoptOptions {
  /** `likely` takes the proposals, too. */
  readonly accept: "certain" | "likely";
  readonly locale: Locale;
}

/** Plans what brings a workbook into contract form: on new sheets, so that nothing of the workbook is overwritten. */
export function planAdoption({ found, snapshot, subject }: Book, { accept, locale }: AdoptOptions): Adoption {
  const takesLikely = accept === "likely";
  const isTaken = ({ standing }: FoundTable): boolean => standing === "certain" || takesLikely;
  const taken = snapshot.sheets.map(({ name }) => name);
  const nameFor = (kind: "rubric" | "scales" | "metrics"): string => {
    const name = freeName(SHEET_NAMES[kind][locale], taken, { between: " ", most: 31 });
    taken.push(name);
    return name;
  };
  const sheets: SheetPlan[] = [];
  const open: OpenQuestion[] = [];
  const handled = new Set<FoundTable>();

  if (!subject.tables.rubric) {
    const lists = found.filter((table) => table.role === "rubric" && isTaken(table));
    const adopted = lists.map((table) => adoptRubric(table, { locale, takesLikely }));
    const rows = adopted.flatMap((each) => each.rows);
    const scales = adopted.flatMap((each) => each.scales);
    for (const list of lists) handled.add(list);
    open.push(...adopted.flatMap((each) => each.open));
    if (rows.length > 0) sheets.push(rulesSheet("rubric", rows, nameFor("rubric"), locale));
    if (scales.length > 0 && !subject.tables.scales)
      sheets.push(rulesSheet("scales", scales, nameFor("scales"), locale));
  }
  if (!subject.tables.metrics && takesLikely) {
    // Which of two columns is meant, nobody proposes.
    const months = found.filter(({ role, meaning }) => role === "metrics" && meaning.doubts.length === 0);
    const sheet = adoptMetrics(months, nameFor("metrics"), locale);
    if (sheet) {
      sheets.push(sheet);
      for (const month of months)
        if (month.period !== undefined || month.meaning.columns["period"] !== undefined) handled.add(month);
    }
  }
  const rest = found.filter((table) => table.standing !== "certain" && !handled.has(table));
  return { sheets, open: [...open, ...rest.flatMap(({ questions }) => questions.map(openQuestion))] };
}

/** Writes the new sheets in one change. */
export const applyAdoption = <Applied extends AppliedPlan>(
  port: WorkbookPort<Applied>,
  { sheets }: Adoption,
): Promise<Applied> => port.apply({ sheets, edits: [] }, { replace: [] });
