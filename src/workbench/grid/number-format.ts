import { DEFAULT_LOCALE, helpers } from "@odoo/o-spreadsheet";

/**
 * Number formats in Excel's words and in the grid's. Most are the same; `General` is none, and what the grid cannot show
 * gets a near relative. The relative carries invisible marks, so that the Excel format of a cell comes back unharmed.
 */
export interface NumberFormats {
  /** undefined: no format of its own. */
  toGrid(excel: string): string | undefined;
  toExcel(grid: string | undefined): string;
  /** A cell of this format takes everything but a formula as text. */
  isText(grid: string | undefined): boolean;
}

const MARK = "\u200b";

/** The grid has it too, but shows in such cells the apostrophe that keeps a text from being read as something else. */
const TEXT_FORMAT = "@";

export function numberFormats(): NumberFormats {
  const gridOf = new Map<string, string>();
  const excelOf = new Map<string, string>();

  function toGrid(excel: string): string | undefined {
    if (excel === "" || /^general$/i.test(excel)) return undefined;
    const known = gridOf.get(excel);
    if (known !== undefined) return known;
    const grid = isShowable(excel) ? excel : markedRelative(excel);
    gridOf.set(excel, grid);
    if (grid !== excel) excelOf.set(grid, excel);
    return grid;
  }

  /** One more mark for every format that needs one: two Excel formats never share a relative. */
  function markedRelative(excel: string): string {
    return `${relativeOf(excel)}"${MARK.repeat(excelOf.size + 1)}"`;
  }

  const toExcel = (grid: string | undefined) =>
    grid === undefined || grid === "" ? "General" : (excelOf.get(grid) ?? grid);
  return { toGrid, toExcel, isText: (grid) => toExcel(grid) === TEXT_FORMAT };
}

function isShowable(format: string): boolean {
  if (format === TEXT_FORMAT) return false;
  try {
    helpers.formatValue(1234.5, { format, locale: DEFAULT_LOCALE });
    helpers.formatValue(-1234.5, { format, locale: DEFAULT_LOCALE });
    return true;
  } catch {
    // The only way the grid has of saying that it does not know a format.
    return false;
  }
}

function relativeOf(excel: string): string {
  if (excel === TEXT_FORMAT) return "0.##########";
  const bare = excel.replace(/"[^"]*"|\\./g, "").replace(/\[[^\]]*\]/g, "");
  if (/[yd]/i.test(bare)) return /[hs]/i.test(bare) ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
  if (/[hs]/i.test(bare)) return "hh:mm:ss";
  const positive = bare.split(";")[0] ?? "";
  const decimals = /\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
  const whole = positive.includes(",") ? "#,##0" : "0";
  return `${whole}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${positive.includes("%") ? "%" : ""}`;
}
