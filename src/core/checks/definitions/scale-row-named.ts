import { cellIn, isEmptyRow, textIn } from "../../cell/table";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import { plural } from "../../text/plural";

const SCALED = { Indicator: "Test", Points: 100, Method: "bands", Scale: "Steps" };

export default defineCheck<{ name: string; count: number }>()({
  id: "scale-row-named",
  severity: "error",
  title: { en: "Every row of Scales names its scale", "zh-CN": "等级表的每一行都写明所属等级表" },
  message: {
    en: ({ name, count }) => ({
      what:
        name === ""
          ? `${plural(count, "A row", `${count} rows`)} of Scales ${plural(count, "names", "name")} no scale, and no row above does.`
          : `${plural(count, "A row", `${count} rows`)} of Scales ${plural(count, "names", "name")} no scale; read as “${name}”, like the row above.`,
      why: "When the table is sorted or filtered, the row would belong to something else, or to nothing.",
      how: name === "" ? "Write the name of the scale." : `Write “${name}” into the cell, or the scale that is meant.`,
    }),
    "zh-CN": ({ name, count }) => ({
      what:
        name === ""
          ? `等级表有 ${count} 行没有写名称，上方也没有。`
          : `等级表有 ${count} 行没有写名称；按上一行读作“${name}”。`,
      why: "表格一旦排序或筛选，这一行就会归到别处，或不属于任何等级表。",
      how: name === "" ? "填写等级表名称。" : `在单元格中填写“${name}”，或填写正确的名称。`,
    }),
  },
  check: ({ tables: { scales: scaleTable } }, report) => {
    if (!scaleTable) return;
    let above = "";
    const groups: { name: string; rows: number[] }[] = [];
    for (let row = 0; row < scaleTable.rowCount; row += 1) {
      if (isEmptyRow(scaleTable.source, row)) continue;
      const stated = textIn(scaleTable, row, "scale");
      if (stated !== "") above = stated;
      else if (groups[groups.length - 1]?.name === above && groups.length > 0)
        groups[groups.length - 1]!.rows.push(row);
      else groups.push({ name: above, rows: [row] });
    }
    for (const { name, rows } of groups) {
      const places = rows.map((row) => cellIn(scaleTable, row, "scale")!.at);
      const label = { en: `Write “${name}”`, "zh-CN": `填写“${name}”` };
      report(
        places[0],
        { name, count: rows.length },
        {
          related: places.slice(1, 20),
          ...(name === "" ? {} : { fix: { kind: "safe", label, edits: places.map((at) => ({ ...at, value: name })) } }),
        },
      );
    }
  },
  valid: [exampleOf([SCALED], { Scales: [{ Scale: "Steps", From: 0, Share: 1 }] })],
  invalid: [
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "Steps", From: "", Share: 0 },
          { Scale: "", From: 60, Share: 0.6 },
          { Scale: "", From: 90, Share: 1 },
        ],
      }),
      at: ["Scales!A3"],
    },
    {
      tables: exampleOf([SCALED], {
        Scales: [
          { Scale: "", From: "", Share: 0 },
          { Scale: "Steps", From: 0, Share: 1 },
        ],
      }),
      at: ["Scales!A2"],
    },
  ],
});
