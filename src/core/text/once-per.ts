/**
 * A value that is computed once and kept. `undefined` is kept, too; a computation that threw is not.
 */

interface Kept<T> {
  readonly result: T;
}

interface Store<K, T> {
  get(key: K): Kept<T> | undefined;
  set(key: K, kept: Kept<T>): unknown;
}

const keptIn =
  <K, T>(store: Store<K, T>, make: (key: K) => T) =>
  (key: K): T => {
    let kept = store.get(key);
    if (!kept) store.set(key, (kept = { result: make(key) }));
    return kept.result;
  };

/**
 * A function of one object, computed once per object and kept as long as the object lives. Many checks ask the same
 * question about one indicator or workbook, and readers ask again for the same column. For two arguments, let such a
 * function return another one.
 */
export const oncePer = <K extends object, T>(make: (key: K) => T): ((key: K) => T) => keptIn(new WeakMap(), make);

/** A function of a name or number, computed once for each and kept as long as the function lives. */
export const oncePerName = <K extends string | number, T>(make: (name: K) => T): ((name: K) => T) =>
  keptIn(new Map<K, Kept<T>>(), make);

/**
 * A function of an object and further inputs. For each object it keeps the last result, as long as the further inputs
 * are identical. So a rubric is compiled again only when its scales or settings change.
 */
export function latestPer<K extends object, Rest extends readonly unknown[], T>(
  make: (key: K, ...rest: Rest) => T,
): (key: K, ...rest: Rest) => T {
  const made = new WeakMap<K, Kept<T> & { readonly rest: Rest }>();
  return (key, ...rest) => {
    let kept = made.get(key);
    if (!kept || kept.rest.some((each, at) => each !== rest[at]))
      made.set(key, (kept = { result: make(key, ...rest), rest }));
    return kept.result;
  };
}

/** A value that is computed when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let kept: Kept<T> | undefined;
  return () => (kept ??= { result: make() }).result;
}
