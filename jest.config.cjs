// Two projects: `unit` is fast and needs nothing but Node; `full` needs a build, a browser and LibreOffice.

const transform = {
  "^.+\\.(?:[jt]sx?|mjs)$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  ],
};

const shared = {
  testEnvironment: "node",
  transform,
  // These packages are published as ES modules only, which jest's CommonJS runtime cannot load as they are.
  transformIgnorePatterns: ["/node_modules/(?!@noble/|@odoo/)"],
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/support/empty.cjs",
    "^@fluentui/react-icons$": "<rootDir>/test/support/icons.cjs",
    // Its main file is a CommonJS bundle for Node 22 and later.
    "^@odoo/o-spreadsheet$": "<rootDir>/node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js",
  },
  setupFiles: ["<rootDir>/test/support/jsdom-setup.cjs"],
  setupFilesAfterEnv: ["<rootDir>/test/support/time-limit.cjs", "<rootDir>/test/support/jsdom-matchers.cjs"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  restoreMocks: true,
};

const testsIn = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`);

module.exports = {
  projects: [
    { ...shared, displayName: "unit", testMatch: testsIn("unit", "contracts", "property") },
    { ...shared, displayName: "full", testMatch: testsIn("office", "e2e", "golden", "build", "whole") },
  ],
  reporters: ["default", "<rootDir>/test/support/closing-line.cjs"],
};
