const ts = require("typescript");

/** What a definition holds for tests and the reference alone. */
const NEVER_RUN = new Set(["examples", "valid", "invalid"]);
const DEFINES = /^define[A-Z]/;

/**
 * Takes the worked examples out of the definitions - checks, methods, custom functions - before they are bundled: a definition is one file,
 * but nobody who scores needs what proves it. Texts are cut out where they stand, so that line numbers stay right.
 */
module.exports = function stripExamples(text) {
  const source = ts.createSourceFile(this.resourcePath, text, ts.ScriptTarget.ESNext, true);
  const cuts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && isDefinition(node.expression)) {
      for (const argument of node.arguments)
        if (ts.isObjectLiteralExpression(argument)) cuts.push(...cutsIn(argument, text));
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce(
      (rest, { from, to }) => rest.slice(0, from) + rest.slice(from, to).replace(/[^\n]/g, "") + rest.slice(to),
      text,
    );
};

/** `defineMethod(..)`, and `defineCheck<..>()(..)`. */
function isDefinition(callee) {
  const called = ts.isCallExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(called) && DEFINES.test(called.text);
}

function cutsIn(object, text) {
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !NEVER_RUN.has(property.name.getText())) return [];
    const comma = /^\s*,/.exec(text.slice(property.end));
    return [{ from: property.getStart(), to: property.end + (comma ? comma[0].length : 0) }];
  });
}
