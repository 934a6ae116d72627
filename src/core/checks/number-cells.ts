import type { CellValue, RawCell } from "../cell/cell";
import { parseCell } from "../cell/cell";
import { durationCell } from "../cell/duration";
import type { CellEdit } from "../cell/edit";
import type { CommaReadings } from "../cell/number-text";
import { cellOf } from "../cell/packed";
import type { CellPlace } from "../cell/place";
import type { SourceTable } from "../cell/table";
import { showDuration } from "../text/format";
import type { Localised } from "../text/locale";
import { plain } from "../text/plain";
import { plural } from "../text/plural";
import type { Fix, MessageText } from "./finding";

/** Facts of a finding about cells that should hold numbers. */
export type NumberCellData = {
  readonly column: string;
  readonly columnZh: string;
  readonly text: string;
  readonly count: number;
  /** comma: a decimal comma, or one that may be; commas: all of the column; unit: a duration beside plain numbers, or the reverse. */
  readonly problem: "unreadable" | "typed-as-text" | "comma" | "commas" | "unit";
};

/** The text that such a cell shows, for a message. */
export function shownText(value: CellValue): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "error") return value.code;
  if (value.kind === "duration") return showDuration(value.value);
  return value.kind === "logical" ? String(value.value).toUpperCase() : "";
}

/** Turns texts into the numbers they show. A percentage keeps its format. */
export function turnIntoNumbers(kind: Fix["kind"], cells: readonly NumberCell[]): Fix {
  const many = cells.length > 1;
  return {
    kind,
    label: {
      en: many ? `Turn ${cells.length} cells into numbers` : "Turn it into a number",
      "zh-CN": many ? `把 ${cells.length} 个单元格转为数字` : "转为数字",
    },
    edits: cells.map(numberEdit),
  };
}

/** A cell and the number that it should hold; seconds where it is a duration. */
interface NumberCell {
  readonly at: CellPlace;
  readonly value: number;
  readonly raw: RawCell;
  readonly isDuration?: boolean;
}

function numberEdit({ at, value, raw, isDuration }: NumberCell): CellEdit {
  if (isDuration) return { ...at, ...durationCell(value) };
  return { ...at, value, ...(/[%％‰]/.test(String(raw)) ? { numberFormat: "0.0#%" } : {}) };
}

/** A cell with a comma, and what it may mean. */
export interface CommaCell {
  readonly at: CellPlace;
  readonly raw: RawCell;
  readonly comma: CommaReadings;
}

/** The cell at a place of a table, if its comma may be a decimal comma. */
export function commaAt(source: SourceTable, at: CellPlace): CommaCell | undefined {
  const raw = cellOf(source.values, at.row - source.row, at.column - source.column);
  const value = parseCell(raw);
  return value.kind === "text" && value.comma ? { at, raw, comma: value.comma } : undefined;
}

/** Mends of cells with commas: the decimal reading, and the one with thousands where every cell has one. */
export function mendCommas(cells: readonly CommaCell[]): readonly Fix[] {
  const [{ comma }] = cells as readonly [CommaCell];
  const mend = (en: string, zh: string, valueOf: (cell: CommaCell) => number): Fix => ({
    kind: "suggestion",
    label: { en, "zh-CN": zh },
    edits: cells.map((cell) => numberEdit({ ...cell, value: valueOf(cell) })),
  });
  const shown = (value: number): string => plain(value) + (cells.length > 1 ? " …" : "");
  const point = mend(
    `Read the comma as a decimal point: ${shown(comma.decimal)}`,
    `逗号作小数点：${shown(comma.decimal)}`,
    (cell) => cell.comma.decimal,
  );
  if (!cells.every((cell) => cell.comma.grouped !== undefined)) return [point];
  const whole = shown(comma.grouped!);
  return [
    point,
    mend(`Read the comma as thousands: ${whole}`, `逗号作千位分隔：${whole}`, (cell) => cell.comma.grouped!),
  ];
}

export const NUMBER_CELL_MESSAGE: Localised<(data: NumberCellData) => MessageText> = {
  en: ({ column, text, count, problem }) =>
    ({
      unreadable: {
        what: plural(
          count,
          `A cell of “${column}” holds “${text}” where a number belongs.`,
          `${count} cells of “${column}” hold “${text}” and the like where numbers belong.`,
        ),
        why: "It cannot be scored, and it never counts as 0.",
        how: "Type the number, leave the cell empty, or write N/A for data that do not apply.",
      },
      "typed-as-text": {
        what: plural(
          count,
          `A number of “${column}” is stored as text: “${text}”.`,
          `${count} numbers of “${column}” are stored as text, such as “${text}”.`,
        ),
        why: "It is read as the number it shows, but Excel's own formulas treat it as text.",
        how: "Turn the text into a number.",
      },
      comma: {
        what: plural(
          count,
          `A cell of “${column}” holds “${text}”: its comma may be a decimal comma.`,
          `${count} cells of “${column}” have a comma that may be a decimal comma, such as “${text}”.`,
        ),
        why: "Read as thousands, it would be a thousand times too large or more; so it is not scored.",
        how: "Say which number is meant.",
      },
      commas: {
        what: `“${column}” is written with commas, such as “${text}”.`,
        why: "Excel here keeps them as text, and a comma may be a decimal comma or mark thousands: nobody can be scored.",
        how: "Say once for the whole column what the comma is.",
      },
      unit: {
        what: plural(
          count,
          `“${column}” mixes durations and plain numbers: “${text}” has no unit of its own.`,
          `“${column}” mixes durations and plain numbers: ${count} cells, such as “${text}”, are not like the others.`,
        ),
        why: "It cannot be told whether a plain number is seconds, minutes or hours; so it is not scored.",
        how: "Write all cells the same way, or name the unit in the header: “AHT (sec)”.",
      },
    })[problem],
  "zh-CN": ({ columnZh, text, count, problem }) =>
    ({
      unreadable: {
        what: `“${columnZh}”有 ${count} 个单元格应填数字，却是“${text}”${count === 1 ? "" : "等"}。`,
        why: "它无法计分，也绝不会当作 0。",
        how: "请填写数字，或留空；不适用的数据请写“不适用”。",
      },
      "typed-as-text": {
        what: `“${columnZh}”有 ${count} 个数字以文本形式存储，如“${text}”。`,
        why: "我们按其显示的数字读取，但 Excel 自身的公式会把它当作文本。",
        how: "把文本转为数字。",
      },
      comma: {
        what: `“${columnZh}”有 ${count} 个单元格的逗号可能是小数点，如“${text}”。`,
        why: "若当作千位分隔，数值会大上千倍，因此不计分。",
        how: "请说明是哪个数。",
      },
      commas: {
        what: `“${columnZh}”整列都带逗号，如“${text}”。`,
        why: "Excel 把它们存为文本，逗号可能是小数点，也可能是千位分隔：无法为任何人计分。",
        how: "请为整列说明一次逗号的含义。",
      },
      unit: {
        what: `“${columnZh}”中时长与普通数字混用：${count} 个单元格（如“${text}”）与其他不同。`,
        why: "无法判断普通数字是秒、分钟还是小时，因此不计分。",
        how: "请统一写法，或在表头注明单位，如“处理时长（秒）”。",
      },
    })[problem],
};
