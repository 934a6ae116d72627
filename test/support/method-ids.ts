import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { ALL_METHODS, findMethod } from "../../src/core/scoring/compile/registry";

const root = path.resolve(__dirname, "../..");
const OWN_FILES = "src/core/scoring/methods/";
const NAMES = new Set(ALL_METHODS.flatMap(({ id, names }) => [id, ...names.en, ...names["zh-CN"]]));

/**
 * Finds code outside the methods' own files that asks for a method's id, one `file: text` each: comparisons with a method's name, lists of
 * names, and tables by name. A new rule or row may name its method.
 *
 * Types tell the method `peer` from the rater `peer`: an expression asks for a method if it can hold only names of methods, or any text.
 *
 * @param planted files that are not there, by their path, with their text
 */
export function methodIdTests(planted: ReadonlyMap<string, string>): string[] {
  const read = (file: string): string | undefined => planted.get(file) ?? readFileSync(path.join(root, file), "utf8");
  const suspects = [...sourceFiles(), ...planted.keys()].filter(
    (file) => testsIn(ts.createSourceFile(file, read(file)!, ts.ScriptTarget.ESNext, true)).length > 0,
  );
  const program = programOf(suspects, planted);
  const checker = program.getTypeChecker();
  return suspects.flatMap((file) =>
    testsIn(program.getSourceFile(path.join(root, file))!)
      .filter((test) => asksForMethod(test, checker))
      .map(({ node }) => `${file}: ${node.getText()}`),
  );
}

function sourceFiles(): string[] {
  return readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !file.startsWith(OWN_FILES))
    .sort();
}

function programOf(files: readonly string[], planted: ReadonlyMap<string, string>): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  // Types of packages and of the browser know nothing of methods.
  const lean: ts.CompilerOptions = { ...options, types: [], lib: ["lib.es2022.d.ts"] };
  const host = ts.createCompilerHost(lean, true);
  const texts = new Map([...planted].map(([file, text]) => [path.join(root, file), text]));
  const { fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      text.startsWith(".") ? ts.resolveModuleName(text, from, lean, host) : { resolvedModule: undefined },
    );
  return ts.createProgram({ rootNames: files.map((file) => path.join(root, file)), options: lean, host });
}

/** A place that may ask for a name: `node` is the whole place, `asked` the part that shows whether the name is a method's. */
type NameTest =
  | { readonly kind: "compared" | "listed"; readonly node: ts.Node; readonly asked: ts.Expression }
  | { readonly kind: "tabled"; readonly node: ts.ObjectLiteralExpression };

function testsIn(source: ts.SourceFile): NameTest[] {
  const found: NameTest[] = [];
  const visit = (node: ts.Node): void => {
    if (isName(node)) {
      const { parent } = node;
      if (ts.isBinaryExpression(parent) && EQUALITIES.has(parent.operatorToken.kind))
        found.push({ kind: "compared", node: parent, asked: parent.left === node ? parent.right : parent.left });
      if (ts.isCaseClause(parent)) found.push({ kind: "compared", node, asked: parent.parent.parent.expression });
      if (ts.isArrayLiteralExpression(parent)) found.push({ kind: "listed", node, asked: node });
    }
    if (ts.isObjectLiteralExpression(node) && keysOf(node).filter((key) => NAMES.has(key)).length > 1)
      found.push({ kind: "tabled", node });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const EQUALITIES = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

const isName = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node) && NAMES.has(node.text);

const isId = (node: ts.Node): boolean => isName(node) && findMethod(node.text)?.id === node.text;

const keysOf = ({ properties }: ts.ObjectLiteralExpression): string[] =>
  properties.flatMap(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : []));

function asksForMethod(test: NameTest, checker: ts.TypeChecker): boolean {
  switch (test.kind) {
    case "compared":
      return holdsMethods(checker.getTypeAtLocation(test.asked));
    case "listed": {
      const { elements } = test.asked.parent as ts.ArrayLiteralExpression;
      const type = checker.getContextualType(test.asked);
      // A list without a type of its own asks for methods if it holds only ids.
      const isTyped = type && !isAny(type) && partsOf(type).length > elements.length;
      return isTyped ? holdsOnlyMethods(type) : elements.length > 1 && elements.every(isId);
    }
    case "tabled": {
      const type = checker.getContextualType(test.node);
      const keys = type && !isAny(type) ? type.getProperties().map(({ name }) => name) : [];
      return (keys.length > 0 ? keys : keysOf(test.node)).every((key) => NAMES.has(key));
    }
  }
}

const isAny = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;

const partsOf = (type: ts.Type): readonly ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);

const holdsOnlyMethods = (type: ts.Type): boolean =>
  partsOf(type).every((part) => part.isStringLiteral() && NAMES.has(part.value));

const holdsMethods = (type: ts.Type): boolean =>
  partsOf(type).some((part) => (part.flags & ts.TypeFlags.String) !== 0) || holdsOnlyMethods(type);
