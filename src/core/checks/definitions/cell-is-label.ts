import { KIND } from "../../metrics/reading";
import { RUBRIC_COLUMNS } from "../../rubric/columns";
import type { Indicator } from "../../rubric/rubric";
import { readItem } from "../../scoring/compile/checklist-scale";
import { createReader } from "../../scoring/compile/read-value";
import type { ColumnUse } from "../column-uses";
import { readAlike } from "../column-uses";
import { defineCheck } from "../check";
import { exampleOf } from "../examples";
import type { CheckSubject } from "../subject";
import { labelUses, scaleOf } from "../used-scales";
import { plural } from "../../text/plural";

const TALK = { Indicator: "Talk", Points: 100, Method: "grade", Scale: "ABC" };

/** What a column may hold: grades of a scale, pass or fail in words, or such words beside numbers to compare. */
type Asked = "grade" | "words" | "words-or-number";

interface LabelColumn extends ColumnUse {
  readonly indicator: Indicator;
  readonly asked: Asked;
  readonly scale: string;
  readonly labels: readonly string[];
}

/** Columns that hold words: grades, pass or fail, and items of checklists. */
function columnsOf(subject: CheckSubject): readonly LabelColumn[] {
  const direct = subject.known.flatMap((each): LabelColumn[] => {
    const { rubric, indicator, method, parameters, faults } = each;
    if (method.valueKind !== "labels" || faults.length > 0) return [];
    const scale = scaleOf(each);
    const asked: Asked = scale ? "grade" : indicator.fullAt === undefined ? "words" : "words-or-number";
    const common = { rubric: rubric.name, indicator, header: indicator.metric, read: createReader(method, parameters) };
    const labels = scale ? scale.intervals.map(({ grade }) => grade) : [];
    return [{ ...common, asked, scale: scale?.name ?? "", labels, key: `${asked} ${scale?.name ?? ""}` }];
  });
  const items = labelUses(subject).flatMap(({ as, rubric, indicator, scale: { intervals } }): LabelColumn[] =>
    as === "grades"
      ? []
      : intervals.map(({ grade }) => ({
          rubric: rubric.name,
          indicator,
          header: grade,
          read: readItem,
          asked: "words",
          scale: "",
          labels: [],
          key: "words ",
        })),
  );
  return [...direct, ...items];
}

export default defineCheck<{
  column: string;
  columnZh: string;
  text: string;
  count: number;
  asked: Asked;
  scale: string;
  labels: string;
}>()({
  id: "cell-is-label",
  severity: "warning",
  title: { en: "Grades and pass or fail are words that are known", "zh-CN": "等级和达标与否用词可识别" },
  message: {
    en: ({ column, text, count, asked, scale, labels }) => ({
      what: `${plural(count, `A cell of “${column}” holds “${text}”`, `${count} cells of “${column}” hold “${text}” and the like`)}, which ${
        asked === "grade" ? `is no grade of the scale “${scale}”` : "says neither pass nor fail"
      }.`,
      why: "It cannot be scored; taken for a neighbour, or for nothing, it would change somebody's total.",
      how: `Write ${
        asked === "grade"
          ? `one of ${labels}`
          : `pass or fail, yes or no, 1 or 0, √ or ×${asked === "words" ? "" : ", or the measured number"}`
      }; leave the cell empty, or write N/A where it does not apply.`,
    }),
    "zh-CN": ({ columnZh, text, count, asked, scale, labels }) => ({
      what: `“${columnZh}”有 ${count} 个单元格是“${text}”${count === 1 ? "" : "等"}，${
        asked === "grade" ? `不是等级表“${scale}”中的等级` : "既不是达标也不是不达标"
      }。`,
      why: "它无法计分；若当作相近的等级或当作没有，都会改变某人的总分。",
      how: `可填写：${
        asked === "grade" ? labels : `达标或不达标、是或否、1 或 0、√ 或 ×${asked === "words" ? "" : "，或实际数值"}`
      }；也可留空，不适用时写“不适用”。`,
    }),
  },
  check: (subject, report) => {
    for (const { indicator, read, asked, scale, labels } of columnsOf(subject)) {
      const { failAt } = indicator.cells;
      if (!indicator.critical || !failAt || read === readItem || read(failAt.value).kind !== KIND.unreadable) continue;
      const { en, "zh-CN": zh } = RUBRIC_COLUMNS.failAt.names;
      const names = { column: en[0]!, columnZh: zh[0]!, text: String(failAt.raw), count: 1 };
      report(failAt.at, { ...names, asked, scale, labels: labels.join(", ") });
    }
    for (const { use, column, among, firstPlaces } of readAlike(subject, columnsOf(subject))) {
      const rows = among(column.unreadable);
      if (rows.length === 0) continue;
      const [first, ...related] = firstPlaces(rows);
      const { asked, scale, labels } = use;
      const names = { column: column.header, columnZh: column.header, count: rows.length };
      const text = String(subject.metrics!.rawAt(rows[0]!, column.column));
      report(first, { ...names, text, asked, scale, labels: labels.join(", ") }, { related });
    }
  },
  valid: [
    exampleOf([TALK], {
      Scales: [
        { Scale: "ABC", Grade: "A", Share: 1 },
        { Scale: "ABC", Grade: "B", Share: 0.5 },
      ],
      Metrics: ["a", " Ｂ", "", "N/A"].map((Talk, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Talk })),
    }),
  ],
  invalid: [
    {
      tables: exampleOf([TALK], {
        Scales: [{ Scale: "ABC", Grade: "A", Share: 1 }],
        Metrics: ["A", "E", "A+", 1].map((Talk, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Talk })),
      }),
      at: ["Metrics!C3"],
    },
    {
      tables: exampleOf([{ ...TALK, Critical: "zero", "Fail at": "F" }], {
        Scales: [{ Scale: "ABC", Grade: "A", Share: 1 }],
        Metrics: [{ "Agent ID": "1", Period: "2026-10", Talk: "A" }],
      }),
      at: ["Rubric!F2"],
    },
    {
      tables: exampleOf([{ Indicator: "Test", Points: 100, Method: "pass-fail", "Full at": 60 }], {
        Metrics: [75, "通过", "soon"].map((Test, index) => ({ "Agent ID": `${index}`, Period: "2026-10", Test })),
      }),
      at: ["Metrics!C4"],
    },
    {
      tables: exampleOf([{ Indicator: "Opening", Points: 100, Method: "checklist" }], {
        Scales: [{ Scale: "Opening", Grade: "Greets within 5 s", Share: 1 }],
        Metrics: [{ "Agent ID": "1", Period: "2026-10", "Greets within 5 s": "nearly" }],
      }),
      at: ["Metrics!C2"],
    },
  ],
});
