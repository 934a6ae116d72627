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
 * What a text with data is tried with: as many numbers as it takes, plural and singular, and the names that some take instead.
 * Unlike parameters stand apart by their values, so that a sentence which forgets one is found.
 */
const TRIALS: readonly (readonly unknown[])[] = [
  [7, 3, 5],
  [1, 1, 1],
  ["Ada", "Bo", "Chen"],
  [["Ada", "Bo"], 3, 5],
  ["rubric", 3, 5],
];

/** Every sentence under its path: `columns.rank`. */
function sentences(texts: unknown, path = ""): [path: string, sentence: string][] {
  if (typeof texts === "string") return [[path, texts]];
  if (typeof texts === "function") {
    return TRIALS.flatMap((trial, index): [string, string][] => {
      try {
        const made: unknown = (texts as (...data: readonly unknown[]) => unknown)(...trial);
        const fits = typeof made === "string" && !(made.includes("NaN") && typeof trial[0] !== "number");
        return fits ? [[`${path}(${index})`, made]] : [];
      } catch {
        // Data of another kind than this text takes; one of the trials fits every text, which is tested below.
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
      // Some texts are nothing but their data.
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
