/** A number in plain digits, without an exponent, so that reading it gives exactly the same number. */
export function plain(value: number): string {
  const text = String(Math.abs(value));
  const sign = value < 0 ? "-" : "";
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (!match) throw new RangeError(`${value} cannot be written in plain digits`);
  const [, whole = "", fraction = "", exponent = "0"] = match;
  return sign + shift(whole, fraction, Number(exponent));
}

/** A fraction as a percentage: 0.982 is `98.2%`. The point moves in the text, so that no digit changes. */
export function percent(value: number): string {
  const [whole = "", fraction = ""] = plain(Math.abs(value)).split(".");
  return `${value < 0 ? "-" : ""}${shift(whole, fraction, 2)}%`;
}

function shift(whole: string, fraction: string, by: number): string {
  const digits = whole + fraction;
  const point = whole.length + by;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(1, point);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const right = padded.slice(at).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}
