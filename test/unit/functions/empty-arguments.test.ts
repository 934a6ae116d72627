import type { RawCell } from "../../../src/core/cell/cell";
import { LOCALES } from "../../../src/core/text/locale";
import type { FunctionCell, FunctionDefinition } from "../../../src/functions/define";
import { FUNCTIONS } from "../../../src/functions/definitions";
import { evaluate } from "../../../src/functions/evaluate";

/**
 * An empty cell arrives as 0 on the desktop, as null on the web, and as "" from a formula. Whatever an argument says about scoring must
 * not differ by that: the same result, or an error. What was measured is another matter, because a measured 0 counts.
 */

type Argument = RawCell | readonly (readonly RawCell[])[];

const EMPTY: readonly RawCell[] = ["", 0, null];
/** Values on every side of what the examples ask, so that a bound that moved shows. */
const SWEEP: readonly (readonly RawCell[])[] = [[-30, -5, -0.1, 0, 0.5, 1, 3, 7, 30, 59, 65, 89.4, 89.6, 95, 500]];

beforeAll(() => Promise.all(FUNCTIONS.map((definition) => definition.prepare?.())));

const shown = (cell: FunctionCell): unknown => (typeof cell === "object" ? { error: cell.error } : cell);

const functionOf = (id: string): FunctionDefinition => FUNCTIONS.find((definition) => definition.id === id)!;

function call(id: string, ...given: readonly Argument[]): unknown {
  const definition = functionOf(id);
  const result = evaluate(definition, [...definition.parameters.map((_, index) => given[index] ?? null), {}]);
  return result.length === 1 && result[0]!.length === 1 ? shown(result[0]![0]!) : result.map((row) => row.map(shown));
}

/** Results of which two are different numbers or grades for the same cell. One error for the whole formula agrees with all. */
function contradictions(definition: FunctionDefinition, calls: readonly (readonly Argument[])[]): unknown[] {
  const results = calls.map((given) => evaluate(definition, [...given.map((each) => each ?? null), {}]));
  const whole = results.filter((rows) => rows.length > 1 || rows[0]!.length > 1 || typeof rows[0]![0] !== "object");
  const [first = []] = whole;
  return first.flatMap((row, r) =>
    row.flatMap((_, c) => {
      const cells = whole.map((rows) => rows[r]?.[c]).filter((cell) => typeof cell !== "object");
      return new Set(cells).size > 1 ? [cells] : [];
    }),
  );
}

/** The argument with its empty cells filled as one host fills them. Undefined if it has none. */
function filled(argument: Argument, empty: RawCell): Argument {
  if (argument === undefined || argument === null || argument === "") return empty;
  if (!Array.isArray(argument)) return argument;
  const rows = argument as readonly (readonly RawCell[])[];
  return rows.map((row) => row.map((cell) => (cell === "" || cell === null ? empty : cell)));
}

const isMeasured = (definition: FunctionDefinition, index: number): boolean =>
  definition.parameters[index]!.measured === true;

const EXAMPLES = FUNCTIONS.flatMap((definition) =>
  definition.examples.map((example, index) => {
    const padded = definition.parameters.map((_, at) => example.arguments[at]);
    return [`${definition.id} ${index + 1}: ${example.note.en}`, definition, padded] as const;
  }),
);

test.each(EXAMPLES)(
  "%s: an empty or omitted setting is the same everywhere, or an error",
  (_name, definition, given) => {
    for (const values of [given[0], ...(Array.isArray(given[0]) && given[0].length > 1 ? [] : [SWEEP])]) {
      const whole = [values, ...given.slice(1)] as readonly Argument[];
      for (const index of definition.parameters.keys()) {
        if (isMeasured(definition, index)) continue;
        const calls = EMPTY.map((empty) =>
          whole.map((argument, at) => (at === index ? filled(argument as Argument, empty) : (argument as Argument))),
        );
        expect([index, contradictions(definition, calls)]).toEqual([index, []]);
      }
      const together = EMPTY.map((empty) =>
        whole.map((argument, at) => (isMeasured(definition, at) ? argument : filled(argument, empty))),
      );
      expect(contradictions(definition, together)).toEqual([]);
    }
  },
);

