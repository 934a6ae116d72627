import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "prettier";
import type { Check } from "../../core/checks/check";
import type { ScoringMethod } from "../../core/scoring/model/method";
import type { Template } from "../../core/templates/template";
import type { Command } from "../../cli/define";
import type { FunctionDefinition } from "../../functions/define";
import folders from "../definition-folders.json";

export interface Definitions {
  readonly methods: readonly ScoringMethod[];
  readonly checks: readonly Check[];
  readonly functions: readonly FunctionDefinition[];
  readonly templates: readonly Template[];
  readonly commands: readonly Command[];
}

type Key = keyof Definitions;

interface DefinitionFolder {
  readonly key: Key;
  /** The kind of thing that a file of the folder defines. */
  readonly kind: string;
  readonly folder: string;
  /** Name of the list in the index. */
  readonly constant: string;
  /** Files of the folder without a definition, besides the index. */
  readonly besides: readonly string[];
}

/** The folders in which one file is one definition. */
export const FOLDERS: readonly DefinitionFolder[] = Object.entries(folders).map(([key, room]) => ({
  key: key as Key,
  ...room,
}));

const GENERATED_NOTE = 'Made by "npm run gen". Do not edit.';

/** Names of the definitions in a folder, without extension, in the order of every generated list. */
async function namesIn(root: string, room: DefinitionFolder): Promise<string[]> {
  const entries = await readdir(path.join(root, room.folder), { withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(".ts") && !["index.ts", ...room.besides].includes(entry.name),
    )
    .map((entry) => entry.name.slice(0, -".ts".length))
    .sort();
}

const identifier = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The index of each folder. It needs only the names of the files, so it can be made before anything compiles. */
export async function indexOutputs(root: string): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  for (const room of FOLDERS) {
    const names = await namesIn(root, room);
    const source = [
      `// ${GENERATED_NOTE} Every ${room.kind} of this folder, sorted by id.`,
      ...names.map((name) => `import ${identifier(name)} from "./${name}";`),
      "",
      `export const ${room.constant} = [${names.map(identifier).join(", ")}] as const;`,
      "",
    ].join("\n");
    outputs.set(`${room.folder}/index.ts`, await format(source, { parser: "typescript", printWidth: 120 }));
  }
  return outputs;
}

/** Loads every definition. A file without the definition that its name promises is an error that names the file. */
export async function loadDefinitions(root: string): Promise<Definitions> {
  const outcomes = new Map<Key, readonly Outcome[]>();
  for (const room of FOLDERS) outcomes.set(room.key, await loadRoom(root, room));
  const problems = [...outcomes.values()].flat().flatMap(({ problem }) => (problem ? [problem] : []));
  // A definition of the wrong shape can break the loading of others that read the registry. So it is named first.
  const first = problems.find(({ isCause }) => isCause) ?? problems[0];
  if (first) throw new Error(first.sentence);
  // The reference pages run the examples.
  for (const { definition } of outcomes.get("functions")!) await (definition as FunctionDefinition).prepare?.();
  const entries = FOLDERS.map(({ key }) => [key, outcomes.get(key)!.map(({ definition }) => definition)]);
  return Object.fromEntries(entries) as Definitions;
}

interface Outcome {
  readonly definition?: unknown;
  readonly problem?: { readonly sentence: string; readonly isCause: boolean };
}

async function loadRoom(root: string, room: DefinitionFolder): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const name of await namesIn(root, room)) {
    const file = `${room.folder}/${name}.ts`;
    try {
      const definition = defaultExport(await import(pathToFileURL(path.join(root, file)).href));
      const problem = shapeProblem(room, name, definition?.id);
      outcomes.push(problem ? { problem: { sentence: `${file}: ${problem}`, isCause: true } } : { definition });
    } catch (failure) {
      outcomes.push({ problem: { sentence: `${file}: ${(failure as Error).message}`, isCause: false } });
    }
  }
  return outcomes;
}

function shapeProblem(room: DefinitionFolder, name: string, id: unknown): string | undefined {
  if (typeof id !== "string") return `has no default export with an id; it must be a ${room.kind}`;
  const expected = room.key === "functions" ? id.toLowerCase() : id;
  return expected === name ? undefined : `its id is "${id}"; the file must be called ${expected}.ts`;
}

/** A module compiled to CommonJS has its default export one level deeper. */
function defaultExport(module: { default?: unknown }): { id?: unknown } | undefined {
  const outer = module.default as { default?: unknown; id?: unknown } | undefined;
  return (outer?.default ?? outer) as { id?: unknown } | undefined;
}
