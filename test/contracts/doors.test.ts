import { writeFileSync } from "node:fs";
import { STATUS, STATUS_NAMES } from "../../src/core/scoring/model/status";
import { findMethod } from "../../src/core/scoring/compile/registry";
import { evaluate } from "../../src/functions/evaluate";
import { scoreBook } from "../../src/usecases";
import { bookOf } from "../support/book";
import { command, workbookOf, workFolder } from "../support/command";
import type { ExampleCase } from "../support/doors";
import { argumentsOf, EXAMPLE_CASES, METHOD_FUNCTIONS, tablesOf } from "../support/doors";

/**
 * Every worked example of every method gives the same points through every door: a row of the rubric, the command, the custom function. The
 * native formula needs a spreadsheet program to calculate it, so `test/golden` tests it with the same examples.
 */

const folder = workFolder();
afterAll(folder.remove);

/** A rubric that the checks refuse never gives a number to any agent. */
let accepted: readonly ExampleCase[] = [];
let refused: readonly ExampleCase[] = [];

beforeAll(async () => {
  const isRefused = await Promise.all(
    EXAMPLE_CASES.map(async (each) => scoreBook(await bookOf(tablesOf([each]))).sets.length === 0),
  );
  accepted = EXAMPLE_CASES.filter((_, index) => !isRefused[index]);
  refused = EXAMPLE_CASES.filter((_, index) => isRefused[index]);
});

const close = (points: number | null | undefined, expected: number): boolean =>
  typeof points === "number" && Math.abs(points - expected) <= 1e-9;

/** A door's wrong answer to an example, in words. Undefined for a right one. */
function wrongAnswer({ name, example }: ExampleCase, points: number | null | undefined, status: string) {
  const isRight =
    example.points === "failed" ? status === "failed" : status === "scored" && close(points, example.points);
  return isRight ? [] : [`${name}: ${String(points)} (${status}), the example says ${example.points}`];
}

test("an example whose rubric is refused is one that cannot be scored", () => {
  expect(refused.filter(({ example }) => example.points !== "failed").map(({ name }) => name)).toEqual([]);
});

test("each example as a row of a rubric", async () => {
  const outcome = scoreBook(await bookOf(tablesOf(accepted)));
  const errors = outcome.findings.filter(({ severity }) => severity === "error");
  expect(errors.map(({ text }) => text.en.what)).toEqual([]);
  const sets = new Map(outcome.sets.map((set) => [set.rubric.rubric.name, set]));
  const wrong = accepted.flatMap((each) => {
    const set = sets.get(each.name);
    const agent = set?.agentIds.indexOf(each.agent) ?? -1;
    if (!set || agent < 0) return [`${each.name}: nobody was scored`];
    const { earned, status } = set.indicators[0]!;
    return wrongAnswer(each, earned[agent], STATUS_NAMES[status[agent]!]!);
  });
  expect(wrong).toEqual([]);
});

test("each example through the command, in a file", async () => {
  const { percentColumns: _, timeColumns: ___, formulas: ____, Evaluation: __, ...tables } = tablesOf(accepted);
  const book = folder.file("examples.xlsx");
  writeFileSync(book, workbookOf(tables as Parameters<typeof workbookOf>[0]));
  const { status, out } = await command(["score", book, "--out", folder.file("scored.xlsx"), "--json"]);
  expect(status).toBe(0);
  interface Evaluation {
    readonly agentId: string;
    readonly indicators: Readonly<Record<string, { readonly points: number | null; readonly status: string }>>;
  }
  const evaluations = new Map(
    (JSON.parse(out) as { evaluations: Evaluation[] }).evaluations.map((each) => [each.agentId, each]),
  );
  const wrong = accepted.flatMap((each) => {
    const indicator = evaluations.get(each.agent)?.indicators[each.name];
    return indicator ? wrongAnswer(each, indicator.points, indicator.status) : [`${each.name}: nobody was scored`];
  });
  expect(wrong).toEqual([]);
});

test.each(METHOD_FUNCTIONS.map(([definition, method]) => [definition.id, method.id, definition] as const))(
  "each example of %s's method %s that it can be asked",
  (_id, methodId, definition) => {
    const cases = EXAMPLE_CASES.filter(({ method }) => method === findMethod(methodId));
    const wrong = cases.flatMap((each) => {
      const asked = argumentsOf(definition, each);
      if (!asked) return [];
      const cell = evaluate(definition, [...asked.map((each) => each ?? null), {}])[0]![0]!;
      if (typeof cell === "number") return wrongAnswer(each, cell, STATUS_NAMES[STATUS.scored]!);
      return wrongAnswer(each, null, typeof cell === "object" ? "failed" : cell);
    });
    expect(wrong).toEqual([]);
    // At least half of the examples, so that a renamed argument cannot empty the test.
    expect(cases.filter((each) => argumentsOf(definition, each)).length).toBeGreaterThanOrEqual(cases.length / 2);
  },
);
