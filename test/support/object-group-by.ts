/** o-spreadsheet takes it from the browser. Node has it from version 21 on. */
const groupBy = <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey): Record<PropertyKey, T[]> => {
  const groups = Object.create(null) as Record<PropertyKey, T[]>;
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
};

if (!("groupBy" in Object)) Object.assign(Object, { groupBy });
