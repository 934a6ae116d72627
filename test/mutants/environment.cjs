const { TestEnvironment } = require("jest-environment-node");

/** One failing test is enough to notice a mutant: the tests behind it are skipped. Jest's own `bail` ends with a file, and all stand in one. */
module.exports = class FirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent = ({ name, test }) => {
    if (name === "test_fn_failure" || name === "hook_failure") this.failed = true;
    if (name === "test_start" && this.failed) test.mode = "skip";
  };
};
