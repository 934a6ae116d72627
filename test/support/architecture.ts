import path from "node:path";
import ts from "typescript";
import folders from "../../src/build/definition-folders.json";

/**
 * What each room of `src` may import: other rooms or single files of ours, and packages. Whatever is not listed is
 * refused; a folder that is not listed may not exist. Longer names win: `core/text` is not `core`.
 */
interface Room {
  readonly ours: readonly string[];
  readonly packages?: readonly (string | RegExp)[];
}

const READ = ["core/text", "core/cell", "core/rubric", "core/metrics"] as const;
const SCORED = [...READ, "core/scoring", "core/book"] as const;
const CHECKED = [...SCORED, "core/checks", "core/ruletext"] as const;
const CORE = [...CHECKED, "core/plan", "core/evaluation", "core/analysis", "core/templates"] as const;
const UNDER_USE_CASES = [...CORE, "workbook", "usecases"] as const;

const PORT = ["port.ts", "failure.ts", "earlier.ts", "temporary-sheets.ts"].map((file) => `workbook/${file}`);

const NODE = /^node:/;
const REACT = ["react", "react-dom/client", /^@fluentui\/react-(components|icons)$/];

export const ROOMS: Readonly<Record<string, Room>> = {
  "core/text": { ours: [] },
  "core/cell": { ours: ["core/text"] },
  "core/rubric": { ours: ["core/text", "core/cell"], packages: [/^@noble\/hashes\//] },
  // Tables name the same thing by the same header: an indicator in the Ledger as in the Rubric.
  "core/metrics": { ours: ["core/text", "core/cell", "core/rubric"] },
  "core/scoring": { ours: READ, packages: [/^@noble\/hashes\//] },
  "core/book": { ours: [...READ, "core/scoring"] },
  "core/checks": { ours: SCORED },
  // A doubt about words is told like a finding about cells.
  "core/ruletext": { ours: [...SCORED, "core/checks/check.ts", "core/checks/finding.ts"] },
  "core/plan": { ours: ["core/text", "core/cell"] },
  "core/evaluation": { ours: [...CHECKED, "core/plan"], packages: [/^@noble\/hashes\//] },
  "core/analysis": { ours: CHECKED },
  "core/templates": { ours: [...CHECKED, "core/plan", "core/evaluation", "core/analysis"] },
  functions: { ours: CORE },
  workbook: { ours: CORE },
  // What a live Excel can beyond reading and applying is no business of a use case or a file.
  usecases: { ours: [...CORE, "workbook/port.ts", "workbook/failure.ts"] },
  xlsx: { ours: [...CORE, ...PORT], packages: ["fflate", "saxes"] },
  taskpane: { ours: UNDER_USE_CASES, packages: REACT },
  // One file says what may be asked of the pane; it brings nothing of the pane with it.
  commands: { ours: [...UNDER_USE_CASES, "taskpane/request.ts"] },
  cli: { ours: [...UNDER_USE_CASES, "xlsx"], packages: [NODE] },
  workbench: {
    ours: [...UNDER_USE_CASES, "xlsx", "functions"],
    packages: [NODE, "@odoo/o-spreadsheet", "@odoo/owl", /\.css$/, /\.xml$/],
  },
  build: { ours: [...UNDER_USE_CASES, "functions", "xlsx", "cli", "workbench/server.cjs"], packages: [/^/] },
};

/** The only files, and folders, that may name these globals. Everything else goes through the port or is handed what it needs. */
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

/** What would make the core depend on where and when it runs. */
const FOREIGN_TO_CORE = new Set(
  ["Date", "console", "window", "document", "globalThis", "self", "navigator", "location", "performance", "crypto"]
    .concat(["process", "require", "Buffer", "fetch", "localStorage", "sessionStorage", "queueMicrotask"])
    .concat(["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame", "XMLHttpRequest", "Worker"]),
);

const FORMAT_FILE = "src/core/text/format.ts";
const ROUNDERS = new Set(["toFixed", "toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);
const MOST_LINES = 400;
const MOST_LINES_OF_A_DEFINITION = 150;
/** A definition is what stands right in one of the folders, apart from the index. */
const DEFINITIONS = new RegExp(
  `^(${Object.values(folders)
    .map(({ folder }) => folder)
    .join("|")})/(?!index\\.ts$)[^/]+\\.ts$`,
);

/** Everything in one file of `src` that the architecture does not allow, one sentence each. */
export function violationsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, scriptKind(file));
  return [...lengthViolations(file, text), ...importViolations(file, text), ...nameViolations(file, source)].map(
    (violation) => `${file}: ${violation}`,
  );
}

const scriptKind = (file: string): ts.ScriptKind => (file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function lengthViolations(file: string, text: string): string[] {
  const lines = text.split("\n").length - 1;
  const most = DEFINITIONS.test(file) ? MOST_LINES_OF_A_DEFINITION : MOST_LINES;
  return lines > most ? [`has ${lines} lines; the most is ${most}`] : [];
}

function importViolations(file: string, text: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`lies in no room of the architecture`];
  const { ours, packages = [] } = ROOMS[room]!;
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith(".")) {
      const allowed = packages.some((known) => (typeof known === "string" ? known === fileName : known.test(fileName)));
      return allowed ? [] : [`imports the package ${fileName}, which ${room} may not`];
    }
    const target = path.posix.join(path.posix.dirname(file), fileName);
    const targetRoom = roomOf(target);
    const allowed =
      targetRoom !== undefined &&
      (targetRoom === room ||
        ours.includes(targetRoom) ||
        [target, `${target}.ts`].some((name) => ours.includes(name.slice("src/".length))));
    return allowed ? [] : [`imports ${target}, which ${room} may not`];
  });
}

/** Name of the room in which a file lies; undefined when there is none. */
function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .sort((a, b) => b.length - a.length)
    .find((room) => file === `src/${room}` || file.startsWith(`src/${room}/`));
}

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

/** The name after a dot or in brackets' place; undefined for a name that stands alone. */
function memberName(node: ts.Identifier): string | undefined {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.text : undefined;
}

/** Whether a name refers to something, and is not itself the name of a property, of a type member or of a declaration. */
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
