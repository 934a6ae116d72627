/** `npm run samples` writes the sample workbooks. `npm run samples -- --check` writes nothing and fails if a file is out of date. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { SAMPLES, sampleWorkbook } from "./samples/workbook";

const folder = path.resolve(__dirname, "../../assets/samples");

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((argument) => argument !== "--check");
  if (unknown.length > 0) throw new Error(`samples: unknown argument ${unknown.join(" ")}; the only one is --check`);
  const check = args.includes("--check");
  const stale: string[] = [];
  await mkdir(folder, { recursive: true });
  for (const { file, version, locale } of SAMPLES) {
    const wanted = sampleWorkbook(version, locale);
    const found = await readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (found && Buffer.compare(found, wanted) === 0) continue;
    stale.push(file);
    if (!check) await writeFile(path.join(folder, file), wanted);
  }
  if (check && stale.length > 0) console.error(`Not as it would be written: ${stale.join(", ")}. Run npm run samples.`);
  if (!check) console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "All samples are as they should be.");
  return check && stale.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
