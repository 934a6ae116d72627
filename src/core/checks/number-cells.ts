import type { CellValue, RawCell } from "../cell/cell";
import type { CellPlace } from "../cell/place";
import { showDuration } from "../text/format";
import type { Localised } from "../text/locale";
import { plural } from "../text/plural";
import type { Fix, MessageText } from "./finding";

/** Facts of a finding about cells that should hold numbers. */
export type NumberCellData = {
  readonly column: string;
  readonly columnZh: string;
  readonly text: string;
  readonly count: number;
  readonly problem: "unreadable" | "typed-as-text";
};

/** The text that such a cell shows, for a message. */
export function shownText(value: CellValue): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "error") return value.code;
  if (value.kind === "duration") return showDuration(value.value);
  return value.kind === "logical" ? String(value.value).toUpperCase() : "";
}

/** Turns texts into the numbers they show. A percentage keeps its format. */
export function turnIntoNumbers(
  kind: Fix["kind"],
  cells: readonly { readonly at: CellPlace; readonly value: number; readonly raw: RawCell }[],
): Fix {
  const many = cells.length > 1;
  return {
    kind,
    label: {
      en: many ? `Turn ${cells.length} cells into numbers` : "Turn it into a number",
      "zh-CN": many ? `把 ${cells.length} 个单元格转为数字` : "转为数字",
    },
    edits: cells.map(({ at, value, raw }) => ({
      ...at,
      value,
      ...(/[%％]/.test(String(raw)) ? { numberFormat: "0.0#%" } : {}),
    })),
  };
}

export const NUMBER_CELL_MESSAGE: Localised<(data: NumberCellData) => MessageText> = {
  en: ({ column, text, count, problem }) =>
    problem === "unreadable"
      ? {
          what: plural(
            count,
            `A cell of “${column}” holds “${text}” where a number belongs.`,
            `${count} cells of “${column}” hold “${text}” and the like where numbers belong.`,
          ),
          why: "It cannot be scored, and it never counts as 0.",
          how: "Type the number, leave the cell empty, or write N/A for data that do not apply.",
        }
      : {
          what: plural(
            count,
            `A number of “${column}” is stored as text: “${text}”.`,
            `${count} numbers of “${column}” are stored as text, such as “${text}”.`,
          ),
          why: "It is read as the number it shows, but Excel's own formulas treat it as text.",
          how: "Turn the text into a number.",
        },
  "zh-CN": ({ columnZh, text, count, problem }) =>
    problem === "unreadable"
      ? {
          what: `“${columnZh}”有 ${count} 个单元格应填数字，却是“${text}”${count === 1 ? "" : "等"}。`,
          why: "它无法计分，也绝不会当作 0。",
          how: "请填写数字，或留空；不适用的数据请写“不适用”。",
        }
      : {
          what: `“${columnZh}”有 ${count} 个数字以文本形式存储，如“${text}”。`,
          why: "我们按其显示的数字读取，但 Excel 自身的公式会把它当作文本。",
          how: "把文本转为数字。",
        },
};
