const { find, missingLine } = require("../../src/build/programs.cjs") as {
  find(program: string): string | undefined;
  missingLine(programs: readonly string[]): string;
};

/** Path of a program for a test. Throws if it is missing, because a skipped test proves nothing. */
export function need(program: "chromium" | "soffice"): string {
  const found = find(program);
  if (found === undefined) throw new Error(missingLine([program]));
  return found;
}
