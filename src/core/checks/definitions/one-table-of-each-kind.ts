import { foldName } from "../../cell/cell";
import type { TableKind } from "../../book/find-tables";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

const KINDS: Readonly<Record<TableKind, { readonly en: string; readonly zh: string }>> = {
  rubric: { en: "Rubric", zh: "评分标准" },
  scales: { en: "Scales", zh: "等级表" },
  metrics: { en: "Metrics", zh: "指标数据" },
  settings: { en: "Settings", zh: "设置" },
  ledger: { en: "Ledger", zh: "奖惩台账" },
  ratings: { en: "Ratings", zh: "评价" },
  baseline: { en: "Baseline", zh: "同岗位基准" },
};

const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other);

const METRICS = exampleOf([LINEAR]).Metrics!;

export default defineCheck<{ kind: TableKind; table: string; chosen: string }>()({
  id: "one-table-of-each-kind",
  severity: "warning",
  title: { en: "There is one table of each kind", "zh-CN": "每类表格只有一个" },
  message: {
    en: ({ kind, table, chosen }) => ({
      what: `The table “${table}” looks like ${KINDS[kind].en.toLowerCase()}, too, but “${chosen}” is read.`,
      why: "What stands in it is not scored.",
      how: isSameName(table, chosen)
        ? "Both have the same name, in another width or case. Move the rows into one table, and give the other one another name or delete it."
        : `Move its rows into “${chosen}”, or give the table that is meant the name ${KINDS[kind].en}.`,
    }),
    "zh-CN": ({ kind, table, chosen }) => ({
      what: `表格“${table}”看起来也是${KINDS[kind].zh}，但读取的是“${chosen}”。`,
      why: "其中的内容不会参与计分。",
      how: isSameName(table, chosen)
        ? "两者名称相同，只是全角半角或大小写不同。请把数据并入一个表格，另一个改名或删除。"
        : `把它的行移到“${chosen}”中，或把要用的表格命名为“${KINDS[kind].zh}”。`,
    }),
  },
  check: ({ tables }, report) => {
    for (const { kind, source, chosen } of tables.passedOver) {
      const { sheet, row, column, name } = source;
      report({ sheet, row, column }, { kind, table: name, chosen: chosen.name });
    }
  },
  valid: [exampleOf([LINEAR])],
  invalid: [{ tables: { ...exampleOf([LINEAR]), More: METRICS }, at: ["More!A1"] }],
});
