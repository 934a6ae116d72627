/** Numbers in English words. */
export const ENGLISH = new Map<string, number>([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, k) => [word, k] as [string, number]),
  ..."thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, k) => [word, 30 + 10 * k] as [string, number]),
  ["hundred", 100],
]);
