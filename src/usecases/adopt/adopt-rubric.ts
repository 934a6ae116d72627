import { cellText, foldText, parseFormatted } from "../../core/cell/cell";
import { cellOf } from "../../core/cell/packed";
import { placeIn } from "../../core/cell/table";
import type { FoundTable } from "../../core/find/recognise";
import type { RubricColumn, ScaleColumn } from "../../core/rubric/columns";
import { readRule } from "../../core/ruletext/read-rule";
import { methodCell, ruleValues, scaleNameFor, scaleValues } from "../../core/ruletext/tables";
import type { Locale } from "../../core/text/locale";
import { isSame } from "../../core/text/tolerance";
import type { NewCell, NewRow } from "../rules/append-rows";
import { formatOf, scaleCells } from "../rules/plan-rules";
import type { OpenQuestion } from "./questions";

/** Rows of the contract's tables that a list of indicators becomes, and what it leaves open. */
export interface AdoptedRubric {
  readonly rows: readonly NewRow<RubricColumn>[];
  readonly scales: readonly NewRow<ScaleColumn>[];
  readonly open: readonly OpenQuestion[];
}

const LINEAR = /^(?:linear|linearly|pro ?rata|线性|线性计分|线性插值|按比例(?:计分|得分)?)(?:$|[,;，；。 ])/iu;
const COMPARING =
  /^(?:[<>≤≥=]+|不低于|不高于|不少于|不超过|至少|至多|at least|at most|min|max|above|below|under|over)\s*/iu;

/**
 * Makes a Rubric of a list of indicators with weights, targets, minimums and rules in words. A linear method between a minimum and a target
 * that no words state is a proposal.
 *
 * @param takesLikely whether proposals are taken
 */
export function adoptRubric(
  { source, meaning }: FoundTable,
  { locale, takesLikely }: { readonly locale: Locale; readonly takesLikely: boolean },
): AdoptedRubric {
  const rows: NewRow<RubricColumn>[] = [];
  const scales: NewRow<ScaleColumn>[] = [];
  const open: OpenQuestion[] = [];
  const names: string[] = [];
  const raw = (row: number, id: string) => {
    const column = meaning.columns[id];
    return column === undefined ? null : (cellOf(source.values, row + 1, column) ?? null);
  };
  const cellAt = (row: number, id: string) => {
    const column = meaning.columns[id];
    const format = column === undefined ? "" : (source.rowFormats?.[row]?.[column] ?? source.formats[column] ?? "");
    return { raw: raw(row, id), format, at: placeIn(source, row, column ?? 0) };
  };
  const count = source.values.length - 1;
  const factor = pointsFactor(Array.from({ length: count }, (_, row) => raw(row, "points")));
  const above = { rubric: "", section: "" };
  for (let row = 0; row < count; row += 1) {
    const indicator = cellText(raw(row, "indicator"));
    if (indicator === "") continue;
    const ask = (en: string, zh: string, id: string): void => {
      open.push({ text: { en: `${indicator}: ${en}`, "zh-CN": `${indicator}：${zh}` }, at: cellAt(row, id).at });
    };
    above.rubric = cellText(raw(row, "rubric")) || above.rubric;
    above.section = cellText(raw(row, "section")) || above.section;
    const points = parseFormatted(raw(row, "points"), "");
    const worth = points.kind === "number" ? Number((points.value * factor).toPrecision(15)) : undefined;
    const [zeroAt, fullAt] = (["zeroAt", "fullAt"] as const).map((id) => threshold(cellAt(row, id)));
    for (const [id, read] of [
      ["zeroAt", zeroAt],
      ["fullAt", fullAt],
    ] as const)
      if (read === "unreadable") ask("which number is meant here?", "此处是什么数值？", id);
    const [typed, remark] = [cellText(raw(row, "rule")), cellText(raw(row, "note"))];
    // A note that says how points are earned is the rule where no other stands.
    const isNoteRule = typed === "" && saysPoints(remark, worth);
    const words = isNoteRule ? remark : typed;
    const cells: Partial<Record<RubricColumn, NewCell>> = {
      ...(above.rubric === "" ? {} : { rubric: { value: above.rubric } }),
      ...(above.section === "" ? {} : { section: { value: above.section } }),
      indicator: { value: indicator },
      ...(worth === undefined ? {} : { points: { value: worth } }),
      ...(isCell(zeroAt) ? { zeroAt } : {}),
      ...(isCell(fullAt) ? { fullAt } : {}),
      ...(words === "" ? {} : { rule: { value: words } }),
      ...note(isNoteRule ? "" : remark),
    };
    const method = cellText(raw(row, "method"));
    const isLinear = words !== "" && LINEAR.test(foldText(words));
    const hasBoth = isCell(zeroAt) && isCell(fullAt);
    const reading = words === "" || isLinear ? undefined : readRule(words, { points: worth });
    if (method !== "") cells.method = { value: method };
    else if (reading?.rule && !reading.doubts.some(({ severity }) => severity === "error")) {
      const { rule } = reading;
      const scale = scaleNameFor(indicator, names);
      if (rule.scale) {
        names.push(scale);
        scales.push(...scaleValues(scale, rule.scale).map((values) => scaleCells(values, rule)));
      }
      for (const [id, value] of Object.entries(ruleValues(rule, scale, locale)) as [RubricColumn, NewCell["value"]][]) {
        const stated = cells[id];
        if (stated === undefined) cells[id] = { value, ...formatOf(id, value, rule) };
        else if (id !== "points" && stated.value !== value)
          ask(
            `the column says ${String(stated.value)}, the rule ${String(value)}. Which one holds?`,
            `列中为 ${String(stated.value)}，细则为 ${String(value)}，以哪一个为准？`,
            id,
          );
      }
    } else if (hasBoth && (isLinear || (words === "" && takesLikely)))
      cells.method = { value: methodCell({ method: "linear" }, locale) };
    else if (hasBoth && words === "")
      ask("are points linear between the minimum and the target?", "底线与目标之间是否线性计分？", "fullAt");
    else if (reading) {
      const doubt = reading.doubts.find(({ severity }) => severity === "error");
      const at = cellAt(row, "rule").at;
      const what = doubt?.text ?? undefined;
      if (what)
        open.push({
          text: { en: `${indicator}: ${what.en.what}`, "zh-CN": `${indicator}：${what["zh-CN"].what}` },
          at,
        });
      else ask("how is it scored? The rule was not understood.", "如何计分？细则没有读懂。", "rule");
    } else ask("how are its points earned?", "如何得分？", isCell(fullAt) ? "fullAt" : "indicator");
    rows.push(cells);
  }
  return { rows, scales, open };
}

