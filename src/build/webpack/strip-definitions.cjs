const path = require("node:path");
const ts = require("typescript");

const ROOT = path.resolve(__dirname, "../../..");

/** Where `define...` is called: the folders of definitions, and the phrases of the rule language. */
const DEFINING = [
  ...Object.values(require("../definition-folders.json")).map(({ folder }) => folder),
  "src/core/ruletext",
];
const DEFINES = /^define[A-Z]/;

/** What a definition holds for tests and the reference alone: what proves it, and what a template is known to leave open. */
const EXAMPLES = new Set(["examples", "valid", "invalid", "known"]);
/** The Excel formula of a method. Nothing that is bundled writes it into a sheet; the reference shows it. */
const FORMULA = "nativeFormula";

/**
 * Takes out of the definitions - checks, methods, custom functions, templates - what no bundle runs: a definition is one file, but a
 * workbook that scores needs neither its worked examples nor its Excel formula. Texts are cut out where they stand, so that line numbers
 * stay right. A file that asks a method for its formula cannot be bundled: the build fails and names it.
 */
module.exports = function stripDefinitions(text) {
  const file = this.resourcePath;
  const defines = DEFINING.some((folder) => file.startsWith(path.join(ROOT, folder) + path.sep));
  if (!defines && !text.includes(FORMULA)) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const cuts = [];
  const visit = (node, isDefinition) => {
    if (ts.isObjectLiteralExpression(node)) {
      const gone = node.properties.filter(({ name }) => isGone(name?.getText(), isDefinition));
      cuts.push(...gone.map((property) => cutOf(property, text)));
      for (const property of node.properties) if (!gone.includes(property)) visit(property, false);
      return;
    }
    if (asksForFormula(node)) throw new Error(`${file} asks for ${FORMULA}, which is taken out of the bundles`);
    const isCall = defines && ts.isCallExpression(node) && isDefine(node.expression);
    ts.forEachChild(node, (child) => visit(child, isCall && node.arguments.includes(child)));
  };
  visit(source, false);
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce(
      (rest, { from, to }) => rest.slice(0, from) + rest.slice(from, to).replace(/[^\n]/g, "") + rest.slice(to),
      text,
    );
};

const isGone = (name, isDefinition) => name === FORMULA || (isDefinition && EXAMPLES.has(name));

/** `method.nativeFormula`, and `{ nativeFormula } = method`. */
function asksForFormula(node) {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === FORMULA;
  return ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === FORMULA;
}

/** `defineMethod(..)`, and `defineCheck<..>()(..)`. */
function isDefine(callee) {
  const called = ts.isCallExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(called) && DEFINES.test(called.text);
}

/** With the comma behind it. */
function cutOf(property, text) {
  const comma = /^\s*,/.exec(text.slice(property.end));
  return { from: property.getStart(), to: property.end + (comma ? comma[0].length : 0) };
}
