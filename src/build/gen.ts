/**
 * `npm run gen` writes all that follows from the definitions: their indexes, the metadata of the custom functions, the reference pages and
 * parts of the README. `npm run gen -- --check` writes nothing and fails if a file is out of date.
 */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { FOLDERS, indexOutputs, loadDefinitions } from "./gen/definitions";
import { REFERENCE_FOLDER } from "./gen/pages";

/** Path from the root of the project -> text. */
export type Outputs = ReadonlyMap<string, string>;

const root = path.resolve(__dirname, "../..");

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((argument) => argument !== "--check");
  if (unknown.length > 0) throw new Error(`gen: unknown argument ${unknown.join(" ")}; the only one is --check`);
  const check = args.includes("--check");

  // The definitions read each other through the indexes. So the indexes come first, and modules that read them load afterwards.
  const indexes = await indexOutputs(root);
  const staleIndexes = await settle(indexes, check);
  if (check && staleIndexes.length > 0) return report(staleIndexes);

  const definitions = await loadDefinitions(root);
  const { metadataOutputs } = await import("./gen/metadata");
  const { referenceOutputs } = await import("./gen/reference");
  const { readmeOutputs } = await import("./gen/readme");
  const rest: Outputs = new Map([
    ...(await metadataOutputs(definitions)),
    ...(await referenceOutputs(definitions)),
    ...(await readmeOutputs(root, definitions)),
  ]);
  const stale = [...(await settle(rest, check)), ...(await settleLeftovers(rest, check))];
  if (check) return report(stale);

  const counts = FOLDERS.map((room) => `${definitions[room.key].length} ${room.key}`).join(", ");
  const written = staleIndexes.length + stale.length;
  console.log(`gen: ${counts}; ${written === 0 ? "everything was up to date" : `${written} files written`}`);
  return 0;
}

function report(stale: readonly string[]): number {
  for (const file of stale) console.error(`stale: ${file} - run "npm run gen"`);
  return stale.length > 0 ? 1 : 0;
}

/** Writes the files that differ, or only names them. */
async function settle(outputs: Outputs, check: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, text] of outputs) {
    const target = path.join(root, file);
    if ((await readIfThere(target)) === text) continue;
    stale.push(file);
    if (check) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return stale;
}

/** Removes pages of former definitions. Only the folder of the reference belongs to this program alone. */
async function settleLeftovers(outputs: Outputs, check: boolean): Promise<string[]> {
  const leftovers = (await filesBelow(REFERENCE_FOLDER)).filter((file) => !outputs.has(file));
  if (!check) for (const file of leftovers) await rm(path.join(root, file));
  return leftovers;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

const readIfThere = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(ifMissing(undefined));

function ifMissing<T>(fallback: T): (failure: NodeJS.ErrnoException) => T {
  return (failure) => {
    if (failure.code === "ENOENT") return fallback;
    throw failure;
  };
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (failure: Error) => {
    console.error(failure.message);
    process.exitCode = 1;
  },
);
