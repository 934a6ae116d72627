import { rangeText } from "../../../../src/core/cell/place";
import type { Sheet } from "./sheets";
import { foundIn, sheetOf, told } from "./sheets";

/** Tables as people keep them. `standing` is that of the table by itself on a sheet. */
const TABLES = {
  en: {
    metrics: {
      is: ["certain", "metrics", 4, "2026-10"],
      text: `Emp ID|Agent Name|Group|Month|CSAT %|AHT (sec)
A101|Ann Lee|North|2026-10|91%|312
A102|Bob Ray|North|2026-10|88%|340
A107|Cai Wu|South|2026-10|93%|298
A110|Dee Fox|South|2026-10|85%|377`,
    },
    own: {
      is: ["certain", "metrics", 3, "2026-10"],
      text: `Agent ID|Name|Period|QA score|First call resolution
0012|Ann|Oct-26|92|81%
0013|Ben|Oct-26|88|79%
0019|Cleo|Oct-26|95|84%`,
    },
    noPeriod: {
      is: ["likely", "metrics", 3, undefined],
      text: `Staff ID|Employee Name|Supervisor|Calls handled|Adherence
7701|Ann Lee|Kim|812|96%
7702|Bob Ray|Kim|790|93%
7705|Cy Dunn|Lou|845|97%`,
    },
    list: {
      is: ["certain", "rubric", 3, undefined],
      text: `KPI|Weight|Target|Minimum|Scoring rule
CSAT|40|92%|80%|linear
AHT|35|300|400|linear, less is better
QA|25|95|80|linear`,
    },
    rubric: {
      is: ["certain", "rubric", 3, undefined],
      text: `Section|Indicator|Points|Method|Zero at|Full at
Service|CSAT|50|linear|80%|95%
Service|QA|30|linear|70|95
Output|Calls|20|linear|400|800`,
    },
  },
  zh: {
    metrics: {
      is: ["certain", "metrics", 4, "2026-10"],
      text: `员工编号|员工姓名|组别|考核月份|满意度|平均处理时长(秒)
K0101|王芳|一组|2026年10月|91%|312
K0102|李伟|一组|2026年10月|88%|340
K0107|张敏|二组|2026年10月|93%|298
K0110|赵磊|二组|2026年10月|85%|377`,
    },
    own: {
      is: ["certain", "metrics", 3, "2026-10"],
      text: `工号|姓名|期间|质检成绩|接通率
0012|王芳|2026-10|92|81%
0013|李伟|2026-10|88|79%
0019|张敏|2026-10|95|84%`,
    },
    noPeriod: {
      is: ["likely", "metrics", 3, undefined],
      text: `坐席號|客服姓名|組長|通話量|工單完成率
7701|王芳|陈静|812|96%
7702|李伟|陈静|790|93%
7705|张敏|周涛|845|97%`,
    },
    list: {
      is: ["certain", "rubric", 3, undefined],
      text: `考核项目|权重|目标值|底线|评分标准
满意度|40%|92%|80%|线性计分
平均处理时长|35%|300|400|越低越好，线性计分
质检成绩|25%|95|80|线性计分`,
    },
    rubric: {
      is: ["certain", "rubric", 3, undefined],
      text: `一级指标|指标名称|分值|计分方式|零分值|满分值
服务|满意度|50|线性|80%|95%
服务|质检成绩|30|线性|70|95
产出|通话量|20|线性|400|800`,
    },
  },
} as const;

interface Placed {
  readonly rows: Sheet;
  /** Header row and first column of the table, and its rows with the header. */
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly period?: string;
}

type Shape = (table: Sheet, zh: boolean) => Placed;

const pad = (table: Sheet, by: number): Sheet => table.map((row) => [...Array<null>(by).fill(null), ...row]);
const put = (rows: Sheet, table: Sheet, more: Partial<Placed> = {}): Placed => ({
  rows,
  row: 0,
  column: 0,
  height: table.length,
  ...more,
});
const label = (zh: boolean, en: string, chinese: string): string => (zh ? chinese : en);

