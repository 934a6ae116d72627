/**
 * The name itself, or with the first number after it from 2 on that makes it one nobody has. Upper and lower case are the same, as in
 * Excel; the result is no longer than `most` characters.
 */
export function freeName(wanted: string, taken: Iterable<string>, { between = "", most = 255 } = {}): string {
  const known = new Set([...taken].map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `${between}${number}`;
    const name = wanted.slice(0, most - end.length) + end;
    if (!known.has(name.toLowerCase())) return name;
  }
}
