const path = require("node:path");
const ts = require("typescript");

const ROOT = path.resolve(__dirname, "../../..");

/** Folders with `define...` calls: those of definitions, and the phrases of the rule language. */
const DEFINING = [
  ...Object.values(require("../definition-folders.json")).map(({ folder }) => folder),
  "src/core/ruletext",
];
const DEFINES = /^define[A-Z]/;

/** Parts of a definition for tests and the reference only: its proofs, and a template's known holes. */
const EXAMPLES = new Set(["examples", "valid", "invalid", "known"]);
/** The Excel formula of a method. The reference shows it, and the command writes it into sheets (option `formulas`); Excel loads it never. */
const FORMULA = "nativeFormula";

/**
 * Removes from the definitions (checks, methods, custom functions, templates) the parts that no bundle runs. A definition is one file, but
 * a workbook that scores needs neither its worked examples nor its Excel formula. Texts are cut in place, so that line numbers stay right.
 * A file that asks a method for its formula cannot be bundled without the option `formulas`: the build fails and names it.
 */
module.exports = function stripDefinitions(text) {
  const file = this.resourcePath;
  const defines = DEFINING.some((folder) => file.startsWith(path.join(ROOT, folder) + path.sep));
  const keepsFormulas = this.getOptions?.().formulas === true;
  if (!defines && (keepsFormulas || !text.includes(FORMULA))) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const cuts = [];
  const visit = (node, isDefinition) => {
    if (ts.isObjectLiteralExpression(node)) {
      const gone = node.properties.filter(({ name }) => isGone(name?.getText(), isDefinition, keepsFormulas));
      cuts.push(...gone.map((property) => cutOf(property, text)));
      for (const property of node.properties) if (!gone.includes(property)) visit(property, false);
      return;
    }
    if (!keepsFormulas && asksForFormula(node))
      throw new Error(`${file} asks for ${FORMULA}, which is taken out of the bundles`);
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

const isGone = (name, isDefinition, keepsFormulas) =>
  (!keepsFormulas && name === FORMULA) || (isDefinition && EXAMPLES.has(name));

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

/** The cut includes the comma behind the property. */
function cutOf(property, text) {
  const comma = /^\s*,/.exec(text.slice(property.end));
  return { from: property.getStart(), to: property.end + (comma ? comma[0].length : 0) };
}
