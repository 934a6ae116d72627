import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const programs = jest.requireActual<{
  find: (id: string, environment: Record<string, string>) => string | undefined;
  missingLine: (ids: readonly string[]) => string;
}>("../../../src/build/programs.cjs");

const folder = mkdtempSync(path.join(os.tmpdir(), "qa-scorecard-programs-"));
const program = path.join(folder, "chromium");
writeFileSync(program, "#!/bin/sh\n");
chmodSync(program, 0o755);
mkdirSync(path.join(folder, "soffice"));

afterAll(() => rmSync(folder, { recursive: true }));

test("a program is found on the search path", () => {
  expect(programs.find("chromium", { PATH: folder })).toBe(program);
});

test("a stated program goes first, and must be there", () => {
  expect(programs.find("soffice", { PATH: "", SOFFICE: program })).toBe(program);
  expect(programs.find("chromium", { PATH: folder, CHROMIUM: path.join(folder, "gone") })).toBeUndefined();
});

test("what is missing is said in one line, with how to get it", () => {
  const line = programs.missingLine(["chromium", "soffice"]);
  expect(line).not.toContain("\n");
  for (const word of ["Chromium", "LibreOffice", "apt-get install chromium libreoffice-calc", "CHROMIUM", "SOFFICE"]) {
    expect(line).toContain(word);
  }
});
