/*
 * What `npm run mutants` changes, and the score (killed of those tried, in per cent) below which it fails. A floor is to lie a few points below
 * a measured score; none is measured yet. A folder stands for all below it that has no line of its own.
 */
const FLOORS = {
  "src/core/cell": 0,
  "src/core/checks": 0,
  "src/core/checks/definitions": 0,
  "src/core/scoring/compile": 0,
  "src/core/scoring/curves": 0,
  "src/core/scoring/explain": 0,
  "src/core/scoring/gather": 0,
  "src/core/scoring/methods": 0,
  "src/core/scoring/model": 0,
  "src/core/scoring/native": 0,
  "src/core/scoring/period": 0,
  "src/core/scoring/raise": 0,
  "src/core/scoring/total": 0,
};

/** Plain formulas are tried in LibreOffice, which takes seconds: only where formulas are made. */
const FORMULAS = ["curves", "methods", "native"].map((room) => `src/core/scoring/${room}`);

/** The folder of FLOORS that a file counts in. */
function folderOf(file) {
  const [nearest] = Object.keys(FLOORS)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length);
  return nearest;
}

module.exports = { FLOORS, FORMULAS, folderOf };
