/**
 * The wanted name, or the wanted name with the first free number from 2 on. Case does not matter, as in Excel. The
 * result has at most `most` characters.
 */
export function freeName(wanted: string, taken: Iterable<string>, { between = "", most = 255 } = {}): string {
  const known = new Set([...taken].map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `${between}${number}`;
    const name = wanted.slice(0, most - end.length) + end;
    if (!known.has(name.toLowerCase())) return name;
  }
}
