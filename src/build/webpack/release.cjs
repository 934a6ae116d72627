const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { root } = require("./shared.cjs");
const { VERSIONS, headerFiles, headerRules } = require("../hosting/headers.cjs");

const { version } = require(path.join(root, "package.json"));

/** What the bundle is made of, so that two builds of one version are told apart too. */
const SOURCES = [
  "src/core",
  "src/functions",
  "src/commands",
  "src/taskpane",
  "src/usecases",
  "src/workbook",
  "src/build/webpack",
  "package-lock.json",
];

/** Marks the modules of one build. Files of another build find no runtime of theirs on the page, instead of a wrong one. */
function buildMark() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesIn(path.join(root, source)).sort())
      hash.update(file.slice(root.length)).update(fs.readFileSync(file));
  }
  return `${version.replace(/\W/g, "_")}_${hash.digest("hex").slice(0, 8)}`;
}

function filesIn(place) {
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The folder of this version's chunks, for a name pattern of webpack. */
const versionFolder = `${VERSIONS}/${version}`;

/** Four numbers, as a manifest states them. Excel loads an update with its own files once this number rises. */
const manifestVersion = (ofPackage = version) => `${ofPackage.replace(/[-+].*/, "")}.0`;

const withVersion = (manifest, ofPackage = version) =>
  manifest.replace(/<Version>[^<]*<\/Version>/, `<Version>${manifestVersion(ofPackage)}</Version>`);

/**
 * Adds to the bundle: a copy of the functions in the folder of the version, `release.json` with the names of all files that run, and the header
 * files of common hosts. The copy is for a page whose entries are of two builds, because Office keeps each of them for up to a day: the
 * pane's entry finds no runtime of its own build there and loads the copy.
 */
class ReleasePlugin {
  constructor({ base, mark }) {
    this.place = new URL(`${base}/`).pathname;
    this.runtime = runtimeName(mark);
    this.copy = `${versionFolder}/functions.${mark}.js`;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("release", (compilation) => {
      const at = (stage, run) => compilation.hooks.processAssets.tap({ name: "release", stage }, run);
      at(Compilation.PROCESS_ASSETS_STAGE_ADDITIONS, () => {
        if (compilation.getAsset("taskpane.js"))
          compilation.updateAsset("taskpane.js", (source) => new sources.ConcatSource(source, "\n", this.loader()));
      });
      at(Compilation.PROCESS_ASSETS_STAGE_REPORT, () => {
        const functions = compilation.getAsset("functions.js");
        // Small already: the minimiser would go over an asset that comes late.
        if (functions) compilation.emitAsset(this.copy, functions.source, { minimized: true });
        for (const [name, text] of Object.entries(this.texts(compilation))) {
          compilation.emitAsset(name, new sources.RawSource(text));
        }
      });
    });
  }

  /** Runs behind the pane's entry, which waits until a runtime of its build takes it. */
  loader() {
    return `(function(){var waiting=self[${JSON.stringify(this.runtime)}];if(!waiting||waiting.push===Array.prototype.push){var script=document.createElement("script");script.src=${JSON.stringify(this.copy)};document.head.appendChild(script)}})();`;
  }

  texts(compilation) {
    const names = compilation.getAssets().map(({ name }) => name);
    const atTop = names.filter((name) => !name.includes("/") && !name.endsWith(".map"));
    const metadata = atTop.filter((name) => name.endsWith(".json")).sort();
    const entries = [...atTop.filter((name) => !name.endsWith(".json")), "release.json"].sort();
    const files = names.filter((name) => name.endsWith(".js")).sort();
    return {
      "release.json": `${JSON.stringify({ version, files }, null, 2)}\n`,
      ...headerFiles(headerRules({ metadata, entries }), this.place),
    };
  }
}

/** The global array through which the chunks of a build reach its runtime. */
const runtimeName = (mark) => `qaScorecard_${mark}`;

/** Before a build, what is left of an earlier build of this version goes. Other versions stay: see the README's part on hosting. */
const isOfAnotherVersion = (file) => file.startsWith(`${VERSIONS}/`) && !file.startsWith(`${versionFolder}/`);

module.exports = {
  ReleasePlugin,
  buildMark,
  isOfAnotherVersion,
  manifestVersion,
  runtimeName,
  versionFolder,
  withVersion,
};
