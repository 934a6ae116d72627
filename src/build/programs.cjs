const fs = require("node:fs");
const path = require("node:path");

/** Programs that the tests drive, and their places besides the search path. `CHROMIUM` and `SOFFICE` go first. */
const PROGRAMS = {
  chromium: {
    variable: "CHROMIUM",
    title: "Chromium",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    packages: "chromium",
  },
  soffice: {
    variable: "SOFFICE",
    title: "LibreOffice",
    names: ["soffice", "libreoffice"],
    places: [
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    ],
    packages: "libreoffice-calc",
  },
};

/** Path of a program. Undefined if it is not installed. */
function find(id, environment = process.env) {
  const { variable, names, places } = PROGRAMS[id];
  const stated = environment[variable];
  if (stated) return fs.existsSync(stated) ? stated : undefined;
  const folders = (environment.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...places].find((file) => isProgram(file));
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function missingLine(ids) {
  const titles = ids.map((id) => PROGRAMS[id].title).join(" and ");
  const packages = ids.map((id) => PROGRAMS[id].packages).join(" ");
  const variables = ids.map((id) => PROGRAMS[id].variable).join(" and ");
  return `npm test needs ${titles}: on Debian or Ubuntu "sudo apt-get install ${packages}", elsewhere install it and set ${variables} to its path if it is not found.`;
}

module.exports = { find, missingLine };
