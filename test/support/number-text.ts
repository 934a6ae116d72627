/** Making a formatter takes longer than formatting a thousand numbers. */
const formatters = new Map<string, Intl.NumberFormat>();

/**
 * A number as a cell shows it, for the plain formats of the tests: General, fixed decimals, thousands, per cent. The workbench formats by
 * its grid instead; other formats come out as General here.
 */
export function formatNumber(value: number, format: string): string {
  const match = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (!match) return String(Number(value.toPrecision(11))).replace("e", "E");
  const [, thousands, decimals = "", percent] = match;
  let formatter = formatters.get(format);
  if (!formatter) {
    formatter = new Intl.NumberFormat("en-US", {
      style: percent ? "percent" : "decimal",
      useGrouping: thousands !== undefined,
      minimumFractionDigits: decimals.length,
      maximumFractionDigits: decimals.length,
    });
    formatters.set(format, formatter);
  }
  return formatter.format(value);
}
