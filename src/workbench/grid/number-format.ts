import { DEFAULT_LOCALE, helpers } from "@odoo/o-spreadsheet";

/**
 * Translates number formats between Excel and the grid. Most are the same. `General` is none. A format that the grid cannot show gets a
 * similar one with invisible marks, so that the cell's Excel format comes back unharmed.
 */
export interface NumberFormats {
  /** undefined: no format of its own. */
  toGrid(excel: string): string | undefined;
  toExcel(grid: string | undefined): string;
  /** A cell of this format takes everything but a formula as text. */
  isText(grid: string | undefined): boolean;
}

const MARK = "\u200b";

/** The grid has this format too, but its cells then show the apostrophe that protects a text. */
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

  /** Adds one more mark for every such format, so that two Excel formats never share a similar one. */
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
    // The grid reports an unknown format only by throwing.
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
