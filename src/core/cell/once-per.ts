/**
 * A function of one object that is worked out once for each and kept as long as that object lives: what many checks ask of the same indicator
 * or workbook, or a reader has read of a column.
 */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    let kept = made.get(key);
    if (!kept) made.set(key, (kept = { result: make(key) }));
    return kept.result;
  };
}

/** A function of a name that is worked out once for each and kept as long as the function lives. */
export function oncePerName<K extends string, T>(make: (name: K) => T): (name: K) => T {
  const made = new Map<K, { readonly result: T }>();
  return (name) => {
    let kept = made.get(name);
    if (!kept) made.set(name, (kept = { result: make(name) }));
    return kept.result;
  };
}
