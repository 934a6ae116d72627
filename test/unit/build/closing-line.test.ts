import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

const ClosingLine = jest.requireActual<new () => { onRunComplete(contexts: unknown, results: Results): void }>(
  "../../support/closing-line.cjs",
);

test("a test file that could not be run counts as a failure", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-tally-"));
  const before = process.env["QA_TEST_TALLY"];
  process.env["QA_TEST_TALLY"] = path.join(folder, "tally");
  try {
    const reporter = new ClosingLine();
    reporter.onRunComplete(undefined, { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
    reporter.onRunComplete(undefined, { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 });
    const lines = readFileSync(path.join(folder, "tally"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { passed: 5, failed: 3 },
      { passed: 7, failed: 0 },
    ]);
  } finally {
    if (before === undefined) delete process.env["QA_TEST_TALLY"];
    else process.env["QA_TEST_TALLY"] = before;
    rmSync(folder, { recursive: true });
  }
});
