import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Command, CommandExample, ExitStatus } from "../../cli/define";
import { run } from "../../cli/run";
import type { Locale } from "../../core/text/locale";

const SAMPLES = path.resolve(__dirname, "../../../assets/samples");

interface Shown {
  readonly status: ExitStatus;
  /** Both streams, as a terminal shows them. */
  readonly text: string;
}

/** Runs a worked example in a folder of its own, with the sample workbooks that it names. */
export async function runExample({ id }: Command, { line, input }: CommandExample, locale: Locale): Promise<Shown> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "qa-scorecard-example-"));
  try {
    for (const sample of await readdir(SAMPLES))
      if (line.includes(sample)) await copyFile(path.join(SAMPLES, sample), path.join(folder, sample));
    let text = "";
    const show = (more: string): void => void (text += more);
    const status = await run([id, ...line], {
      env: { LANG: locale },
      folder,
      out: show,
      err: show,
      ...(input === undefined ? {} : { input }),
    });
    return { status, text };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The line as typed. A word that a shell would split or change stands in quotation marks. */
export const typedLine = ({ id }: Command, { line }: CommandExample): string =>
  ["qa-scorecard", id, ...line.map((word) => (/^[\p{L}\p{N}._=%-]+$/u.test(word) ? word : `"${word}"`))].join(" ");
