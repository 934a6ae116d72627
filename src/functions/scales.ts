import type { CellValue } from "../core/cell/cell";
import { foldName } from "../core/cell/cell";
import { keyOfLabel } from "../core/rubric/labels";
import type { MadeInterval } from "../core/rubric/make-scale";
import { showDuration } from "../core/text/format";
import type { ArgumentMatrix, FunctionParameter } from "./define";
import { isOpenWord, mayBeEmpty, refuseZero, withZeroWord } from "./empty-cells";
import { nameOf } from "./from-method";
import { ArgumentError, passOn, valueError } from "./matrix";
import { counted } from "../core/text/plural";

/** Scales as functions take them: one range holds what is looked up, another holds what it is worth. */

type Unit = MadeInterval["worth"]["unit"];

export const WORTH_PARAMETER: FunctionParameter = {
  name: "worth",
  text: {
    en: { name: "worth", help: "What each of them is worth: a share of the points, or points if the unit says so." },
    "zh-CN": { name: "对应分值", help: "各自的分值：默认为分值的比例，单位写 points 时为分数。" },
  },
};

export const WORTH_TO_PARAMETER: FunctionParameter = {
  name: "worthTo",
  optional: true,
  text: {
    en: {
      name: "worth to",
      help: "What the end of each piece is worth; the same again where that does not change; zero (in words) for 0.",
    },
    "zh-CN": { name: "终点分值", help: "各段终点的分值；分值不变的段重复该分值；为 0 请写“零”。" },
  },
};

export const UNIT_PARAMETER: FunctionParameter = {
  name: "unit",
  optional: true,
  text: {
    en: { name: "unit", help: "share (default): the worths are shares from 0 to 1; points: they are points." },
    "zh-CN": { name: "单位", help: "share 或“比例”（默认）：0 到 1 的比例；points 或“分值”：分数。" },
  },
};

const UNITS: Readonly<Record<string, Unit>> = { share: "share", 比例: "share", points: "points", 分值: "points" };

export function readUnit(matrix: ArgumentMatrix | undefined): Unit {
  const cell = matrix?.[0]?.[0];
  if (!cell || cell.kind === "blank") return "share";
  const unit = cell.kind === "text" ? UNITS[foldName(cell.text)] : undefined;
  if (unit) return unit;
  throw new ArgumentError(valueError("Unit must be share or points.", "“单位”应为 share（比例）或 points（分值）。"));
}

/** Puts two ranges side by side, in reading order. */
export function pairUp(
  keys: ArgumentMatrix,
  others: ArgumentMatrix,
  parameter: FunctionParameter,
): readonly (readonly [CellValue, CellValue])[] {
  const [left, right] = [keys.flat(), others.flat()];
  if (left.length !== right.length) {
    const { en, "zh-CN": zh } = nameOf(parameter);
    throw new ArgumentError(
      valueError(
        `${en} has ${counted(right.length, "cell", "cells")} for ${counted(left.length, "row", "rows")}.`,
        `有 ${left.length} 行，“${zh}”却有 ${right.length} 个单元格。`,
      ),
    );
  }
  return left.map((cell, index) => [cell, right[index]!] as const);
}

/** The label that a cell states. */
export function labelArgument(cell: CellValue): string {
  if (cell.kind === "text") return cell.text;
  if (cell.kind === "number") return String(cell.value);
  if (cell.kind === "duration") return showDuration(cell.value);
  throw new ArgumentError(valueError("A grade has no label.", "有一个等级没有名称。"));
}

/** Refuses a list that holds the same label twice, because it would have two worths. */
export function distinct(labels: readonly string[]): readonly string[] {
  const keys = labels.map(keyOfLabel);
  const again = labels.find((_, index) => keys.indexOf(keys[index]!) < index);
  if (again === undefined) return labels;
  throw new ArgumentError(valueError(`The grade “${again}” stands twice.`, `等级“${again}”出现了两次。`));
}

