import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "prettier";
import type { Check } from "../../core/rules/check";
import type { ScoringMethod } from "../../core/scoring/method";
import type { FunctionDefinition } from "../../functions/define";

export interface Definitions {
  readonly methods: readonly ScoringMethod[];
  readonly checks: readonly Check[];
  readonly functions: readonly FunctionDefinition[];
}

interface Room {
  readonly key: keyof Definitions;
  readonly folder: string;
  readonly constant: string;
  readonly contains: string;
}

/** The folders in which one file is one definition. */
export const ROOMS: readonly Room[] = [
  { key: "methods", folder: "src/core/scoring/methods", constant: "METHODS", contains: "scoring method" },
  { key: "checks", folder: "src/core/rules/checks", constant: "CHECKS", contains: "check" },
  { key: "functions", folder: "src/functions/definitions", constant: "FUNCTIONS", contains: "custom function" },
];

export const GENERATED_NOTE = 'Made by "npm run gen". Do not edit.';

/** Names of the definitions in a folder, without the extension, in the order of every generated list. */
async function namesIn(root: string, room: Room): Promise<string[]> {
  const entries = await readdir(path.join(root, room.folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "index.ts")
    .map((entry) => entry.name.slice(0, -".ts".length))
    .sort();
}

const identifier = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The index of each folder: made from the names of the files alone, so that it can be made before anything compiles. */
export async function indexOutputs(root: string): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  for (const room of ROOMS) {
    const names = await namesIn(root, room);
    const source = [
      `// ${GENERATED_NOTE} Every ${room.contains} of this folder, sorted by id.`,
      ...names.map((name) => `import ${identifier(name)} from "./${name}";`),
      "",
      `export const ${room.constant} = [${names.map(identifier).join(", ")}] as const;`,
      "",
    ].join("\n");
    outputs.set(`${room.folder}/index.ts`, await format(source, { parser: "typescript", printWidth: 120 }));
  }
  return outputs;
}

/** Loads every definition; a file that does not hold the one its name promises is an error that names it. */
export async function loadDefinitions(root: string): Promise<Definitions> {
  const [methods, checks, functions] = await Promise.all(ROOMS.map((room) => loadRoom(root, room)));
  return { methods, checks, functions } as unknown as Definitions;
}

async function loadRoom(root: string, room: Room): Promise<{ id: string }[]> {
  const loaded: { id: string }[] = [];
  for (const name of await namesIn(root, room)) {
    const file = `${room.folder}/${name}.ts`;
    const definition = defaultExport(await import(pathToFileURL(path.join(root, file)).href));
    const id = definition?.id;
    if (typeof id !== "string")
      throw new Error(`${file}: has no default export with an id; it must be a ${room.contains}`);
    const expected = room.key === "functions" ? id.toLowerCase() : id;
    if (expected !== name) throw new Error(`${file}: its id is "${id}"; the file must be called ${expected}.ts`);
    loaded.push(definition as { id: string });
  }
  return loaded;
}

/** A module that was compiled to CommonJS carries its default export one level deeper. */
function defaultExport(module: { default?: unknown }): { id?: unknown } | undefined {
  const outer = module.default as { default?: unknown; id?: unknown } | undefined;
  return (outer?.default ?? outer) as { id?: unknown } | undefined;
}
