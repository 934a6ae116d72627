import path from "node:path";
import ts from "typescript";

export interface Use {
  readonly set: string;
  readonly version: number;
  /** `copyFrom in src/workbook/office/apply.ts`. */
  readonly where: string;
}

const OFFICE_TYPES = /@types\/(office-js|custom-functions-runtime)\//;
const API_SET = /\[Api set: (\w+) (\d+)\.(\d+)\b/g;

/** Every member of Office's API that these files name, with the requirement set stated by its types. */
export function usesOfOffice(root: string, files: readonly string[], sources?: ReadonlyMap<string, string>): Use[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => sources?.get(path.relative(root, file)) ?? readFile(file);
  host.fileExists = (file) => sources?.has(path.relative(root, file)) || fileExists(file);
  const program = ts.createProgram(
    files.map((file) => path.join(root, file)),
    options,
    host,
  );
  const checker = program.getTypeChecker();
  const uses = new Map<string, Use>();
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const stated = statedSet(checker.getSymbolAtLocation(node));
        const where = `${node.text} in ${file}`;
        if (stated) uses.set(where, { ...stated, where });
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(path.join(root, file));
    if (!source) throw new Error(`${file} is not there`);
    visit(source);
  }
  return [...uses.values()];
}

/** The last set in the comment of a member's declaration. Earlier ones belong to preceding declarations. */
function statedSet(symbol: ts.Symbol | undefined): { set: string; version: number } | undefined {
  const declaration = symbol?.declarations?.find((each) => OFFICE_TYPES.test(each.getSourceFile().fileName));
  if (!declaration) return undefined;
  const comment = declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart());
  const last = [...comment.matchAll(API_SET)].at(-1);
  return last && { set: last[1]!, version: versionOf(`${last[2]}.${last[3]}`) };
}

/** 1.9 is below 1.10. */
export function versionOf(text: string): number {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return major * 1000 + minor;
}
