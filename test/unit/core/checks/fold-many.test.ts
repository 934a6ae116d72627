import type { CellEdit } from "../../../../src/core/cell/edit";
import type { Finding, Fix } from "../../../../src/core/checks/finding";
import { FIRST_CELLS, MOST_EDITS } from "../../../../src/core/checks/finding";
import { foldMany } from "../../../../src/core/checks/fold-many";

const label = { en: "Mend", "zh-CN": "修正" };
const words = { what: "Wrong.", why: "So.", how: "Mend it." };

interface Told {
  readonly column?: number;
  readonly sheet?: string;
  readonly severity?: Finding["severity"];
  readonly nowhere?: boolean;
  readonly fixes?: (edits: readonly CellEdit[]) => readonly Fix[];
}
const safe = (edits: readonly CellEdit[]): readonly Fix[] => [{ kind: "safe", label, edits }];

const told = (count: number, { column = 3, sheet = "S", severity = "error", nowhere, fixes = safe }: Told = {}) =>
  Array.from({ length: count }, (_, row): Finding => {
    const at = { sheet, row, column };
    return {
      code: "metric-is-number",
      severity,
      text: { en: words, "zh-CN": words },
      at: nowhere ? undefined : at,
      related: [],
      fixes: fixes([{ ...at, value: row }]),
      data: { row },
    };
  });

test.each<[title: string, findings: readonly Finding[], lengths: readonly (number | undefined)[]]>([
  ["fifty alike stay as they are", told(50), new Array(50).fill(undefined)],
  ["one more is told once", told(51), [51]],
  ["columns are told apart", [...told(51), ...told(51, { column: 4 })], [51, 51]],
  ["sheets are told apart", [...told(51), ...told(51, { sheet: "T" })], [51, 51]],
  ["severities are told apart", [...told(51), ...told(51, { severity: "warning" })], [51, 51]],
  ["few beside many stay", [...told(60), ...told(2, { column: 4 })], [60, undefined, undefined]],
  ["none of two columns is many", [...told(30), ...told(30, { column: 4 })], new Array(60).fill(undefined)],
  ["without a place", told(51, { nowhere: true }), [51]],
])("%s", (_title, findings, cells) => {
  expect(foldMany(findings).map(({ data }) => data["cells"])).toEqual(cells);
});

test("what is told once counts the others, points at the first of them, and mends all", () => {
  const [one] = foldMany(told(51));
  expect(one!.text.en.what).toBe("Wrong. The same holds for 50 more cells of this column.");
  expect(one!.text["zh-CN"].what).toContain("另有 50 个");
  expect([one!.at?.row, one!.related.map(({ row }) => row)]).toEqual([
    0,
    Array.from({ length: FIRST_CELLS - 1 }, (_, k) => k + 1),
  ]);
  expect(one!.fixes.map(({ kind, edits }) => [kind, edits.map(({ value }) => value)])).toEqual([
    ["safe", Array.from({ length: 51 }, (_, k) => k)],
  ]);
});

test.each<[title: string, count: number, fixes: NonNullable<Told["fixes"]>, edits: number | undefined]>([
  ["one safe mend each", 51, safe, 51],
  ["as many as one mend may have", MOST_EDITS, safe, MOST_EDITS],
  ["one more", MOST_EDITS + 1, safe, undefined],
  ["a choice each", 51, (edits) => [...safe(edits), ...safe(edits)], undefined],
  ["a suggestion each", 51, (edits) => [{ kind: "suggestion", label, edits }], undefined],
  ["no mend for some", 51, (edits) => (edits[0]!.row === 40 ? [] : safe(edits)), undefined],
])("mends of many: %s", (_title, count, fixes, edits) => {
  const [one] = foldMany(told(count, { fixes }));
  expect(one!.fixes[0]?.edits.length).toBe(edits);
});
