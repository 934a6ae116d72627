// Runs before `npm test`. Names missing programs in one line, instead of failing somewhere in the middle.
const { find, missingLine } = require("./programs.cjs");

const missing = ["chromium", "soffice"].filter((id) => find(id) === undefined);
if (missing.length > 0) {
  console.error(missingLine(missing));
  process.exit(1);
}
