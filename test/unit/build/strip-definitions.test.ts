import path from "node:path";

const strip = jest.requireActual<(this: { resourcePath: string }, text: string) => string>(
  "../../../src/build/webpack/strip-definitions.cjs",
);
const root = path.resolve(__dirname, "../../..");
const METHOD = "src/core/scoring/methods/x.ts";
const stripped = (file: string, text: string): string => strip.call({ resourcePath: path.join(root, file) }, text);

test.each([
  [
    "the examples of a method",
    METHOD,
    "defineMethod({ id, examples: [1], points });",
    "defineMethod({ id,  points });",
  ],
  [
    "its formula, however it is written",
    METHOD,
    "defineMethod({ nativeFormula() { return f.nativeFormula; } });",
    "defineMethod({  });",
  ],
  [
    "examples of a check, which is defined in two steps",
    "src/core/checks/definitions/x.ts",
    "defineCheck<F>()({ valid: [], check });",
    "defineCheck<F>()({  check });",
  ],
  [
    "what a template is known to leave open",
    "src/core/templates/x.ts",
    "defineTemplate({ known: [], id });",
    "defineTemplate({  id });",
  ],
  [
    "a formula that several methods share",
    "src/core/scoring/curves/x.ts",
    "const CURVE = { a, nativeFormula: (p) => p };",
    "const CURVE = { a,  };",
  ],
])("%s goes", (_name, file, text, expected) => {
  expect(stripped(file, text)).toBe(expected);
});

test.each([
  ["what only is called so", METHOD, "defineMethod({ check: ({ known }) => ({ known, examples: 1 }) });"],
  ["a call that defines nothing", METHOD, "make({ examples: [1] });"],
  ["a file outside the folders of definitions", "src/workbench/x.ts", "defineClass({ valid: [1] });"],
])("%s stays", (_name, file, text) => {
  expect(stripped(file, text)).toBe(text);
});

test("line numbers stay right", () => {
  expect(stripped(METHOD, "defineMethod({\n  examples: [\n    1,\n  ],\n  id,\n});")).toBe(
    "defineMethod({\n  \n\n\n  id,\n});",
  );
});

test.each([
  "const f = method.nativeFormula(p, r);",
  "const { nativeFormula } = method;",
  "const { nativeFormula: f } = method;",
])("a bundle cannot hold a file that runs a formula: %s", (text) => {
  expect(() => stripped("src/usecases/x.ts", text)).toThrow(/src.usecases.x\.ts asks for nativeFormula/);
});
