import { DEFAULT_LOCALE, helpers } from "@odoo/o-spreadsheet";

/**
 * Number formats in Excel's words and in the grid's. Most are the same; `General` is none, and what the grid cannot show
 * gets a near relative. The relative carries invisible marks, so that the Excel format of a cell comes back unharmed.
 */
export interface NumberFormats {
  /** undefined: no format of its own. */
  toGrid(excel: string): string | undefined;
  toExcel(grid: string | undefined): string;
}

const MARK = "\u200b";

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

  return {
    toGrid,
    toExcel: (grid) => (grid === undefined || grid === "" ? "General" : (excelOf.get(grid) ?? grid)),
  };
}

function isShowable(format: string): boolean {
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
  const bare = excel.replace(/"[^"]*"|\\./g, "").replace(/\[[^\]]*\]/g, "");
  if (/[yd]/i.test(bare)) return /[hs]/i.test(bare) ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
  if (/[hs]/i.test(bare)) return "hh:mm:ss";
  const positive = bare.split(";")[0] ?? "";
  const decimals = /\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
  const whole = positive.includes(",") ? "#,##0" : "0";
  return `${whole}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${positive.includes("%") ? "%" : ""}`;
}
