import { LOCALES } from "../../../src/core/text/locale";
import type { Localised } from "../../../src/core/text/locale";
import { CHECK_TEXT } from "../../../src/taskpane/text/check";
import { COMPARE_TEXT } from "../../../src/taskpane/text/compare";
import { EMPTY_TEXT } from "../../../src/taskpane/text/empty";
import { FILL_TEXT } from "../../../src/taskpane/text/fill";
import { OUTSIDE_TEXT } from "../../../src/taskpane/text/outside";
import { RULES_TEXT } from "../../../src/taskpane/text/rules";
import { SCORE_TEXT } from "../../../src/taskpane/text/score";
import { SHELL_TEXT } from "../../../src/taskpane/text/shell";
import { TEMPLATE_TEXT } from "../../../src/taskpane/text/templates";
import { UNDO_TEXT } from "../../../src/taskpane/text/undo";
import { FAILURE_TEXT } from "../../../src/workbook/failure";

const SUBJECTS = {
  RULES_TEXT,
  CHECK_TEXT,
  COMPARE_TEXT,
  EMPTY_TEXT,
  FILL_TEXT,
  OUTSIDE_TEXT,
  SCORE_TEXT,
  SHELL_TEXT,
  TEMPLATE_TEXT,
  UNDO_TEXT,
} as const;

/**
 * Trial data for a text: as many numbers as it takes, plural and singular, and the names that some take instead. Different parameters have
 * different values, so that the test finds a sentence that omits one.
 */
const TRIALS: readonly (readonly unknown[])[] = [
  [7, 3, 5],
  [1, 1, 1],
  ["Ada", "Bo", "Chen"],
  [["Ada", "Bo"], 3, 5],
  ["rubric", 3, 5],
];

/** Every sentence by its path: `columns.rank`. */
function sentences(texts: unknown, path = ""): [path: string, sentence: string][] {
  if (typeof texts === "string") return [[path, texts]];
  if (typeof texts === "function") {
    return TRIALS.flatMap((trial, index): [string, string][] => {
      try {
        const made: unknown = (texts as (...data: readonly unknown[]) => unknown)(...trial);
        const fits = typeof made === "string" && !(made.includes("NaN") && typeof trial[0] !== "number");
        return fits ? [[`${path}(${index})`, made]] : [];
      } catch {
        // This text takes data of another kind. A test below ensures that one of the trials fits every text.
        return [];
      }
    });
  }
  return Object.entries(texts as object).flatMap(([key, value]) =>
    sentences(value, path === "" ? key : `${path}.${key}`),
  );
}

function functions(texts: unknown, path = ""): string[] {
  if (typeof texts === "function") return [path];
  if (typeof texts !== "object" || texts === null) return [];
  return Object.entries(texts).flatMap(([key, value]) => functions(value, path === "" ? key : `${path}.${key}`));
}

describe.each(Object.entries(SUBJECTS) as [string, Localised<unknown>][])("%s", (_, texts) => {
  it.each(LOCALES)("is whole in %s", (locale) => {
    const all = sentences(texts[locale]);
    for (const [path, sentence] of all) {
      expect(`${path}: ${sentence}`).not.toMatch(/undefined|NaN|\[object|null|=>/);
      expect([path, sentence.trim()]).not.toEqual([path, ""]);
    }
    for (const path of functions(texts[locale])) expect(all.some(([key]) => key.startsWith(`${path}(`))).toBe(true);
  });

  it("speaks each language only in its place", () => {
    for (const [path, sentence] of sentences(texts.en)) expect(`${path}: ${sentence}`).not.toMatch(/\p{Script=Han}/u);
    for (const [path, sentence] of sentences(texts["zh-CN"])) {
      // Some texts consist of their data alone.
      const words = sentence.replace(/Ada|Bo|Chen|rubric|[\d\s\p{P}]/gu, "");
      if (words !== "") expect(`${path}: ${sentence}`).toMatch(/\p{Script=Han}/u);
    }
  });

  it("has the same texts in both languages", () => {
    expect(functions(texts.en)).toEqual(functions(texts["zh-CN"]));
    const paths = (part: unknown): string[] => sentences(part).map(([path]) => path);
    expect(paths(texts.en)).toEqual(paths(texts["zh-CN"]));
  });
});

it.each(Object.entries(FAILURE_TEXT))("a failure of kind %s is told in both languages", (_, text) => {
  expect(text.en).toMatch(/^[A-Z].*\.$/);
  expect(text["zh-CN"]).toMatch(/\p{Script=Han}.*。$/u);
});
