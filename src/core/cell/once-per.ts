/**
 * What is worked out once and kept: the only place of `src` with this pattern. What was thrown is not kept, `undefined` is.
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
 * A function of one object that is worked out once for each and kept as long as that object lives: what many checks ask of the same indicator
 * or workbook, or a reader has read of a column. For a function of two things one such function gives another.
 */
export const oncePer = <K extends object, T>(make: (key: K) => T): ((key: K) => T) => keptIn(new WeakMap(), make);

/** A function of a name or number that is worked out once for each and kept as long as the function lives. */
export const oncePerName = <K extends string | number, T>(make: (name: K) => T): ((name: K) => T) =>
  keptIn(new Map<K, Kept<T>>(), make);

/**
 * A function of an object and of what else it is worked out from. For each object the last result is kept, as long as it is asked for with
 * the very same rest: a rubric is compiled again only when its scales or settings are others.
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

/** A value that is worked out when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let kept: Kept<T> | undefined;
  return () => (kept ??= { result: make() }).result;
}
