/**
 * A number as a cell shows it, for the plain formats that the tests use: General, fixed decimals, thousands, per cent.
 * The workbench shows cells by its grid; anything more elaborate comes out as General here.
 */
export function formatNumber(value: number, format: string): string {
  const match = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (!match) return String(Number(value.toPrecision(11))).replace("e", "E");
  const [, thousands, decimals = "", percent] = match;
  return new Intl.NumberFormat("en-US", {
    style: percent ? "percent" : "decimal",
    useGrouping: thousands !== undefined,
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  }).format(value);
}
