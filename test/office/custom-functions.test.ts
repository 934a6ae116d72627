import { CustomFunctionCalls, type CustomFunctionResult } from "../../src/workbench/host/custom-functions";
import { messageRow, type RichApiMessage } from "../../src/workbench/host/protocol";

let sent: RichApiMessage[][];
let calls: CustomFunctionCalls;

beforeEach(() => {
  sent = [];
  calls = new CustomFunctionCalls((messages) => sent.push([...messages]));
  calls.setReady();
});

function ask(name = "LINEARSCORE", more = {}): { id: number; results: CustomFunctionResult[] } {
  const results: CustomFunctionResult[] = [];
  const [id] = calls.invoke([{ name, args: [1], address: "Data!A1", ...more }], (_call, result) =>
    results.push(result),
  );
  return { id: id!, results };
}

test("a wave is one message to the runtime", () => {
  calls.invoke(
    [
      {
        name: "LINEARSCORE",
        args: [
          0.5,
          [
            [1, null],
            [{ error: "#N/A" }, "x"],
          ],
        ],
        address: "Data!B2",
        errorsAsArguments: true,
      },
      { name: "GRADE", args: [], address: "Data!B3", streaming: true, cancelable: true },
    ],
    () => undefined,
  );
  expect(sent).toHaveLength(1);
  expect(sent[0]!.map(messageRow)).toEqual([
    [
      1,
      1000,
      "",
      JSON.stringify([
        1,
        "LINEARSCORE",
        [
          0.5,
          [
            [1, null],
            [{ type: "CustomFunctionError", code: "#N/A" }, "x"],
          ],
        ],
        "Data!B2",
        4,
        null,
      ]),
      "call1",
      false,
    ],
    [1, 1000, "", JSON.stringify([2, "GRADE", [], "Data!B3", 3, null]), "call2", false],
  ]);
});

test.each<[string, unknown[], CustomFunctionResult]>([
  ["a number", [true, 4.5], 4.5],
  ["nothing", [true, null], null],
  [
    "rows",
    [
      true,
      [
        [1, "a"],
        [null, true],
      ],
    ],
    [
      [1, "a"],
      [null, true],
    ],
  ],
  ["rows of different lengths", [true, [[1, 2], [3]]], { error: "#VALUE!" }],
  ["an error inside of rows", [true, [[{ type: "Error", basicValue: "#N/A" }]]], [[{ error: "#N/A" }]]],
  [
    "an error object with a message",
    [true, { type: "Error", basicValue: "#N/A", message: "no agent" }],
    { error: "#N/A", message: "no agent" },
  ],
  ["a formatted number", [true, { type: "FormattedNumber", basicValue: 0.5, numberFormat: "0%" }], 0.5],
  ["NaN", [false, "NaN", 0], { error: "#NUM!" }],
  ["Infinity", [false, "Infinity", 6], { error: "#NUM!" }],
  ["#VALUE! with a message", [false, "not a number", 7], { error: "#VALUE!", message: "not a number" }],
  ["#N/A", [false, "", 1], { error: "#N/A" }],
  ["#DIV/0!, whose message Excel does not show", [false, "zero", 5], { error: "#DIV/0!" }],
  ["#NUM!", [false, "", 6], { error: "#NUM!" }],
  ["#NULL!", [false, "", 8], { error: "#NULL!" }],
  ["an exception", [false, "", 2], { error: "#VALUE!" }],
  ["a rejected promise", [false, "", 3], { error: "#VALUE!" }],
  ["a function that is not associated", [false, "", 10], { error: "#NAME?" }],
])("the answer %s", (_name, row, expected) => {
  const { id, results } = ask();
  calls.accept([[id, ...row, [0]]]);
  expect(results).toEqual([expected]);
  expect(calls.pending).toBe(0);
});

test("a second answer to a call is dropped, unless it streams", () => {
  const once = ask();
  const stream = ask("CLOCK", { streaming: true });
  for (const value of [1, 2])
    calls.accept([
      [once.id, true, value, [0]],
      [stream.id, true, value, [0]],
    ]);
  expect([once.results, stream.results]).toEqual([[1], [1, 2]]);
  expect(calls.pending).toBe(1);
});

test("a call that was cancelled is told so once, and its late answer is dropped", () => {
  const { id, results } = ask("CLOCK", { streaming: true });
  calls.cancel([id]);
  calls.cancel([id]);
  calls.accept([[id, true, 1, [0]]]);
  expect(sent.slice(1).map((messages) => messages.map((each) => [each.messageType, each.message]))).toEqual([
    [[1001, JSON.stringify({ invocationId: id })]],
  ]);
  expect(results).toEqual([]);
});

test("calls before the runtime is ready are refused, calls of a page that was loaded anew are void", async () => {
  const early = new CustomFunctionCalls(() => undefined);
  expect(() => early.invoke([{ name: "GRADE", args: [], address: "A!A1" }], () => undefined)).toThrow(/not ready/);
  early.setReady();
  await early.ready;
  const { results, id } = ask();
  calls.setReady();
  expect(calls.pending).toBe(0);
  calls.accept([[id, true, 1, [0]]]);
  expect(results).toEqual([]);
});
