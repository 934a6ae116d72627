import { readFileSync } from "node:fs";
import path from "node:path";
import { cellText } from "../../src/core/cell/cell";
import { readMark, writeMark } from "../../src/core/evaluation/mark";
import { readBook } from "../../src/usecases";
import { openXlsx, xlsxPort } from "../../src/xlsx";
import { command, workFolder } from "../support/command";

const FOLDER = path.resolve(__dirname, "../support/version-0.1.0");

interface Scored {
  readonly rubrics: Readonly<Record<string, string>>;
  readonly evaluations: Readonly<Record<string, string>>;
}
interface Kept {
  readonly sheets: Readonly<Record<string, string>>;
  readonly scores: Readonly<Record<string, Scored>>;
}
const EXPECTED = JSON.parse(readFileSync(path.join(FOLDER, "expected.json"), "utf8")) as Readonly<Record<string, Kept>>;
const BOOKS = Object.keys(EXPECTED);

/**
 * What a later version gives otherwise on purpose, by workbook: sheets whose rubric or metrics it calls changed, and agents with another result.
 * Each entry says why.
 */
const CHANGED: Readonly<
  Record<string, { readonly why: string; readonly sheets?: readonly string[]; readonly agents?: Scored["evaluations"] }>
> = {};

interface ScoreDocument {
  readonly rubrics: readonly { readonly rubric: string; readonly fingerprint: string }[];
  readonly evaluations: readonly Readonly<Record<"rubric" | "agentId" | "status", string> & Record<string, unknown>>[];
}
interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
}

const folder = workFolder();
afterAll(folder.remove);
const fileOf = (name: string): string => path.join(FOLDER, `${name}.xlsx`);

const bookOf = async (file: string) => readBook(xlsxPort(openXlsx(readFileSync(file))));

/** The marks on the sheets of a workbook, by sheet. */
async function marksOn(file: string): Promise<Record<string, string>> {
  const { snapshot } = await bookOf(file);
  return Object.fromEntries(
    snapshot.sheets.flatMap(({ name, head }) => {
      const mark = readMark(head.map(cellText).join(" "));
      return mark ? [[name, writeMark(mark)]] : [];
    }),
  );
}

const findingsIn = async (file: string) => {
  const { status, out } = await command(["validate", file, "--json"]);
  return { status, findings: (JSON.parse(out) as { readonly findings: readonly Finding[] }).findings };
};

test.each(BOOKS)("%s: its filled sheets are found, and they are current or said not to be", async (name) => {
  const { sheets } = EXPECTED[name]!;
  const stale = CHANGED[name]?.sheets ?? [];
  expect(await marksOn(fileOf(name))).toEqual(sheets);
  const { findings } = await findingsIn(fileOf(name));
  const told = findings.filter(({ code }) => code === "evaluation-is-current").map(({ sheet }) => sheet);
  expect(told.sort()).toEqual([...stale].sort());
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

const PERIODS = BOOKS.flatMap((name) => Object.keys(EXPECTED[name]!.scores).map((period) => [name, period] as const));

test.each(PERIODS)(
  "%s, %s: the same rubrics, totals, grades and ranks, and its sheet is replaced",
  async (name, period) => {
    const { scores, sheets } = EXPECTED[name]!;
    const { rubrics, evaluations } = scores[period]!;
    const out = folder.file(`${name} ${period}.xlsx`);
    const scored = await command(["score", fileOf(name), "--out", out, "--period", period, "--json"]);
    expect([scored.status, scored.err]).toEqual([0, ""]);
    const now = JSON.parse(scored.out) as ScoreDocument;
    const stale = CHANGED[name]?.sheets?.includes(`Evaluation ${period}`) ?? false;
    if (!stale) expect(Object.fromEntries(now.rubrics.map((each) => [each.rubric, each.fingerprint]))).toEqual(rubrics);
    const lines = now.evaluations.map((each) => {
      const results = ["status", "total", "grade", "rank", "teamRank"].map((key) => String(each[key] ?? "-"));
      return [`${each.rubric} / ${each.agentId}`, results.join(" ")];
    });
    expect(Object.fromEntries(lines)).toEqual({ ...evaluations, ...CHANGED[name]?.agents });
    expect(Object.keys(await marksOn(out)).sort()).toEqual(Object.keys(sheets).sort());
  },
);

test.each(["T7.draft.en", "T7.draft.zh-CN"])(
  "%s: a draft is read, its holes are errors, and nothing is scored",
  async (name) => {
    const { status, findings } = await findingsIn(fileOf(name));
    const codes = new Set(findings.filter(({ severity }) => severity === "error").map(({ code }) => code));
    expect([status, codes.has("points-add-up"), codes.has("threshold-stated"), codes.has("no-interval-gap")]).toEqual([
      1,
      true,
      true,
      true,
    ]);
    const scored = await command(["score", fileOf(name), "--out", folder.file(`${name}.xlsx`), "--json"]);
    expect(scored.status).toBe(1);
  },
);
