const js = require("@eslint/js");
const tseslint = require("typescript-eslint");
const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");

const globalsOf = (names) => Object.fromEntries(names.split(" ").map((name) => [name, "readonly"]));

module.exports = tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", "assets/reference/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // The build's plain JavaScript has no types, so TypeScript loads it by require with a stated type.
      "@typescript-eslint/no-require-imports": ["error", { allow: ["\\.cjs$"] }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    // The workbench answers the API instead of calling it, so its own `getCell` and the like are no proxies.
    ignores: ["src/workbench/**"],
    plugins: { "office-addins": officeAddins },
    // Listed by hand: the plugin's presets bring a second copy of typescript-eslint and omit *.tsx.
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/core/text/tolerance.ts", "src/core/text/once-per.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[value>0][value<0.0001]",
          message: "Numbers are compared by core/text/tolerance; a tolerance that means something else says so here.",
        },
        {
          selector: "NewExpression[callee.name='WeakMap']",
          message:
            "What is worked out once for an object is kept by core/text/once-per; a map with another rule says so here.",
        },
      ],
    },
  },
  {
    // Programs for a terminal.
    files: ["src/cli/**", "src/build/**", "src/workbench/server.cjs", "test/**", "*.js", "*.cjs"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.cjs", "*.js"],
    languageOptions: {
      sourceType: "commonjs",
      globals: globalsOf(
        "require module exports process console Buffer __dirname __filename URL fetch AbortSignal TextEncoder performance window jest expect describe afterAll " +
          "setTimeout clearTimeout setInterval clearInterval setImmediate",
      ),
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
