import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Site } from "./manifest";

export const root = path.resolve(__dirname, "../..");

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG file. Undefined without such a file or for other content. */
function pngPixels(file: string): readonly [number, number] | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) return undefined;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Names in `Office.actions.associate("name", ...)` of the ribbon's code. */
function associatedCommands(): string[] {
  const folder = path.join(root, "src/commands");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/actions\.associate\(\s*"([^"]+)"/g)])
    .map((match) => match[1]!);
}

const site = (find: (file: string) => string): Site => ({
  has: (file) => existsSync(find(file)),
  pixels: (file) => pngPixels(find(file)),
  commands: associatedCommands(),
});

/** The site that the sources promise. */
export function sourceSite(): Site {
  const entries: Readonly<Record<string, string>> = {
    "taskpane.html": "src/taskpane/taskpane.html",
    "functions.js": "src/functions/index.ts",
  };
  return site((file) => {
    if (file.startsWith("assets/")) return path.join(root, file);
    if (/^functions.*\.json$/.test(file)) return path.join(root, "src/functions", file);
    return path.join(root, entries[file] ?? "nothing that is built");
  });
}

/** The built site. */
export const builtSite = (folder: string): Site => site((file) => path.join(folder, file));
