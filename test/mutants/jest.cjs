// The tests that mutants have to get past: all of the core, the use cases over it, and plain formulas in LibreOffice.
const { projects } = require("../../jest.config.cjs");

const { displayName: _, ...core } = projects.find(({ displayName }) => displayName === "core");

module.exports = {
  ...core,
  rootDir: "../..",
  testEnvironment: require.resolve("./environment.cjs"),
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["fast", "laws", "formulas"].map((name) => `<rootDir>/test/mutants/${name}.cjs`),
};
