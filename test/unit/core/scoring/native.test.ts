import type { RawCell } from "../../../../src/core/cell/cell";
import { isOneOf } from "../../../../src/core/scoring/curves/word-formula";
import { failedFormula, indicatorFormula } from "../../../../src/core/scoring/native/indicator";
import { totalFormulas } from "../../../../src/core/scoring/native/total";
import { bookFrom, scoreOnly } from "../../../support/book";

type Row = Readonly<Record<string, RawCell>>;

const LINEAR: Row = { Method: "linear", "Zero at": 0, "Full at": 10 };
const FALLING: Row = { Method: "linear", "Zero at": 10, "Full at": 0 };
const GRADE: Row = { Method: "grade", Scale: "Words" };
const Scales = ["poor", "fair", "good", "best"].map((Grade, k) => ({ Scale: "Words", Grade, Share: k / 3 }));
const among = (...words: readonly string[]): string => `OR(P<=1E-9,${isOneOf("V", words)})`;
const Upside = [...Scales].reverse();

async function compiled(row: Row, scales: readonly Row[]) {
  const own: Row = { Indicator: "It", Points: 100, ...row };
  const rest = { ...LINEAR, Indicator: "Rest", Points: own["Points"] === "" ? 100 : 0 };
  const Metrics = [{ "Agent ID": "1", Period: "1", It: row["Scale"] ? "good" : 5, Rest: 1 }];
  const { rubric } = scoreOnly(
    await bookFrom(rest.Points ? [own, rest] : [own], { Metrics, ...(row["Scale"] ? { Scales: scales } : {}) }),
  );
  return { rubric, indicator: rubric.indicators[0]! };
}

test.each<[title: string, row: Row, scales: readonly Row[], failed: string | undefined]>([
  ["not critical", LINEAR, [], undefined],
  ["critical: no points", { ...LINEAR, Critical: "zero" }, [], "P<=1E-9"],
  ["higher is better", { ...LINEAR, Critical: "zero", "Fail at": 3 }, [], "OR(P<=1E-9,V<=3)"],
  ["lower is better", { ...FALLING, Critical: "zero", "Fail at": 7 }, [], "OR(P<=1E-9,V>=7)"],
  [
    "no points of its own",
    { Points: "", Method: "deduct", "Per event": 1, Critical: "zero", "Fail at": 2 },
    [],
    "V>=2",
  ],
  ["a grade", { ...GRADE, Critical: "zero", "Fail at": "fair" }, Scales, among("poor", "fair")],
  ["best first", { ...GRADE, Critical: "zero", "Fail at": "fair" }, Upside, among("fair", "poor")],
  ["the last grade", { ...GRADE, Critical: "zero", "Fail at": "poor" }, Scales, among("poor")],
])("who fails a critical item, as a formula: %s", async (_title, row, scales, failed) => {
  const { indicator } = await compiled(row, scales);
  const formula = failedFormula(indicator, { value: "V", points: "P", peers: "A:A" });
  expect(formula).toBe(failed && `IF(ISNUMBER(P),IF(TRIM(V)="",FALSE,${failed}),FALSE)`);
});

test.each<[policy: string, row: Row, blank: string]>([
  ["pending", LINEAR, '""'],
  ["exclude", LINEAR, '"N/A"'],
  ["share", LINEAR, '"N/A"'],
  ["zero", LINEAR, "0"],
  ["full", LINEAR, "100"],
  ["full", { Points: "", Method: "deduct", "Per event": 1 }, "0"],
])("a blank cell under the policy %s of %j is %s", async (policy, row, blank) => {
  const { indicator, rubric } = await compiled({ ...row, "If missing": policy }, []);
  const formula = indicatorFormula(indicator, rubric, { value: "V", peers: "A:A" });
  expect(formula.startsWith(`IF(TRIM(V)="",${blank},IF(`)).toBe(true);
});

const E = "ABS(E)*100,9)";
test.each([
  ["half away from zero", "ROUND(E,2)"],
  ["down", "ROUNDDOWN(ROUND(E,11),2)"],
  ["up", "ROUNDUP(ROUND(E,11),2)"],
  [
    "half to even",
    `SIGN(E)*IF(ROUND(${E}-INT(ROUND(${E})=0.5,INT(ROUND(${E})+MOD(INT(ROUND(${E}),2),ROUND(ROUND(${E},0))/100`,
  ],
])("a total rounded %s as a formula", async (rounding, formula) => {
  const Settings = [{ Setting: "rounding", Value: rounding }];
  const Metrics = [{ "Agent ID": "1", Period: "1", It: 5 }];
  const { rubric } = scoreOnly(await bookFrom([{ Indicator: "It", Points: 100, ...LINEAR }], { Metrics, Settings }));
  const names = { present: "N", deductions: "D", bonuses: "B", exact: "E", total: "T", rank: "R", teamRank: "Q" };
  const references = { ...names, indicators: [{ value: "V", points: "P", peers: "A:A" }], sections: ["S"] };
  const { total } = totalFormulas(rubric, { ...references, team: "G", totals: "T:T", teams: "G:G" });
  expect(total).toBe(`IF(E="","",${formula})`);
});
