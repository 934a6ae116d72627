/** @jest-environment jsdom */
// Arguments of a custom function from the grid's cells, and its answer in the grid. Needs a DOM, but no browser.
import "../support/object-group-by";
import { Model } from "@odoo/o-spreadsheet";
import type { CustomFunctionCall, CustomFunctionResult } from "../../src/workbench/host/custom-functions";
import { registerErrors } from "../../src/workbench/grid/errors";
import { registerFunctions, type BlankFlavour, type FunctionsMetadata } from "../../src/workbench/grid/functions";

const METADATA: FunctionsMetadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    {
      id: "SEE",
      name: "SEE",
      parameters: [
        { name: "values", type: "any", dimensionality: "matrix" },
        { name: "more", type: "any", dimensionality: "matrix", optional: true },
      ],
    },
    {
      id: "TYPED",
      name: "TYPED",
      parameters: [
        { name: "number", type: "number" },
        { name: "text", type: "string", optional: true },
      ],
    },
    { id: "EACH", name: "EACH", parameters: [{ name: "value", type: "any", repeating: true }] },
  ],
};

let calls: CustomFunctionCall[] = [];
let answer: CustomFunctionResult | undefined;
let blank: BlankFlavour = "desktop";
const spills: (readonly number[])[] = [];

beforeAll(() => {
  registerErrors();
  registerFunctions(METADATA, "QA", {
    blank: () => blank,
    lookUp: (call) => {
      calls.push(call);
      return answer;
    },
    spills: (_place, rows, columns) => spills.push([rows, columns]),
  });
});

beforeEach(() => {
  jest.spyOn(console, "debug").mockImplementation(() => undefined);
  calls = [];
  answer = 1;
  blank = "desktop";
  spills.length = 0;
});

/** A sheet with 1, 2 / blank, text / #N/A in A1:B3, and the formula in D1. */
function evaluate(formula: string): Model["getters"] {
  const cells = { A1: "1", B1: "2", B2: "text", A3: "#N/A", D1: formula };
  return new Model({ sheets: [{ id: "s", name: "My sheet", cells }] }).getters;
}

const shown = (getters: Model["getters"], row: number, col: number) =>
  getters.getEvaluatedCell({ sheetId: "s", row, col });

test.each([
  ["a single cell is a rectangle for a matrix", "=QA.SEE(A1)", [[[1]], null]],
  [
    "a range comes by rows",
    "=QA.SEE(A1:B2)",
    [
      [
        [1, 2],
        [0, "text"],
      ],
      null,
    ],
  ],
  ["an error is handed over", "=QA.SEE(A3)", [[[{ error: "#N/A" }]], null]],
  ["an optional argument that is there", "=QA.SEE(A1,B1:B2)", [[[1]], [[2], ["text"]]]],
  ["a constant", '=QA.SEE("x")', [[["x"]], null]],
  ["a computed value", "=QA.SEE(A1+B1)", [[[3]], null]],
  ["a number as text is a number where one is asked for", '=QA.TYPED("5","a")', [5, "a"]],
  ["a number is a text where one is asked for", "=QA.TYPED(A1,B1)", [1, "2"]],
  ["a blank is 0 where a number is asked for", "=QA.TYPED(A2)", [0, null]],
  ["repeated arguments are one list", "=QA.EACH(A1,B1,B2)", [[1, 2, "text"]]],
])("%s", (_name, formula, args) => {
  shown(evaluate(formula), 0, 3);
  expect(calls.map((call) => call.args)).toEqual([args]);
  expect(calls[0]!.address).toBe("'My sheet'!D1");
});

test("a blank is 0 on the desktop and null on the web", () => {
  evaluate("=QA.SEE(A2)");
  blank = "web";
  evaluate("=QA.SEE(A2)");
  expect(calls.map((call) => call.args[0])).toEqual([[[0]], [[null]]]);
});

test.each([
  ["text that is no number", '=QA.TYPED("five")', "#VALUE!"],
  ["an error where a number is asked for", "=QA.TYPED(A3)", "#N/A"],
])("%s never reaches the function", (_name, formula, expected) => {
  expect(shown(evaluate(formula), 0, 3).value).toBe(expected);
  expect(calls).toEqual([]);
});

test("a result under way is shown as such, also by what depends on it, and is no argument", () => {
  answer = undefined;
  const getters = evaluate("=QA.SEE(QA.SEE(A1))");
  expect(shown(getters, 0, 3).value).toBe("#BUSY!");
  expect(calls.map((call) => call.args[0])).toEqual([[[1]]]);
});

test("rows spill as rows, and the room that they need is told", () => {
  answer = [
    [1, "a", null],
    [2, { error: "#VALUE!", message: "no number" }, true],
  ];
  const getters = evaluate("=QA.SEE(A1)");
  const rows = [0, 1].map((row) => [3, 4, 5].map((col) => shown(getters, row, col).value));
  expect(rows).toEqual([
    [1, "a", 0],
    [2, "#VALUE!", true],
  ]);
  expect(shown(getters, 1, 4).message).toBe("no number");
  expect(spills).toContainEqual([2, 3]);
});

test("an error comes with its reason", () => {
  answer = { error: "#N/A", message: "nothing there" };
  expect(shown(evaluate("=QA.SEE(A1)"), 0, 3)).toMatchObject({ value: "#N/A", message: "nothing there" });
});
