import { readFileSync } from "node:fs";
import path from "node:path";
import { LOCALES } from "../../src/core/text/locale";
import type { Locale } from "../../src/core/text/locale";
import { parseAddress } from "../../src/core/cell/place";
import { FUNCTIONS } from "../../src/functions/definitions";
import { root, sourceSite } from "../support/site";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality: string;
  readonly optional?: boolean;
}

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly result: { readonly type: string; readonly dimensionality: string };
    readonly parameters: readonly Parameter[];
  }[];
}

const textOf = (locale: Locale): string =>
  readFileSync(
    path.join(root, "src/functions", locale === "en" ? "functions.json" : `functions-${locale}.json`),
    "utf8",
  );

const metadata = new Map(LOCALES.map((locale) => [locale, JSON.parse(textOf(locale)) as Metadata]));
const english = metadata.get("en")!;

/** Names that Excel takes for something else. Old macro functions and built-in functions of all languages are too many to list. */
const TAKEN = ["RUN", "ECHO", "CALL", "REGISTER", "SCORE", "RANK", "TRUE", "FALSE"];

/** The part that must be the same in every language, because formulas are stored with it. */
const skeleton = ({ allowErrorForDataTypeAny, functions }: Metadata) => ({
  allowErrorForDataTypeAny,
  functions: functions.map(({ id, name, result, parameters }) => ({
    id,
    name,
    result,
    parameters: parameters.map(({ type, dimensionality, optional }) => ({ type, dimensionality, optional })),
  })),
});

test("every function is announced, in the order of its definitions", () => {
  expect(english.functions.map(({ id }) => id)).toEqual(FUNCTIONS.map(({ id }) => id));
  expect(FUNCTIONS.length).toBeGreaterThan(0);
});

describe.each(LOCALES.map((locale) => [locale] as const))("metadata in %s", (locale) => {
  const { functions } = metadata.get(locale)!;

  test("differ from the English ones in words only", () => {
    expect(skeleton(metadata.get(locale)!)).toEqual(skeleton(english));
  });

  test("let errors, single cells and ranges through to the function", () => {
    expect(metadata.get(locale)!.allowErrorForDataTypeAny).toBe(true);
    for (const { result, parameters } of functions) {
      for (const each of [result, ...parameters]) expect(each).toMatchObject({ type: "any", dimensionality: "matrix" });
    }
  });

  test("have words for everything, and no two parameters of one name", () => {
    for (const { id, description, parameters } of functions) {
      expect([id, description.trim() !== ""]).toEqual([id, true]);
      expect(parameters.map(({ description: help }) => help.trim())).not.toContain("");
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
    if (locale !== "en") expect(JSON.stringify(functions)).toMatch(/\p{Script=Han}/u);
  });

  test("lead to a page of the reference in the same language", () => {
    for (const { helpUrl } of functions) {
      expect(helpUrl).toContain(`/reference/${locale}/functions/`);
      expect([helpUrl, sourceSite().has(new URL(helpUrl).pathname.slice(1))]).toEqual([helpUrl, true]);
    }
  });

  test("stay below the 1 MB that Excel for Windows accepts", () => {
    expect(Buffer.byteLength(textOf(locale))).toBeLessThan(1_000_000);
  });
});

test.each(english.functions.map(({ id, name }) => [id, name] as const))(
  "%s is a name that Excel accepts",
  (id, name) => {
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
    expect(name).toBe(id);
    expect(name.length).toBeLessThanOrEqual(128);
    expect(parseAddress(name)).toBeUndefined();
    expect(TAKEN).not.toContain(name);
  },
);
