import { readHeaders } from "../../../../src/core/cell/table";
import type { SourceTable } from "../../../../src/core/cell/table";
import type { RawCell } from "../../../../src/core/cell/cell";
import { readPolicy } from "../../../../src/core/ruletext/policy";
import { policyTables } from "../../../../src/core/ruletext/tables";
import { RUBRIC_COLUMNS, SCALE_COLUMNS } from "../../../../src/core/rubric/columns";
import { readRubrics } from "../../../../src/core/rubric/read-rubric";
import { readScales } from "../../../../src/core/rubric/read-scales";
import { findMethod } from "../../../../src/core/scoring/compile/registry";
import { readParameters } from "../../../../src/core/scoring/compile/parameters";

/** Section, indicator, points, method, and codes of the doubts of each row. */
type Expected = readonly [
  section: string,
  indicator: string,
  points: number | undefined,
  method: string | undefined,
  ...doubts: string[],
];

const POLICIES: readonly (readonly [name: string, text: string, rows: readonly Expected[]])[] = [
  [
    "running text",
    "季考 10 分：60 分以下不得分，90 分以上满分，之间线性。话务量 15 分，与同岗位均值比，高于均值 20% 得满分。考勤（扣分项）每迟到一次扣 1 分。转自助菜单5分：1.9%以下满分，3.1%以上不得分，中间线性。",
    [
      ["", "季考", 10, "linear"],
      ["", "话务量", 15, "peer", "zero-at-not-stated"],
      ["", "考勤", undefined, "deduct"],
      ["", "转自助菜单", 5, "linear"],
    ],
  ],
  [
    "running text with Chinese numbers",
    "一、季考10分：60分以下不得分，90分以上满分，之间线性。二、话务量15分：1000以上满分，800以下不得分，之间线性。",
    [
      ["", "季考", 10, "linear"],
      ["", "话务量", 15, "linear"],
    ],
  ],
  [
    "running text with Chinese numbers in brackets",
    "（一）季考10分：60分以下不得分，90分以上满分，之间线性。（十二）考勤（扣分项）每迟到一次扣1分。",
    [
      ["", "季考", 10, "linear"],
      ["", "考勤", undefined, "deduct"],
    ],
  ],
  [
    "a numbered list with sections",
    "一、服务质量（30分）\n1、流程规范（15分）：95%以上满分，80%以下不得分，之间线性\n2、解答准确率（15分）：98%得满分，85%不得分，线性\n二、业务知识（10分）\n1、季考（10分）：60分以下0分，90分以上满分，之间线性\n",
    [
      ["服务质量", "流程规范", 15, "linear"],
      ["服务质量", "解答准确率", 15, "linear"],
      ["业务知识", "季考", 10, "linear"],
    ],
  ],
  [
    "English lines with points in brackets",
    "Service quality (30 points)\n1. Process conformity (15 points): 95 % or more earns all points, 80 % or less earns none, linear in between.\n2. Reports (15 points): -2 per late, missing or wrong report.",
    [
      ["Service quality", "Process conformity", 15, "linear"],
      ["Service quality", "Reports", 15, "deduct"],
    ],
  ],
  [
    "a table with headers",
    "维度\t指标\t分值\t评分细则\r\n服务指标\t话务量\t10\t与同岗位均值比，+20%得满分，-20%不得分，线性\r\n\t满意度触发率\t10分\t34%以上满分，25%以下不得分，之间线性\r\n加减分\t表扬\t\t每次加1分，最多加5分\r\n",
    [
      ["服务指标", "话务量", 10, "peer"],
      ["服务指标", "满意度触发率", 10, "linear"],
      ["加减分", "表扬", undefined, "bonus"],
    ],
  ],
  [
    "a table without headers, with a cell of two lines",
    'Test\t10\t"90 or more earns all points, 60 or less earns none,\nlinear in between"\nReports\t5\t2 points off per late report\n',
    [
      ["", "Test", 10, "linear"],
      ["", "Reports", 5, "deduct"],
    ],
  ],
  [
    "lines that name their indicators, without points",
    "季考：60 分以下不得分，90 分以上满分，之间线性\n考勤：每次扣 2 分",
    [
      ["", "季考", undefined, "linear", "points-not-stated"],
      ["", "考勤", undefined, "deduct"],
    ],
  ],
  ["one rule", "每次扣 2 分", [["", "", undefined, "deduct"]]],
  [
    "a list of bands is no list of indicators",
    "一次解决率10分：95%以上得10分；90%以上得8分；90%以下（不含）得0分。",
    [["", "一次解决率", 10, "bands"]],
  ],
  ["nothing", " \n ", []],
];

test.each(POLICIES)("%s is split into its indicators, each with its own doubts", (_name, text, rows) => {
  const found = readPolicy(text);
  expect(
    found.map(({ section, indicator, points, reading }) => [
      section,
      indicator,
      points,
      reading.rule?.method,
      ...reading.doubts.map(({ code }) => code),
    ]),
  ).toEqual(rows);
  for (const { ruleText, span } of found) expect(text.slice(span.from, span.to)).toBe(ruleText);
});

const table = (name: string, values: readonly (readonly RawCell[])[]): SourceTable => ({
  name,
  sheet: name,
  row: 0,
  column: 0,
  values,
  formats: [],
});

test.each(["en", "zh-CN"] as const)(
  "the tables made of a policy (%s) are read back as the same rules, their words kept",
  (locale) => {
    for (const [, text] of POLICIES) {
      const rows = readPolicy(text);
      if (rows.length === 0) continue;
      const { rubric, scales } = policyTables(rows, locale);
      const [read] = readRubrics(readHeaders(table("Rubric", rubric), RUBRIC_COLUMNS), "Rubric");
      const known = scales ? readScales(readHeaders(table("Scales", scales), SCALE_COLUMNS)) : [];
      rows.forEach(({ ruleText, reading, points }, k) => {
        const indicator = read!.indicators[k]!;
        expect(rubric[k + 1]).toContain(ruleText);
        expect(indicator.points).toBe(points ?? 0);
        if (!reading.rule) return;
        const { zeroAt, fullAt, perEvent, limit } = reading.rule;
        expect(indicator).toMatchObject({ zeroAt, fullAt, perEvent, limit });
        const method = findMethod(indicator.method)!;
        const missing = readParameters(indicator, method, known).faults.map(({ column }) => column);
        expect(missing).toEqual(reading.doubts.some(({ code }) => code === "zero-at-not-stated") ? ["zeroAt"] : []);
      });
    }
  },
);
