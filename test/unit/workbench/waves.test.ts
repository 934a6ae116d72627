import type { CustomFunctionCall, CustomFunctionResult } from "../../../src/workbench/host/custom-functions";
import { waves } from "../../../src/workbench/grid/waves";

const call = (name: string, ...args: (number | null)[]): CustomFunctionCall => ({ name, args, address: "Sheet1!A1" });
const settledTask = () => new Promise((resolve) => setTimeout(resolve, 0));

function doubling() {
  const sent: (readonly CustomFunctionCall[])[] = [];
  const settled: (readonly string[])[] = [];
  const answer = (calls: readonly CustomFunctionCall[]): Promise<readonly CustomFunctionResult[]> => {
    sent.push(calls);
    return Promise.resolve(calls.map(({ args }) => Number(args[0]) * 2));
  };
  return { sent, settled, waves: waves<string>(answer, (places) => settled.push(places)) };
}

test("calls of one evaluation go out together, and all places are told", async () => {
  const { sent, settled, waves: tested } = doubling();
  expect(tested.lookUp(call("DOUBLE", 1), "A1")).toBeUndefined();
  expect(tested.lookUp(call("DOUBLE", 2), "A2")).toBeUndefined();
  expect(tested.isIdle()).toBe(false);
  await settledTask();
  await settledTask();
  expect(sent.map((wave) => wave.length)).toEqual([2]);
  expect(settled).toEqual([["A1", "A2"]]);
  expect(tested.lookUp(call("DOUBLE", 2), "A2")).toBe(4);
  expect(tested.isIdle()).toBe(true);
});

test("equal calls are asked once", async () => {
  const { sent, settled, waves: tested } = doubling();
  tested.lookUp(call("DOUBLE", 1), "A1");
  tested.lookUp(call("DOUBLE", 1), "A2");
  await settledTask();
  tested.lookUp(call("DOUBLE", 1), "A3");
  await settledTask();
  expect(sent.flat()).toHaveLength(1);
  expect(settled.flat()).toEqual(["A1", "A2"]);
});

test("other arguments are another call: no stale result after an edit", async () => {
  const { waves: tested } = doubling();
  tested.lookUp(call("DOUBLE", 0), "A1");
  await settledTask();
  await settledTask();
  expect(tested.lookUp(call("DOUBLE", 0), "A1")).toBe(0);
  expect(tested.lookUp(call("DOUBLE", null), "A1")).toBeUndefined();
});

test("after forgetting, answers to old calls are not taken", async () => {
  let release: (results: readonly CustomFunctionResult[]) => void = () => undefined;
  const settled: string[] = [];
  const tested = waves<string>(
    () => new Promise((resolve) => (release = resolve)),
    (places) => settled.push(...places),
  );
  tested.lookUp(call("DOUBLE", 1), "A1");
  await settledTask();
  tested.forget();
  release([2]);
  await settledTask();
  expect(settled).toEqual([]);
  expect(tested.lookUp(call("DOUBLE", 1), "A1")).toBeUndefined();
});

test("a call that cannot be sent becomes an error with its reason", async () => {
  const tested = waves<string>(
    () => Promise.reject(new Error("the add-in is not there")),
    () => undefined,
  );
  tested.lookUp(call("DOUBLE", 1), "A1");
  await settledTask();
  await settledTask();
  expect(tested.lookUp(call("DOUBLE", 1), "A1")).toEqual({ error: "#VALUE!", message: "the add-in is not there" });
});
