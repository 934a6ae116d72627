import { foldName } from "../cell/cell";

/** Families of grades, each from the best to the worst. Labels of one place in a family are alike. */
const FAMILIES: readonly (readonly (readonly string[])[])[] = [
  [["s"], ["a"], ["b"], ["c"], ["d"], ["e"], ["f"]],
  [
    ["优", "优秀"],
    ["良", "良好"],
    ["中", "中等", "一般"],
    ["合格", "及格", "达标"],
    ["差", "不合格", "不及格", "较差"],
  ],
  [["甲"], ["乙"], ["丙"], ["丁"]],
  [
    ["outstanding"],
    ["excellent"],
    ["verygood"],
    ["good"],
    ["satisfactory", "average", "fair", "pass"],
    ["poor", "unsatisfactory", "fail", "failed"],
  ],
];

const PLACES: ReadonlyMap<string, readonly [family: number, place: number]> = new Map(
  FAMILIES.flatMap((family, index) =>
    family.flatMap((labels, place) => labels.map((label) => [label, [index, place]] as const)),
  ),
);

/** The sign behind a letter, as in B+ and B-, in thirds of a grade. */
const SIGNS: Readonly<Record<string, number>> = { "+": -1 / 3, "-": 1 / 3 };

/**
 * The family of a grade and its place from the best on; undefined for labels whose worth their names do not tell.
 *
 * @example placeOfGrade("B+") // { family: 0, place: 1.67 }
 */
export function placeOfGrade(grade: string): { readonly family: number; readonly place: number } | undefined {
  const folded = foldName(grade)
    .replace(/[−–—]/gu, "-")
    .replace(/[级等]$/u, "");
  const sign = SIGNS[folded.slice(-1)] ?? 0;
  const found = PLACES.get(sign === 0 ? folded : folded.slice(0, -1)) ?? PLACES.get(foldName(grade));
  return found && { family: found[0], place: found[1] + sign };
}
