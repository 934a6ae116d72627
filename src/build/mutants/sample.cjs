const { createHash } = require("node:crypto");

/**
 * A number that stays with a mutant while its file is edited elsewhere, so that the same mutants are tried again: from what is changed into what,
 * and how many alike stand before it, but not from the line.
 */
function numbered(mutants) {
  const alike = new Map();
  return mutants.map((mutant) => {
    const kind = [mutant.fileName, mutant.mutatorName, mutant.replacement].join("\n");
    const before = alike.get(kind) ?? 0;
    alike.set(kind, before + 1);
    return { mutant, number: createHash("sha256").update(`${kind}\n${before}`).digest("hex") };
  });
}

/** Up to `count` mutants of each folder, always the same ones. */
function sampleOf(mutants, count, folderOf) {
  const taken = new Map();
  return numbered(mutants)
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ mutant }) => mutant)
    .filter(({ fileName }) => {
      const folder = folderOf(fileName);
      taken.set(folder, (taken.get(folder) ?? 0) + 1);
      return taken.get(folder) <= count;
    });
}

/** What tells a mutant from all others, as Stryker describes it; its number is another one in each run. */
const keyOf = ({ fileName, mutatorName, replacement, location: { start, end } }) =>
  [fileName, mutatorName, replacement, start.line, start.column, end.line, end.column].join("\n");

module.exports = { keyOf, sampleOf };
