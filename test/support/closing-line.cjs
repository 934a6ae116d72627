const fs = require("node:fs");

/**
 * Ends a run with one plain line, `Tests: N passed, M failed`, that people and scripts can read.
 * A test file that could not be run at all counts as one failure. Under `npm test`, which has several runs, the counts go
 * into the file named by QA_TEST_TALLY instead and are printed once, summed.
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
    // Jest writes its own summary after every reporter; the closing line is the last one.
    process.once("exit", () => fs.writeSync(1, `\nTests: ${passed} passed, ${failed} failed\n`));
  }
};
