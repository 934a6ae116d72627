const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../../..");

/** Errors are what was not in the sample. */
const DETECTED = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];

const fromRoot = (file) => path.relative(root, file).split(path.sep).join("/");

/** Where a mutant stands, and what it changes into what. */
function described({ fileName, location: { start, end }, mutatorName, replacement, status }) {
  const lines = fs
    .readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const short = (text) => text.replace(/\s+/g, " ").slice(0, 120);
  const place = `${fromRoot(fileName)}:${start.line}:${start.column}`;
  const met = status === "NoCoverage" ? ", met by no test" : "";
  return `${place} (${mutatorName}${met})\n    - ${short(lines.join("\n"))}\n    + ${short(replacement)}`;
}

module.exports = { DETECTED, MISSED, described, fromRoot, root };
