import ts from "typescript";
import folders from "../../src/build/definition-folders.json";

interface Room {
  readonly may: readonly string[];
}

/** The imports allowed to each room. dependency-cruiser checks them. */
export const ROOMS = require("../../src/build/rooms.cjs") as Readonly<Record<string, Room>>;

/** The only files and folders that may name these globals. All other code uses the port or gets its needs passed in. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  Excel: ["src/workbook/office.ts", "src/workbook/office/"],
  CustomFunctions: ["src/functions/associate.ts"],
  Office: [
    "src/functions/associate.ts",
    "src/workbook/office.ts",
    "src/taskpane/index.ts",
    "src/taskpane/pane.tsx",
    "src/commands/index.ts",
    "src/commands/check-rubric.ts",
  ],
};

/** Names that would make the core depend on place and time of its run. */
const FOREIGN_TO_CORE = new Set(
  ["Date", "console", "window", "document", "globalThis", "self", "navigator", "location", "performance", "crypto"]
    .concat(["process", "require", "Buffer", "fetch", "localStorage", "sessionStorage", "queueMicrotask"])
    .concat(["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame", "XMLHttpRequest", "Worker"]),
);

const FORMAT_FILE = "src/core/text/format.ts";
const ROUNDERS = new Set(["toFixed", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);
const MOST_LINES = 400;
const MOST_LINES_OF_A_DEFINITION = 150;
/** A definition is a file directly in one of the folders, except the index. */
const DEFINITIONS = new RegExp(
  `^(${Object.values(folders)
    .map(({ folder }) => folder)
    .join("|")})/(?!index\\.ts$)[^/]+\\.ts$`,
);

/** Every violation of the architecture in one file of `src`, one sentence each. */
export function violationsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, scriptKind(file));
  return [...lengthViolations(file, text), ...roomViolations(file), ...nameViolations(file, source)].map(
    (violation) => `${file}: ${violation}`,
  );
}

const scriptKind = (file: string): ts.ScriptKind => (file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function lengthViolations(file: string, text: string): string[] {
  const lines = text.split("\n").length - 1;
  const most = DEFINITIONS.test(file) ? MOST_LINES_OF_A_DEFINITION : MOST_LINES;
  return lines > most ? [`has ${lines} lines; the most is ${most}`] : [];
}

/** Name of a file's room. Undefined if there is none. */
function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .sort((a, b) => b.length - a.length)
    .find((room) => file === `src/${room}` || file.startsWith(`src/${room}/`));
}

/** dependency-cruiser reports imports, but it does not see a file without any. */
const roomViolations = (file: string): string[] =>
  roomOf(file) === undefined ? ["lies in no room of the architecture"] : [];

function nameViolations(file: string, source: ts.SourceFile): string[] {
  const violations: string[] = [];
  const inCore = file.startsWith("src/core/");
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const member = memberName(node);
      if (member === undefined && isReference(node)) {
        const edge = Object.hasOwn(EDGES, node.text) ? EDGES[node.text] : undefined;
        if (edge && !edge.some((place) => file === place || (place.endsWith("/") && file.startsWith(place))))
          violations.push(`names ${node.text}, which only ${edge.join(", ")} may`);
        if (inCore && FOREIGN_TO_CORE.has(node.text)) violations.push(`names ${node.text}; core knows no machine`);
      }
      if (member !== undefined && ROUNDERS.has(member) && file !== FORMAT_FILE) {
        violations.push(`calls ${member}; only ${FORMAT_FILE} rounds for show`);
      }
      if (member === "random" && inCore)
        violations.push("calls Math.random; core must give the same result every time");
    }
    if (inCore && asksMachineLocale(node)) violations.push(`uses the language of the machine: ${node.getText(source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(violations)];
}

/** The name after a dot or in brackets. Undefined for a name that stands alone. */
function memberName(node: ts.Identifier): string | undefined {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.text : undefined;
}

/** Tells whether a name refers to something, instead of naming a property, a type member or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent))
    return parent.name !== node;
  if (ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isEnumMember(parent))
    return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.right !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node && parent.name !== node;
  if (ts.isParameter(parent) || ts.isVariableDeclaration(parent)) return parent.name !== node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isJsxAttribute(parent)) return false;
  return true;
}

/** `Intl.X()` and comparisons of text without a stated language. */
function asksMachineLocale(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const [first, second] = node.arguments ?? [];
  const name = expression.name.text;
  if (ts.isIdentifier(expression.expression) && expression.expression.text === "Intl") return isUnstated(first);
  if (name === "localeCompare") return isUnstated(second);
  return (name === "toLocaleUpperCase" || name === "toLocaleLowerCase") && isUnstated(first);
}

const isUnstated = (argument: ts.Expression | undefined): boolean =>
  argument === undefined || argument.getText() === "undefined";
