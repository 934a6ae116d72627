import { cellOf } from "../../core/cell/packed";
import { foldName, type CellValue } from "../../core/cell/cell";
import type { SourceCell } from "../../core/cell/table";
import { readCriticalRule } from "../../core/rubric/critical";
import type { RubricColumn, RuleColumn } from "../../core/rubric/columns";
import { RULE_COLUMNS } from "../../core/rubric/columns";
import type { Indicator } from "../../core/rubric/rubric";
import type { Interval, Scale } from "../../core/rubric/scale";
import type { Rule } from "../../core/ruletext/rule";
import type { RuleReading } from "../../core/ruletext/read-rule";
import { ruleValues } from "../../core/ruletext/tables";
import { toScale } from "../../core/ruletext/to-scale";
import { looksLikePercent } from "../../core/ruletext/looks-like-percent";
import { findScale } from "../../core/scoring/compile/parameters";
import { findMethod, findVariant, methodNamed } from "../../core/scoring/compile/registry";
import type { Locale } from "../../core/text/locale";
import type { Book } from "../book";
import { percent, plain } from "../../core/text/plain";
import type { ParameterColumn } from "../../core/scoring/model/method";
import { hasDeviations } from "../../core/scoring/model/method";
import type { RuleChanges, RuleReader } from "./rule-reader";

/** One statement of a rule, beside the cell of its row for the same thing. */
export interface RuleField {
  readonly column: RuleColumn;
  /** `same`: the cell agrees. `blank`: the cell would be filled. `other`: the cell differs. `no-column`: the table lacks the column. */
  readonly state: "same" | "blank" | "other" | "no-column";
  readonly cell: SourceCell | undefined;
  /** The cell's new content. Null empties the cell, because its content belongs to another method. */
  readonly value: string | number | null;
  /** Content to show: `97%`; "" for nothing. */
  readonly said: string;
  readonly stated: string;
}

/** The reading of an indicator's rule in the workbook. */
export interface RubricRule {
  /** Stays the same while the row's words stay the same. */
  readonly key: string;
  readonly rubric: string;
  readonly indicator: Indicator;
  /** The words of the cell. */
  readonly original: string;
  /** The reading of the words after a person's changes. */
  readonly reading: RuleReading;
  readonly points: number | undefined;
  readonly fields: readonly RuleField[];
  readonly overwrite: boolean;
}

/** Reads the Rule column of all rubrics or of one: every indicator with words in it. */
export function rubricRules(
  book: Book,
  rubric: string | undefined,
  changes: RuleChanges,
  reader: RuleReader,
): readonly RubricRule[] {
  const { rubrics, scales } = book.subject;
  const locale = languageOf(book, "en");
  return rubrics
    .filter(({ name }) => rubric === undefined || foldName(name) === foldName(rubric))
    .flatMap(({ name, indicators }) =>
      indicators.flatMap((indicator): RubricRule[] => {
        const { raw } = indicator.cells.rule ?? {};
        const original = typeof raw === "string" ? raw : "";
        if (original.trim() === "") return [];
        const key = [name, indicator.name, original].join("\n");
        const { text = original, overwrite = false } = changes[key] ?? {};
        const points = numberOf(indicator.cells.points?.value);
        const reading = reader.rule(text, points);
        const fields = reading.rule ? fieldsOf(indicator, reading.rule, scales, locale) : [];
        return [{ key, rubric: name, indicator, original, reading, points, fields, overwrite }];
      }),
    );
}

/** The language for the Rubric table: that of its headers, whatever language the pane shows. */
export function languageOf({ subject }: Book, otherwise: Locale): Locale {
  const rubricTable = subject.tables.rubric;
  if (!rubricTable) return otherwise;
  return /\p{Script=Han}/u.test(String(cellOf(rubricTable.source.values, 0, rubricTable.columns.indicator!)))
    ? "zh-CN"
    : "en";
}