const SHAPES: Readonly<Record<string, Shape>> = {
  "from the first cell": (table) => put(table, table),
  "under a merged title with the month": (table, zh) =>
    put([[label(zh, "Agent scorecard, October 2026", "2026年10月客服绩效表")], ...table], table, {
      row: 1,
      period: "2026-10",
    }),
  "under a title, a note and a blank row": (table, zh) =>
    put(
      [
        [label(zh, "Team results", "团队成绩")],
        [label(zh, "Note: data from the switch", "说明：数据来自话务系统")],
        [],
        ...table,
      ],
      table,
      { row: 3 },
    ),
  "away from the corner": (table) => put([[], [], ...pad(table, 2)], table, { row: 2, column: 2 }),
  "with blank rows in between": (table) =>
    put([...table.slice(0, 3), [], ...table.slice(3)], table, { height: table.length + 1 }),
  "above a totals row": (table, zh) => put([...table, [label(zh, "Total", "合计"), null, null, 99, 99]], table),
  "above a gap and an average row": (table, zh) =>
    put([...table, [], [label(zh, "Team average", "团队平均"), null, null, 99, 99]], table),
  "with a section row": (table, zh) =>
    put([table[0]!, [label(zh, "Early shift", "早班")], ...table.slice(1)], table, { height: table.length + 1 }),
  "with a header that is repeated for printing": (table) =>
    put([...table.slice(0, 3), table[0]!, ...table.slice(3)], table, { height: table.length + 1 }),
  "above notes": (table, zh) =>
    put(
      [
        ...table,
        [],
        [label(zh, "* figures before appeals", "＊以上数据未含申诉结果")],
        [label(zh, "Made by: QA team", "制表：质检组")],
      ],
      table,
    ),
  "beside notes": (table, zh) =>
    put(
      table.map((row, at) => [...row, null, at === 1 ? label(zh, "see policy 4.2", "详见制度第四条") : null]),
      table,
    ),
  "above a small legend": (table, zh) =>
    put(
      [
        ...table,
        [],
        [label(zh, "Green", "绿色"), label(zh, "on target", "达标")],
        [label(zh, "Red", "红色"), label(zh, "below", "未达标")],
      ],
      table,
    ),
  "with headers of another width and case": (table) =>
    put([table[0]!.map((name) => `  ${String(name).toUpperCase()} `), ...table.slice(1)], table),
};

const CASES = (["en", "zh"] as const).flatMap((language) =>
  Object.entries(TABLES[language]).flatMap(([name, { is, text }]) =>
    Object.entries(SHAPES).map(([shape, place]) => ({ language, name, shape, is, place, text })),
  ),
);

test("there are enough shapes, half of them Chinese", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(120);
  expect(CASES.filter(({ language }) => language === "zh")).toHaveLength(CASES.length / 2);
});

test.each(CASES)("$language: $name $shape", ({ language, is, place, text }) => {
  const table = sheetOf(text);
  const { rows, row, column, height, period } = place(table, language === "zh");
  const [standing, role, count, own] = is;
  const address = rangeText({ row, column, rows: height, columns: table[0]!.length });
  const expected = role === "metrics" ? (own ?? period) : undefined;
  expect(told(foundIn({ Data: rows }))).toEqual([
    `${standing} ${role} ${address} (${count})${expected === undefined ? "" : ` ${expected}`}`,
  ]);
});

