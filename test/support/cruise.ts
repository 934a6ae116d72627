import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const PROGRAM = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Texts of files by their paths, `src/core/text/x.ts`. */
export type Tree = Readonly<Record<string, string>>;

/** One import of the project: the file, and what it imports, by their paths. */
interface Import {
  readonly from: string;
  readonly to: string;
}

/** The names of broken rules, `core/text imports Node`, by the file that breaks them. */
type Violations = ReadonlyMap<string, readonly string[]>;

interface Report {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** Runs dependency-cruiser over the `src` of a folder with the project's rules. */
function report(folder: string): Report {
  const args = [PROGRAM, "--config", path.join(root, ".dependency-cruiser.cjs"), "--output-type", "json", "src"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 27 });
  if (stdout === "") throw new Error(`dependency-cruiser gave nothing: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

function violationsIn({ summary }: Report): Violations {
  const found = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
  return found;
}

/** Returns the imports of the project itself, and the rules that they break. */
export function cruiseProject(): { readonly imports: readonly Import[]; readonly violations: Violations } {
  const whole = report(root);
  const imports = whole.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  return { imports, violations: violationsIn(whole) };
}

/** Writes a tree of files into a folder of its own, and returns the rules that its imports break. */
export function cruise(tree: Tree): Violations {
  const folder = mkdtempSync(path.join(tmpdir(), "rooms-"));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    return violationsIn(report(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
