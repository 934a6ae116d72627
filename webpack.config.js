const addin = require("./src/build/webpack/addin.cjs");
const cli = require("./src/build/webpack/cli.cjs");
const workbench = require("./src/build/webpack/workbench.cjs");

/** `webpack --config-name addin|cli|workbench`; without a name all three. Production is the default. */
module.exports = (_environment, { mode = "production" } = {}) => [addin(mode), cli(mode), workbench(mode)];
