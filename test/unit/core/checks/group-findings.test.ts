import type { Finding, Fix, Severity } from "../../../../src/core/checks/finding";
import { MOST_EDITS } from "../../../../src/core/checks/finding";
import { groupFindings, mendOfGroup } from "../../../../src/core/checks/group-findings";

const words = { what: "Wrong.", why: "So.", how: "Mend it." };

interface Told {
  readonly code?: string;
  readonly column?: number;
  readonly sheet?: string;
  readonly severity?: Severity;
  readonly problem?: string;
  readonly fixes?: (row: number) => readonly Fix[];
}

const mend = (row: number, kind: Fix["kind"] = "safe", name = "Mend"): Fix => ({
  kind,
  label: { en: name, "zh-CN": name },
  edits: [{ sheet: "S", row, column: 1, value: row }],
});

const told = (count: number, { fixes = (row) => [mend(row)], problem = "", ...one }: Told = {}): readonly Finding[] =>
  Array.from({ length: count }, (_, row) => ({
    code: one.code ?? "known-method",
    severity: one.severity ?? "error",
    text: { en: words, "zh-CN": words },
    at: { sheet: one.sheet ?? "S", row, column: one.column ?? 1 },
    related: [],
    fixes: fixes(row),
    data: { problem },
  }));

test.each<[title: string, findings: readonly Finding[], sizes: readonly number[]]>([
  ["two alike stay", told(2), [1, 1]],
  ["three are one", told(3), [3]],
  ["of two columns", [...told(3), ...told(3, { column: 2 })], [3, 3]],
  ["of two sheets", [...told(3), ...told(3, { sheet: "T" })], [3, 3]],
  ["of two checks", [...told(3), ...told(3, { code: "points-stated" })], [3, 3]],
  ["of two levels", [...told(3), ...told(3, { severity: "info" })], [3, 3]],
  ["of two problems", [...told(3), ...told(3, { problem: "other" })], [3, 3]],
  ["a group stands where its first stood", [...told(1, { column: 2 }), ...told(26)], [1, 26]],
])("%s", (_title, findings, sizes) => {
  const groups = groupFindings(findings);
  expect(groups.map((group) => group.findings.length)).toEqual(sizes);
  expect(groups.flatMap((group) => group.findings)).toEqual(findings);
});

test.each<[title: string, count: number, fixes: NonNullable<Told["fixes"]>, found: readonly unknown[]]>([
  ["safe ones", 3, (row) => [mend(row)], ["safe", "Mend (all 3)", 3]],
  ["suggestions", 3, (row) => [mend(row, "suggestion")], ["suggestion", "Mend (all 3)", 3]],
  [
    "each by another name",
    3,
    (row) => [mend(row, "suggestion", `Use ${row}`)],
    ["suggestion", "Mend all 3 of them", 3],
  ],
  [
    "a choice for one",
    3,
    (row) => (row === 1 ? [mend(row), mend(row)] : [mend(row)]),
    [undefined, undefined, undefined],
  ],
  ["none for one", 3, (row) => (row === 1 ? [] : [mend(row)]), [undefined, undefined, undefined]],
  ["too many", MOST_EDITS + 1, (row) => [mend(row)], [undefined, undefined, undefined]],
])("a mend for all: %s", (_title, count, fixes, found) => {
  const fix = mendOfGroup(groupFindings(told(count, { fixes }))[0]!);
  expect([fix?.kind, fix?.label.en, fix?.edits.length]).toEqual(found);
});
