const fs = require("node:fs");
const path = require("node:path");

const tests = path.resolve(__dirname, "..");

/**
 * Loads test files into one file of jest. Loading the core takes longer than nearly all tests, and a mutant that survives has to get past all
 * of them: so the core is loaded once for many, instead of once for each file.
 */
function load(folder, isOne = () => true) {
  const files = fs.readdirSync(path.join(tests, folder), { recursive: true }).sort();
  for (const file of files.filter((each) => each.endsWith(".test.ts") && isOne(each))) {
    const whole = path.join(tests, folder, file);
    describe(`${folder}/${file}`, () => void require(whole));
  }
}

module.exports = { load };
