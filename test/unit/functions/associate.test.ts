import { associateAll } from "../../../src/functions/associate";
import { FUNCTIONS } from "../../../src/functions/definitions";

class FakeError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

interface FakeGlobals {
  CustomFunctions?: unknown;
  Office?: unknown;
}

const globals = globalThis as unknown as FakeGlobals;
const associated = new Map<string, (...raw: unknown[]) => unknown[][]>();

beforeEach(() => {
  associated.clear();
  globals.CustomFunctions = {
    Error: FakeError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    associate: (id: string, run: (...raw: unknown[]) => unknown[][]) => associated.set(id, run),
  };
  globals.Office = { context: { displayLanguage: "en-US" } };
});

afterEach(() => {
  delete globals.CustomFunctions;
  delete globals.Office;
});

const call = (id: string, ...raw: unknown[]): unknown[][] => {
  const definition = FUNCTIONS.find((each) => each.id === id)!;
  // Excel always passes one argument per parameter, null for an omitted one, and the invocation last.
  const padded = definition.parameters.map((_, index) => (index < raw.length ? raw[index] : null));
  associateAll();
  return associated.get(id)!(...padded, { address: "Sheet1!A1", functionName: id });
};

test("every definition is associated under its id", () => {
  associateAll();
  expect([...associated.keys()].sort()).toEqual(FUNCTIONS.map((definition) => definition.id).sort());
});

test("a function that needs more than every workbook should load answers with a promise", async () => {
  associateAll();
  const run = associated.get("RULESCORE")!;
  const answer = run([[75], [null]], "60 分以下不得分，90 分以上满分，之间线性", 10, { address: "Sheet1!A1" });
  expect(answer).toBeInstanceOf(Promise);
  expect(await answer).toEqual([[5], [""]]);
  const [[open]] = (await run(95, "高于均值 20% 得满分", 10, {})) as [[FakeError]];
  expect(open).toMatchObject({
    code: "#VALUE!",
    message: expect.stringMatching(/not from where on nothing is earned/),
  });
});

describe("an empty cell", () => {
  test.each<[string, unknown]>([
    ["null, as Excel on the web hands it over", null],
    ['"", as IF(B2="","",B2) hands it over', ""],
    ["a rectangle of one null", [[null]]],
    ['a rectangle of one ""', [[""]]],
  ])("%s is pending, never 0", (_title, empty) => {
    expect(call("LINEARSCORE", empty, 60, 90, 10)).toEqual([[""]]);
    expect(call("LINEARSCORE", empty, 0.031, 0.019, 5)).toEqual([[""]]);
    expect(call("PEERSCORE", empty, [[1], [2]], -0.2, 0.2, 5)).toEqual([[""]]);
    expect(call("DEDUCTSCORE", empty, 2, 10)).toEqual([[""]]);
    expect(call("GRADE", empty, [["A"]], [[0]])).toEqual([[""]]);
  });

  test("0, as Excel on the desktop hands it over, is the number 0: the reference tells how to guard against it", () => {
    expect(call("LINEARSCORE", 0, 0.031, 0.019, 5)).toEqual([[5]]);
    for (const { id, text } of FUNCTIONS.filter((each) =>
      ["LINEARSCORE", "PEERSCORE", "WEIGHTEDKPI"].includes(each.id),
    )) {
      expect([id, text.en.details]).toEqual([id, expect.stringMatching(/IF\(.+="","",.+\)/)]);
      expect([id, text["zh-CN"].details]).toEqual([id, expect.stringMatching(/IF\(.+="","",.+\)/)]);
    }
  });

  test("among peers and scores it is left out or makes pending", () => {
    expect(call("PEERSCORE", [[80], [null], [120]], [[80], [null], [120]], -0.2, 0.2, 15)).toEqual([[0], [""], [15]]);
    expect(call("WEIGHTEDKPI", [[80, null]], [[1, 1]])).toEqual([[""]]);
    expect(call("WEIGHTEDKPI", [[80, null]], [[1, 1]], "exclude")).toEqual([[80]]);
  });

  test("as a threshold it is an error that names the threshold, in the language of Office", () => {
    expect(call("LINEARSCORE", 75, null, 90, 10)[0]![0]).toMatchObject({
      code: "#VALUE!",
      message: "zero at is not stated.",
    });
    globals.Office = { context: { displayLanguage: "zh-CN" } };
    expect(call("LINEARSCORE", 75, null, 90, 10)[0]![0]).toMatchObject({
      code: "#VALUE!",
      message: "没有填写“零分值”。",
    });
  });
});

test("error cells, text and logical values are errors with a reason and never become 0", () => {
  const result = call("LINEARSCORE", [[{ code: "#DIV/0!" }, "good", true, "#REF!"]], 60, 90, 10);
  expect(result[0]!.map((cell) => (cell as FakeError).message)).toEqual([
    "The cell holds the error #DIV/0!.",
    "“good” is not a number.",
    "A logical value is not a number.",
    "The cell holds the error #REF!.",
  ]);
});

test("results are arguments again: pending stays pending, N/A leaves the weights", () => {
  const scores = call("LINEARSCORE", [[75], [""], ["N/A"]], 60, 90, 10);
  expect(call("WEIGHTEDKPI", scores, [[1], [1], [1]], "exclude")).toEqual([[5]]);
  expect(call("WEIGHTEDKPI", scores, [[1], [1], [1]])).toEqual([[""]]);
});

test.each<[string, readonly unknown[]]>([
  ["older, with fewer parameters", [3, 2, 10]],
  ["newer, with more parameters", [3, 2, 10, null, null]],
])(
  "metadata that Excel keeps of another version, %s: the invocation is never taken for an argument",
  (_name, given) => {
    associateAll();
    expect(associated.get("DEDUCTSCORE")!(...given, { address: "Sheet1!A1", functionName: "DEDUCTSCORE" })).toEqual([
      [4],
    ]);
  },
);

test("4,000 agents in one call", () => {
  const values = Array.from({ length: 4000 }, (_, index) => [index % 100]);
  const result = call("LINEARSCORE", values, 0, 100, 100);
  expect(result.length).toBe(4000);
  expect(result[4099 % 4000]).toEqual([99]);
});

test("without Office, as in a preview, messages are in English", () => {
  delete globals.Office;
  expect(call("GRADE", -1, [["A"]], [[0]])[0]![0]).toMatchObject({ code: "#N/A", message: "-1 is below every grade." });
});
