// Projects: `core`, `pane` and `unit` form the unit part, which is fast and needs only Node. `full` needs a build, a browser and
// LibreOffice. `long` is heavy and rarely changes. See test/README.md.

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
  // These packages are ES modules only, which jest's CommonJS runtime cannot load unchanged.
  transformIgnorePatterns: ["/node_modules/(?!@noble/|@odoo/)"],
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/support/empty.cjs",
    "^@fluentui/react-icons$": "<rootDir>/test/support/icons.cjs",
    // Its main file is a CommonJS bundle for Node 22 and later.
    "^@odoo/o-spreadsheet$": "<rootDir>/node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js",
  },
  setupFiles: ["<rootDir>/test/support/jsdom-setup.cjs"],
  setupFilesAfterEnv: [
    "<rootDir>/test/support/time-limit.cjs",
    "<rootDir>/test/support/jsdom-matchers.cjs",
    "<rootDir>/test/support/cpu-log.cjs",
  ],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  restoreMocks: true,
};

const testsIn = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`);

/** Contracts that concern only the core. The others look further. */
const CORE_CONTRACTS = ["data-only", "definitions", "limits", "template-sources", "templates"].map(
  (name) => `<rootDir>/test/contracts/${name}.test.ts`,
);

const PROJECTS = {
  core: { testMatch: [...testsIn("unit/core", "property"), ...CORE_CONTRACTS] },
  pane: { testMatch: testsIn("unit/taskpane") },
  unit: {
    testMatch: testsIn("unit", "contracts"),
    testPathIgnorePatterns: ["<rootDir>/test/unit/(core|taskpane)/", ...CORE_CONTRACTS],
  },
  full: { testMatch: testsIn("office", "jobs", "e2e", "golden", "build") },
  // Runs each law as often as it states: test/support/property.ts.
  long: { testMatch: testsIn("long", "property"), globals: { tryAll: true } },
};

module.exports = {
  projects: Object.entries(PROJECTS).map(([displayName, own]) => ({ ...shared, displayName, ...own })),
  reporters: ["default", "<rootDir>/test/support/closing-line.cjs"],
};
