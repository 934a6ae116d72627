/**
 * A function of one object that is worked out once for each and kept as long as that object lives: what many checks ask of the same indicator
 * or workbook.
 */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    let kept = made.get(key);
    if (!kept) made.set(key, (kept = { result: make(key) }));
    return kept.result;
  };
}
