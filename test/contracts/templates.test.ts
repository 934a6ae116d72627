import { ALL_METHODS } from "../../src/core/scoring/compile/registry";
import { ALL_CHECKS } from "../../src/core/checks/validate";
import { ALL_TEMPLATES, findTemplate } from "../../src/core/templates/make/registry";
import { knownFindings, linesOf, mendsOf } from "../support/template-findings";
import { sampleOf } from "../../src/core/templates/make/sample";
import { sheetsOf } from "../../src/core/templates/make/sheets";
import { both, statedIn, type Both, type Template } from "../../src/core/templates/template";
import { LOCALES } from "../../src/core/text/locale";

const HAN = /\p{Script=Han}/u;
const CASES = ALL_TEMPLATES.map((template): [string, Template] => [template.number, template]);

test("they are numbered through, and each is found by id, number and both names", () => {
  expect(ALL_TEMPLATES.map(({ number }) => number)).toEqual(ALL_TEMPLATES.map((_, index) => `T${index + 1}`));
  for (const template of ALL_TEMPLATES) {
    const { en, "zh-CN": zh } = both(template.name);
    for (const name of [template.id, template.number.toLowerCase(), en.toUpperCase(), zh])
      expect([name, findTemplate(name)?.id]).toEqual([name, template.id]);
  }
  expect(findTemplate(`T${ALL_TEMPLATES.length + 1}`)).toBeUndefined();
});

describe.each(CASES)("template %s", (_number, template) => {
  /** Every text of a template, with a bar between its languages. */
  const textsIn = (part: unknown): string[] => {
    if (typeof part === "string") return part.includes("|") ? [part] : [];
    if (typeof part !== "object" || part === null) return [];
    return Object.entries(part).flatMap(([key, value]) => [...textsIn(key), ...textsIn(value)]);
  };

  test("speaks each language only in its place", () => {
    const texts = textsIn(template);
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      const { en, "zh-CN": zh } = both(text as Both);
      expect([text, HAN.test(en), en.trim() === "", zh.trim() === "", zh.includes("|")]).toEqual([
        text,
        false,
        false,
        false,
        false,
      ]);
      // A text of figures and marks alone is the same in both languages.
      if (/\p{L}{2}/u.test(en) && !/^[A-Z], [A-Z]$/.test(en)) expect([text, HAN.test(zh)]).toEqual([text, true]);
    }
  });

  test("names methods by their ids, and checks that there are", () => {
    const methods = ALL_METHODS.map(({ id }) => id);
    for (const { spec } of linesOf(template)) expect(methods).toContain(statedIn<string>(spec.method, "mended"));
    const codes = ALL_CHECKS.map(({ id }) => id);
    for (const { code } of template.known) expect(codes).toContain(code);
    for (const locale of LOCALES) {
      for (const { at } of knownFindings(template, locale)) expect(at.row > 0 && at.column >= 0).toBe(true);
    }
  });

  test("is the same every time, holds the same figures in both languages, and leaves its draft blank where it mends", () => {
    const sheets = sheetsOf(template, "draft", "en");
    expect(sheetsOf(template, "draft", "en")).toEqual(sheets);
    const figures = (locale: "en" | "zh-CN") =>
      sheetsOf(template, "mended", locale).map(({ plan }) =>
        plan.rows.map((cells) => cells.map((cell) => (typeof cell === "string" && HAN.test(cell) ? "" : cell))),
      );
    const numbersOnly = (rows: unknown) => JSON.stringify(rows).match(/(?<=[[,])-?\d[\d.e-]*(?=[\],])/g);
    expect(numbersOnly(figures("zh-CN"))).toEqual(numbersOnly(figures("en")));
    expect(mendsOf(template, "en").length).toBeGreaterThan(0);
    expect(mendsOf(template, "en").map(({ row, column }) => [row, column])).toEqual(
      mendsOf(template, "zh-CN").map(({ row, column }) => [row, column]),
    );
  });

  test("its mended points add up to its full score", () => {
    const fullOf = (name: Both): number =>
      template.settings?.find(({ setting, rubric = name }) => setting.startsWith("Full score") && rubric === name)
        ?.value ?? 100;
    for (const rubric of template.rubrics) {
      const specs = Object.values(rubric.sections).flat();
      expect(specs.reduce((sum, { points }) => sum + (statedIn(points, "mended") ?? 0), 0)).toBe(fullOf(rubric.name));
    }
  });

  test("its sample has 40 agents in two periods that differ, nobody like another", () => {
    const { rows } = sampleOf(template);
    expect(rows).toHaveLength(80);
    expect(new Set(rows.map(({ agent }) => agent.id)).size).toBe(40);
    expect(new Set(rows.map(({ agent }) => agent.name.en)).size).toBe(40);
    const values = rows
      .filter((row) => row.values.size > 1)
      .map((row) => JSON.stringify([row.agent.rubric, row.period, ...row.values.values()]));
    expect(new Set(values).size).toBe(values.length);
  });
});

test("T3 lists as many lines and categories as the scheme counts for each post, and does not say which line is of which category", () => {
  const [rubric, , checklist] = ["Rubric", "Metrics", "Checklists"].map(
    (name) => sheetsOf(findTemplate("T3")!, "draft", "en").find(({ plan }) => plan.name === name)!.plan.rows,
  );
  const posts = [...new Set(checklist!.slice(1).map(([post]) => post))];
  const counts = posts.map((post) => [
    post,
    rubric!.filter(([each]) => each === post).length,
    checklist!.filter(([each]) => each === post).length,
  ]);
  expect(counts).toEqual([
    ["Duty supervisor", 6, 58],
    ["Information officer", 2, 36],
    ["Shift leader", 7, 70],
    ["Agent", 11, 79],
  ]);
  expect(new Set(checklist!.slice(1).map((line) => line.slice(2).join(""))).size).toBe(1);
});
