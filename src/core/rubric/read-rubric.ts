import { readMissingPolicy } from "./missing-policy";
import { foldName } from "../cell/cell";
import type { ReadTable } from "../cell/table";
import { cellIn, isEmptyRow, measureIn, numberIn, textIn } from "../cell/table";
import type { RubricColumn } from "./columns";
import { RUBRIC_COLUMNS } from "./columns";
import { readCriticalRule } from "./critical";
import type { Indicator, Rubric } from "./rubric";

/**
 * Reads the rubric table into rubrics, in order of first appearance. Never throws for what people typed: an unreadable
 * cell leaves its field undefined and keeps its source cell, and a check reports it.
 *
 * @param fallbackName name of the rubric where the table has no Rubric column or the cell is blank
 */
export function readRubrics(table: ReadTable<RubricColumn>, fallbackName: string): readonly Rubric[] {
  const byName = new Map<string, { name: string; indicators: Indicator[] }>();
  let above = { rubric: "", section: "" };
  for (let row = 0; row < table.rowCount; row += 1) {
    if (isEmptyRow(table.source, row)) continue;
    const stated = textIn(table, row, "rubric");
    // A name written only on the first row of a group holds for the rows below. Another check reports the missing
    // names.
    const name = stated || above.rubric || fallbackName;
    const sameGroup = stated === "" || foldName(stated) === foldName(above.rubric);
    const section = textIn(table, row, "section") || (sameGroup ? above.section : "");
    above = { rubric: name, section };
    const key = foldName(name);
    const group = byName.get(key) ?? { name, indicators: [] };
    byName.set(key, group);
    group.indicators.push(readIndicator(table, row, section));
  }
  return [...byName.values()].map(({ name, indicators }) => ({ name, indicators, sections: sectionsOf(indicators) }));
}

function readIndicator(table: ReadTable<RubricColumn>, row: number, section: string): Indicator {
  const cells: Indicator["cells"] = Object.fromEntries(
    (Object.keys(RUBRIC_COLUMNS) as RubricColumn[]).flatMap((id) => {
      const cell = cellIn(table, row, id);
      return cell ? [[id, cell]] : [];
    }),
  );
  const name = textIn(table, row, "indicator");
  return {
    name,
    section,
    points: numberIn(table, row, "points") ?? 0,
    method: textIn(table, row, "method"),
    metric: textIn(table, row, "metric") || name,
    zeroAt: measureIn(table, row, "zeroAt"),
    fullAt: measureIn(table, row, "fullAt"),
    perEvent: numberIn(table, row, "perEvent"),
    step: measureIn(table, row, "step"),
    limit: numberIn(table, row, "limit"),
    failAt: measureIn(table, row, "failAt"),
    scale: textIn(table, row, "scale"),
    ifMissing: readMissingPolicy(textIn(table, row, "ifMissing")),
    critical: readCriticalRule(textIn(table, row, "critical")),
    rule: textIn(table, row, "rule"),
    cells,
    at: cells.indicator?.at ?? {
      sheet: table.source.sheet,
      row: table.source.row + 1 + row,
      column: table.source.column,
    },
  };
}

/** Sections in order of first appearance. Indicators without a section form one without a name. */
function sectionsOf(indicators: readonly Indicator[]): Rubric["sections"] {
  const sections = new Map<string, { name: string; indicators: number[] }>();
  indicators.forEach((indicator, index) => {
    const key = foldName(indicator.section);
    const section = sections.get(key) ?? { name: indicator.section, indicators: [] };
    sections.set(key, section);
    section.indicators.push(index);
  });
  return [...sections.values()];
}
