const addin = require("./src/build/webpack/addin.cjs");
const cli = require("./src/build/webpack/cli.cjs");
const workbench = require("./src/build/webpack/workbench.cjs");

/** `webpack --config-name addin|cli|workbench`; all three without a name. Production unless asked otherwise. */
module.exports = (_environment, { mode = "production" } = {}) => [addin(mode), cli(mode), workbench(mode)];