/** A worth between 0 and all points. */
export function readWorth(cell: CellValue, unit: Unit, points: number): number {
  const most = unit === "share" ? 1 : points;
  if (cell.kind === "number" && cell.value >= 0 && cell.value <= most) return cell.value;
  const shown = cell.kind === "number" ? String(cell.value) : cell.kind === "text" ? cell.text : "";
  throw new ArgumentError(
    unit === "share"
      ? valueError(
          `A worth is “${shown}”; a share must be from 0 to 1. For points state the unit points.`,
          `有一个分值为“${shown}”；比例应在 0 到 1 之间。若为分数，请把单位写为 points。`,
        )
      : valueError(
          `A worth is “${shown}”; it must be from 0 to ${counted(points, "point", "points")}.`,
          `有一个分值为“${shown}”；应在 0 到 ${points} 分之间。`,
        ),
  );
}

/** Pieces that begin at their starts. Each ends where the next one begins. */
export function readPieces(
  pairs: readonly (readonly [CellValue, CellValue])[],
  ends: readonly CellValue[] | undefined,
  unit: Unit,
  points: number,
): readonly MadeInterval[] {
  const starts = readStarts(pairs.map(([start]) => start));
  const rows = pairs
    .map(([, worth], index) => ({
      from: starts[index]!,
      worth: readWorth(worth, unit, points),
      end: ends?.[index],
    }))
    .sort((a, b) => a.from - b.from);
  return rows.map(({ from, worth, end }, index): MadeInterval => {
    const to = rows[index + 1]?.from ?? Infinity;
    const worthTo = end === undefined ? worth : readEnd(end, worth, unit, points);
    if (worthTo !== worth && !(Number.isFinite(from) && Number.isFinite(to))) {
      throw new ArgumentError(
        valueError("A piece that is open at one end can neither rise nor fall.", "一端开放的分段不能有升降。"),
      );
    }
    return { from, to, worth: { unit, from: worth, to: worthTo } };
  });
}

/** The worth at the end of a piece. Blank is the same all along, so that a 0 must be meant. */
function readEnd(cell: CellValue, worth: number, unit: Unit, points: number): number {
  if (cell.kind === "blank") return worth;
  if (worth !== 0 && mayBeEmpty(cell))
    refuseZero(nameOf(WORTH_TO_PARAMETER), "Repeat the worth where it stays the same", "分值不变请重复该分值");
  return readWorth(withZeroWord(cell), unit, points);
}

/**
 * The starts of grades or pieces. Blank is open below, and so is the word. An empty cell, which the desktop hands over as 0, would move to another
 * place where a start lies below 0: neither a blank nor a 0 is accepted there.
 */
export function readStarts(cells: readonly CellValue[]): readonly number[] {
  const starts = cells.map((cell) => (isOpenWord(cell) ? -Infinity : startArgument(withZeroWord(cell))));
  const isBelowZero = starts.some((start) => start < 0 && start !== -Infinity);
  if (isBelowZero && cells.some(({ kind }) => kind === "blank"))
    throw new ArgumentError(
      valueError(
        "A start is empty beside starts below 0, and Excel on the desktop makes 0 of it. Write open for open below.",
        "有小于 0 的起点，又有空白的起点，而桌面版 Excel 会把空白当作 0。向下不限请写“不限”。",
      ),
    );
  if (isBelowZero && cells.some(mayBeEmpty) && !cells.some(isOpenWord))
    refuseZero(
      { en: "A start beside starts below 0", "zh-CN": "起点" },
      "Write open for open below",
      "向下不限请写“不限”",
    );
  const again = starts.find((start, index) => starts.indexOf(start) < index);
  if (again === -Infinity) throw new ArgumentError(valueError("Two starts are open below.", "有两个起点都向下不限。"));
  if (again !== undefined) throw new ArgumentError(valueError(`Two starts are ${again}.`, `有两个起点都是 ${again}。`));
  return starts;
}

/** A stated start. */
function startArgument(cell: CellValue): number {
  if (cell.kind === "number" || cell.kind === "duration") return cell.value;
  if (cell.kind === "blank") return -Infinity;
  if (cell.kind === "text" && cell.comma) throw new ArgumentError(passOn(cell));
  throw new ArgumentError(valueError("A start is not a number.", "有一个起点不是数字。"));
}
