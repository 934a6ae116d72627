import { existsSync, writeFileSync } from "node:fs";
import { command, workFolder, type CommandResult } from "./command";

/** Runs `score` on a file with these bytes. */
export async function scoreOf(
  bytes: Uint8Array,
  lang = "en",
): Promise<CommandResult & { readonly isWritten: boolean }> {
  const folder = workFolder();
  try {
    const [book, out] = [folder.file("book.xlsx"), folder.file("out.xlsx")];
    writeFileSync(book, bytes);
    const result = await command(["score", book, "--out", out, "--lang", lang]);
    return { ...result, isWritten: existsSync(out) };
  } finally {
    folder.remove();
  }
}