test.each(EXAMPLES)('%s: a measured cell that is "" and one that is null are the same', (_name, definition, given) => {
  const of = (empty: RawCell) =>
    evaluate(
      definition,
      given.map((each, at) => (isMeasured(definition, at) ? filled(each, empty) : (each ?? null))),
    );
  expect(of(null)).toEqual(of(""));
});

const VALUE = { error: "#VALUE!" };

test.each<[string, readonly Argument[], unknown]>([
  // The limit of a deduction and of a bonus.
  ["DEDUCTSCORE", [3, 2, 20, 0], VALUE],
  ["DEDUCTSCORE", [3, 2, 20, [[0]]], VALUE],
  ["DEDUCTSCORE", [3, 2, 20, ""], 14],
  ["DEDUCTSCORE", [3, 2, 20, "open"], 14],
  ["DEDUCTSCORE", [3, 2, 20, " OPEN "], 14],
  ["DEDUCTSCORE", [3, 2, 20, "不限"], 14],
  ["DEDUCTSCORE", [3, 2, 20, "zero"], 20],
  ["DEDUCTSCORE", [3, 2, 20, "零"], 20],
  ["DEDUCTSCORE", [3, 2, 20, "0"], 20],
  ["DEDUCTSCORE", [3, 2, 20, 4], 16],
  ["DEDUCTSCORE", [3, 2, 20, "none of them"], VALUE],
  ["BONUSSCORE", [3, 2, 0], VALUE],
  ["BONUSSCORE", [3, 2, null], 6],
  ["BONUSSCORE", [3, 2, "不限"], 6],
  ["BONUSSCORE", [3, 2, "open"], 6],
  ["BONUSSCORE", [3, 2, "zero"], 0],
  // The open start of a grade and of a band.
  ["GRADE", [-5, [["D", "C"]], [["open", 60]]], "D"],
  ["GRADE", [-5, [["D", "C"]], [["不限", 60]]], "D"],
  ["GRADE", [-5, [["D", "C"]], [["", 60]]], "D"],
  ["GRADE", [-5, [["D", "C"]], [[0, 60]]], { error: "#N/A" }],
  ["GRADE", [5, [["D", "C", "B"]], [["open", -5, 10]]], "C"],
  ["GRADE", [5, [["D", "C", "B"]], [[0, -5, 10]]], VALUE],
  ["GRADE", [5, [["D", "C", "B"]], [[null, -5, 10]]], VALUE],
  ["GRADE", [5, [["D", "C", "B"]], [["zero", -5, 10]]], "D"],
  ["GRADE", [5, [["D", "C", "B"]], [["open", -5, 0]]], "B"],
  ["GRADE", [30, [["D", "C", "B"]], [["", 0, 60]]], "C"],
  ["GRADE", [30, [["D", "C", "B"]], [[0, 0, 60]]], VALUE],
  ["GRADE", [30, [["D", "C", "B"]], [["open", "", 60]]], VALUE],
  ["BANDSCORE", [-5, [["open", 60]], [[0.2, 1]], 10], 2],
  ["BANDSCORE", [-5, [["不限", 60]], [[0.2, 1]], 10], 2],
  ["BANDSCORE", [-5, [[0, 60]], [[0.2, 1]], 10], VALUE],
  ["BANDSCORE", [0.1, [[0, -0.2, 0.2]], [[0.2, 0.5, 1]], 10], VALUE],
  ["BANDSCORE", [0.1, [["", -0.2, 0.2]], [[0.2, 0.5, 1]], 10], VALUE],
  ["BANDSCORE", [0.1, [["open", -0.2, 0.2]], [[0.2, 0.5, 1]], 10], 5],
  ["BANDSCORE", [0.1, [["zero", -0.2, 0.2]], [[0.2, 0.5, 1]], 10], 2],
  ["BANDSCORE", [5, [["open", ""]], [[0.2, 0.5]], 10], VALUE],
  // Where a piece ends.
  ["BANDSCORE", [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [[0, 0, 1]]], VALUE],
  ["BANDSCORE", [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [["", "", ""]]], 6],
  ["BANDSCORE", [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [[0, 0.6, 1]]], 6],
  ["BANDSCORE", [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [[0, "zero", 1]]], 3],
  // Decimals of a total.
  ["GRADE", [89.6, [["A", "B"]], [[90, 80]], 0], VALUE],
  ["GRADE", [89.6, [["A", "B"]], [[90, 80]], ""], "B"],
  ["GRADE", [89.6, [["A", "B"]], [[90, 80]], "zero"], "A"],
  ["GRADE", [89.6, [["A", "B"]], [[90, 80]], "零"], "A"],
  ["GRADE", [89.96, [["A", "B"]], [[90, 80]], 1], "A"],
  // Pass or fail by words, or by a number.
  ["PASSSCORE", [1, 5, 0], VALUE],
  ["PASSSCORE", [1, 5, 0, 0], VALUE],
  ["PASSSCORE", [0.5, 5, "zero"], 5],
  ["PASSSCORE", [-0.5, 5, "zero"], 0],
  ["PASSSCORE", [0, 5, 0, 1], 5],
  ["PASSSCORE", [2, 5, 0, 1], 0],
  ["PASSSCORE", [1, 5, "", 1], VALUE],
  ["PASSSCORE", [1, 5, -0.05, 0], VALUE],
  ["PASSSCORE", [1, 5, -0.05, ""], 5],
  ["PASSSCORE", [1, 5, -0.05, "zero"], 0],
  ["PASSSCORE", [3, 5, 2, 0], 5],
  // Weights of a checklist, points of a rule.
  ["CHECKLISTSCORE", ["yes", 10, 0], VALUE],
  ["CHECKLISTSCORE", ["yes", 10, null], 10],
  ["RULESCORE", [75, "60 分以下不得分，90 分以上满分，之间线性", 0], VALUE],
  ["RULESCORE", [75, "60 分以下不得分，90 分以上满分，之间线性", ""], VALUE],
  ["RULESCORE", [3, "每次扣 2 分，扣完为止", 0], VALUE],
  ["RULESCORE", [3, "每次扣 2 分", 0], -6],
  ["RULESCORE", [3, "每次扣 2 分", "zero"], -6],
])("%s(%j) is %j", (id, given, expected) => {
  expect(call(id, ...given)).toEqual(expected);
});

