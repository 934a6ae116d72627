import { foundIn, sheetOf } from "./sheets";

/** Sheets that have nothing to do with a contact centre. Nothing in them is certain, so nothing is scored. */
const SHEETS: readonly (readonly [trade: string, text: string])[] = [
  [
    "payroll",
    `Employee ID|Name|Month|Basic pay|Overtime|Tax\nE01|Ann Lee|2026-10|5200|310|820\nE02|Bob Ray|2026-10|4800|0|760`,
  ],
  ["工资表", `工号|姓名|月份|基本工资|加班费|个税\n0101|王芳|2026年10月|5200|310|82\n0102|李伟|2026年10月|4800|0|76`],
  ["budget", `Category|Item|Budget|Actual|Difference\nTravel|Flights|4000|3800|200\nTravel|Hotels|2500|2700|-200`],
  ["部门预算", `项目|预算|实际|差额\n差旅费|4000|3800|200\n办公费|2500|2700|-200`],
  ["inventory", `Item|Category|Weight|Minimum|Location\nBolt|Metal|30|200|A1\nNut|Metal|70|300|A2`],
  ["库存", `编号|名称|类别|数量|最低值\nW001|螺栓|五金|30|20\nW002|螺母|五金|70|30`],
  ["timetable", `Time|Monday|Tuesday|Wednesday\n09:00|Maths|Physics|Art\n10:00|English|Maths|Music`],
  ["课程表", `时间|星期一|星期二|星期三\n8:00|语文|数学|英语\n9:00|数学|物理|音乐`],
  ["school grades", `Student ID|Name|Class|Maths|English\nS01|Ann|7A|88|91\nS02|Ben|7A|75|82`],
  ["成绩单", `学号|姓名|班级|语文|数学\n2601|王芳|一班|88|91\n2602|李伟|一班|75|82`],
  ["class marks by name", `Name|Group|Homework|Exam\nAnn|A|9|71\nBen|B|7|64`],
  ["estate agents", `Agent ID|Name|Month|Listings|Sales\nR1|Ann|2026-10|12|3\nR2|Ben|2026-10|9|4`],
  ["保险代理人", `工号|姓名|月份|新单保费|续期保费\nB01|王芳|2026-10|120000|30000\nB02|李伟|2026-10|90000|40000`],
  ["leave", `Date|Employee ID|Reason|Days\n2026-10-02|E01|Holiday|2\n2026-10-09|E07|Sick|1`],
  ["请假登记", `日期|工号|事由|天数\n2026-10-02|0101|年假|2\n2026-10-09|0107|病假|1`],
  [
    "staff list",
    `Employee ID|Name|Department|Position|From\nE01|Ann Lee|Finance|Clerk|2019-03-01\nE02|Bob Ray|Sales|Manager|2021-07-15`,
  ],
  ["通讯录", `姓名|部门|岗位|电话\n王芳|财务|会计|5501\n李伟|销售|经理|5502`],
  ["invoices", `Date|Invoice No|Customer|Amount\n2026-10-01|10021|Alpha Ltd|1200\n2026-10-02|10022|Beta Ltd|860`],
  ["software settings", `Setting|Value\ntimeout|30\nretries|5\nserver|db1`],
  ["参数表", `设置|值\n超时|30\n重试次数|5`],
  [
    "project plan",
    `Task|Owner|From|To|Status\nDesign|Ann|2026-10-01|2026-10-09|done\nBuild|Ben|2026-10-12|2026-10-30|open`,
  ],
  [
    "项目计划",
    `项目|负责人|起始|截止|状态\n设计|王芳|2026-10-01|2026-10-09|完成\n施工|李伟|2026-10-12|2026-10-30|进行`,
  ],
  ["vehicle checks", `Date|Vehicle|Brakes|Lights|Tyres\n2026-10-01|V1|Yes|Yes|No\n2026-10-02|V2|Yes|No|Yes`],
  ["recipe", `Item|Weight|Description\nFlour|500|sifted\nSugar|200|brown\nButter|250|soft`],
  ["league", `Team|Played|Won|Points\nReds|10|7|21\nBlues|10|5|15`],
  ["积分榜", `名次|球队|场次|积分\n1|红队|10|21\n2|蓝队|10|15`],
  ["shipping", `Zone|From|To|Price\nA|0|5|4.5\nB|5|10|7.2`],
  ["快递价目", `等级|起点|止点|价格\nA|0|5|4.5\nB|5|10|7.2`],
  ["survey", `Respondent|Age|Q1|Q2|Q3\n1|34|4|5|3\n2|27|3|4|5`],
  ["sales targets", `Region|Month|Target|Actual\nNorth|2026-10|50000|52000\nSouth|2026-10|40000|38500`],
  ["装修报价", `项目|标准|单价|备注\n地砖|800x800|88|含辅料\n涂料|两遍|22|含人工`],
  ["machine log", `Login|Event|Date|Count\nroot|restart|2026-10-01|2\nadmin|update|2026-10-03|1`],
];

test("there are at least 30", () => expect(SHEETS.length).toBeGreaterThanOrEqual(30));

test.each(SHEETS)("%s", (trade, text) => {
  const rows = sheetOf(text);
  for (const sheet of [rows, [[trade], [], ...rows]]) {
    const { tables, sources } = foundIn({ [trade]: sheet });
    expect(tables.filter(({ standing }) => standing === "certain")).toEqual([]);
    expect(sources).toEqual([]);
  }
});
