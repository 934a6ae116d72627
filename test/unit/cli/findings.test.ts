import { findingDocument, findingsText } from "../../../src/cli/findings";
import type { Finding } from "../../../src/core/checks/finding";

const alike = (count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, row) => {
    const words = (name: string) => ({ what: `${name} ${row}.`, why: "Because.", how: "So." });
    return {
      code: "known-method",
      severity: "error",
      text: { en: words("Method"), "zh-CN": words("方式") },
      at: { sheet: "Rubric", row: row + 1, column: 3 },
      related: [],
      fixes: [],
      data: {},
    };
  });

test("findings of one kind are one paragraph, with the cells of the others", () => {
  expect(findingsText(alike(4), "en").split("\n")).toEqual([
    "error  Rubric!D2  Method 0.",
    "    3 more like it: Rubric!D3, Rubric!D4, Rubric!D5",
    "    Because.",
    "    -> So.",
    "",
    "4 findings: 4 errors, 0 warnings, 0 info.",
    "",
  ]);
  expect(findingsText(alike(4), "zh-CN")).toContain("    另有 3 处同类：Rubric!D3、Rubric!D4、Rubric!D5\n");
});

test("of very many the first cells are named, and all are counted", () => {
  const text = findingsText(alike(5000), "en");
  expect(text).toContain("    4999 more like it: Rubric!D3, ");
  expect(text).toContain("Rubric!D22, ...\n");
  expect(text.split("\n")).toHaveLength(7);
});

test("a document has one entry for each finding", () => {
  expect(alike(4).map((finding) => findingDocument(finding, "en").address)).toEqual(["D2", "D3", "D4", "D5"]);
});