const isCell = (read: NewCell | "unreadable" | undefined): read is NewCell => typeof read === "object";

/** Whether a text says in full how points are earned. */
function saysPoints(text: string, points: number | undefined): boolean {
  if (text === "") return false;
  if (LINEAR.test(foldText(text))) return true;
  const { rule, doubts } = readRule(text, { points });
  return rule !== undefined && !doubts.some(({ severity }) => severity === "error");
}

const note = (text: string): Partial<Record<RubricColumn, NewCell>> => (text === "" ? {} : { note: { value: text } });

/** Shares of the full score become points. */
function pointsFactor(raws: readonly (string | number | boolean | null)[]): number {
  const numbers = raws.flatMap((raw) => {
    const cell = parseFormatted(raw, "");
    return cell.kind === "number" ? [cell.value] : [];
  });
  return isSame(
    numbers.reduce((sum, value) => sum + value, 0),
    1,
  )
    ? 100
    : 1;
}

/** A minimum or target as a number, with its format: `≥ 90%` is 90 %. */
function threshold({
  raw,
  format,
}: {
  readonly raw: string | number | boolean | null;
  readonly format: string;
}): NewCell | "unreadable" | undefined {
  if (cellText(raw) === "") return undefined;
  if (typeof raw === "number")
    return { value: raw, ...(format === "" || format === "General" ? {} : { numberFormat: format }) };
  const plain = foldText(cellText(raw)).replace(COMPARING, "");
  const cell = parseFormatted(plain, "");
  if (cell.kind === "duration") return { value: plain };
  if (cell.kind !== "number") return "unreadable";
  return {
    value: cell.value,
    ...(plain.endsWith("%")
      ? { numberFormat: Number.isInteger(Math.round(cell.value * 1e8) / 1e6) ? "0%" : "0.00%" }
      : {}),
  };
}
