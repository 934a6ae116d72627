import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const PROGRAM = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Texts of files by their paths, `src/core/text/x.ts`. */
export type Tree = Readonly<Record<string, string>>;

/**
 * Writes a tree of files into a folder of its own and runs dependency-cruiser over it with the project's rules.
 *
 * @returns what was found, by the file it was found in: `core/text imports Node`
 */
export function cruise(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "rooms-"));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    const config = path.join(root, ".dependency-cruiser.cjs");
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [PROGRAM, "--config", config, "--output-type", "json", "src"],
      { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 },
    );
    if (stdout === "") throw new Error(`dependency-cruiser gave nothing: ${stderr}`);
    const { summary } = JSON.parse(stdout) as {
      readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { name: string } }[] };
    };
    const found = new Map<string, string[]>();
    for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
