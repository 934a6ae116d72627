import { foldName } from "../../cell/cell";
import { cellIn, isEmptyRow, textIn } from "../../cell/table";
import { closestNames } from "../closest-name";
import { defineCheck } from "../check";
import { exampleOf, LINEAR } from "../examples";

type Problem = "twice" | "section";

export default defineCheck<{ setting: string; problem: Problem; sections: string }>()({
  id: "setting-stated-once",
  severity: "error",
  title: { en: "A setting is stated once, for a section that there is", "zh-CN": "每项设置只写一次，所指维度存在" },
  message: {
    en: ({ setting, problem, sections }) =>
      problem === "twice"
        ? {
            what: `The setting “${setting}” is stated twice with different values.`,
            why: "Only the last one would hold, without anybody noticing.",
            how: "Delete the row that does not hold, or name a rubric in one of the two.",
          }
        : {
            what: `The setting “${setting}” names a section that no rubric has.`,
            why: "It would change nothing, and the section that is meant would go without.",
            how: `Write one of the sections: ${sections || "none is stated"}.`,
          },
    "zh-CN": ({ setting, problem, sections }) =>
      problem === "twice"
        ? {
            what: `设置“${setting}”写了两次，且值不同。`,
            why: "只有最后一个生效，而不会有人察觉。",
            how: "删除不应生效的一行，或在其中一行写明考核表。",
          }
        : {
            what: `设置“${setting}”所指的维度不在任何考核表中。`,
            why: "它不会起任何作用，真正要设的维度也没有设上。",
            how: `可填写的维度：${sections || "尚未写明"}。`,
          },
  },
  check: ({ tables, settings, rubrics, rubricNames }, report) => {
    const table = tables.settings;
    if (!table) return;
    const first = new Map<string, number>();
    for (let row = 0; row < table.rowCount; row += 1) {
      const name = textIn(table, row, "setting");
      if (isEmptyRow(table.source, row) || name === "") continue;
      const key = `${foldName(name)}\n${foldName(textIn(table, row, "rubric"))}`;
      const earlier = first.get(key);
      const value = (of: number): string => foldName(textIn(table, of, "value"));
      if (earlier === undefined) first.set(key, row);
      else if (value(earlier) !== value(row)) {
        const at = cellIn(table, row, "setting")!.at;
        const related = [cellIn(table, earlier, "setting")!.at];
        report(at, { setting: name, problem: "twice", sections: "" }, { related });
      }
    }
    // Contents narrowed to one rubric do not show the sections of the others.
    if (rubrics.length < rubricNames.length) return;
    const known = rubrics.flatMap(({ sections }) => sections.map(({ name }) => name)).filter((name) => name !== "");
    const names = new Set(known.map(foldName));
    for (const { section, cell } of settings.sections) {
      if (names.has(section)) continue;
      const text = String(cell.raw);
      const stem = text.slice(0, text.search(/[:：]/u) + 1);
      report(
        cell.at,
        { setting: text, problem: "section", sections: [...new Set(known)].join(", ") },
        {
          fixes: closestNames(section, known).map((name) => ({
            kind: "suggestion",
            label: { en: `Use “${name}”`, "zh-CN": `改为“${name}”` },
            edits: [{ ...cell.at, value: `${stem} ${name}` }],
          })),
        },
      );
    }
  },
  valid: [
    exampleOf([{ Section: "Tests", ...LINEAR }], {
      Settings: [
        { Setting: "Section lowest: tests", Value: 10 },
        { Setting: "Decimals", Value: 1 },
        { Setting: "Decimals", Value: 1 },
      ],
    }),
  ],
  invalid: [
    {
      tables: exampleOf([LINEAR], {
        Settings: [
          { Setting: "Decimals", Value: 1 },
          { Setting: "decimals", Value: 2 },
        ],
      }),
      at: ["Settings!A3"],
    },
    {
      tables: exampleOf([{ Section: "Tests", ...LINEAR }], {
        Settings: [{ Setting: "Section lowest: Test", Value: 10 }],
      }),
      at: ["Settings!A2"],
    },
  ],
});
