import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Check, ExampleTables } from "../../src/core/checks/check";
import { sourcesOf } from "../../src/core/checks/examples";
import { readSubject } from "../../src/core/checks/subject";
import { ALL_CHECKS, runCheck } from "../../src/core/checks/validate";

// A chosen limit is right only if an example close to it says so, on either side.

const LIMITS = ALL_CHECKS.flatMap((check) =>
  Object.keys(check.limits ?? {}).map((name): [string, string, Check] => [check.id, name, check]),
);

/** Places reported in each example. */
const reported = (check: Check): readonly string[] => {
  const examples: readonly ExampleTables[] = [...check.valid, ...check.invalid.map(({ tables }) => tables)];
  return examples.map((tables) => {
    const findings = runCheck(check, readSubject(sourcesOf(tables)));
    return findings.map(({ at }) => `${at?.sheet} ${at?.row} ${at?.column}`).join();
  });
};

test.each(LIMITS)("%s: an example stands near %s on either side", (_id, name, check) => {
  const moved = (by: number): Check => ({ ...check, limits: { ...check.limits, [name]: check.limits![name]! * by } });
  const asItIs = reported(check);
  expect(reported(moved(2))).not.toEqual(asItIs);
  expect(reported(moved(0.5))).not.toEqual(asItIs);
});

/** A fraction with a name of its own, or one that something is compared with. */
const UNDECLARED = /const [A-Z_]+ = (?:0?\.\d+|\d(?:\.\d+)?e-\d+);|(?<!=)[<>]=?\s*(?:0?\.\d+|\d(?:\.\d+)?e-\d+)/g;

test("no check keeps such a number to itself", () => {
  expect("const ROUNDED = 0.0051;".match(UNDECLARED)).toHaveLength(1);
  expect("const SAME = 1e-9; if (Math.abs(sum - 1) < 0.0051) return;".match(UNDECLARED)).toHaveLength(2);
  const folder = path.resolve(__dirname, "../../src/core/checks/definitions");
  const kept = readdirSync(folder).flatMap((file) =>
    (readFileSync(path.join(folder, file), "utf8").match(UNDECLARED) ?? []).map((found) => `${file}: ${found}`),
  );
  expect(kept).toEqual([]);
});
