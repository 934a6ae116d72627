import { cellOf } from "../../cell/packed";
import type { RawCell } from "../../cell/cell";
import { cellText, foldName } from "../../cell/cell";
import type { ReadTable, ColumnSpecs } from "../../cell/table";
import { RUBRIC_COLUMNS, SCALE_COLUMNS, SETTING_COLUMNS } from "../../rubric/columns";
import { LEDGER_COLUMNS, METRICS_COLUMNS, RATING_COLUMNS } from "../../metrics/headers";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { SAMPLE_SUFFIXES } from "../../metrics/sample-column";
import type { CheckSubject } from "../subject";
import { labelUses } from "../used-scales";

interface Repeated {
  /** Columns with the same meaning; the one that is read comes first. */
  readonly columns: readonly number[];
}

/** Columns of a table with the same meaning. Columns outside the contract count only if something reads them. */
function repeatedIn<Id extends string>(
  { source, columns }: ReadTable<Id>,
  specs: ColumnSpecs<Id>,
  isRead: (folded: string) => boolean,
): readonly Repeated[] {
  const meaning = new Map<string, string>();
  for (const id of Object.keys(specs) as Id[]) {
    // A column may stand beside another of its names: Role beside Rubric.
    for (const names of Object.values(specs[id].names)) meaning.set(foldName(names[0]!), id);
    // Its other names count where one of them stands twice.
    for (const name of Object.values(specs[id].names).flatMap((names) => names.slice(1)))
      meaning.set(foldName(name), `\n${foldName(name)}`);
  }
  const groups = new Map<string, number[]>();
  (source.values.at(0) ?? []).forEach((raw, column) => {
    const folded = foldName(cellText(raw));
    const key = meaning.get(folded) ?? (folded !== "" && isRead(folded) ? `\n${folded}` : undefined);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  });
  return [...groups].flatMap(([key, found]) => {
    const read = columns[key as Id] ?? found[0]!;
    return found.length > 1 ? [{ columns: [read, ...found.filter((column) => column !== read)] }] : [];
  });
}

/** Headers that are read: metrics of indicators, and items of checklists. */
function readHeaders(subject: CheckSubject): ReadonlySet<string> {
  const metrics = subject.rubrics.flatMap(({ indicators }) => indicators.map(({ metric }) => foldName(metric)));
  const items = labelUses(subject).filter(({ as }) => as === "items");
  return new Set([
    ...metrics,
    ...metrics.flatMap((metric) => SAMPLE_SUFFIXES.map((suffix) => foldName(`${metric}${suffix}`))),
    ...items.flatMap(({ scale }) => scale.intervals.map(({ grade }) => foldName(grade))),
  ]);
}

export default defineCheck<{ table: string; header: string; other: string }>()({
  id: "no-duplicate-header",
  severity: "warning",
  title: { en: "No two columns of a table mean the same", "zh-CN": "同一表格没有含义相同的两列" },
  message: {
    en: ({ table, header, other }) => ({
      what:
        header === other
          ? `The table “${table}” has two columns “${header}”.`
          : `The table “${table}” has two columns that mean the same: “${other}” and “${header}”.`,
      why: "Only the first of them is read; what stands in the other one is passed over.",
      how: "Rename or delete the column that is not meant.",
    }),
    "zh-CN": ({ table, header, other }) => ({
      what:
        header === other
          ? `表格“${table}”有两列“${header}”。`
          : `表格“${table}”有两列含义相同：“${other}”和“${header}”。`,
      why: "只读取前一列，后一列的内容不会参与计分。",
      how: "给不需要的一列改名，或删除它。",
    }),
  },
  check: (subject, report) => {
    const { tables } = subject;
    const none = (): boolean => false;
    const read = readHeaders(subject);
    const found = [
      { table: tables.rubric, repeated: tables.rubric ? repeatedIn(tables.rubric, RUBRIC_COLUMNS, none) : [] },
      { table: tables.scales, repeated: tables.scales ? repeatedIn(tables.scales, SCALE_COLUMNS, none) : [] },
      { table: tables.settings, repeated: tables.settings ? repeatedIn(tables.settings, SETTING_COLUMNS, none) : [] },
      { table: tables.ledger, repeated: tables.ledger ? repeatedIn(tables.ledger, LEDGER_COLUMNS, none) : [] },
      { table: tables.ratings, repeated: tables.ratings ? repeatedIn(tables.ratings, RATING_COLUMNS, none) : [] },
      {
        table: tables.metrics,
        repeated: tables.metrics ? repeatedIn(tables.metrics, METRICS_COLUMNS, (folded) => read.has(folded)) : [],
      },
    ];
    for (const { table, repeated } of found) {
      for (const { columns } of repeated) {
        const { source } = table!;
        const [first, ...others] = columns;
        const headerOf = (column: number): string => cellText(cellOf(source.values, 0, column));
        const at = (column: number) => ({ sheet: source.sheet, row: source.row, column: source.column + column });
        for (const column of others)
          report(
            at(column),
            { table: source.name, header: headerOf(column), other: headerOf(first!) },
            { related: [at(first!)] },
          );
      }
    }
  },
  valid: [
    exampleOf([LINEAR]),
    withMetrics(["Agent ID", "Period", "Test", "Note", "Note"], ["1", "2026-10", 75, "", ""]),
  ],
  invalid: [
    {
      tables: withMetrics(
        ["Agent ID", "Role", "ｒｏｌｅ", "Period", "Test", "Test n", "test n"],
        ["1", "Rubric", "Other", "2026-10", 75, 900, 10],
      ),
      at: ["Metrics!C1", "Metrics!G1"],
    },
    { tables: withMetrics(["Agent ID", "Period", "Test", "ＴＥＳＴ"], ["1", "2026-10", 75, 80]), at: ["Metrics!D1"] },
    { tables: withMetrics(["Agent ID", "工号", "Period", "Test"], ["1", "2", "2026-10", 75]), at: ["Metrics!B1"] },
    {
      tables: {
        ...exampleOf([LINEAR]),
        Rubric: exampleOf([LINEAR]).Rubric.map((row, index) => [...row, index === 0 ? "分值" : 40]),
      },
      at: ["Rubric!G1"],
    },
  ],
});

function withMetrics(...Metrics: readonly (readonly RawCell[])[]) {
  return { ...exampleOf([LINEAR]), Metrics };
}
