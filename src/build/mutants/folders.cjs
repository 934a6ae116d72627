/*
 * What `npm run mutants` changes, and the score (killed of those tried, in per cent) below which it fails. The floors lie some eight
 * points below the scores in test/README.md, because other code means another sample. A folder stands for all below it that has no line of its own.
 */
const FLOORS = {
  "src/core/cell": 70,
  "src/core/checks": 78,
  "src/core/checks/definitions": 78,
  "src/core/scoring/compile": 68,
  "src/core/scoring/curves": 74,
  "src/core/scoring/explain": 78,
  "src/core/scoring/gather": 86,
  "src/core/scoring/methods": 80,
  "src/core/scoring/model": 84,
  "src/core/scoring/native": 80,
  "src/core/scoring/period": 72,
  "src/core/scoring/raise": 55,
  "src/core/scoring/total": 84,
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
