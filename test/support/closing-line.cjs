const fs = require("node:fs");

/**
 * Ends a run with one plain line for people and scripts, `Tests: N passed, M failed`. A test file that could not run counts as one failure.
 * `npm test` has several runs: their counts go into the file named by QA_TEST_TALLY and are printed once, summed.
 */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const tally = process.env.QA_TEST_TALLY;
    if (tally) {
      fs.appendFileSync(tally, `${JSON.stringify({ passed, failed })}\n`);
      return;
    }
    // Jest writes its own summary after every reporter, so this waits for the exit to come last.
    process.once("exit", () => fs.writeSync(1, `\nTests: ${passed} passed, ${failed} failed\n`));
  }
};
