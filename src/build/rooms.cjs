/*
 * The rooms of `src`, and what each may import. Lint (`npm run lint` runs dependency-cruiser with it), the architecture test and the
 * picture in the README share this list. An import outside the list is refused, types included. No file may lie in another folder.
 */

const HASHES = "@noble/hashes";
const REACT = ["react", "react-dom", "@fluentui/react-components", "@fluentui/react-icons"];

/** Rooms on the way from cells to scores. Each stands behind the rooms that it may import. */
const READ = ["core/text", "core/cell", "core/rubric", "core/metrics"];
const METHODS = [...READ, ...inScoring("model", "curves", "methods")];
const SCORES = [...METHODS, ...inScoring("compile", "gather", "total", "period")];
const SCORING = [...SCORES, ...inScoring("explain", "raise", "native")];
const CHECKED = [...SCORING, "core/book", "core/checks", "core/ruletext"];
const CORE = [...CHECKED, "core/plan", "core/evaluation", "core/analysis", "core/templates"];

/** Knowledge that a workbook needs of the sheets written into it. */
const WRITTEN = ["core/text", "core/cell", "core/plan", "core/evaluation"];

/** What every workbook can do. The additions of a live Excel are in `host.ts`. */
const PORT = ["workbook/port.ts", "workbook/failure.ts"];

/**
 * may: rooms, or single files of rooms, that it imports. packages: what it imports from npm. node: whether it may import Node's own modules.
 */
const ROOMS = {
  "core/text": { may: [] },
  "core/cell": { may: ["core/text"] },
  "core/rubric": { may: ["core/text", "core/cell"] },
  // Tables name the same thing by the same header, such as an indicator in the Ledger and in the Rubric.
  "core/metrics": { may: ["core/text", "core/cell", "core/rubric"] },
  "core/scoring/model": { may: READ },
  "core/scoring/curves": { may: [...READ, ...inScoring("model")] },
  "core/scoring/methods": { may: [...READ, ...inScoring("model", "curves")] },
  "core/scoring/compile": { may: METHODS },
  "core/scoring/gather": { may: [...READ, ...inScoring("model", "compile")] },
  "core/scoring/total": { may: [...READ, ...inScoring("model", "gather")] },
  "core/scoring/period": { may: [...READ, ...inScoring("model", "compile", "gather", "total")], packages: [HASHES] },
  "core/scoring/explain": { may: SCORES },
  "core/scoring/raise": { may: [...READ, ...inScoring("model", "total")] },
  "core/scoring/native": { may: [...READ, ...inScoring("model", "curves")] },
  "core/book": { may: [...READ, ...inScoring("model", "compile")] },
  "core/checks": { may: [...SCORES, "core/book"] },
  // A doubt about words is told like a finding about cells.
  "core/ruletext": { may: [...METHODS, ...inScoring("compile"), "core/checks/check.ts", "core/checks/finding.ts"] },
  "core/plan": { may: ["core/text", "core/cell"] },
  "core/evaluation": { may: [...SCORING, "core/plan"], packages: [HASHES] },
  "core/analysis": { may: [...SCORES, "core/checks"] },
  "core/templates": { may: [...SCORES, "core/book", "core/checks", "core/plan"] },
  functions: { may: [...METHODS, ...inScoring("compile"), "core/ruletext"] },
  workbook: { may: WRITTEN },
  usecases: { may: [...CORE, ...PORT] },
  xlsx: {
    may: [...WRITTEN, ...PORT, "workbook/earlier.ts", "workbook/temporary-sheets.ts"],
    packages: ["fflate", "saxes"],
  },
  taskpane: { may: [...CORE, "workbook", "usecases"], packages: REACT },
  // One file lists the requests to the pane. It imports nothing of the pane.
  commands: { may: ["taskpane/request.ts"] },
  cli: { may: [...CORE, "workbook", "usecases", "xlsx"], node: true },
  workbench: {
    may: [...WRITTEN, "workbook", "xlsx"],
    packages: ["@odoo/o-spreadsheet", "@odoo/owl", "bootstrap", "font-awesome"],
    node: true,
  },
  // Build tools: any package.
  build: {
    may: [...CORE, "workbook", "usecases", "functions", "xlsx", "cli", "workbench/server.cjs"],
    packages: [""],
    node: true,
  },
};

function inScoring(...rooms) {
  return rooms.map((room) => `core/scoring/${room}`);
}

module.exports = ROOMS;