test.each<[string, readonly Argument[], RegExp, RegExp]>([
  ["DEDUCTSCORE", [3, 2, 20, 0], /limit is 0.+empty cell.+desktop.+open.+zero/, /上限.+空单元格.+不限.+零/],
  ["GRADE", [89.6, [["A"]], [[0]], 0], /decimals is 0.+empty cell.+desktop.+leave it out.+zero/i, /小数位.+省略.+零/],
  ["GRADE", [5, [["D"], ["C"]], [[""], [-5]]], /start.+empty.+open/, /起点.+空.+不限/],
  ["PASSSCORE", [1, 5, 0], /full at is 0.+zero at.+zero/, /满分值.+零分值.+零/],
  ["BANDSCORE", [75, [[0, 60, 90]], [[0, 0.6, 1]], 10, [[0, 0, 1]]], /worth to is 0.+Repeat.+zero/, /终点分值.+零/],
])("%s(%j) says why and how to write it", (id, given, en, zh) => {
  const definition = functionOf(id);
  const [[cell]] = evaluate(definition, [...definition.parameters.map((_, index) => given[index] ?? null), {}]) as [
    [Extract<FunctionCell, object>],
  ];
  expect(cell.message.en).toMatch(en);
  expect(cell.message["zh-CN"]).toMatch(zh);
});

test.each(FUNCTIONS.map((definition) => [definition.id, definition] as const))(
  "%s says what an empty cell is where values are measured",
  (_id, { parameters, text }) => {
    expect(parameters[0]!.measured).toBe(true);
    for (const locale of LOCALES) expect(text[locale].details).toMatch(/IF\(.+="","",.+\)/);
  },
);

test.each([
  ["DEDUCTSCORE", "limit"],
  ["BONUSSCORE", "limit"],
  ["GRADE", "from"],
  ["BANDSCORE", "from"],
])("%s: the help of %s names the word for open", (id, name) => {
  const { text } = functionOf(id).parameters.find((parameter) => parameter.name === name)!;
  expect(text.en.help).toMatch(/\bopen\b/);
  expect(text["zh-CN"].help).toContain("不限");
});
