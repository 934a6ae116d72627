import { evaluationSheetName, readMark, writeMark } from "../../../src/core/evaluation/mark";

test.each([
  ["2026-10", undefined, "Evaluation 2026-10"],
  ["2026/10", undefined, "Evaluation 2026-10"],
  ["2026-10", "Agents", "Evaluation 2026-10 Agents"],
  ["Q3 '26'", undefined, "Evaluation Q3 '26-"],
])("the sheet for %p of %p is called %p", (period, rubric, name) => {
  expect(evaluationSheetName(period, rubric)).toBe(name);
});

test("two long names that begin alike stay apart within 31 characters", () => {
  const names = ["Hotline agents, premium desk", "Hotline agents, general desk"].map((each) =>
    evaluationSheetName("2026-10", each),
  );
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^Evaluation 2026-10 Hotline ?~?.*~[0-9a-f]{4}$/);
  for (const name of names) expect(name.length).toBe(31);
});

test("a mark reads back from the text around it; other text has none", () => {
  const mark = { period: "Q3 2026", rubric: "0123456789abcdef", metrics: "fedcba9876543210" };
  expect(readMark(`300 agents · ${writeMark(mark)} and more`)).toEqual(mark);
  expect(readMark("Evaluation 2026-10")).toBeUndefined();
});
