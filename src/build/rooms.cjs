/*
 * The rooms of `src`, and what each may import: the one list for lint (`npm run lint` runs dependency-cruiser with it), for the architecture
 * test, and for the picture in the README. What is not listed is refused, types included; a file may lie in no other folder. A right that no
 * file uses fails the test.
 */

const HASHES = "@noble/hashes";
const REACT = ["react", "react-dom", "@fluentui/react-components", "@fluentui/react-icons"];
const GRID = ["@odoo/o-spreadsheet", "@odoo/owl", "bootstrap", "font-awesome"];

/** Tables as they are read; every room of scoring needs them. */
const READ = ["core/text", "core/cell", "core/rubric", "core/metrics"];

const inScoring = (...rooms) => rooms.map((room) => `core/scoring/${room}`);

/**
 * may: rooms, or single files of rooms, that it imports. packages: what it imports from npm. node: whether it may import Node's own modules.
 */
const ROOMS = {
  "core/text": { may: [] },
  "core/cell": { may: ["core/text"] },
  "core/rubric": { may: ["core/text", "core/cell"] },
  // Tables name the same thing by the same header: an indicator in the Ledger as in the Rubric.
  "core/metrics": { may: ["core/text", "core/cell", "core/rubric"] },
  "core/scoring/model": { may: [...READ] },
  "core/scoring/curves": { may: ["core/text", "core/cell", "core/rubric", ...inScoring("model")] },
  "core/scoring/methods": { may: ["core/text", "core/rubric", ...inScoring("model", "curves")] },
  "core/scoring/compile": {
    may: [...READ, ...inScoring("model", "curves", "methods")],
  },
  "core/scoring/gather": { may: [...READ, ...inScoring("model", "compile")] },
  "core/scoring/total": { may: [...READ, ...inScoring("model", "gather")] },
  "core/scoring/period": { may: [...READ, ...inScoring("model", "compile", "gather", "total")], packages: [HASHES] },
  "core/scoring/explain": { may: [...READ, ...inScoring("model", "curves", "total", "period")] },
  "core/scoring/raise": { may: [...READ, ...inScoring("model", "total")] },
  "core/scoring/native": { may: ["core/text", "core/cell", "core/rubric", ...inScoring("model", "curves")] },
  "core/find": { may: [...READ, ...inScoring("compile")] },
  "core/book": { may: [...READ, ...inScoring("model", "compile")] },
  "core/ruletext": { may: [...READ, ...inScoring("model", "curves", "compile")] },
  "core/checks": { may: [...READ, ...inScoring("model", "compile", "gather", "period"), "core/book", "core/ruletext"] },
  "core/plan": { may: ["core/text", "core/cell"] },
  "core/evaluation": {
    may: ["core/text", "core/cell", ...inScoring("model", "total", "period", "explain"), "core/plan"],
    packages: [HASHES],
  },
  "core/portable": {
    may: [...READ, ...inScoring("model", "total", "native"), "core/plan", "core/evaluation"],
  },
  "core/analysis": { may: ["core/text", "core/cell", "core/rubric", ...inScoring("model", "compile", "total")] },
  "core/templates": { may: [...READ, ...inScoring("model", "compile"), "core/plan"] },
  functions: { may: [...READ, ...inScoring("model", "methods", "compile"), "core/ruletext"] },
  workbook: { may: ["core/text", "core/cell", "core/find", "core/plan", "core/evaluation"] },
  // What only a live Excel can stands in `workbook/host.ts`; no use case and no file needs it.
  usecases: {
    may: [
      ...READ,
      ...inScoring("model", "compile", "gather", "total", "period", "explain", "raise"),
      "core/book",
      "core/find",
      "core/checks",
      "core/ruletext",
      "core/plan",
      "core/evaluation",
      "core/analysis",
      "core/templates",
      "workbook/failure.ts",
      "workbook/port.ts",
    ],
  },
  xlsx: {
    may: [
      "core/text",
      "core/cell",
      "core/find",
      "core/plan",
      "core/evaluation",
      "workbook/earlier.ts",
      "workbook/failure.ts",
      "workbook/port.ts",
      "workbook/temporary-sheets.ts",
    ],
    packages: ["fflate", "saxes"],
  },
  csv: { may: ["core/cell"] },
  taskpane: {
    may: [...READ, ...inScoring("model"), "core/checks", "core/ruletext", "core/analysis", "workbook", "usecases"],
    packages: REACT,
  },
  // One file says what may be asked of the pane; it brings nothing of the pane with it.
  commands: { may: ["taskpane/request.ts"] },
  cli: {
    may: [
      "core/text",
      "core/cell",
      ...inScoring("model", "compile", "period", "explain"),
      "core/find",
      "core/checks",
      "core/ruletext",
      "core/plan",
      "core/evaluation",
      // No other door writes formulas of methods; Excel does not load them.
      "core/portable",
      "core/analysis",
      "core/templates",
      "workbook/failure.ts",
      "usecases",
      "csv",
      "xlsx",
    ],
    node: true,
  },
  workbench: {
    may: ["core/text", "core/cell", "core/plan", "workbook/failure.ts", "workbook/temporary-sheets.ts", "xlsx"],
    packages: GRID,
    node: true,
  },
  // Build tools: any package.
  build: {
    may: [
      ...READ,
      ...inScoring("model", "curves", "compile", "total"),
      "core/checks",
      "core/plan",
      "core/templates",
      "functions",
      "xlsx",
      "cli",
      "workbench/server.cjs",
    ],
    packages: [""],
    node: true,
  },
};

module.exports = ROOMS;