const numberOf = (cell: CellValue | undefined): number | undefined =>
  cell?.kind === "number" ? cell.value : undefined;

function fieldsOf(indicator: Indicator, rule: Rule, scales: readonly Scale[], locale: Locale): readonly RuleField[] {
  const stated = findScale(scales, indicator.scale);
  const values = ruleValues(rule, indicator.scale, locale);
  const isOtherMethod = indicator.method !== "" && !isSameMethod(indicator.method, rule);
  return RULE_COLUMNS.flatMap((column): RuleField[] => {
    const cell = indicator.cells[column];
    const value = (values[column] ?? null) as string | number | null;
    const isBlank = cell === undefined || cell.value.kind === "blank";
    if (value === null && (isBlank || !isOtherMethod || KEPT.includes(column))) return [];
    const said = column === "scale" && value !== null ? "" : show(value, column, rule);
    const field = { column, cell, value, said, stated: cell ? shownCell(cell, column, rule) : "" };
    if (!cell) return [{ ...field, state: "no-column" }];
    // A scale that is named but missing will come from the rule.
    if (isBlank || (column === "scale" && value !== null && !stated)) return [{ ...field, state: "blank" }];
    return [{ ...field, state: isSame(column, cell, rule, indicator, stated) ? "same" : "other" }];
  });
}

/** Columns with the same meaning for every method. */
const KEPT: readonly RubricColumn[] = ["points", "critical", "failAt"];

function isSame(
  column: RuleColumn,
  { value }: SourceCell,
  rule: Rule,
  indicator: Indicator,
  stated: Scale | undefined,
): boolean {
  if (column === "method") return isSameMethod(indicator.method, rule);
  if (column === "critical") {
    const found = value.kind === "text" ? readCriticalRule(value.text) : undefined;
    return JSON.stringify(found) === JSON.stringify(rule.critical);
  }
  if (column === "scale") {
    const points = numberOf(indicator.cells.points?.value) ?? rule.points;
    return rule.scale !== undefined && stated !== undefined && isSameScale(toScale("", rule.scale), stated, points);
  }
  return value.kind === "number" && value.value === rule[column];
}

function isSameMethod(stated: string, rule: Rule): boolean {
  return (
    findMethod(stated) === methodNamed(rule.method) &&
    (rule.variant === undefined || findVariant(stated) === rule.variant)
  );
}

function isSameScale(one: Scale, other: Scale, points: number | undefined): boolean {
  const worth = ({ worth: stated }: Interval): string => {
    if (!stated) return "";
    const factor = stated.unit === "share" ? (points ?? NaN) : 1;
    return [stated.from, stated.to].map((each) => Number((each * factor).toPrecision(12))).join();
  };
  const bounds = ({ from, to, fromBelongs, toBelongs }: Interval): string =>
    [from, from === -Infinity || fromBelongs, to, to === Infinity || toBelongs].join();
  const told = ({ intervals }: Scale): string =>
    intervals.map((each) => [foldName(each.grade), bounds(each), worth(each)].join()).join(";");
  return told(one) === told(other);
}

const THRESHOLDS: readonly RuleColumn[] = ["zeroAt", "fullAt", "step", "failAt"];

/** Tells whether a column of a rule is shown and written in per cent. */
export function isInPercent(column: string, rule: Rule): boolean {
  const method = methodNamed(rule.method);
  const unit = method.parameters[column as ParameterColumn]?.unit;
  if (unit === "deviation" || unit === "ratio") return true;
  return !hasDeviations(method) && (THRESHOLDS as readonly string[]).includes(column) && looksLikePercent(rule);
}

function show(value: string | number | null, column: RuleColumn, rule: Rule): string {
  if (typeof value !== "number") return value ?? "";
  return isInPercent(column, rule) ? percent(value) : plain(value);
}

function shownCell({ value, raw }: SourceCell, column: RuleColumn, rule: Rule): string {
  return value.kind === "number" ? show(value.value, column, rule) : String(raw ?? "");
}
