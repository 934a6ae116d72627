// The tests that mutants have to get past: all of the core, the use cases over it, and plain formulas in LibreOffice.
const { projects } = require("../../../jest.config.cjs");

const { displayName: _, ...core } = projects.find(({ displayName }) => displayName === "core");

module.exports = {
  ...core,
  rootDir: "../../..",
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["<rootDir>/src/build/mutants/bundles/*.test.cjs"],
};