/** Sheets with more than one table, or with headers in two rows. */
const OTHERS: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    "weights above the records",
    `Emp ID|Name|Month|CSAT|AHT
Weight||| 60%|40%
A1|Ann Lee|2026-10|91%|312
A2|Bob Ray|2026-10|88%|340`,
    ["certain metrics A1:E4 (2) 2026-10"],
  ],
  [
    "权重行在记录上方",
    `工号|姓名|月份|满意度|接通率
权重|||60%|40%
K01|王芳|2026年10月|91%|92%
K02|李伟|2026年10月|88%|94%`,
    ["certain metrics A1:E4 (2) 2026-10"],
  ],
  [
    "sections above the names",
    `|||Quality||Output|
Agent ID|Name|Month|CSAT|QA score|Calls|AHT
A1|Ann Lee|2026-10|91%|88|300|312
A2|Bob Ray|2026-10|88%|85|310|340`,
    ["certain metrics A2:G4 (2) 2026-10"],
  ],
  [
    "names merged over two rows",
    `Agent ID|Name|Month|Quality||Output|
|||CSAT|QA score|Calls|AHT
A1|Ann Lee|2026-10|91%|88|300|312
A2|Bob Ray|2026-10|88%|85|310|340`,
    ["certain metrics A2:G4 (2) 2026-10"],
  ],
  [
    "姓名等列跨两行合并",
    `工号|姓名|月份|服务质量||工作量|
|||满意度|质检成绩|通话量|接通率
K01|王芳|2026年10月|91%|88|300|95%
K02|李伟|2026年10月|88%|85|310|92%`,
    ["certain metrics A2:G4 (2) 2026-10"],
  ],
  [
    "a rubric above the metrics",
    `KPI|Weight|Target|Minimum
CSAT|60|92%|80%
AHT|40|300|400

Emp ID|Name|Month|CSAT|AHT
A1|Ann Lee|2026-10|91%|312
A2|Bob Ray|2026-10|88%|340`,
    ["certain rubric A1:D3 (2)", "certain metrics A5:E7 (2) 2026-10"],
  ],
  [
    "指标表与数据表并排",
    `工号|姓名|月份|满意度|接通率||考核内容|权重|目标值
K01|王芳|2026年10月|91%|95%||满意度|60|92%
K02|李伟|2026年10月|88%|92%||接通率|40|95%`,
    ["certain metrics A1:E3 (2) 2026-10", "certain rubric G1:I3 (2)"],
  ],
  [
    "several months in one table",
    `Emp ID|Name|Month|CSAT|AHT
A1|Ann Lee|2026-09|91%|312
A1|Ann Lee|2026-10|88%|340`,
    ["certain metrics A1:E3 (2)"],
  ],
  [
    "小计行不是记录",
    `工号|姓名|班组|月份|满意度|接通率
K01|王芳|一组|2026年10月|91%|95%
K02|李伟|一组|2026年10月|88%|92%
一组小计||||90%|93%
K05|张敏|二组|2026年10月|93%|96%
二组小计||||93%|96%`,
    ["certain metrics A1:F5 (3) 2026-10"],
  ],
  [
    "no IDs: names are asked about",
    `Agent|Team|Month|CSAT|AHT
Ann Lee|North|2026-10|91%|312
Bob Ray|North|2026-10|88%|340`,
    ["likely metrics A1:E3 (2) 2026-10"],
  ],
  [
    "two columns that could be the ID",
    `Emp ID|Login ID|Name|Month|CSAT|AHT
A1|ann|Ann Lee|2026-10|91%|312
A2|bob|Bob Ray|2026-10|88%|340`,
    ["likely metrics A1:F3 (2) 2026-10"],
  ],
  [
    "编号只是行号，不是工号",
    `编号|姓名|月份|满意度|接通率
1|王芳|2026年10月|91%|95%
2|李伟|2026年10月|88%|92%
3|张敏|2026年10月|93%|96%`,
    ["likely metrics A1:E4 (3) 2026-10"],
  ],
];

test.each(OTHERS)("%s", (_, text, expected) => {
  expect(told(foundIn({ Data: sheetOf(text) }))).toEqual(expected);
});

test.each([
  ["October 2026", "2026-10"],
  ["2026年10月客服绩效", "2026-10"],
  ["KPI_Oct-26.xlsx", "2026-10"],
  ["metrics-202610.csv", "2026-10"],
  ["2026年第三季度", "2026-Q3"],
  ["Results Q4 2026", "2026-Q4"],
  ["2026-W40 calls", "2026-W40"],
  ["Sheet1", undefined],
  ["Version 2.10", undefined],
])("the period in %s is %s", (text, period) => {
  const table = sheetOf(TABLES.en.noPeriod.text);
  expect(foundIn({ [text]: table }).tables[0]!.period).toBe(period);
  expect(foundIn({ Data: table }, text).tables[0]!.period).toBe(period);
});
