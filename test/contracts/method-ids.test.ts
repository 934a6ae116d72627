import { methodIdTests } from "../support/method-ids";

/** Code that asks for a method's id, and code that only resembles it. */
const PLANTED = `
import type { MethodId, MethodName } from "../scoring/compile/registry";
import type { InputKind, ScoringMethod } from "../scoring/model/method";
import type { Rule } from "./rule";

export const one = (rule: Rule) => rule.method === "peer";
export const two = ({ id }: ScoringMethod) => "manual" !== id;
export const three = ({ method: name }: Rule) => (name === "bands" ? 1 : 2);
export function four(rule: Rule) {
  switch (rule.method) {
    case "deduct":
      return 1;
    default:
      return 2;
  }
}
export const five: readonly MethodName[] = ["step"];
export const six = (method: string) => ["deduct", "bonus"].includes(method);
export const seven: Readonly<Partial<Record<MethodId, number>>> = { linear: 1, "pass-fail": 2 };
export const eight = { rating: 1, manual: 2 };
export const nine = (text: string) => text === "扣分";

export const made: Rule = { method: "linear", zeroAt: 0, fullAt: 1 };
export const either = (isPeer: boolean): MethodName => (isPeer ? "peer" : "linear");
export const input = (kind: InputKind) => kind === "team";
export const rater = (kind: "peer" | "customer") => kind === "peer";
export const inputs: readonly InputKind[] = ["team", "checklist"];
export const row: Partial<Record<"grade" | "step" | "from", number>> = { grade: 1, step: 2 };
`;

test("only a method's own file, and what makes a rule or a row, names a method", () => {
  const planted = "src/core/ruletext/planted.ts";
  const found = methodIdTests(new Map([[planted, PLANTED]]));
  expect(found.filter((each) => !each.startsWith(planted))).toEqual([]);
  expect(found.map((each) => each.slice(planted.length + 2))).toEqual([
    'rule.method === "peer"',
    '"manual" !== id',
    'name === "bands"',
    '"deduct"',
    '"step"',
    '"deduct"',
    '"bonus"',
    '{ linear: 1, "pass-fail": 2 }',
    "{ rating: 1, manual: 2 }",
    'text === "扣分"',
  ]);
});
