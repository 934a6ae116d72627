const { projects } = require("../../jest.config.cjs");
const { load } = require("./load.cjs");

const core = projects.find(({ displayName }) => displayName === "core");

// Those first that notice most.
load("contracts", (file) => core.testMatch.includes(`<rootDir>/test/contracts/${file}`));
load("unit/core");
load("unit/usecases");
load("unit/xlsx", (file) => file === "formula-text.test.ts");
