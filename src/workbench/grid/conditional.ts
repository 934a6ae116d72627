import type { ConditionalFormat as GridConditionalFormat } from "@odoo/o-spreadsheet";
import type { ConditionalFormat, ConditionalRule } from "../host/model";

const CELL_VALUE: Readonly<Record<string, string>> = {
  EqualTo: "isEqual",
  NotEqualTo: "isNotEqual",
  GreaterThan: "isGreaterThan",
  GreaterThanOrEqual: "isGreaterOrEqualTo",
  LessThan: "isLessThan",
  LessThanOrEqual: "isLessOrEqualTo",
  Between: "isBetween",
  NotBetween: "isNotBetween",
};

const TEXT: Readonly<Record<string, string>> = {
  Contains: "containsText",
  NotContains: "notContainsText",
  BeginsWith: "beginsWithText",
  EndsWith: "endsWithText",
};

type GridRule = Extract<GridConditionalFormat["rule"], { type: "CellIsRule" }>;

/** The rule in the grid's terms. It refuses an operator that the grid lacks, instead of skipping it. */
export function gridRule({ rule, format }: Pick<ConditionalFormat, "rule" | "format">): GridRule {
  const style = {
    ...(format.fill === undefined ? {} : { fillColor: format.fill }),
    ...(format.fontColor === undefined ? {} : { textColor: format.fontColor }),
    ...(format.bold === undefined ? {} : { bold: format.bold }),
    ...(format.italic === undefined ? {} : { italic: format.italic }),
  };
  return { type: "CellIsRule", operator: operatorOf(rule) as GridRule["operator"], values: valuesOf(rule), style };
}

function operatorOf(rule: ConditionalRule): string {
  if (rule.kind === "custom") return "customFormula";
  const operator = (rule.kind === "cellValue" ? CELL_VALUE : TEXT)[rule.operator];
  if (operator === undefined) throw new Error(`the grid of the workbench has no conditional format "${rule.operator}"`);
  return operator;
}

function valuesOf(rule: ConditionalRule): string[] {
  if (rule.kind === "custom") return [rule.formula];
  if (rule.kind === "containsText") return [rule.text];
  return rule.formula2 === undefined
    ? [plainValue(rule.formula1)]
    : [plainValue(rule.formula1), plainValue(rule.formula2)];
}

/** `="A"` is the text A. The grid compares with a plain value much faster than with a formula. */
function plainValue(formula: string): string {
  const text = /^="((?:[^"]|"")*)"$/.exec(formula);
  return text ? text[1]!.replace(/""/g, '"') : formula;
}

/** The reverse, for formats that a person made in the grid. Undefined if Excel's API has no name for it. */
export function hostRule(rule: GridConditionalFormat["rule"]): Pick<ConditionalFormat, "rule" | "format"> | undefined {
  if (rule.type !== "CellIsRule") return undefined;
  const { fillColor, textColor, bold, italic } = rule.style;
  const format = {
    ...(fillColor === undefined ? {} : { fill: fillColor }),
    ...(textColor === undefined ? {} : { fontColor: textColor }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
  };
  const [first = "", second] = rule.values;
  if (rule.operator === "customFormula") return { rule: { kind: "custom", formula: first }, format };
  const text = wordFor(TEXT, rule.operator);
  if (text !== undefined) return { rule: { kind: "containsText", operator: text, text: first }, format };
  const operator = wordFor(CELL_VALUE, rule.operator);
  if (operator === undefined) return undefined;
  const formulas = { formula1: asFormula(first), ...(second === undefined ? {} : { formula2: asFormula(second) }) };
  return { rule: { kind: "cellValue", operator, ...formulas }, format };
}

function wordFor(words: Readonly<Record<string, string>>, gridWord: string): string | undefined {
  return Object.entries(words).find(([, word]) => word === gridWord)?.[0];
}

function asFormula(value: string): string {
  if (value.startsWith("=")) return value;
  return value !== "" && !Number.isNaN(Number(value)) ? `=${value}` : `="${value.replace(/"/g, '""')}"`;
}
