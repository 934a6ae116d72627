/**
 * A number as a cell shows it, for the plain formats that the tests use: General, fixed decimals, thousands, per cent.
 * The workbench shows cells by its grid; anything more elaborate comes out as General here.
 */
export function formatNumber(value: number, format: string): string {
  const match = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (!match) return general(value);
  const [, thousands, decimals = "", percent] = match;
  const text = (percent ? value * 100 : value).toFixed(decimals.length);
  const [whole = "", fraction] = text.split(".");
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${percent ?? ""}`;
}

function general(value: number): string {
  return String(Number(value.toPrecision(11))).replace("e", "E");
}
