import { foldName } from "../../cell/cell";
import { closestNameFix } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";
import { plural } from "../../text/plural";

const TWO = [
  { Rubric: "Agent", ...LINEAR },
  { Rubric: "Leader", ...LINEAR },
];

export default defineCheck<{ name: string; count: number; known: string }>()({
  id: "row-belongs-to-rubric",
  dataOnly: true,
  severity: "warning",
  title: { en: "Every row of Metrics belongs to a rubric", "zh-CN": "指标数据的每一行都属于某个考核表" },
  message: {
    en: ({ name, count, known }) => ({
      what:
        name === ""
          ? `${plural(count, "A row", `${count} rows`)} of Metrics ${plural(count, "does", "do")} not say which rubric is meant.`
          : `${plural(count, "A row", `${count} rows`)} of Metrics ${plural(count, "belongs", "belong")} to “${name}”, for which there is no rubric.`,
      why: "These agents are not evaluated.",
      how: `Use one of the rubrics: ${known}; or add the rubric.`,
    }),
    "zh-CN": ({ name, count, known }) => ({
      what:
        name === ""
          ? `指标数据有 ${count} 行没有写明考核表。`
          : `指标数据有 ${count} 行属于“${name}”，但没有这个考核表。`,
      why: "这些人员不会得到评分。",
      how: `请使用已有的考核表：${known}；或增加这个考核表。`,
    }),
  },
  check: ({ metrics, rubricNames: names }, report) => {
    if (!metrics || names.length === 0) return;
    const known = new Set(names.map((name) => foldName(name)));
    if (names.length === 1) known.add("");
    const { codes, texts } = metrics.coded("rubric");
    const strays = new Map<string, { name: string; rows: number[] }>();
    const ofCode = texts.map((name) => {
      const key = foldName(name);
      if (known.has(key)) return undefined;
      const group = strays.get(key) ?? { name, rows: [] };
      strays.set(key, group);
      return group;
    });
    const { anonymous } = metrics;
    for (let row = 0; row < metrics.rowCount; row += 1) if (!anonymous.has(row)) ofCode[codes[row]!]?.rows.push(row);
    const column = metrics.identity.rubric ?? metrics.identity.agentId!;
    for (const { name, rows } of strays.values()) {
      if (rows.length === 0) continue;
      const places = rows.map((row) => metrics.placeAt(row, column));
      report(
        places[0],
        { name, count: rows.length, known: names.join(", ") },
        {
          related: places.slice(1, 20),
          ...(metrics.identity.rubric === undefined ? {} : closestNameFix(name, names, places)),
        },
      );
    }
  },
  valid: [
    exampleOf([LINEAR]),
    exampleOf(TWO, { Metrics: [{ "Agent ID": "1", Role: "agent", Period: "2026-10", Test: 75 }] }),
  ],
  invalid: [
    {
      tables: exampleOf(TWO, { Metrics: [{ "Agent ID": "1", Role: "Agnet", Period: "2026-10", Test: 75 }] }),
      at: ["Metrics!B2"],
    },
    { tables: exampleOf(TWO, { Metrics: [{ "Agent ID": "1", Period: "2026-10", Test: 75 }] }), at: ["Metrics!A2"] },
  ],
});
